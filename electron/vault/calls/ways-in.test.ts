import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WayInMade } from '../../../shared/vault-protocol/way-in-change';
import { refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

/** As the test vault is made: 1 stands for its passphrase, 2 for its recovery code. */
const key = (letter: number): Uint8Array => new Uint8Array(32).fill(letter);
const make = (made: WayInMade, newKey: number, proof = 1) => vault.askShell('waysIn.make', { proof: key(proof), key: key(newKey), made });
const unlock = (letter: number) => vault.askShell('open.unlock', { folder: vault.folder, key: key(letter), marks: [], refusedUtc: [] });
const kinds = async (): Promise<string[]> => (await vault.ask('waysIn.list', {})).ways.map((way) => way.kind);
const newest = async (count: number): Promise<{ kind: string; payload: object }[]> =>
  (await vault.ask('history.list', { subjectId: null, offset: 0, limit: count })).entries.map((entry) => ({ kind: entry.kind, payload: JSON.parse(entry.payload ?? '{}') as object }));

describe('the ways into a vault', () => {
  it('are those it was made with, then those that are made; each is in the history, and none of their secrets', async () => {
    expect(await kinds()).toEqual(['passphrase', 'recovery-code']);
    await make({ change: 'shares-made', needed: 2, people: ['Anna', 'Ms Okoro'] }, 4);
    await make({ change: 'key-file-made' }, 3);
    await make({ change: 'passphrase-changed' }, 5);
    const { ways } = await vault.ask('waysIn.list', {});
    expect(ways.map((way) => [way.kind, way.shares])).toEqual([['passphrase', null], ['recovery-code', null], ['key-file', null], ['shared-key', { needed: 2, people: ['Anna', 'Ms Okoro'], areAllShown: false }]]);
    expect(await newest(3)).toMatchObject([
      { kind: 'passphrase-changed', payload: {} }, { kind: 'key-file-made', payload: {} }, { kind: 'shares-made', payload: { needed: 2, people: ['Anna', 'Ms Okoro'] } },
    ]);
    await vault.askShell('waysIn.remove', { proof: key(5), removed: { change: 'way-in-removed', kind: 'shared-key' } });
    expect(await kinds()).toEqual(['passphrase', 'recovery-code', 'key-file']);
    expect(await newest(1)).toMatchObject([{ kind: 'way-in-removed', payload: { kind: 'shared-key' } }]);
    await vault.askShell('open.close', {});
    for (const [letter, opens] of [[1, false], [4, false], [2, true], [3, true], [5, true]] as const) {
      if (!opens) await expect(unlock(letter)).rejects.toMatchObject(refused('wrong-secret'));
      else {
        await unlock(letter);
        await vault.askShell('open.close', {});
      }
    }
  });

  it('are not changed without another, and whoever tries leaves a trace', async () => {
    await expect(make({ change: 'key-file-made' }, 3, 9)).rejects.toMatchObject(refused('wrong-secret'));
    await expect(vault.askShell('waysIn.remove', { proof: key(9), removed: { change: 'way-in-removed', kind: 'recovery-code' } })).rejects.toMatchObject(refused('wrong-secret'));
    expect(await kinds()).toEqual(['passphrase', 'recovery-code']);
    expect(await newest(3)).toMatchObject([{ kind: 'attempt-refused', payload: { whileOpen: true } }, { kind: 'attempt-refused' }, { kind: 'vault-created' }]);
    await expect(make({ change: 'passphrase-changed' }, 2)).rejects.toMatchObject(refused('same-secret'));
    await expect(vault.askShell('waysIn.remove', { proof: key(1), removed: { change: 'way-in-removed', kind: 'passphrase' as never } })).rejects.toMatchObject(refused('bad-call'));
    expect(await newest(1)).toMatchObject([{ kind: 'attempt-refused' }]);
  });

  it('a new recovery code waits to be confirmed as the first did; one that is removed is not asked for any more', async () => {
    await make({ change: 'recovery-code-made', printed: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF' }, 6);
    expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF' });
    const { groups } = await vault.ask('vault.askRecoveryCode', {});
    expect(await vault.ask('vault.confirmRecoveryCode', { typed: groups.map((group) => 'ABCDEF'.charAt(group).repeat(5)) })).toEqual({ confirmed: true });
    expect((await vault.reopen()).notices).not.toContain('recovery-code-unconfirmed');
    await make({ change: 'recovery-code-made', printed: '00000-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF' }, 7);
    expect((await vault.ask('vault.facts', {})).recoveryCodeConfirmed).toBe(false);
    expect((await vault.reopen()).notices).toContain('recovery-code-unconfirmed');
    await vault.askShell('waysIn.remove', { proof: key(1), removed: { change: 'way-in-removed', kind: 'recovery-code' } });
    expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: null });
    expect((await vault.reopen()).notices).not.toContain('recovery-code-unconfirmed');
    expect(JSON.stringify(await newest(12))).not.toMatch(/BBBBB/);
  });

  it('is proved by any other: who forgot the passphrase makes a new one with the code', async () => {
    await make({ change: 'passphrase-changed' }, 8, 2);
    await vault.askShell('open.close', {});
    await expect(unlock(1)).rejects.toMatchObject(refused('wrong-secret'));
    await unlock(8);
  });
});

describe('secrets of other kinds', () => {
  it('a key file is read wherever it lies', async () => {
    const { content, secret } = await vault.askShell('prepare.keyFile', {});
    const place = path.join(path.dirname(vault.folder), 'picture.png');
    await writeFile(place, content);
    expect(await vault.askShell('prepare.readKeyFile', { path: place })).toEqual({ secret });
    await expect(vault.askShell('prepare.readKeyFile', { path: `${place}x` })).rejects.toMatchObject(refused('file-unreadable'));
  });

  it('shares whose pages were not all shown are told at one opening, and in the list until they are made again, ended or she has them', async () => {
    const shares = async () => (await vault.ask('waysIn.list', {})).ways.find(({ kind }) => kind === 'shared-key')?.shares ?? null;
    const set = { needed: 2, people: ['Ann', 'Bea', 'Cat'] };
    await make({ change: 'shares-made', ...set }, 4);
    expect(await shares()).toEqual({ ...set, areAllShown: false });
    expect((await vault.reopen()).notices).toEqual(['shares-not-shown', 'recovery-code-unconfirmed']);
    expect(await newest(1)).toMatchObject([{ kind: 'vault-opened', payload: { notices: ['shares-not-shown'] } }]);
    expect(await shares()).toEqual({ ...set, areAllShown: false });
    expect((await vault.reopen()).notices).toEqual(['recovery-code-unconfirmed']);
    expect(await shares()).toEqual({ ...set, areAllShown: false });
    // Made again, and gone through.
    await make({ change: 'shares-made', ...set }, 5);
    await vault.ask('waysIn.noteSharesShown', {});
    expect(await shares()).toEqual({ ...set, areAllShown: true });
    expect((await vault.reopen()).notices).toEqual(['recovery-code-unconfirmed']);
    // Another set: what held for the one before does not hold for it; ended, there is nothing to tell.
    await make({ change: 'shares-made', ...set }, 6);
    expect(await shares()).toEqual({ ...set, areAllShown: false });
    await vault.askShell('waysIn.remove', { proof: key(1), removed: { change: 'way-in-removed', kind: 'shared-key' } });
    expect((await vault.reopen()).notices).toEqual(['recovery-code-unconfirmed']);
  });

  it('shares say which set they are of and are put together; what was typed is zeroed', async () => {
    const { printed, secret } = await vault.askShell('prepare.shares', { needed: 2, count: 3 });
    const typed = printed.map((share) => new TextEncoder().encode(share));
    expect(await vault.askShell('prepare.readShare', { typed: typed[1]?.slice() ?? key(0) })).toEqual({ setId: printed[0]?.slice(0, 5), number: 2, needed: 2 });
    expect(await vault.askShell('prepare.combineShares', { typed: typed.slice(1) })).toEqual({ secrets: [{ secret, leftOut: [] }] });
    expect(typed[1]?.every((byte) => byte === 0)).toBe(true);
    await expect(vault.askShell('prepare.combineShares', { typed: typed.slice(0, 1) })).rejects.toMatchObject(refused('shares-too-few'));
  });
});
