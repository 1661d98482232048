import { cpSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWithSecret, mustAsk } from './support/ask';
import { expect, test } from './support/journey';

const passphrase = 'velvet harbour oxide nineteen lantern';

test('a vault that another Tidemark has open is refused in words, left as it is, and opens once that one has gone, killed or not', async ({ tidemark, start, folder }) => {
  const made = await askWithSecret(tidemark.page, 'vault.create', { folder: null }, passphrase);
  expect(made).toMatchObject({ ok: true });
  await mustAsk(tidemark.page, 'people.add', { name: 'Amal', role: 'witness' });
  const vault = join(tidemark.userData, 'vault');

  const second = await start({ userData: join(folder, 'settings of another account') });
  second.answerDialogs({ folder: vault });
  const { page } = second;
  const { chosen } = await mustAsk(page, 'vault.chooseFolder', {});
  const open = () => askWithSecret(page, 'vault.unlock', { folder: chosen!.grant, kind: 'passphrase' }, passphrase);
  expect(await open()).toEqual({ ok: false, error: { code: 'already-open' } });
  expect((await mustAsk(tidemark.page, 'people.list', {})).people).toHaveLength(1);

  // The first one is ended without a word: its lock stays behind and counts for nothing.
  tidemark.app.process().kill('SIGKILL');
  await expect.poll(async () => (await open()).ok, { timeout: 20_000 }).toBe(true);
  expect((await mustAsk(page, 'people.list', {})).people).toHaveLength(1);
});

test('the lock of another computer in a copied folder holds for two minutes and no longer', async ({ tidemark, folder, start }) => {
  expect(await askWithSecret(tidemark.page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  const copy = join(folder, 'copy');
  cpSync(join(tidemark.userData, 'vault'), copy, { recursive: true });
  await tidemark.close();
  const lock = join(copy, 'lock');
  writeFileSync(lock, JSON.stringify({ ...(JSON.parse(readFileSync(lock, 'utf8')) as object), host: '0123456789abcdef' }));

  const second = await start();
  second.answerDialogs({ folder: copy });
  const { page } = second;
  await page.getByRole('button', { name: 'Open another vault' }).click();
  const unlock = async () => {
    await page.getByLabel('Passphrase').fill(passphrase);
    await page.getByRole('button', { name: 'Unlock' }).click();
  };
  await unlock();
  await expect(page.getByText('here or on another computer')).toBeVisible();
  await expect(page.getByText('wait two minutes and try again')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('already-open.png') });

  const before = new Date(Date.now() - 130_000);
  utimesSync(lock, before, before);
  await unlock();
  await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
});
