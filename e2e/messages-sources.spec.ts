import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import type { Tidemark } from './support/launch';
import { place } from './support/places';
import { smsBackup, smsCalls } from './support/source-files';

/** Bringing in what holds more than one chat, or has to be asked about: a phone's texts and calls, a table, a file that is no messages. */
async function beginToAdd(tidemark: Tidemark): Promise<void> {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Messages').click();
  await page.getByRole('button', { name: 'Add messages' }).click();
  await tidemark.focusWindow();
}

/** Presses Tab until something has the keyboard. */
async function tabTo(page: Page, has: () => Promise<boolean>): Promise<void> {
  for (let presses = 0; presses < 40 && !(await has()); presses += 1) await page.keyboard.press('Tab');
  expect(await has()).toBe(true);
}
const isFocused = (page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp) => (): Promise<boolean> => page.getByRole(role, { name }).first().evaluate((element) => element === document.activeElement).catch(() => false);
const row = (page: Page, text: string) => page.getByRole('row').filter({ hasText: text });

test('of a whole phone, only those she chooses come in, by the keyboard alone; calls, pictures and both hours of an October night are told', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  const phone = join(folder, 'My phone');
  mkdirSync(phone);
  writeFileSync(join(phone, 'sms-20241101.xml'), smsBackup);
  writeFileSync(join(phone, 'calls-20241101.xml'), smsCalls);
  writeFileSync(join(phone, 'notes.txt'), 'Nothing that any phone wrote.');
  await beginToAdd(tidemark);
  await expectAxeClean(page, 'choosing what to bring in');
  tidemark.answerDialogs({ folder: phone });
  await tabTo(page, isFocused(page, 'button', 'Choose a folder'));
  await page.keyboard.press('Enter');

  await test.step('nothing is chosen for her', async () => {
    await expect(page.getByRole('heading', { name: 'Which conversations do you want to keep?' })).toBeFocused();
    await expect(page.getByText('3 conversations: 3 from SMS Backup & Restore.')).toBeVisible();
    await expect(page.getByText('None of 3 chosen')).toBeVisible();
    await expect(page.getByRole('option', { name: /^Craig/ })).toContainText('+447700900123');
    await expectAxeClean(page, 'choosing conversations');
    await tabTo(page, isFocused(page, 'button', 'Go on'));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Choose at least one conversation first.')).toBeVisible();
  });

  await test.step('she finds one by its number and chooses it', async () => {
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('07700 900123');
    await expect(page.getByRole('option')).toHaveCount(1);
    await tabTo(page, isFocused(page, 'listbox', 'Conversations in it'));
    await page.keyboard.press('Space');
    await expect(page.getByRole('option', { name: /^Craig/ })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByText('1 of 3 chosen: 4 messages and 2 calls')).toBeVisible();
    await tabTo(page, isFocused(page, 'button', 'Go on'));
    await page.keyboard.press('Enter');
  });

  await test.step('the export says whose phone it is; she calls the conversation what she likes', async () => {
    await expect(page.getByRole('heading', { name: 'What is in this file' })).toBeFocused();
    await expect(page.getByText('By the export, “Me” is the one whose phone or account it is.')).toBeVisible();
    await expect(page.getByRole('radio', { name: /^Me/ })).toBeChecked();
    await expectAxeClean(page, 'before they are kept');
    await page.getByLabel('A name for this conversation').fill('Craig, his texts');
    await page.getByRole('button', { name: 'Keep these messages' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Craig, his texts', level: 1 })).toBeVisible();
  });

  await test.step('her mother’s messages are not in the record; the files are kept whole', async () => {
    const { conversations } = await mustAsk(page, 'conversations.list', {});
    expect(conversations.map(({ title, kind, messageCount, callCount }) => ({ title, kind, messageCount, callCount }))).toEqual([{ title: 'Craig, his texts', kind: 'sms-backup', messageCount: 6, callCount: 2 }]);
    expect(await mustAsk(page, 'search.find', { text: 'casserole', offset: 0, limit: 10 })).toMatchObject({ hits: [] });
    const { documents } = await mustAsk(page, 'documents.list', { offset: 0, limit: 10 });
    expect(documents.map(({ originalName }) => originalName).sort()).toEqual(['calls-20241101.xml', 'picture.png', 'sms-20241101.xml']);
  });

  await test.step('calls, the picture, hers on the right, and which of the two hours', async () => {
    await expect(row(page, 'Missed call')).toBeVisible();
    await expect(row(page, 'Outgoing call, 4 minutes 10 seconds')).toHaveAttribute('data-side', 'me');
    await expect(row(page, 'The first time round')).toContainText('01:30 BST');
    await expect(row(page, 'The second time round')).toContainText('01:30 GMT');
    await expect(row(page, 'Not sent: sending failed')).toContainText('Stop it');
    await expect(page.getByRole('button', { name: 'Open picture.png' })).toBeVisible();
    await expectAxeClean(page, 'a conversation with calls');
    await row(page, 'The second time round').locator('.bubble').click();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    const about = page.getByRole('region', { name: 'About this message' });
    await expect(about).toContainText('Sunday 27 October 2024, 01:30:00 GMT');
    await expect(about).toContainText('The export gives this moment in UTC. It is shown on UK time, here GMT. That night the clocks went back, and this hour came twice. This is the second of the two.');
    await expect(about).toContainText('1729992600000');
    await expect(about).toContainText('+447700900123');
    await expect(about).toContainText('sms-20241101.xml');
    await expectAxeClean(page, 'about a message of a phone');
  });

  await test.step('a number that she has under People is offered, not taken', async () => {
    const { id } = await mustAsk(page, 'people.add', { name: 'Craig Dunmore', role: 'accused' });
    await mustAsk(page, 'people.amend', { id, name: 'Craig Dunmore', role: 'accused', handles: ['07700 900123'], note: '' });
    await page.getByRole('button', { name: 'More', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Name and people' }).click();
    const about = page.getByRole('region', { name: 'Name and people' });
    await expect(about.getByText('Perhaps Craig Dunmore: the same number or address.')).toBeVisible();
    expect((await mustAsk(page, 'conversations.list', {})).conversations[0]!.participants.every(({ personId }) => personId === null)).toBe(true);
    await expectAxeClean(page, 'who they may be');
    await about.getByRole('button', { name: 'Yes, this is Craig Dunmore' }).click();
    await about.getByRole('button', { name: 'Save' }).click();
    await expect(about.getByText('Saved on this computer.')).toBeVisible();
    expect((await mustAsk(page, 'conversations.list', {})).conversations[0]!.participants.find(({ name }) => name === 'Craig')).toMatchObject({ personId: id, handle: '+447700900123' });
  });
});

test('matches the columns of a table, with the first messages read as she goes, and asks which comes first, day or month', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  const path = join(folder, 'export.csv');
  writeFileSync(path, 'Sent,Who,Note,Words\r\n01/02/2019 21:05,Craig,x,Where are you\r\n03/04/2019 21:07,Anna,y,"On my way, ten minutes"\r\n05/06/2019 07:00,Craig,z,No one will believe you\r\n');
  await beginToAdd(tidemark);
  tidemark.answerDialogs({ open: [path] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByRole('heading', { name: 'Which column holds what?' })).toBeFocused();
  await expect(page.getByRole('region', { name: 'The first rows of the table' })).toContainText('On my way, ten minutes');
  const pick = async (field: string, column: RegExp): Promise<void> => {
    await page.getByRole('button', { name: new RegExp(`${field}$`) }).click();
    await page.getByRole('option', { name: column }).click();
  };
  await pick('Date', /^Column 1/);
  await pick('Who wrote it', /^Column 2/);
  await pick('The words', /^Column 3/);
  const reads = page.getByRole('region', { name: 'How the first messages read' });
  await expect(reads.getByRole('listitem').first()).toContainText('Craig x');
  await pick('The words', /^Column 4/);
  await expect(reads.getByRole('listitem').first()).toContainText('Craig Where are you');
  await expectAxeClean(page, 'the columns of a table');
  await page.getByRole('button', { name: 'This is right' }).click();
  await expect(page.getByText('Answer the question about dates first.')).toBeVisible();
  await expect(page.getByRole('radio', { name: /The day comes first.*means 1 February 2019/ })).toBeFocused();
  await page.getByText('The day comes first').click();
  await page.getByRole('button', { name: 'This is right' }).click();
  await expect(page.getByText('Friday 1 February 2019, 21:05')).toBeVisible();
  await page.getByText('Anna', { exact: true }).first().click();
  await page.getByRole('button', { name: 'Keep these messages' }).click();
  await expect(row(page, 'On my way, ten minutes')).toHaveAttribute('data-side', 'me');
  const [kept] = (await mustAsk(page, 'conversations.list', {})).conversations;
  expect(kept).toMatchObject({ kind: 'table', messageCount: 3, firstAt: '2019-02-01T21:05:00', lastAt: '2019-06-05T07:00:00', dateOrder: 'dmy', bases: ['as-written'] });
});

test('says when nothing in a file is a message, and keeps it as a document if she wants', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  const path = join(folder, 'letter.txt');
  writeFileSync(path, 'Dear Sir,\n\nThis is a letter, and no chat.\n');
  await beginToAdd(tidemark);
  tidemark.answerDialogs({ open: [path] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByRole('heading', { name: 'Tidemark found no messages, e-mail or locations in this' })).toBeFocused();
  await expect(page.getByText(/^letter\.txt \(.*\) was looked at/)).toBeVisible();
  await expectAxeClean(page, 'no messages found');
  expect(await mustAsk(page, 'documents.list', { offset: 0, limit: 1 })).toMatchObject({ total: 0 });
  await page.getByRole('button', { name: 'Keep it as a document' }).click();
  await page.getByRole('button', { name: 'Open it' }).click();
  await expect(page.getByRole('heading', { name: 'letter.txt' })).toBeVisible();
});

test('takes a file that is dropped on the place', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  const path = join(folder, 'sms-20241101.xml');
  writeFileSync(path, smsBackup);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Messages').click();
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const [x, y] = [700, 400];
  for (const type of ['dragEnter', 'dragOver'] as const) await session.send('Input.dispatchDragEvent', { type, x, y, data });
  await expect(page.getByText('Let go to look at what is in it')).toBeVisible();
  await session.send('Input.dispatchDragEvent', { type: 'drop', x, y, data });
  await expect(page.getByRole('heading', { name: 'Which conversations do you want to keep?' })).toBeVisible();
  expect(await mustAsk(page, 'conversations.list', {})).toEqual({ conversations: [] });
});
