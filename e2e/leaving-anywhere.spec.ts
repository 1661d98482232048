import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { emptyIncidentContent } from '../shared/model/incident';
import { askWithSecret, mustAsk } from './support/ask';
import { expect, test } from './support/journey';
import { leavesAndComesBackWith } from './support/leaving';
import type { Tidemark } from './support/launch';
import { place } from './support/places';
import { androidChat } from './support/source-files';

const passphrase = 'four plain words together';
const leavesAndComesBack = (tidemark: Tidemark, from: string) => leavesAndComesBackWith(tidemark, passphrase, from);
const sample = (name: string) => join(import.meta.dirname, '../assets/sample-case/files', name);

async function openDocument(page: Page, name: string): Promise<void> {
  await place(page, 'Documents').click();
  await page.getByRole('option', { name }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

test('leaves by key from a film, from pages, from a dialog, from a menu, and in the middle of taking in and of making pages', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, passphrase)).toMatchObject({ ok: true });
  await place(page, 'Documents').click();
  const names = ['doorbell 2022-11-13 2210.webm', 'disclosure messages.pdf', 'IMG_20210913_074112.jpg'];
  tidemark.answerDialogs({ open: names.map(sample) });
  await page.getByRole('button', { name: 'Add documents' }).click();
  await expect(page.getByText('3 of 3 files done')).toBeVisible();
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, account: 'What happened at the gate.', happened: { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: null } } });
  for (const { id: documentId } of (await mustAsk(page, 'documents.list', { offset: 0, limit: 10 })).documents) await mustAsk(page, 'incidents.link', { id, target: { kind: 'document', documentId } });
  await mustAsk(page, 'incidents.record', { id });
  await tidemark.focusWindow();

  await test.step('a film that plays', async () => {
    await openDocument(page, names[0]!);
    await page.getByRole('button', { name: 'Show the film' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await page.getByRole('group', { name: /^Player for/ }).focus();
    await leavesAndComesBack(tidemark, 'a film');
  });
  await test.step('pages', async () => {
    await openDocument(page, names[1]!);
    await expect(page.locator('.pdf-page').first()).toBeVisible();
    await page.getByRole('textbox', { name: 'Page', exact: true }).focus();
    await leavesAndComesBack(tidemark, 'pages');
  });
  await test.step('a dialog, in a field of it', async () => {
    await openDocument(page, names[2]!);
    await page.getByRole('button', { name: 'Link to an incident' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await leavesAndComesBack(tidemark, 'a dialog');
  });
  await test.step('an open list of choices', async () => {
    await openDocument(page, names[2]!);
    await page.getByLabel('When is it from?').fill('12 March 2019');
    await page.getByRole('button', { name: /How do you know/ }).click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await leavesAndComesBack(tidemark, 'a list of choices');
  });
  await test.step('in the middle of taking messages in', async () => {
    const path = join(folder, 'long chat.txt');
    const [, ...lines] = androidChat.trim().split('\n');
    writeFileSync(path, Array.from({ length: 60_000 }, (_, index) => `0${1 + Math.floor(index / 10_000)}/03/2019, 08:01 - Mark: ${lines[index % lines.length]}`).join('\n'));
    await place(page, 'Messages').click();
    tidemark.answerDialogs({ open: [path] });
    await page.getByRole('button', { name: 'Add messages' }).click();
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await expect(page.getByRole('heading', { name: 'What is in this file' })).toBeVisible({ timeout: 30_000 });
    const order = page.getByText('The day comes first');
    if (await order.isVisible()) await order.click();
    await page.getByText('None of these', { exact: true }).click();
    await page.getByRole('button', { name: 'Keep these messages' }).click();
    await expect(page.getByRole('button', { name: 'Stop' })).toBeVisible();
    await leavesAndComesBack(tidemark, 'taking messages in');
    // What was cut short left nothing.
    expect(await mustAsk(page, 'conversations.list', {})).toEqual({ conversations: [] });
    expect(await mustAsk(page, 'documents.list', { offset: 0, limit: 1 })).toMatchObject({ total: 3 });
  });
  await test.step('in the middle of making the pages', async () => {
    await place(page, 'Hand over').click();
    await page.getByLabel('Short name of the case').fill('Re A');
    await page.getByRole('button', { name: 'Make the pages' }).click();
    await expect(page.getByRole('button', { name: 'Stop' })).toBeFocused();
    await leavesAndComesBack(tidemark, 'making the pages');
    expect(await mustAsk(page, 'exports.list', {})).toEqual({ exports: [] });
  });
});
