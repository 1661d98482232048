import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { added, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
  for (let file = 0; file < 6; file += 1) await added(vault, `film-${file}.bin`, randomBytes(4_000_000));
});
afterEach(() => vault.remove());

const taskId = '7'.repeat(32);
const key = (letter: number): Uint8Array => new Uint8Array(32).fill(letter);
const renew = () => vault.askShell('waysIn.renew', { taskId, proof: key(1), passphraseKey: key(11), recoveryKey: key(12), recoveryPrinted: '22222-33333-44444-55555-66666-77777' });
const state = () => vault.ask('check.state', {});
const untilUnderWay = async (): Promise<void> => {
  while (!vault.notices.some((notice) => 'done' in notice && notice.done > 0 && notice.done < notice.total)) await new Promise((resolve) => setImmediate(resolve));
};
const untilEnded = () => expect.poll(async () => (await state()).underWay, { interval: 5, timeout: 20_000 }).toBeNull();

it('a check that runs stands aside while everything is renewed, then goes on by itself and finds all of it whole', async () => {
  await vault.ask('check.run', {});
  await expect.poll(async () => (await state()).underWay?.bytesDone ?? 0, { interval: 1 }).toBeGreaterThan(0);
  vault.notices.length = 0;
  const renewing = renew();
  await untilUnderWay();
  const { underWay } = await state();
  expect(underWay).toMatchObject({ isRunning: false, stopped: null });
  await expect(vault.ask('check.run', {})).rejects.toMatchObject(refused('busy'));
  expect((await state()).underWay?.bytesDone).toBe(underWay?.bytesDone);
  await renewing;
  await untilEnded();
  expect((await state()).last).toMatchObject({ files: 6, bytes: 24_000_000, findings: [] });
  const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 2 });
  expect(entries.map(({ kind }) => kind)).toEqual(['vault-checked', 'keys-renewed']);
});

it('a check that stood aside goes on too when the renewing is stopped', async () => {
  await vault.ask('check.run', {});
  await expect.poll(async () => (await state()).underWay?.bytesDone ?? 0, { interval: 1 }).toBeGreaterThan(0);
  vault.notices.length = 0;
  const renewing = renew();
  await untilUnderWay();
  vault.service.cancel(taskId);
  await expect(renewing).rejects.toMatchObject(refused('cancelled'));
  await untilEnded();
  expect((await state()).last).toMatchObject({ files: 6, findings: [] });
});

it('a check asked for while everything is renewed is refused, leaves no trace, and can be made afterwards', async () => {
  vault.notices.length = 0;
  const renewing = renew();
  await untilUnderWay();
  await expect(vault.ask('check.run', {})).rejects.toMatchObject(refused('busy'));
  expect(await state()).toEqual({ underWay: null, last: null });
  await renewing;
  await vault.ask('check.run', {});
  await untilEnded();
  expect((await state()).last).toMatchObject({ files: 6, findings: [] });
});

it('a lock while a check stands aside ends both; the check is kept as far as it was', async () => {
  await vault.ask('check.run', {});
  await expect.poll(async () => (await state()).underWay?.filesDone ?? 0, { interval: 1 }).toBeGreaterThan(0);
  vault.notices.length = 0;
  const renewing = renew();
  await untilUnderWay();
  await Promise.all([expect(renewing).rejects.toMatchObject(refused('cancelled')), vault.askShell('open.close', {})]);
  await vault.askShell('open.unlock', { folder: vault.folder, key: key(1), marks: [], refusedUtc: [] });
  const { underWay } = await state();
  expect(underWay).toMatchObject({ isRunning: false });
  expect(underWay!.filesDone).toBeGreaterThan(0);
});
