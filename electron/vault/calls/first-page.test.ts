import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WayInMade } from '../../../shared/vault-protocol/way-in-change';
import { taskId } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

/** As the test vault is made: 1 stands for its passphrase, 2 for its recovery code. */
const key = (letter: number): Uint8Array => new Uint8Array(32).fill(letter);
const make = (made: WayInMade, newKey: number, proof: number) => vault.askShell('waysIn.make', { proof: key(proof), key: key(newKey), made });
const remove = (proof: number) => vault.askShell('waysIn.remove', { proof: key(proof), removed: { change: 'way-in-removed', kind: 'recovery-code' } });
const renew = (proof: number, next: number) => vault.askShell('waysIn.renew', { taskId, proof: key(proof), passphraseKey: key(next), recoveryKey: key(next + 1), recoveryPrinted: '22222-33333-44444-55555-66666-77777' });

const heads = ['head.0', 'head.1'];
/** Keeps both copies of the first page as they are now; what is given back puts them there again. */
async function keptHeads(): Promise<() => Promise<void>> {
  const kept = await mkdtemp(path.join(path.dirname(vault.folder), 'kept-'));
  for (const head of heads) await copyFile(path.join(vault.folder, head), path.join(kept, head));
  return async () => {
    for (const head of heads) await copyFile(path.join(kept, head), path.join(vault.folder, head));
    await rm(kept, { recursive: true });
  };
}

/** Locks, does something to the vault, and opens it: whether she is told, and whether the history says so too. */
async function toldWith(letter: number, between: () => Promise<void> = async () => undefined): Promise<boolean> {
  await vault.askShell('open.close', {});
  await between();
  const { notices } = await vault.askShell('open.unlock', { folder: vault.folder, key: key(letter), marks: [], refusedUtc: [] });
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 1 });
  const entered = (JSON.parse(entries[0]?.payload ?? '{}') as { notices: string[] }).notices;
  expect([entries[0]?.kind, entered.includes('first-page-older')]).toEqual(['vault-opened', notices.includes('first-page-older')]);
  return notices.includes('first-page-older');
}

it('an older first page put back after the passphrase was changed is told, each time, until the passphrase is changed again', async () => {
  const putBack = await keptHeads();
  await make({ change: 'passphrase-changed' }, 5, 1);
  expect(await toldWith(5)).toBe(false);
  expect(await toldWith(1, putBack)).toBe(true);
  expect(await toldWith(1)).toBe(true);
  await make({ change: 'passphrase-changed' }, 6, 1);
  expect(await toldWith(6)).toBe(false);
});

it('a recovery code that was ended and is back is told to who opens with the passphrase; changing the passphrase does not make up for it, renewing does', async () => {
  const putBack = await keptHeads();
  await remove(1);
  expect(await toldWith(1)).toBe(false);
  expect(await toldWith(1, putBack)).toBe(true);
  await make({ change: 'passphrase-changed' }, 5, 1);
  expect(await toldWith(5)).toBe(true);
  await renew(5, 11);
  expect(await toldWith(11)).toBe(false);
  const putBackAgain = await keptHeads();
  await make({ change: 'passphrase-changed' }, 14, 11);
  expect(await toldWith(11, putBackAgain)).toBe(true);
});
