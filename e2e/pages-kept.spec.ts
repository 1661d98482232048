import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { emptyIncidentContent, type IncidentContent } from '../shared/model/incident';
import { ask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { lockVault } from './support/locked';
import { dress, ordinaryWindow, pictureTaker } from './support/pictures';
import { place } from './support/places';

const letter = join(import.meta.dirname, '../assets/sample-case/files/PSD outcome 20-11-2023.pdf');
const contentOf = (title: string, account: string, privileged = ''): IncidentContent => ({ ...emptyIncidentContent, title, account, privilegedNote: privileged, happened: { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: 'diary' } });

async function record(page: Page, content: IncidentContent): Promise<string> {
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content });
  await mustAsk(page, 'incidents.record', { id });
  return id;
}

/** A vault of two entries, one of which names a child on her list; the place Hand over, with the case's name said. */
async function begin(page: Page): Promise<string> {
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const first = await record(page, contentOf('At the gate', 'He waited at the gate.', 'Ask about the gate.'));
  await record(page, contentOf('The call', 'The school rang about Olly at five.'));
  await mustAsk(page, 'protectedFacts.add', { kind: 'child', text: 'Oliver Quill', alsoWritten: ['Olly'] });
  await place(page, 'Hand over').click();
  await page.getByLabel('Short name of the case').fill('Re A');
  return first;
}

const pages = (page: Page) => page.getByRole('heading', { name: 'The pages as they will be' });
const notes = (page: Page) => page.getByRole('checkbox', { name: 'Include my notes to my solicitor' });
const save = (page: Page) => page.getByRole('button', { name: 'Save the PDF' });

/** She looks something up, and comes back. */
async function goAndComeBack(page: Page, meanwhile: () => Promise<unknown> = async () => undefined): Promise<void> {
  await place(page, 'People').click();
  await expect(pages(page)).toHaveCount(0);
  await meanwhile();
  await place(page, 'Hand over').click();
}

test('pages and what she decided of them are there when she comes back, until her record changes beneath them', async ({ tidemark, folder }) => {
  test.setTimeout(240_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark);
  await ordinaryWindow(tidemark);
  const first = await begin(page);
  await page.getByText('Include my notes to my solicitor').first().click();
  await page.getByRole('button', { name: 'Make the pages' }).click();
  await expect(page.getByText(/places? to decide before you can save/)).toBeVisible({ timeout: 90_000 });
  await page.getByRole('button', { name: /^Let it stand|^Let all/ }).first().click();
  await page.getByLabel('Why may it stand?').fill('The court knows his name.');
  await page.getByRole('dialog').getByRole('button', { name: 'Let it stand' }).click();
  await expect(page.getByText('Everything that was found is decided')).toBeVisible();

  await test.step('she comes back to the same pages, her decision, and what let her notes out', async () => {
    await goAndComeBack(page, () => mustAsk(page, 'people.add', { name: 'Somebody', role: 'other' }));
    await expect(pages(page)).toBeVisible();
    await page.getByRole('button', { name: /^\d+ decided$/ }).press('Enter');
    await expect(page.getByText('Stands: The court knows his name.').first()).toBeVisible();
    await expect(page.getByText(/^Made at \d\d:\d\d\. Your notes to your solicitor are in them\.$/)).toBeVisible();
    await expect(notes(page)).toBeChecked();
    await expect(page.locator('.pdf-page[data-page="1"]')).toContainText('Re A');
    await picture('hand-over-came-back');
    await dress(page, 'dark', 200);
    await picture('hand-over-came-back dark 200');
    await dress(page, 'light', 100);
    await expectAxeClean(page, 'pages she came back to');
    const chosen = join(folder, 'Re A.pdf');
    tidemark.answerDialogs({ save: chosen });
    await save(page).click();
    await expect(page.getByText(/^Saved as Re A\.pdf/)).toBeVisible();
    expect(existsSync(chosen)).toBe(true);
    // Saved once, they are still her pages.
    await goAndComeBack(page);
    await expect(page.getByText(/^Saved as Re A\.pdf/)).toBeVisible();
    expect((await mustAsk(page, 'exports.list', {})).exports).toMatchObject([{ released: [{ reason: 'The court knows his name.' }] }]);
  });

  await test.step('her record changed: they can be looked at, not saved, and what lets something out is to be said again', async () => {
    await goAndComeBack(page, () => mustAsk(page, 'incidents.amend', { id: first, content: contentOf('At the gate', 'He waited at the gate for an hour.', 'Ask about the gate.'), reason: 'remembered' }));
    await expect(page.getByText('Your record has changed since these pages were made, or a file in them was read only then. They cannot be saved. Make them again.')).toBeVisible();
    await expect(page.getByText('They were made with your notes to your solicitor. Say so again if those are to go.')).toBeVisible();
    await expect(notes(page)).not.toBeChecked();
    await expect(save(page)).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Who is it for?' })).toHaveCount(0);
    await picture('hand-over-record-changed');
    await dress(page, 'dark', 200);
    await picture('hand-over-record-changed dark 200');
    await dress(page, 'light', 100);
    await expectAxeClean(page, 'pages of before');
    await page.getByRole('button', { name: 'Make the pages again' }).first().click();
    await expect(page.getByText(/places? to decide before you can save/)).toBeVisible({ timeout: 90_000 });
    await page.getByRole('button', { name: /^Page \d+: show At the gate in the pages$/ }).click();
    await expect(page.locator('.pdf-page').filter({ hasText: 'for an hour' }).first()).toBeVisible();
  });

  await test.step('the same finding is offered the reason she gave, and waits for her', async () => {
    await expect(page.getByText('You let this stand before: “The court knows his name.”').first()).toBeVisible();
    await expect(save(page)).toHaveCount(0);
    await picture('sweep offered again');
    await dress(page, 'dark', 200);
    await picture('sweep offered again dark 200');
    await dress(page, 'light', 100);
    await expectAxeClean(page, 'a reason that is offered again');
    const again = page.getByRole('button', { name: /^Let it stand again, for the same reason/ });
    for (let left = await again.count(); left > 0; left -= 1) {
      await again.first().click();
      await expect(again).toHaveCount(left - 1);
    }
    await expect(page.getByText('Everything that was found is decided')).toBeVisible();
    const chosen = join(folder, 'again.pdf');
    tidemark.answerDialogs({ save: chosen });
    await save(page).click();
    await expect(page.getByText(/^Saved as again\.pdf/)).toBeVisible();
    expect((await mustAsk(page, 'exports.list', {})).exports.find(({ fileName }) => fileName === 'again.pdf')).toMatchObject({ released: [{ reason: 'The court knows his name.' }] });
  });
});

