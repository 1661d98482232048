import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholeChronology } from '../shared/model/chronology';
import { emptyIncidentContent } from '../shared/model/incident';
import { emptyHeading, type Making } from '../shared/model/output';
import { askForTask, askWithSecret, mustAsk } from './support/ask';
import { expectAxeClean } from './support/axe';
import { openExample } from './support/example';
import { expect, test } from './support/journey';
import { pictureTaker } from './support/pictures';
import { readPdf } from './support/read-pdf';

const unpacked = (file: string, part: string): string => execFileSync('unzip', ['-p', file, part], { encoding: 'utf8', maxBuffer: 1 << 27 });
const wordsIn = (xml: string): string => xml.replace(/<\/w:p>|<\/c>/g, '\n').replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim();

test('one selection, many papers: each made by keyboard from the example, read back by other programs', async ({ tidemark, folder }) => {
  test.setTimeout(600_000);
  const { page } = tidemark;
  const picture = pictureTaker(tidemark, 'outputs-');
  await openExample(page);
  const places = page.getByRole('navigation', { name: 'Places' });
  await expect(places).toBeVisible({ timeout: 120_000 });
  await tidemark.focusWindow();
  await places.getByRole('button', { name: 'Hand over', exact: true }).focus();
  await page.keyboard.press('Enter');
  const radio = (name: string) => page.getByRole('radio', { name: new RegExp(`^${name}\\b`) });
  await expect(radio('Chronology')).toBeChecked({ timeout: 60_000 });
  await expect(radio('PDF')).toBeChecked();
  await page.getByLabel('Short name of the case').fill('Ellis');

  /** Moves in a group by its arrows until that one is chosen. */
  const choose = async (name: string): Promise<void> => {
    const wanted = radio(name);
    await wanted.locator('xpath=ancestor::*[@role="radiogroup"]').getByRole('radio', { checked: true }).focus();
    for (let presses = 0; presses < 6 && !(await wanted.isChecked()); presses++) await page.keyboard.press('ArrowDown');
    await expect(wanted).toBeChecked();
  };
  const make = async (what: string, as: string, save: string, name: string): Promise<string> => {
    await choose(what);
    await choose(as);
    const file = join(folder, name);
    await page.getByRole('button', { name: /^Make the pages( again)?$/ }).first().focus();
    await page.keyboard.press('Enter');
    const button = page.getByRole('button', { name: save, exact: true });
    await expect(page.getByRole('heading', { name: 'The pages as they will be' })).toBeVisible({ timeout: 240_000 });
    await picture(`${name}-pages`);
    // What the sweep found in the example is decided: it is another journey’s.
    const letAll = page.getByRole('button', { name: /^Let (it|all)/ });
    while (await button.count() === 0 && await letAll.count() > 0) {
      await letAll.first().focus();
      await page.keyboard.press('Enter');
      await page.getByLabel('Why may it stand?').fill('Invented.');
      await page.getByRole('dialog').getByRole('button', { name: /^Let/ }).press('Enter');
    }
    tidemark.answerDialogs({ save: file });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText(new RegExp(`^Saved as ${name.replaceAll('.', '\\.')}`))).toBeVisible({ timeout: 30_000 });
    const [record] = (await mustAsk(page, 'exports.list', {})).exports;
    expect(record).toMatchObject({ fileName: name, sha256: createHash('sha256').update(readFileSync(file)).digest('hex') });
    return file;
  };

  await test.step('the list of what can be made', async () => {
    await expectAxeClean(page, 'what shall be made');
    await picture('what-to-make');
  });

  const { rows } = await mustAsk(page, 'chronology.rows', { filter: wholeChronology, offset: 0, limit: 500 });
  const accounts: string[] = [];
  for (const { subject, status, id } of rows) if (subject === 'incident' && status === 'recorded') accounts.push((await mustAsk(page, 'incidents.get', { id })).versions.at(-1)!.content.account);

  expect(accounts.length).toBeGreaterThan(20);

  let marks = '';
  let selection = '';
  await test.step('chronology as Word, with every account', async () => {
    const file = await make('Chronology', 'Word', 'Save the Word file', 'chronology.docx');
    execFileSync('unzip', ['-tqq', file]);
    const xml = unpacked(file, 'word/document.xml');
    const words = collapsed(wordsIn(xml));
    for (const account of accounts) for (const line of account.split('\n').map(collapsed)) expect.soft(words, line.slice(0, 50)).toContain(line);
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>');
    expect(unpacked(file, 'docProps/core.xml')).toContain('<dc:language>en-GB</dc:language>');
    marks = [...new Set(words.match(/\bTM\d+\b/g))].sort().join(' ');
    expect(marks).not.toBe('');
    selection = /Selection ?((?:[0-9A-Z]{3}-){2}[0-9A-Z]{3})/.exec(words)?.[1] ?? '';
    expect(selection).not.toBe('');
  });

  await test.step('chronology as CSV and as Excel', async () => {
    const csv = readFileSync(await make('Chronology', 'CSV', 'Save the CSV file', 'chronology.csv'));
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.toString('utf8')).toContain(`No. (selection ${selection}),When,Earliest day,Latest day`);
    const sheet = unpacked(await make('Chronology', 'Excel', 'Save the Excel file', 'chronology.xlsx'), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toMatch(/<c r="C2" s="4"><v>\d+<\/v>/);
  });

  await test.step('schedule of allegations: the columns of the others empty', async () => {
    await choose('Schedule of allegations');
    await page.getByLabel('Court', { exact: true }).fill('Family Court at Leeds');
    await expectAxeClean(page, 'schedule of allegations');
    await picture('allegations-fields');
    const words = wordsIn(unpacked(await make('Schedule of allegations', 'Word', 'Save the Word file', 'allegations.docx'), 'word/document.xml'));
    for (const said of ['IN THE FAMILY COURT AT LEEDS', 'Response', 'Court', 'Chronology, entry 1']) expect(words).toContain(said);
    // The entries it cites are those of the chronology made before, each with its day.
    expect(words).toContain(`That chronology bears the same mark: Selection ${selection}.`);
    expect(words).toMatch(/Chronology, entry 1, .*\d{4}/);
    expect([...new Set(words.match(/\bTM\d+\b/g))].every((mark) => marks.split(' ').includes(mark))).toBe(true);
  });

  await test.step('draft statement: her accounts, unsigned, the exhibits after it', async () => {
    await choose('Draft statement');
    await page.getByLabel('Your full name').fill('Mara Ellis');
    await expectAxeClean(page, 'draft statement');
    await picture('statement-fields');
    // A few entries: the exhibits of all of them are another journey’s.
    await page.getByRole('button', { name: 'Choose none' }).press('Enter');
    for (const index of [0, 1, 2]) await page.getByRole('checkbox', { name: / goes in$/ }).nth(index).press('Space');
    const pdf = readPdf(await make('Draft statement', 'PDF', 'Save the PDF', 'statement.pdf'));
    expect(pdf.lacks(['DRAFT FOR YOUR SOLICITOR', 'WITNESS STATEMENT OF MARA ELLIS', 'Statement of truth', 'Draft statement'])).toEqual([]);
    expect(pdf.info).toMatch(/Tagged: +yes/);
    await page.getByRole('button', { name: 'Choose all' }).press('Enter');
  });

  await test.step('schedule of messages: sender, time, and place in the file', async () => {
    await choose('Schedule of messages');
    await expectAxeClean(page, 'schedule of messages');
    const csv = readFileSync(await make('Schedule of messages', 'CSV', 'Save the CSV file', 'messages.csv'), 'utf8');
    expect(csv).toContain('Source file,Place inside the file,Line,First byte,Last byte');
    const pdf = readPdf(await make('Schedule of messages', 'PDF', 'Save the PDF', 'messages.pdf'));
    expect(pdf.lacks(['Schedule of messages', 'Where it stands', 'SHA-256'])).toEqual([]);
  });

  await test.step('complaint: the warning first', async () => {
    await choose('Complaint about the police');
    await expect(page.getByText('The IOPC sends its complaint form straight on to the force you complain about.')).toBeVisible();
    await expectAxeClean(page, 'complaint');
    await picture('complaint-fields');
    await page.getByRole('button', { name: /^Make the pages( again)?$/ }).first().press('Enter');
    await expect(page.getByText('Read the warning and tick this first.')).toBeVisible();
    await page.getByRole('checkbox', { name: /^I have read this/ }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('What you complain about').fill('My report was not recorded.');
    const words = wordsIn(unpacked(await make('Complaint about the police', 'Word', 'Save the Word file', 'complaint.docx'), 'word/document.xml'));
    for (const said of ['Nothing has been sent.', 'My report was not recorded.', 'Told, and what happened']) expect(words).toContain(said);
  });

  await test.step('the list of what was handed over says what each was', async () => {
    const { exports } = await mustAsk(page, 'exports.list', {});
    expect(exports.map(({ made }) => `${made?.output} ${made?.format}`)).toEqual(['complaint word', 'messages pdf', 'messages csv', 'statement pdf', 'allegations word', 'chronology spreadsheet', 'chronology csv', 'chronology word']);
  });
});

