import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { place } from './support/places';
import { androidChat } from './support/source-files';

test('two exports of one chat: asked, compared, what was removed in between told, read as one, taken apart', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const older = join(folder, 'older.txt');
  const newer = join(folder, 'newer.txt');
  writeFileSync(older, androidChat);
  // By then the threat was gone, a word was another, and the chat had gone on.
  writeFileSync(newer, `${androidChat.split('\n').filter((line) => !line.includes('No one will believe you')).join('\n').replace('Where are you', 'Where were you')}13/03/2019, 10:00 - Mark: Later\n`);
  for (const path of [older, newer]) {
    tidemark.answerDialogs({ open: [path] });
    const { chosen } = await mustAsk(page, 'messages.choose', {});
    const told = await askForTask(page, 'messages.import', { grant: chosen!.grant, dateOrder: 'dmy', columns: null, mail: null, locations: false, conversations: null });
    expect(told.state).toBe('finished');
  }
  await place(page, 'Messages').click();
  await page.getByRole('option').first().click();

  await test.step('an emoji is drawn in its colours, by a face of our own', async () => {
    const drawn = await page.evaluate(async () => {
      const face = "40px 'Noto Color Emoji'";
      const faces = await document.fonts.load(face, '\u{1F621}');
      const paper = document.createElement('canvas').getContext('2d');
      if (paper === null) return null;
      paper.font = face;
      paper.fillText('\u{1F621}', 5, 60);
      const { data } = paper.getImageData(0, 0, 80, 80);
      let colouredDots = 0;
      for (let at = 0; at < data.length; at += 4) if (Math.abs(data[at]! - data[at + 2]!) > 60) colouredDots += 1;
      return { faces: faces.map(({ family, status }) => `${family} ${status}`), isInColour: colouredDots > 400 };
    });
    expect(drawn).toEqual({ faces: [expect.stringMatching(/Noto Color Emoji"? loaded/)], isInColour: true });
  });

  await test.step('it is asked, and nothing is put together before she says so', async () => {
    await expect(page.getByText(/may be another export of this conversation/)).toBeVisible();
    expect(await mustAsk(page, 'conversations.groups', {})).toMatchObject({ groups: [] });
    await expectAxeClean(page, 'asked about another export');
    await page.getByRole('button', { name: 'Yes, compare them' }).click();
    await expect(page.getByRole('heading', { name: 'Exports of the same conversation' })).toBeFocused();
  });

  await test.step('what the newer lacks is told first', async () => {
    await expect(page.getByText('1 message stands in the older export and not in the newer, although the newer covers its time.')).toBeVisible();
    const missing = page.getByRole('listbox', { name: 'Missing from the newer' });
    await expect(missing.getByRole('option')).toContainText(['I know the sergeant on duty. No one will believe you 😀']);
    await expectAxeClean(page, 'exports compared');
    await page.getByText(/^Not the same \(1\)$/).click();
    const changed = page.getByRole('listbox', { name: 'Not the same' }).getByRole('option');
    await expect(changed).toContainText('Where are you');
    await expect(changed).toContainText('Where were you');
    await expect(changed).toContainText('Differs: the words');
  });

  await test.step('read as one, each message once', async () => {
    await page.getByRole('button', { name: 'Read them as one' }).click();
    const all = page.getByRole('listbox', { name: 'Messages of all exports' }).getByRole('option');
    await expect(all.filter({ hasText: 'No one will believe you' })).toContainText('only in export 1 · missing from export 2');
    await expect(all.filter({ hasText: 'Please stop' })).toHaveCount(1);
    await expect(all.filter({ hasText: 'Please stop' })).toContainText('in all exports');
    await expectAxeClean(page, 'exports read as one');
    await page.getByRole('button', { name: 'Back to what differs' }).click();
  });

  await test.step('a difference opens where it stands', async () => {
    await tidemark.focusWindow();
    await page.getByRole('listbox', { name: 'Missing from the newer' }).focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('grid')).toHaveAttribute('aria-activedescendant', /-3$/);
    await expect(page.getByRole('row').filter({ hasText: 'No one will believe you' })).toBeVisible();
  });

  await test.step('she can take them apart, and nothing else changes', async () => {
    await page.getByRole('button', { name: 'More', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Exports of this (2)' }).click();
    await page.getByRole('button', { name: 'It is another conversation: take export 2 out' }).click();
    await expect(page.getByRole('button', { name: 'Put them together' })).toBeVisible();
    expect(await mustAsk(page, 'conversations.groups', {})).toMatchObject({ groups: [] });
    expect((await mustAsk(page, 'conversations.list', {})).conversations).toHaveLength(2);
    expect(await mustAsk(page, 'conversations.groups', {})).toEqual({ groups: [], suggested: [] });
  });

  await test.step('where a conversation came from', async () => {
    await page.getByRole('button', { name: 'Back to the conversation' }).click();
    await page.getByRole('button', { name: 'More', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Where this came from' }).click();
    const origin = page.getByRole('region', { name: 'Where this came from' });
    await expect(origin).toContainText(/(older|newer)\.txt/);
    await expectAxeClean(page, 'where it came from');
  });
});
