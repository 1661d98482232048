import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';

import { place } from './support/places';
import { androidChat, makeZip } from './support/source-files';
import { ordinaryWindow } from './support/pictures';

const picture = readFileSync(join(import.meta.dirname, '../assets/sample-case/files/IMG_20210913_074112.jpg'));

async function goToMessages({ page }: Tidemark): Promise<void> {
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Messages').click();
}

async function bringIn(tidemark: Tidemark, path: string): Promise<void> {
  const { page } = tidemark;
  tidemark.answerDialogs({ open: [path] });
  await page.getByRole('button', { name: 'Add messages' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByRole('heading', { name: 'What is in this file' })).toBeVisible();
  await expectAxeClean(page, 'the preview of a chat');
  // Pressed too early, at the bottom of a long page: she is brought to the question, and the keyboard with her.
  await tidemark.focusWindow();
  await page.getByRole('button', { name: 'Keep these messages' }).click();
  await expect(page.getByText('Answer the question about dates first.')).toBeInViewport();
  await expect(page.getByRole('radio', { name: /The day comes first/ })).toBeFocused();
  await page.getByText('The day comes first').click();
  await expect(page.getByText('Monday 4 March 2019, 08:00').or(page.getByText('Monday 4 March 2019, 08:01')).first()).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Which of these is you?' }).getByText('Anna', { exact: true }).click();
  await page.getByRole('button', { name: 'Keep these messages' }).click();
  await expect(page.getByRole('grid')).toBeVisible();
}

async function fromMore(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name: what }).click();
}

const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('takes in a chat, marks a range, says what it shows and links it', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  const path = join(folder, 'WhatsApp Chat with Mark.txt');
  writeFileSync(path, androidChat);
  await goToMessages(tidemark);
  await expectAxeClean(page, 'Messages, empty');
  await bringIn(tidemark, path);

  await test.step('shows it as a phone does, with full dates', async () => {
    await expect(page.getByText('Monday 4 March 2019', { exact: true })).toBeVisible();
    await expect(row(page, 'No one will believe you')).toContainText('08:05');
    await expect(row(page, 'ten minutes')).toHaveAttribute('data-side', 'me');
    await expect(page.getByText(/left out when the chat was exported/)).toBeVisible();
    await expectAxeClean(page, 'a conversation');
  });

  await test.step('marks by mouse and by keyboard', async () => {
    await row(page, 'Where are you').locator('.message-margin').click();
    await row(page, 'No one will believe you').locator('.message-margin').click();
    await expect(page.getByRole('heading', { name: '3 messages chosen' })).toBeVisible();
    await page.getByLabel('What do these messages show?').fill('Half a thought');
    // To read on, to look elsewhere and to come back loses neither what is chosen nor the words.
    await row(page, 'Please stop').locator('.bubble').click();
    await expect(page.getByRole('heading', { name: '3 messages chosen' })).toBeVisible();
    await expect(page.getByLabel('What do these messages show?')).toHaveValue('Half a thought');
    await tidemark.focusWindow();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Shift+ArrowUp');
    await expect(page.getByRole('heading', { name: '2 messages chosen' })).toBeVisible();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByLabel('What do these messages show?').fill('He says the sergeant would not believe me.');
    await page.getByRole('button', { name: 'Mark these messages' }).click();
    await expect(page.getByText('He says the sergeant would not believe me.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Link to an incident' })).toBeFocused();
    await expect(row(page, 'Where are you')).toHaveAttribute('data-marked', 'true');
    await expectAxeClean(page, 'marked messages');
  });

  await test.step('links the mark to an incident', async () => {
    await page.getByRole('button', { name: 'Link to an incident' }).click();
    await expectAxeClean(page, 'choosing an incident');
    await page.getByRole('button', { name: 'Write a new incident and link it' }).click();
    await expect(page.getByRole('button', { name: 'An incident without words yet' })).toBeVisible();
    const { excerpts } = await mustAsk(page, 'excerpts.list', { conversationId: null });
    expect(excerpts).toHaveLength(1);
    const { links } = await mustAsk(page, 'incidents.get', { id: excerpts[0]!.linkedIncidentIds[0]! });
    expect(links.map(({ target }) => target)).toEqual([{ kind: 'excerpt', excerptId: excerpts[0]!.id }]);
  });

  await test.step('a found mark opens its conversation at the marked place', async () => {
    await tidemark.focusWindow();
    await place(page, 'People').click();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('would not believe');
    await page.getByRole('menuitem', { name: /Marked messages/ }).click();
    await expect(page.getByRole('grid')).toHaveAttribute('aria-activedescendant', /-1$/);
    await expect(row(page, 'Where are you')).toHaveAttribute('data-marked', 'true');
  });

  await test.step('names the conversation, which side is hers, and who they are', async () => {
    await mustAsk(page, 'people.add', { name: 'Mark Dunmore', role: 'accused' });
    await fromMore(page, 'Name and people');
    const about = page.getByRole('region', { name: 'Name and people' });
    await about.getByLabel('A name for this conversation').fill('');
    await about.getByRole('button', { name: 'Save' }).click();
    await expect(about.getByText('Give the conversation a name.')).toBeVisible();
    await about.getByLabel('A name for this conversation').fill('Mark, his first phone');
    await about.getByText('Mark', { exact: true }).click();
    await about.getByRole('button', { name: /Who is Mark\?/ }).click();
    await page.getByRole('option', { name: 'Mark Dunmore' }).click();
    await expectAxeClean(page, 'name and people');
    await about.getByRole('button', { name: 'Save' }).click();
    await expect(about.getByText('Saved on this computer.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Mark, his first phone', level: 1 })).toBeVisible();
    await expect(row(page, 'Where are you')).toHaveAttribute('data-side', 'me');
    await expect(row(page, 'ten minutes')).not.toHaveAttribute('data-side', 'me');
    const [person] = (await mustAsk(page, 'people.list', {})).people;
    const [amended] = (await mustAsk(page, 'conversations.list', {})).conversations;
    expect(amended).toMatchObject({ title: 'Mark, his first phone' });
    expect(amended!.participants.find(({ name }) => name === 'Mark')).toEqual({ name: 'Mark', handle: '', isMe: true, personId: person!.id });
    await about.getByText('Anna', { exact: true }).click();
    await about.getByRole('button', { name: 'Save' }).click();
    await expect(row(page, 'ten minutes')).toHaveAttribute('data-side', 'me');
    await about.getByRole('button', { name: 'Close' }).click();
  });

  await test.step('finds, and says where a message stands in its file', async () => {
    await page.getByRole('button', { name: 'Find', exact: true }).last().click();
    await page.getByLabel('Find in this conversation').fill('sergeant');
    await expect(page.getByText('1 of 1')).toBeVisible();
    await expect(page.locator('mark', { hasText: 'sergeant' })).toBeVisible();
    await fromMore(page, 'About this message');
    await expect(page.getByText('04/03/2019, 08:05')).toBeVisible();
    const { conversations } = await mustAsk(page, 'conversations.list', {});
    const { messages } = await mustAsk(page, 'messages.page', { conversationId: conversations[0]!.id, firstOrdinal: 0, limit: 100 });
    const whole = readFileSync(path);
    for (const message of messages.filter(({ kind, attachments }) => kind === 'message' && attachments.length === 0)) {
      expect(whole.subarray(message.sourceOffset, message.sourceOffset + message.sourceLength).toString()).toContain(message.text);
    }
    await expectAxeClean(page, 'about a message');
    // The file it comes from can be read as it is.
    await page.getByRole('button', { name: 'Open the file it comes from' }).click();
    await expect(page.getByRole('group', { name: /^Text of WhatsApp Chat with Mark\.txt/ })).toContainText('04/03/2019, 08:05 - Mark: I know the sergeant on duty.');
    await expectAxeClean(page, 'the file of a conversation');
  });
});

