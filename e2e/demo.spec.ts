import { copyFileSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { emptyIncidentContent } from '../shared/model/incident';
import { mustAsk } from './support/ask';
import { expect, test } from './support/journey';
import type { CaseFile } from '../electron/main/example/case-file';
import { ordinaryWindow } from './support/pictures';
import { place } from './support/places';

/**
 * The main job from an empty folder, on the invented case: make a vault, bring in what she holds, write, link, find, lock, unlock, hand
 * over. `npm run demo` keeps the pictures and the PDF in demo-output/.
 */
const sample = join(process.env['TIDEMARK_APP'] ?? join(import.meta.dirname, '..'), 'out/assets/sample-case');
const passphrase = 'velvet harbour oxide nineteen lantern';

test('the whole of it, on the invented case', async ({ tidemark, folder }, testInfo) => {
  test.setTimeout(300_000);
  const { page } = tidemark;
  const output = process.env['TIDEMARK_DEMO_OUTPUT'] ?? testInfo.outputPath('demo');
  mkdirSync(output, { recursive: true });
  let pictures = 0;
  const picture = async (name: string): Promise<void> => {
    await page.screenshot({ path: join(output, `${String(++pictures).padStart(2, '0')} ${name}.png`), animations: 'disabled' });
  };
  const written = JSON.parse(readFileSync(join(sample, 'case.json'), 'utf8')) as CaseFile;
  await ordinaryWindow(tidemark);

  await test.step('make a vault', async () => {
    await expect(page.getByRole('heading', { name: 'Before you start' })).toBeVisible();
    await picture('Before you start');
    await page.getByRole('button', { name: 'I have read this' }).click();
    await page.getByRole('button', { name: 'Make a new vault' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.getByLabel('The same passphrase once more').fill(passphrase);
    await picture('A passphrase');
    await page.getByRole('button', { name: 'Make the vault' }).click();
    const code = (await page.getByRole('group', { name: 'Recovery code' }).innerText()).trim().split(/[\s-]+/);
    await page.getByRole('button', { name: 'I have written it down' }).click();
    await expect(page.getByLabel(/^Group \d+ of \d+$/).first()).toBeVisible();
    for (const field of await page.getByLabel(/^Group \d+ of \d+$/).all()) {
      const label = await field.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent ?? '');
      await field.fill(code[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
    }
    await page.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Your vault is open' })).toBeVisible();
    await tidemark.focusWindow();
  });

  await test.step('bring in the messages', async () => {
    await place(page, 'Messages').click();
    tidemark.answerDialogs({ open: [join(sample, written.conversations[0]!.file)] });
    await page.getByRole('button', { name: 'Add messages' }).click();
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await expect(page.getByRole('heading', { name: 'What is in this file' })).toBeVisible();
    await page.getByRole('radiogroup').getByText('Mara', { exact: true }).click();
    await picture('Messages before they are kept');
    await page.getByRole('button', { name: 'Keep these messages' }).click();
    await expect(page.getByRole('grid')).toBeVisible();
    expect((await mustAsk(page, 'conversations.list', {})).conversations).toMatchObject([{ messageCount: 3001, notUnderstoodCount: 0 }]);
  });

  await test.step('add the documents', async () => {
    await place(page, 'Documents').click();
    tidemark.answerDialogs({ open: written.documents.map(({ file }) => join(sample, file)) });
    await page.getByRole('button', { name: 'Add documents' }).click();
    await expect(page.getByText('25 of 25 files done')).toBeVisible({ timeout: 90_000 });
    await picture('Documents');
  });

  const people = new Map<string, string>();
  for (const { key, name, role } of written.people) people.set(key, (await mustAsk(page, 'people.add', { name, role })).id);

  await test.step('write an incident', async () => {
    const incident = written.incidents.find(({ content }) => content.title === 'Hands on my throat')!;
    await page.keyboard.press('Control+n');
    await expect(page.getByLabel('What happened, in your own words')).toBeFocused();
    await page.keyboard.insertText(incident.content.account!);
    await page.getByLabel('When it happened').fill(incident.content.happened!.typed);
    await expect(page.getByText(/^Saved on this computer/)).toBeVisible();
    await picture('Write now');
    await page.getByRole('button', { name: 'This is my record' }).click();
    await expect(page.getByText(/^First recorded /)).toBeVisible();
    await picture('My record');
  });

  await test.step('the other entries, through the same calls', async () => {
    const documents = await documentIds(page);
    const byKey = new Map(written.documents.map(({ key, file }) => [key, documents.get(file)!]));
    const [conversation] = (await mustAsk(page, 'conversations.list', {})).conversations;
    const excerpts = new Map<string, string>();
    for (const { key, first, last, shows } of written.conversations[0]!.excerpts) {
      excerpts.set(key, (await mustAsk(page, 'excerpts.mark', { conversationId: conversation!.id, firstOrdinal: first, lastOrdinal: last, shows })).id);
    }
    for (const { content, links } of written.incidents) {
      if (content.title === 'Hands on my throat') continue;
      const { id } = await mustAsk(page, 'incidents.begin', {});
      const involved = content.people.map(({ person, part }) => ({ personId: people.get(person)!, part }));
      await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, ...content, people: involved } });
      await mustAsk(page, 'incidents.record', { id });
      for (const key of links) {
        const target = excerpts.has(key) ? { kind: 'excerpt' as const, excerptId: excerpts.get(key)! } : { kind: 'document' as const, documentId: byKey.get(key)! };
        await mustAsk(page, 'incidents.link', { id, target });
      }
    }
  });

  await test.step('the chronology, and a link made by hand', async () => {
    await place(page, 'People').click();
    await place(page, 'Chronology').click();
    await expect(page.getByText('He set up my phone')).toBeVisible();
    await picture('Chronology');
    await place(page, 'Documents').click();
    await tidemark.focusWindow();
    await page.getByRole('listbox').first().focus();
    await page.keyboard.press('End');
    await page.getByRole('option', { name: 'walk-in centre 23.04.2022.pdf' }).click();
    await expect(page.locator('.pdf-page[data-page="1"]')).toContainText('two round bruises');
    await picture('A document');
    await page.getByRole('button', { name: /Link to an incident/ }).first().click();
    await page.getByRole('dialog').getByLabel('Find an incident').fill('sparks');
    await page.getByRole('dialog').getByRole('option').filter({ hasText: '21 April 2022' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  await test.step('find', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.type('tissues');
    await page.getByText(/See everything that mentions/).click();
    await expect(page.locator('.hit mark').first()).toHaveText('tissues');
    await picture('Find');
    await page.locator('.hit', { hasText: 'They gave you tissues' }).first().click();
    await expect(page.getByRole('row').filter({ hasText: 'They gave you tissues' })).toBeVisible();
    await picture('In its conversation');
  });

  await test.step('lock and unlock', async () => {
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
    await picture('Locked');
    await page.getByLabel('Passphrase').fill(passphrase);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Your vault is open' })).toBeVisible();
    await picture('Opened');
  });

  await test.step('hand over', async () => {
    await place(page, 'Hand over').click();
    await page.getByLabel('Short name of the case').fill('Ellis (invented)');
    await picture('Hand over');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 120_000 });
    await expect(page.locator('.pdf-page[data-page="1"] canvas')).toBeVisible();
    await page.waitForTimeout(500);
    await picture('The pages as they will be');
    const saved = join(folder, 'Chronology.pdf');
    tidemark.answerDialogs({ save: saved });
    await page.getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText(/^Saved as /)).toBeVisible();
    const [name] = readdirSync(folder).filter((file) => file.endsWith('.pdf'));
    copyFileSync(join(folder, name!), join(output, name!));
    await picture('Handed over');
  });
});

/** Ids of the kept documents by their original names. */
async function documentIds(page: Page): Promise<Map<string, string>> {
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 100 });
  return new Map(documents.map(({ originalName, id }) => [originalName, id]));
}
