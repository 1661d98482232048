import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { expect, test } from './support/journey';
import { takePictures } from './support/pictures';
import { place } from './support/places';

/** A mailbox and a location history brought in through the window, chosen from, read and linked; nothing is loaded from elsewhere. */
const mail = (headers: string, body: string): string => `From someone@example.org Tue Mar 12 09:00:00 2019\n${headers}\n\n${body}\n\n`;
const box = [
  mail('Message-ID: <one@x>\nReceived: from relay.example.net by mx.example.org; Tue, 12 Mar 2019 14:00:00 +0000\nFrom: Dan Hale <dan@example.org>\nTo: mara@example.org\nSubject: The flat\nDate: Tue, 12 Mar 2019 09:00:00 +0000', 'I know where you live now.'),
  mail('Message-ID: <two@x>\nIn-Reply-To: <one@x>\nFrom: Mara <mara@example.org>\nTo: Dan Hale <dan@example.org>\nSubject: Re: The flat\nDate: Wed, 13 Mar 2019 09:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b',
    '--b\nContent-Type: text/html\n\n<p>Leave me alone.</p><img src="https://pixel.example.net/o.gif?u=dan@example.org" width=1 height=1>\n--b\nContent-Type: text/plain; name=notes.txt\nContent-Disposition: attachment; filename=notes.txt\n\nkept notes\n--b--'),
  mail('Message-ID: <shop@x>\nFrom: shop@shop.example\nTo: mara@example.org\nSubject: Offers\nDate: Fri, 15 Mar 2019 09:00:00 +0000', 'Buy'),
].join('');
const timeline = JSON.stringify({ semanticSegments: [{ startTime: '2024-03-02T09:00:00.000+00:00', endTime: '2024-03-02T11:00:00.000+00:00', visit: { probability: 0.62, topCandidate: { placeId: 'x', semanticType: 'INFERRED_HOME', probability: 0.51, placeLocation: { latLng: '51.5000000°, -0.1200000°' } } } }] });

test('she brings in a mailbox, only with him, reads what it says and what it would have loaded, and links it to an entry', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  const file = join(folder, 'all.mbox');
  writeFileSync(file, box);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const places = page.getByRole('navigation', { name: 'Places' });
  await places.getByRole('button', { name: 'E-mail' }).click();
  await expectAxeClean(page, 'e-mail, empty');
  await page.getByRole('button', { name: 'Bring in e-mail' }).click();
  await tidemark.focusWindow();
  await expect(page.getByRole('heading', { level: 1, name: 'Bring in e-mail' })).toBeFocused();
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Gmail', 'Outlook', 'Mail on a Mac', 'Thunderbird', 'Anything else']);
  await expect(page.getByText('WhatsApp')).toHaveCount(0);
  await expectAxeClean(page, 'bringing in e-mail');
  await takePictures(tidemark, 'bring in e-mail');
  tidemark.answerDialogs({ open: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await expect(page.getByText('3 e-mails · 12 March 2019 to 15 March 2019 · 1 attached file')).toBeVisible();
  await expect(page.getByText('1 looks like tracking.')).toBeVisible();
  await page.getByText('Only with some people').click();
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect(page.getByText('Choose at least one person.')).toBeVisible();
  await page.getByLabel('Find a name or address').fill('hale');
  await page.getByText('Dan Hale <dan@example.org>').click();
  await expectAxeClean(page, 'choosing e-mails');
  await page.getByRole('button', { name: 'Keep this' }).click();
  await expect(page.getByText('1 exchange')).toBeVisible();
  await page.getByRole('option', { name: /Dan Hale, Mara/ }).click();
  await expect(page.getByRole('heading', { name: 'The flat', level: 1 })).toBeVisible();
  await expect(page.getByText('I know where you live now.').last()).toBeVisible();
  await expect(page.getByText('The sender’s date is 5 hours earlier than the first server’s time.')).toBeVisible();
  await page.getByRole('option', { name: /Mara/ }).last().click();
  await expect(page.getByText('1 thing was not loaded from elsewhere.')).toBeVisible();
  await page.getByRole('button', { name: /What was not loaded/ }).click();
  await expect(page.getByText('https://pixel.example.net/o.gif?u=dan@example.org')).toBeVisible();
  await expect(page.getByText('Looks like tracking: one dot in size, its address holds the recipient’s address')).toBeVisible();
  await page.getByRole('button', { name: /All headers/ }).click();
  await expect(page.getByText('In-Reply-To: <one@x>')).toBeVisible();
  await expectAxeClean(page, 'an e-mail');
  const { threads } = await mustAsk(page, 'mail.threads', { filter: { text: 'alone', who: '', fromDay: '', untilDay: '', hasAttachment: true, looksTracked: true }, offset: 0, limit: 5 });
  expect(threads.map(({ subject, mailCount }) => [subject, mailCount])).toEqual([['The flat', 2]]);
  await page.getByRole('button', { name: 'Link to an incident' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Write a new incident and link it' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Goes with' }).getByRole('button')).toHaveText([/An incident without words yet/, /Link to an incident/]);
  await expect(page.getByRole('article').getByRole('button', { name: 'Redact for handing over' })).toBeVisible();
  const { mails } = await mustAsk(page, 'mail.thread', { id: threads[0]!.id });
  const { linkedIncidentIds } = await mustAsk(page, 'mail.get', { id: mails[1]!.id });
  expect(linkedIncidentIds).toHaveLength(1);
  expect((await mustAsk(page, 'incidents.get', { id: linkedIncidentIds[0]! })).links).toMatchObject([{ target: { kind: 'mail', mailId: mails[1]!.id }, label: 'Re: The flat' }]);
  await test.step('opened from Find, the words are marked', async () => {
    await tidemark.focusWindow();
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox').fill('where you live');
    await page.getByRole('menuitem', { name: /See everything/ }).click();
    await page.locator('.hit').first().click();
    await expect(page.locator('.mail-text mark')).toHaveText(['where', 'you', 'live']);
    await expect(page.locator('.mail-text mark').first()).toBeInViewport();
    await expectAxeClean(page, 'an e-mail with words marked');
  });
});

test('a location history is counted, kept when she says so, and hides its positions until she asks', async ({ tidemark, folder }) => {
  test.setTimeout(120_000);
  const { page } = tidemark;
  const file = join(folder, 'Timeline.json');
  writeFileSync(file, timeline);
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  await place(page, 'Locations').click();
  await page.getByRole('button', { name: 'Bring in a location history' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Bring in a location history' })).toBeVisible();
  await expect(page.getByText('WhatsApp')).toHaveCount(0);
  tidemark.answerDialogs({ open: [file] });
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByRole('button', { name: 'Keep this' }).click();
  await page.getByRole('option', { name: /2 March 2024/ }).click();
  await expect(page.getByText('An inference: the service worked this out. Its own probability: 62 %')).toBeVisible();
  await expect(page.getByText('51.500000, -0.120000')).toHaveCount(0);
  await page.getByRole('button', { name: 'Show the positions' }).click();
  await expect(page.getByText('51.500000, -0.120000')).toBeVisible();
  await expectAxeClean(page, 'a day of locations');
});