test('pages in which something was erased are gone, and cannot be saved round the window', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark);
  const first = await begin(page);
  await place(page, 'Documents').click();
  tidemark.answerDialogs({ open: [letter] });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText('1 of 1 file done')).toBeVisible();
  const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 1 });
  const documentId = documents[0]!.id;
  await mustAsk(page, 'incidents.link', { id: first, target: { kind: 'document', documentId } });
  await place(page, 'Hand over').click();
  await page.evaluate(() => {
    const { events } = (globalThis as unknown as { tidemark: { events: { task: (listener: (told: { state: string; taskId: string }) => void) => void } } }).tidemark;
    events.task((told) => { if (told.state === 'finished') document.body.dataset['made'] = told.taskId; });
  });
  await page.getByRole('button', { name: 'Make the pages' }).click();
  await expect(pages(page)).toBeVisible({ timeout: 90_000 });
  const exportId = (await page.locator('body').getAttribute('data-made'))!;
  expect(await mustAsk(page, 'exports.standing', { exportId })).toEqual({ standing: 'stands' });
  await goAndComeBack(page, async () => {
    await mustAsk(page, 'documents.erase', { id: documentId, reason: 'it was never mine' });
    expect(await mustAsk(page, 'exports.standing', { exportId })).toEqual({ standing: 'gone' });
    tidemark.answerDialogs({ save: join(folder, 'old.pdf') });
    expect(await ask(page, 'exports.save', { exportId })).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
  await expect(page.getByText(/^The pages you made, or were making, are no longer here/)).toBeVisible();
  await expect(pages(page)).toHaveCount(0);
  await picture('hand-over-let-go');
  expect(existsSync(join(folder, 'old.pdf'))).toBe(false);
});

test('pages go on being made while she is elsewhere', async ({ tidemark }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  await begin(page);
  await page.getByRole('button', { name: 'Make the pages' }).click();
  await expect(page.getByRole('heading', { name: 'Making the pages' })).toBeVisible();
  await place(page, 'People').click();
  await expect(page.getByRole('heading', { name: 'Making the pages' })).toHaveCount(0);
  await place(page, 'Hand over').click();
  // Still being made, with the way to stop it, or made by now: nothing is to be pressed again.
  await expect(page.getByRole('heading', { name: /^(Making the pages|The pages as they will be)$/ })).toBeVisible();
  await expect(pages(page)).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/places? to decide before you can save/)).toBeVisible();

  await test.step('a lock leaves nothing, of what is made and of what is being made', async () => {
    for (const isMaking of [false, true]) {
      if (isMaking) {
        await page.getByLabel('Short name of the case').fill('Re A');
        await page.getByRole('button', { name: 'Make the pages' }).click();
        await expect(page.getByRole('heading', { name: 'Making the pages' })).toBeVisible();
      }
      await lockVault(page);
      expect(await askWithSecret(page, 'vault.unlock', { folder: null, kind: 'passphrase' }, 'four plain words together')).toMatchObject({ ok: true });
      await place(page, 'Hand over').click();
      await expect(page.getByRole('heading', { name: 'The pages', exact: true })).toBeVisible();
      await expect(page.getByText('The pages you made, or were making')).toHaveCount(0);
      expect((await mustAsk(page, 'exports.list', {})).exports).toEqual([]);
    }
  });
});
