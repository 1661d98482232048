import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { androidChat } from './support/source-files';
import { everywhere } from '../shared/model/search';
import { emptyIncidentContent } from '../shared/model/incident';

test('finds everywhere, narrows it, puts aside, links a message, keeps the search, and opens it where it stands', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const { id } = await mustAsk(page, 'incidents.begin', {});
  const happened = { typed: '4 March 2019', edtf: '2019-03-04', timeOfDay: '', timeApproximate: false, basis: null };
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: 'At the door', account: 'He said that no one will believe me. He stood in the door in Łódź.', happened } });
  await mustAsk(page, 'incidents.record', { id });
  const path = join(folder, 'WhatsApp Chat with Mark.txt');
  writeFileSync(path, androidChat);
  await place(page, 'Messages').click();
  tidemark.answerDialogs({ open: [path] });
  await page.getByRole('button', { name: 'Add messages' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByText('The day comes first').click();
  await page.getByRole('radiogroup', { name: 'Which of these is you?' }).getByText('Anna', { exact: true }).click();
  await page.getByRole('button', { name: 'Keep these messages' }).click();
  await expect(page.getByRole('grid')).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('believe');
  await page.getByRole('menuitem', { name: /See everything/ }).click();
  const field = page.getByRole('textbox', { name: 'Find in your whole record' });
  await expect(field).toHaveValue('believe');
  const messagesFound = page.getByRole('region', { name: /^Messages \(1\)/ });
  await expect(messagesFound).toContainText('No one will believe you');
  await expect(page.getByRole('region', { name: /^Incidents \(1\)/ })).toContainText('At the door');
  await expectAxeClean(page, 'what was found');

  await test.step('narrows', async () => {
    await page.getByRole('button', { name: 'Where to look' }).click();
    await page.getByRole('textbox', { name: 'From' }).fill('2020');
    await expect(page.getByText('Nothing found where you are looking.')).toBeVisible();
    await expect(page.getByText('Things without a date are left out')).toBeVisible();
    await expectAxeClean(page, 'a search that is narrowed');
    await page.getByRole('button', { name: 'Look everywhere' }).click();
    await expect(messagesFound).toBeVisible();
  });
  await test.step('puts a message aside and links it', async () => {
    await messagesFound.getByRole('button', { name: 'Do …' }).click();
    await page.getByRole('menuitem', { name: 'Put aside for the bundle' }).click();
    await expect(page.getByText('Put aside. You find it when you hand something over.')).toBeVisible();
    const { targets } = await mustAsk(page, 'aside.list', {});
    expect(targets.map(({ kind }) => kind)).toEqual(['excerpt']);
    await messagesFound.getByRole('button', { name: 'Do …' }).click();
    await page.getByRole('menuitem', { name: 'Link to an incident' }).click();
    await page.getByRole('dialog').getByRole('option', { name: /At the door/ }).or(page.getByRole('dialog').getByRole('row', { name: /At the door/ })).first().click();
    await expect(page.getByText('Linked.')).toBeVisible();
    expect((await mustAsk(page, 'incidents.get', { id })).links.map(({ target }) => target)).toEqual([{ kind: 'excerpt', excerptId: targets[0]?.id }]);
  });
  await test.step('keeps the search, and asks it again', async () => {
    await page.getByRole('button', { name: 'Keep this search' }).click();
    await expect(page.getByText('Kept as “believe”.')).toBeVisible();
    await field.fill('');
    await expect(page.getByRole('heading', { name: 'Searches you kept' })).toBeVisible();
    await expectAxeClean(page, 'kept searches');
    const keptSearches = page.getByRole('region', { name: 'Searches you kept' });
    await keptSearches.getByRole('button', { name: 'Rename the search “believe”' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('New name of “believe”')).toBeFocused();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText('What he said nobody would believe');
    await page.keyboard.press('Enter');
    await expect(page.getByText('The search “believe” is called “What he said nobody would believe” now.')).toBeVisible();
    await expect(keptSearches.getByRole('button', { name: /^Rename the search/ })).toBeFocused();
    await keptSearches.getByRole('button', { name: 'What he said nobody would believe', exact: true }).click();
    await expect(messagesFound).toBeVisible();
    expect((await mustAsk(page, 'searches.list', {})).searches[0]?.query).toEqual({ text: 'believe', filter: everywhere });
  });
  await test.step('opens the message in its conversation, with the words marked', async () => {
    await messagesFound.locator('.hit').click();
    await expect(page.getByRole('row').filter({ hasText: 'No one will believe you' }).locator('mark')).toHaveText('believe');
    await expect(page.getByRole('search')).toContainText('1 of 1');
  });
});

test('puts a document and a message aside, hands them over, and a message she did not link stays unmarked', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const [chat, letter] = [join(folder, 'WhatsApp Chat with Mark.txt'), join(folder, 'believe the letter.txt')];
  writeFileSync(chat, androidChat);
  writeFileSync(letter, 'Dear Madam, we believe your account of the ninth.');
  await place(page, 'Messages').click();
  tidemark.answerDialogs({ open: [chat] });
  await page.getByRole('button', { name: 'Add messages' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByText('The day comes first').click();
  await page.getByRole('radiogroup', { name: 'Which of these is you?' }).getByText('Anna', { exact: true }).click();
  await page.getByRole('button', { name: 'Keep these messages' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
  await place(page, 'Documents').click();
  tidemark.answerDialogs({ open: [letter] });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText('1 of 1 file done')).toBeVisible();

  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill('believe');
  await page.getByRole('menuitem', { name: /See everything/ }).click();
  const messagesFound = page.getByRole('region', { name: /^Messages \(1\)/ });
  const excerpts = async () => (await mustAsk(page, 'excerpts.list', { conversationId: null })).excerpts;
  await test.step('leaves the message unmarked when she turns back from linking it', async () => {
    await messagesFound.getByRole('button', { name: 'Do …' }).click();
    await page.getByRole('menuitem', { name: 'Link to an incident' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await excerpts()).toEqual([]);
  });
  await test.step('puts both aside', async () => {
    for (const found of [messagesFound, page.getByRole('region', { name: /^Documents \(1\)/ })]) {
      await found.getByRole('button', { name: 'Do …' }).click();
      await page.getByRole('menuitem', { name: 'Put aside for the bundle' }).click();
      await expect(page.getByText('Put aside. You find it when you hand something over.')).toBeVisible();
    }
    expect((await mustAsk(page, 'aside.list', {})).targets.map(({ kind }) => kind)).toEqual(['excerpt', 'document']);
  });
  const aside = page.getByRole('region', { name: 'Put aside for the bundle' });
  await test.step('finds them where she hands over, takes one off and puts it back', async () => {
    await place(page, 'Hand over').click();
    await expect(aside.getByRole('checkbox')).toHaveCount(2);
    await expect(aside.getByRole('checkbox', { name: 'believe the letter.txt, put aside, goes along' })).toBeChecked();
    await aside.getByRole('button', { name: 'Take off the list: believe the letter.txt' }).click();
    await expect(aside.getByRole('checkbox', { name: /^believe the letter/ })).not.toBeChecked();
    expect((await mustAsk(page, 'aside.list', {})).targets.map(({ kind }) => kind)).toEqual(['excerpt']);
    await expectAxeClean(page, 'Hand over, with what is put aside');
    await aside.getByRole('button', { name: 'Put back on the list: believe the letter.txt' }).click();
    await expect(aside.getByRole('checkbox', { name: /^believe the letter/ })).toBeChecked();
  });
  await test.step('both are in the PDF, each under its mark', async () => {
    const saved = join(folder, 'Re A.pdf');
    await page.getByLabel('Short name of the case').fill('Re A');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 60_000 });
    tidemark.answerDialogs({ save: saved });
    await page.getByRole('button', { name: 'Save the PDF' }).click();
    await expect(page.getByText(/^Saved as Re A\.pdf/)).toBeVisible();
    const pages = execFileSync('pdftotext', ['-enc', 'UTF-8', saved, '-'], { encoding: 'utf8' }).split('\f').map((text) => text.replace(/\s+/g, ' '));
    expect(pages.some((text) => text.includes('Exhibit TM1') && text.includes('No one will believe you'))).toBe(true);
    // The document's own words stand on the page after its sheet.
    const further = pages.findIndex((text) => text.includes('Exhibit TM2') && text.includes('Original name') && text.includes('believe the letter.txt'));
    expect(pages[further]).toContain('Further exhibits');
    expect(pages[further + 1]).toContain('Dear Madam, we believe your account of the ninth.');
    expect(pages[further + 1]).toContain('Exhibit TM2');
  });
});
