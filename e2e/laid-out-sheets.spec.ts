import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWordFile } from '../electron/workers/read-source/papers/testing/make-compound-file';
import { askWithSecret, mustAsk } from './support/ask';
import { expect, test } from './support/journey';
import { entryToGoWith, expectGone, saveLaidOut } from './support/laid-out-copy';
import { readPdf, sha256sum } from './support/read-pdf';

/** Written by LibreOffice: two sheets, one of them hidden; a hidden row and column, formulas, a note, merged cells. */
const bank = join(import.meta.dirname, '../electron/workers/read-source/papers/samples/bank.xlsx');
const columns = Array.from({ length: 24 }, (_, index) => `Heading ${index + 1}`);

test('a bank’s spreadsheet, a table, an RTF letter and an old Word file have pages: sheets, rows and columns by their names, what is hidden and worked out named; no word that is taken out is left', async ({ tidemark, folder }) => {
  test.setTimeout(300_000);
  const { page } = tidemark;
  const calls = join(folder, 'calls.csv');
  writeFileSync(calls, `${columns.join(',')}\n${Array.from({ length: 120 }, (_, row) => columns.map((_name, column) => `${row + 1}.${column + 1}`).join(',')).join('\n')}\n`);
  const letter = join(folder, 'letter.rtf');
  writeFileSync(letter, "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Arial;}}{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 About the flat\\par\\pard Caf\\'e9 at 12 {\\b Rose} Lane {\\v unseen in the letter}\\u8364?5\\par\\trowd\\trhdr\\cellx100\\cellx200\\pard\\intbl Day\\cell Calls\\cell\\row\\trowd\\cellx100\\cellx200\\pard\\intbl Monday\\cell 41\\cell\\row\\pard end\\par}");
  const old = join(folder, 'old.doc');
  writeFileSync(old, makeWordFile('The old statement.\rI lived at 12 Rose Lane.\r', 'Łódź\r'));
  expect(await askWithSecret(page, 'vault.create', { folder: null }, 'four plain words together')).toMatchObject({ ok: true });
  const places = page.getByRole('navigation', { name: 'Places' });
  const incident = await entryToGoWith(page, 'The money', 'He took it.');
  await test.step('both are brought in and go with an entry', async () => {
    await places.getByRole('button', { name: 'Documents', exact: true }).click();
    tidemark.answerDialogs({ open: [bank, calls, letter, old] });
    await page.getByRole('button', { name: 'Add documents' }).click();
    const list = async () => (await mustAsk(page, 'documents.list', { offset: 0, limit: 5 })).documents;
    await expect.poll(async () => (await list()).length, { timeout: 30_000 }).toBe(4);
    for (const { id: documentId } of await list()) await mustAsk(page, 'incidents.link', { id: incident, target: { kind: 'document', documentId } });
  });

  await test.step('their pages, by other people’s programs', async () => {
    const pdf = readPdf(await saveLaidOut(tidemark, { folder, name: 'Whole' }));
    // Once the old Word file had no pages, and nobody could tell why: what stands in their place says it.
    const ofOld = /Original ?name old\.doc.{0,1200}/.exec(pdf.words)?.[0] ?? 'nothing: it is not in the copy';
    expect(pdf.lacks([
      'a spreadsheet of 2 sheets', sha256sum(bank), '[sheet] Bank', 'Northmere Bank: account of D Hale', '01/03/2021', '-£450.50', '£1,910.75', '[hidden row]', '[hidden column]', '[words hidden by their colour: white on white]', '[D8] =D7+C8', '[hidden sheet] Second account', 'Held for M. Hale at 12 Rose Lane', 'leave this out',
      'It is a table.', sha256sum(calls), '[columns A to', '[goes on: columns', 'Heading 24', '120.24',
      'About the flat', 'Café at 12 Rose Lane', '[hidden words: unseen in the letter]', '€5', 'Only its words are laid out', 'The old statement.', 'Łódź',
    ]), `what the copy says of the old Word file: ${ofOld}`).toEqual([]);
    expect(pdf.words).not.toMatch(/A file of this kind cannot be printed/);
    // Letters, and the row that names the columns, stand at the head of every page of the table.
    const pagesWithRows = execFileSync('pdftotext', ['-layout', join(folder, 'Whole.pdf'), '-'], { encoding: 'utf8' }).split('\f').filter((text) => /^ *\d+ +\d+\.1 /m.test(text));
    expect(pagesWithRows.length).toBeGreaterThan(2);
    for (const text of pagesWithRows) expect(text).toMatch(/Row +A +B[^\n]*\n(?:[^\n]*\n)?.*Heading/);
    const structure = execFileSync('pdfinfo', ['-struct-text', join(folder, 'Whole.pdf')], { encoding: 'utf8', maxBuffer: 1 << 26 });
    expect(structure).toMatch(/TH[^\n]*\n(?:[^\n]*\n){0,4}?\s+"Balance"/);
    expect(structure).toMatch(/TD[^\n]*\n(?:[^\n]*\n){0,4}?\s+"-£450\.50"/);
    // pdfinfo leaves out letters that are drawn as one ("fl").
    expect(structure).toMatch(/H3[^\n]*\n\s+(?:NonStruct\s+)?"About the /);
    expect(structure).toMatch(/TH[^\n]*\n(?:[^\n]*\n){0,5}?\s+"Calls"/);
    execFileSync('qpdf', ['--check', join(folder, 'Whole.pdf')]);
  });

  await test.step('with words taken out they are gone', async () => {
    const pdf = readPdf(await saveLaidOut(tidemark, { folder, name: 'Less', without: '12 Rose Lane' }));
    expect(pdf.lacks(['Rent, [redacted: address]', 'Held for M. Hale at [redacted: address]', '-£450.50', 'Café at [redacted: address]', 'I lived at [redacted: address].'])).toEqual([]);
    expectGone(join(folder, 'Less.pdf'), pdf.words, 'Rose');
  });

  await test.step('for keeping they are PDF/A-2b, with every face in the file, and the words out of it all the same', async () => {
    const kept = await saveLaidOut(tidemark, { folder, name: 'Kept', forKeeping: true });
    const pdf = readPdf(kept);
    expect(pdf.lacks(['[sheet] Bank', '-£450.50', '[hidden row]', 'Heading 24', 'Café at [redacted: address]', 'The old statement.', 'Łódź'])).toEqual([]);
    expectGone(kept, pdf.words, 'Rose');
    expect(execFileSync('qpdf', ['--qdf', '--object-streams=disable', kept, '-'], { maxBuffer: 1 << 28 }).includes('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')).toBe(true);
    // Name, kind, encoding, then three words of yes or no, and the object.
    const faces = execFileSync('pdffonts', [kept], { encoding: 'utf8' }).split('\n').slice(2).filter((line) => line.trim() !== '');
    expect(faces.length).toBeGreaterThan(1);
    for (const line of faces) expect(line).toMatch(/\byes +(?:yes|no) +(?:yes|no) +\d+ +\d+\s*$/);
  });
});
