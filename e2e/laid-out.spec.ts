import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askWithSecret, mustAsk } from './support/ask';
import { expect, test } from './support/journey';
import { entryToGoWith, expectGone, saveLaidOut } from './support/laid-out-copy';
import { readPdf, sha256sum } from './support/read-pdf';

/** Written by LibreOffice: headings, lists, a table, tracked changes, a comment, a footnote, hidden words, a link, a picture. */
const statement = join(import.meta.dirname, '../electron/workers/read-source/papers/samples/statement.docx');
const photograph = join(import.meta.dirname, '../assets/sample-case/files/IMG_20210913_074112.jpg');

const mail = (): string => [
  'From someone@example.org Tue Mar 12 09:00:00 2019', 'Message-ID: <one@x>', 'From: Dan Hale <dan@example.org>', 'To: mara@example.org', 'Subject: The flat', 'Date: Tue, 12 Mar 2019 09:00:00 +0000', 'MIME-Version: 1.0', 'Content-Type: multipart/related; boundary=r', '',
  '--r', 'Content-Type: multipart/alternative; boundary=a', '', '--a', 'Content-Type: text/plain; charset=utf-8', '', 'The plain text.', '', '--a', 'Content-Type: text/html; charset=utf-8', '',
  '<style>.pre{display:none}</style><h1>About the flat</h1><p class="pre">Nobody sees this.</p><p style="color:#fff">Nor this.</p><p>From here it is not far to <a href="https://evil.example/p">https://bank.example</a>.</p><img src="cid:house" alt="the house"><img src="https://pixel.example.net/o.gif?u=mara" width="1" height="1"><script>steal()</script>', '',
  '--a--', '', '--r', 'Content-Type: image/jpeg; name=house.jpg', 'Content-ID: <house>', 'Content-Transfer-Encoding: base64', '', ...(readFileSync(photograph).toString('base64').match(/.{1,76}/g) ?? []), '', '--r--', '', '',
].join('\n');

test('a Word file and the HTML of a mail have pages: what was changed, said at the margin and hidden is on them and named; nothing was fetched, no word that is taken out is left', async ({ tidemark, folder }) => {
  test.setTimeout(300_000);
  const { page } = tidemark;
  const box = join(folder, 'all.mbox');
  writeFileSync(box, mail());
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const places = page.getByRole('navigation', { name: 'Places' });
  const incident = await entryToGoWith(page, 'The flat', 'He came.');
  await test.step('both are brought in and go with an entry', async () => {
    await places.getByRole('button', { name: 'Documents', exact: true }).click();
    tidemark.answerDialogs({ open: [statement] });
    await page.getByRole('button', { name: 'Add documents' }).click();
    const list = async () => (await mustAsk(page, 'documents.list', { offset: 0, limit: 5 })).documents;
    await expect.poll(async () => (await list()).length, { timeout: 30_000 }).toBe(1);
    const documents = await list();
    await mustAsk(page, 'incidents.link', { id: incident, target: { kind: 'document', documentId: documents[0]!.id } });
    await places.getByRole('button', { name: 'E-mail' }).click();
    await page.getByRole('button', { name: 'Bring in e-mail' }).click();
    await tidemark.focusWindow();
    tidemark.answerDialogs({ open: [box] });
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await page.getByRole('button', { name: 'Keep this' }).click();
    await expect(page.getByText('1 exchange')).toBeVisible({ timeout: 30_000 });
    const { threads } = await mustAsk(page, 'mail.threads', { filter: { text: '', who: '', fromDay: '', untilDay: '', hasAttachment: false, looksTracked: false }, offset: 0, limit: 5 });
    await mustAsk(page, 'incidents.link', { id: incident, target: { kind: 'mail', mailId: threads[0]!.id } });
  });

  await test.step('their pages, by other people’s programs', async () => {
    const pdf = readPdf(await saveLaidOut(tidemark, { folder, name: 'Whole' }));
    expect(pdf.lacks([
      'shown as this program lays it out', sha256sum(statement), 'Statement of Mara Quill', 'I live at 12 Rose Lane.', '[deleted, change 1: twice ]', '[inserted, change 2: , and I was calm]', '[comment 1 begins]He broke the door.[comment 1]', 'Comment 1, by Legal, 2021-03-05T09:00:00Z', 'Can we leave this out?', 'Change 1: deleted, by DS Hale',
      '[words hidden by their colour: white on white]', '[hidden words: not to be seen]', '(b) With another.', 'Footnote 1', 'By the phone’s own clock.', 'Northmere Police, ref 47/1', 'the policy [leads to https://force.example/policy]',
      'The plain text.', 'As its HTML has it', 'About the flat', '[words that are not displayed: Nobody sees this.]', '[words hidden by their colour: Nor this.]', 'https://bank.example [leads to https://evil.example/p]', '[picture not fetched: https://pixel.example.net/o.gif?u=mara]', 'It holds scripts.',
    ])).toEqual([]);
    expect(pdf.words).not.toMatch(/steal\(|A file of this kind cannot be printed/);
    const structure = execFileSync('pdfinfo', ['-struct-text', join(folder, 'Whole.pdf')], { encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(structure).toMatch(/H3[^\n]*\n\s+(?:NonStruct\s+)?"Statement of Mara Quill/);
    // The picture in the Word file and the one in the mail, drawn afresh.
    expect(execFileSync('pdfimages', ['-list', join(folder, 'Whole.pdf')], { encoding: 'utf8' }).split('\n').filter((line) => line.includes('jpeg')).length).toBeGreaterThanOrEqual(2);
  });

  await test.step('with words taken out they are gone, and so are the pictures that nobody has read', async () => {
    const pdf = readPdf(await saveLaidOut(tidemark, { folder, name: 'Less', without: '12 Rose Lane' }));
    expect(pdf.lacks(['I live at [redacted: address].', 'picture left out', '[deleted, change 1: twice ]'])).toEqual([]);
    expectGone(join(folder, 'Less.pdf'), pdf.words, 'Rose');
  });
});
