import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWithSecret, mustAsk } from './support/ask';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { lockVault } from './support/locked';

const passphrase = 'four plain words together';

/** Opens the vault in a folder that she picks; gives back what she is told. */
async function noticesOf(tidemark: Tidemark, folder: string) {
  tidemark.answerDialogs({ folder });
  const { chosen } = await mustAsk(tidemark.page, 'vault.chooseFolder', {});
  const opened = await askWithSecret(tidemark.page, 'vault.unlock', { folder: chosen!.grant, kind: 'passphrase' }, passphrase);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.notices.filter((notice) => notice !== 'recovery-code-unconfirmed');
}

test('a vault keeps its mark wherever it goes: moved it opens in silence, an older copy is told from anywhere, and another vault in its place is not taken for it', async ({ tidemark, folder }) => {
  const at = (name: string) => join(folder, name);
  for (const name of ['hers', 'other']) {
    mkdirSync(at(name));
    tidemark.answerDialogs({ folder: at(name) });
    const { chosen } = await mustAsk(tidemark.page, 'vault.chooseFolder', {});
    expect(await askWithSecret(tidemark.page, 'vault.create', { folder: chosen!.grant }, passphrase)).toMatchObject({ ok: true });
    await lockVault(tidemark.page);
  }
  cpSync(at('hers'), at('older'), { recursive: true });
  expect(await noticesOf(tidemark, at('hers'))).toEqual([]);
  for (const name of ['Amal', 'Sue']) await mustAsk(tidemark.page, 'people.add', { name, role: 'witness' });
  await lockVault(tidemark.page);

  renameSync(at('hers'), at('moved'));
  expect(await noticesOf(tidemark, at('moved'))).toEqual([]);
  await lockVault(tidemark.page);

  renameSync(at('other'), at('hers'));
  expect(await noticesOf(tidemark, at('hers'))).toEqual([]);
  await lockVault(tidemark.page);

  // Opened from elsewhere: told, once; and the newest one is not called old because of it.
  expect(await noticesOf(tidemark, at('older'))).toEqual(['older-than-seen']);
  await lockVault(tidemark.page);
  expect(await noticesOf(tidemark, at('older'))).toEqual([]);
  await lockVault(tidemark.page);
  expect(await noticesOf(tidemark, at('moved'))).toEqual([]);
  await lockVault(tidemark.page);

  // Put in the newest one's place.
  rmSync(at('moved'), { recursive: true });
  cpSync(at('older'), at('moved'), { recursive: true });
  expect(await noticesOf(tidemark, at('moved'))).toEqual(['older-than-seen']);
});

test('attempts that were refused are told at the next opening, also when the program was closed after them', async ({ start, folder }) => {
  const first = await start();
  expect(await askWithSecret(first.page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await lockVault(first.page);
  await first.close();

  const his = await start();
  for (const guess of ['daniel1987', 'spurs']) {
    expect(await askWithSecret(his.page, 'vault.unlock', { folder: null, kind: 'passphrase' }, guess)).toEqual({ ok: false, error: { code: 'wrong-secret' } });
  }
  await his.close();

  // As if it had been two nights ago.
  const settings = join(folder, 'settings', 'settings.json');
  const held = readFileSync(settings, 'utf8');
  const today = new Date().toISOString().slice(0, 11);
  expect(held.split(today).length - 1).toBe(2);
  writeFileSync(settings, held.replaceAll(today, '2026-03-02T'));

  const hers = await start();
  await hers.page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await hers.page.getByRole('button', { name: 'Unlock' }).click();
  await expect(hers.page.getByText(/^2 attempts to open this vault .* since you last opened it, the last on 2 March 2026/)).toBeVisible();
  await hers.page.getByRole('button', { name: 'I have read this' }).click();
  const { entries } = await mustAsk(hers.page, 'history.list', { subjectId: null, offset: 0, limit: 3 });
  expect(entries.map((entry) => entry.kind)).toEqual(['vault-opened', 'attempt-refused', 'attempt-refused']);
  await lockVault(hers.page);
  expect(await askWithSecret(hers.page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true, value: { refused: null } });
});