test('a draft statement as PDF is followed by its exhibits, under the marks that it cites', async ({ tidemark, folder }) => {
  test.setTimeout(180_000);
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const { id } = await mustAsk(page, 'incidents.begin', {});
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title: 'The door', account: 'It was broken.\nI rang at once.' } });
  await mustAsk(page, 'incidents.record', { id });
  const note = join(folder, 'note.txt');
  writeFileSync(note, 'Words of the note itself.');
  for (const file of [note, join(import.meta.dirname, '../assets/sample-case/files/PSD outcome 20-11-2023.pdf')]) {
    tidemark.answerDialogs({ open: [file] });
    const { grants } = await mustAsk(page, 'documents.choose', {});
    const { result } = await askForTask(page, 'documents.add', { grant: grants[0]!.grant });
    if (result?.kind !== 'document') throw new Error('not added');
    await mustAsk(page, 'incidents.link', { id, target: { kind: 'document', documentId: result.value.document.id } });
  }
  const making: Making = { wanted: { output: 'statement', heading: emptyHeading, proceedings: 'family', party: 'applicant', name: 'Mara Ellis', occupation: '', number: 1 }, format: 'pdf' };
  const { state, result } = await askForTask(page, 'exports.build', { caseName: 'Ellis', incidentIds: [id], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], making });
  if (state !== 'finished' || result?.kind !== 'export') throw new Error(`not made: ${state}`);
  const saved = join(folder, 'statement.pdf');
  tidemark.answerDialogs({ save: saved });
  for (const hit of result.value.sweep.hits) await mustAsk(page, 'exports.release', { exportId: result.value.exportId, hitIds: [hit.id], reason: 'Invented.' });
  expect(await mustAsk(page, 'exports.save', { exportId: result.value.exportId })).toMatchObject({ saved: true, record: { made: { output: 'statement', format: 'pdf' }, pageCount: result.value.pageCount } });
  const pdf = readPdf(saved);
  expect(pdf.pages).toBe(result.value.pageCount);
  expect(pdf.lacks(['It was broken.', 'I rang at once.', 'marked TM1.', 'marked TM2.', 'Exhibit TM1', 'Words of the note itself.', 'Exhibit TM2', 'Integrity: files and their SHA-256', `Page 1 of ${pdf.pages}`])).toEqual([]);
  expect(pdf.words).not.toContain('Goes with');
});

