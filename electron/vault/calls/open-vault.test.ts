import { randomBytes } from 'node:crypto';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

it('confirms the recovery code by groups, once', async () => {
  const { groups } = await vault.ask('vault.askRecoveryCode', {});
  expect(await vault.ask('vault.confirmRecoveryCode', { typed: ['aaaaa', 'bbbbb'] })).toEqual({ confirmed: false });
  expect((await vault.reopen()).notices).toContain('recovery-code-unconfirmed');
  // Another day, on nothing but the passphrase: she may never have written it down.
  expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: '11111-22222-33333-44444-55555-66666' });
  const again = (await vault.ask('vault.askRecoveryCode', {})).groups;
  expect(groups).toHaveLength(2);
  const typed = again.map((group) => ['11111', '22222', '33333', '44444', '55555', '66666'][group]?.replaceAll('1', 'l') ?? '');
  expect(await vault.ask('vault.confirmRecoveryCode', { typed })).toEqual({ confirmed: true });
  expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: null });
  expect((await vault.reopen()).notices).not.toContain('recovery-code-unconfirmed');
  expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: null });
});

it('enters refused attempts in the history, and answers nothing while locked', async () => {
  await vault.askShell('open.close', {});
  await expect(vault.ask('people.list', {})).rejects.toMatchObject(refused('locked'));
  const refusedUtc = ['2026-11-19T02:10:00.000Z', '2026-11-19T02:13:00.000Z'];
  await expect(vault.askShell('open.unlock', { folder: vault.folder, key: new Uint8Array(32).fill(9), marks: [], refusedUtc })).rejects.toMatchObject(refused('wrong-secret'));
  await vault.askShell('open.unlock', { folder: vault.folder, key: new Uint8Array(32).fill(2), marks: [], refusedUtc });
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 9 });
  expect(entries.map((entry) => entry.kind)).toEqual(['vault-opened', 'attempt-refused', 'attempt-refused', 'vault-created']);
  expect(JSON.parse(entries[1]?.payload ?? '{}')).toMatchObject({ atUtc: refusedUtc[1] });
});

it('keeps what an opening found in the history: the notice is shown once', async () => {
  await vault.askShell('open.close', {});
  const older = path.join(path.dirname(vault.folder), 'older');
  await cp(vault.folder, older, { recursive: true });
  await vault.reopen();
  await vault.ask('incidents.begin', {});
  const { half, sealed } = await vault.askShell('open.mark', {});
  expect(await vault.askShell('open.mark', {})).toEqual({ half, sealed });
  await vault.askShell('open.close', {});
  const unlock = (folder: string, ...marks: Uint8Array[]) => vault.askShell('open.unlock', { folder, key: new Uint8Array(32).fill(2), marks, refusedUtc: [] });
  // Another vault's mark, or nobody's, is passed over.
  expect((await unlock(vault.folder, randomBytes(sealed.length))).notices).not.toContain('older-than-seen');
  await vault.askShell('open.close', {});
  expect((await unlock(older, randomBytes(sealed.length), sealed)).notices).toContain('older-than-seen');
  const told = (await vault.askShell('open.mark', {})).sealed;
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 1 });
  expect(JSON.parse(entries[0]?.payload ?? '{}')).toMatchObject({ notices: expect.arrayContaining(['older-than-seen']) });
  await vault.askShell('open.close', {});
  expect((await unlock(older, sealed, told)).notices).not.toContain('older-than-seen');
});