test('takes in an archive with its pictures, blurred until chosen', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  const path = join(folder, 'WhatsApp Chat with Mark.zip');
  writeFileSync(path, makeZip([{ name: 'WhatsApp Chat with Mark.txt', bytes: Buffer.from(androidChat) }, { name: 'IMG-20190304-WA0001.jpg', bytes: picture }]));
  await goToMessages(tidemark);
  await bringIn(tidemark, path);
  const inline = page.locator('.bubble-picture img');
  await expect(page.getByRole('img', { name: 'IMG-20190304-WA0001.jpg' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the picture' }).click();
  await expect(page.getByRole('img', { name: 'IMG-20190304-WA0001.jpg' })).toBeVisible();
  await expect.poll(() => inline.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Open IMG-20190304-WA0001.jpg' }).click();
  await expect(page.getByRole('heading', { name: 'IMG-20190304-WA0001.jpg' })).toBeVisible();
});

test('leaves nothing behind when taking in is stopped before it is kept', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  const path = join(folder, 'chat.txt');
  writeFileSync(path, androidChat);
  await goToMessages(tidemark);
  tidemark.answerDialogs({ open: [path] });
  await page.getByRole('button', { name: 'Add messages' }).click();
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByRole('heading', { name: 'What is in this file' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  expect(await mustAsk(page, 'conversations.list', {})).toEqual({ conversations: [] });
  expect(await mustAsk(page, 'documents.list', { offset: 0, limit: 10 })).toMatchObject({ total: 0 });
});

test('marks a range at 200 % text with the keyboard alone: one thing at a time, the focus never lost', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  const path = join(folder, 'chat.txt');
  writeFileSync(path, androidChat);
  await goToMessages(tidemark);
  await bringIn(tidemark, path);
  const { settings } = await mustAsk(page, 'program.state', {});
  await mustAsk(page, 'program.saveSettings', { ...settings, textZoomPercent: 200 });
  await ordinaryWindow(tidemark);
  await tidemark.focusWindow();
  const grid = page.getByRole('grid');
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  // The messages keep more of the window than what stands above them.
  expect(await grid.evaluate((place) => place.clientHeight / innerHeight)).toBeGreaterThan(0.45);
  await grid.focus();
  for (const key of ['ArrowDown', 'Space', 'Shift+ArrowDown']) await page.keyboard.press(key);
  await expectAxeClean(page, 'messages chosen, large text');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Say what they show' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '2 messages chosen' })).toBeVisible();
  await expect(grid).toBeHidden();
  await expectAxeClean(page, 'saying what they show, large text');
  const shows = page.getByLabel('What do these messages show?');
  for (let presses = 0; presses < 4 && !(await shows.evaluate((area) => area === document.activeElement)); presses += 1) await page.keyboard.press('Tab');
  await page.keyboard.type('He knows where I am.');
  // Back to the messages and there again: the words are still there.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Say what they show' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(shows).toHaveValue('He knows where I am.');
  await page.getByRole('button', { name: 'Mark these messages' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Link to an incident' })).toBeFocused();
  await page.getByRole('button', { name: 'Show in the conversation' }).focus();
  await page.keyboard.press('Enter');
  await expect(grid).toBeFocused();
  expect((await mustAsk(page, 'excerpts.list', { conversationId: null })).excerpts).toMatchObject([{ shows: 'He knows where I am.' }]);
});
