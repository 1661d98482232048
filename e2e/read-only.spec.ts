import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyIncidentContent } from '../shared/model/incident';
import { ask, askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { androidChat } from './support/source-files';

const passphrase = 'velvet harbour oxide nineteen lantern';
const letter = join(import.meta.dirname, '../assets/sample-case/files/PSD outcome 20-11-2023.pdf');
/** Everything on these places that would write. */
const writing = /^(Add|Save$|Link|Erase|Mark these|Change the words|Remove|Choose a file|Say what|Check it now)/;

test('a vault that can only be read: nothing to press that would write, everything can be read, and the pages can be handed over', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  const chat = join(folder, 'chat.txt');
  writeFileSync(chat, androidChat);
  for (const [file, where] of [[letter, 'Documents']] as const) {
    await place(page, where).click();
    tidemark.answerDialogs({ open: [file] });
    await page.getByRole('button', { name: 'Add documents' }).click();
    await expect(page.getByText('1 of 1 file done')).toBeVisible();
  }
  tidemark.answerDialogs({ open: [chat] });
  const { chosen } = await mustAsk(page, 'messages.choose', {});
  expect(await askForTask(page, 'messages.import', { grant: chosen!.grant, dateOrder: 'dmy', columns: null, mail: null, locations: false, conversations: [{ key: 'whatsapp:0', title: 'Mark', meName: 'Anna' }] })).toMatchObject({ state: 'finished' });
  const [conversation] = (await mustAsk(page, 'conversations.list', {})).conversations;
  await mustAsk(page, 'excerpts.mark', { conversationId: conversation!.id, firstOrdinal: 1, lastOrdinal: 2, shows: 'He asks where I am.' });
  const [document] = (await mustAsk(page, 'documents.list', { offset: 0, limit: 50 })).documents.filter(({ form }) => form === 'pdf');
  await mustAsk(page, 'documents.amend', { id: document!.id, title: 'The outcome', happened: document!.happened, note: 'It came by post.' });
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, account: 'What happened at the gate.', happened: { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: null } } });
  await mustAsk(page, 'incidents.record', { id });
  // One more save, which is then damaged on the disk.
  await page.waitForTimeout(4000);
  await mustAsk(page, 'people.add', { name: 'Amal', role: 'witness' });
  await page.waitForTimeout(4000);
  const vault = (await tidemark.app.evaluate(({ app }) => app.getAppMetrics().filter(({ type, name }) => type === 'Utility' && name === 'Tidemark vault').map(({ pid }) => pid)))[0];
  process.kill(vault!, 'SIGKILL');
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible({ timeout: 15_000 });
  damageLastSave(join(tidemark.userData, 'vault', 'objects'));
  expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, passphrase)).toMatchObject({ ok: true });
  expect(await mustAsk(page, 'program.state', {})).toMatchObject({ readOnly: true });

  const nothingWrites = async (screen: string): Promise<void> => {
    const names = await page.getByRole('main').getByRole('button').allInnerTexts();
    expect(names.filter((name) => writing.test(name.trim())), screen).toEqual([]);
    await expectAxeClean(page, `${screen}, only to be read`);
  };
  await place(page, 'Messages').click();
  await nothingWrites('Messages');
  await page.getByRole('option', { name: /Mark/ }).click();
  await page.locator('.message-margin').nth(1).click();
  await page.getByRole('grid').focus();
  await page.keyboard.press('Space');
  await expect(page.getByRole('heading', { name: /chosen$/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Marked (1)' }).click();
  await expect(page.getByText('He asks where I am.')).toBeVisible();
  await nothingWrites('marked messages');
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: 'Name and people' }).click();
  await expect(page.getByRole('region', { name: 'Name and people' }).getByText('Anna').first()).toBeVisible();
  await nothingWrites('name and people');

  await place(page, 'Documents').click();
  await nothingWrites('Documents');
  await page.getByRole('option', { name: /The outcome/ }).click();
  await expect(page.getByText('It came by post.')).toBeVisible();
  await nothingWrites('a document');

  await place(page, 'Vault').click();
  await expect(page.getByText('Damage was found. It can be read but not changed.').first()).toBeVisible();
  await nothingWrites('Vault');

  const saved = join(folder, 'out.pdf');
  await place(page, 'Hand over').click();
  await page.getByLabel('Short name of the case').fill('Re A');
  await page.getByRole('button', { name: 'Make the pages' }).click();
  await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 60_000 });
  tidemark.answerDialogs({ save: saved });
  await page.getByRole('button', { name: 'Save the PDF' }).click();
  await expect(page.getByText('Your vault can only be read, so this is not noted in your record.')).toBeVisible();
  expect(existsSync(saved)).toBe(true);
  expect(await mustAsk(page, 'exports.list', {})).toEqual({ exports: [] });
  expect(await ask(page, 'people.add', { name: 'x', role: 'other' })).toMatchObject({ ok: false, error: { code: 'read-only' } });
});

/** Changes one byte near the end of the file that was written last: the journal, after a save. */
function damageLastSave(objects: string): void {
  const files = readdirSync(objects, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const [last] = files.sort((left, right) => statSync(right).mtimeMs - statSync(left).mtimeMs);
  const bytes = readFileSync(last!);
  bytes[bytes.length - 5]! ^= 1;
  writeFileSync(last!, bytes);
}