test('a chronology for Word of an entry with a title of many lines is made and looked at: its heading and its number in the contents agree', async ({ tidemark, folder }) => {
  const { page } = tidemark;
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const { id } = await mustAsk(page, 'incidents.begin', {});
  const title = `A very long title that goes on about everything that happened that night, ${'and again, '.repeat(18)}to the end`;
  await mustAsk(page, 'incidents.saveDraft', { id, content: { ...emptyIncidentContent, title, account: 'He came.', happened: { typed: '12 March 2019', edtf: '2019-03-12', timeOfDay: '', timeApproximate: false, basis: 'diary' } } });
  await mustAsk(page, 'incidents.record', { id });
  tidemark.answerDialogs({ open: [join(import.meta.dirname, '../assets/sample-case/files/gravel.jpg')] });
  const { grants } = await mustAsk(page, 'documents.choose', {});
  const added = await askForTask(page, 'documents.add', { grant: grants[0]!.grant });
  if (added.result?.kind !== 'document') throw new Error('not added');
  await mustAsk(page, 'incidents.link', { id, target: { kind: 'document', documentId: added.result.value.document.id } });
  const choice = { caseName: 'Ellis', incidentIds: [id], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [], making: { wanted: { output: 'chronology' }, format: 'word' } satisfies Making };
  const { state, result } = await askForTask(page, 'exports.build', choice);
  if (state !== 'finished' || result?.kind !== 'export') throw new Error(`not made: ${state}`);
  for (const hit of result.value.sweep.hits) await mustAsk(page, 'exports.release', { exportId: result.value.exportId, hitIds: [hit.id], reason: 'Invented.' });
  const saved = join(folder, 'chronology.docx');
  tidemark.answerDialogs({ save: saved });
  expect(await mustAsk(page, 'exports.save', { exportId: result.value.exportId })).toMatchObject({ saved: true });
  expect(collapsed(wordsIn(unpacked(saved, 'word/document.xml')))).toContain(title);
});
