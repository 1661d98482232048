import { expect, it } from 'vitest';
import type { Paper } from '../model/paper';
import { day, moment, number, type Sheet, text } from '../model/sheet';
import { hostileTitles } from '../outputs/testing/hostile-plan';
import { sheetAsCsv } from './sheet-as-csv';
import { writeSpreadsheet } from './spreadsheet/write-spreadsheet';
import { writeWord } from './word/write-word';

const preparedUtc = '2026-05-03T20:04:11.250Z';
const paper = (blocks: Paper['blocks'], more: Partial<Paper> = {}): Paper => ({ title: 'A paper', intro: '', isLandscape: false, look: 'page', foot: 'A paper · Ellis', blocks, ...more });
const partOf = (parts: readonly { path: string; xml: string }[], path: string): string => parts.find((part) => part.path === path)?.xml ?? '';
const says = (words: string) => [{ is: 'words' as const, words }];
const body = (blocks: Paper['blocks']): string => partOf(writeWord(paper(blocks), preparedUtc), 'word/document.xml');

it('sets headings, lists and heads of tables as real ones, by styles and nothing else', () => {
  const xml = body([
    { block: 'heading', level: 2, words: 'Entries' },
    { block: 'paragraph', look: 'plain', text: says('one'), number: 1 }, { block: 'paragraph', look: 'plain', text: says('two\nand more'), number: 2 }, { block: 'paragraph', look: 'plain', text: says('anew'), number: 1 },
    { block: 'table', table: { caption: 'Given', columns: [{ name: 'No.', width: 'narrow' }, { name: 'What', width: 'wide' }], rows: [[says('1'), [{ is: 'mark', mark: 'TM7' }]]] } },
  ]);
  expect(xml).toContain('<w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t xml:space="preserve">Entries</w:t>');
  expect([...xml.matchAll(/<w:numId w:val="(\d)"\/>/g)].map(([, list]) => list)).toEqual(['1', '1', '2']);
  expect(xml).toContain('<w:pStyle w:val="NumberedContinued"/></w:pPr><w:r><w:t xml:space="preserve">and more</w:t>');
  expect([...xml.matchAll(/<w:tblHeader\/>/g)]).toHaveLength(1);
  expect(xml).toContain('<w:rPr><w:rStyle w:val="ExhibitMark"/></w:rPr><w:t xml:space="preserve">TM7</w:t>');
  for (const direct of ['<w:b/>', '<w:sz ', '<w:rFonts', '<w:jc ', '<w:color']) expect(xml, direct).not.toContain(direct);
  const numbering = partOf(writeWord(paper([{ block: 'paragraph', look: 'plain', text: says('seven'), number: 7 }]), preparedUtc), 'word/numbering.xml');
  expect(numbering).toContain('<w:startOverride w:val="7"/>');
});

it('turns right-to-left lines and words, and leaves the others', () => {
  const xml = body([{ block: 'paragraph', look: 'hers', text: says('قال: لن يصدقك أحد 21:30\nHe said سارة at nine') }]);
  const [first, second] = xml.split('<w:p>').slice(-2);
  expect(first).toContain('<w:bidi/>');
  expect(second).not.toContain('<w:bidi/>');
  expect(second).toContain('<w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">سارة</w:t>');
});

it('shows what no file may hold, and holds all else as it is', () => {
  const xml = body(hostileTitles.map((title) => ({ block: 'paragraph', look: 'plain', text: says(title) })));
  for (const shown of ['a\u2401b\u2400c\u241fd', 'half \ufffd of a pair', ']]&gt;', '&lt;w:p&gt;&amp;amp;&lt;/w:p&gt;', '\u202eabc\u202c', '=HYPERLINK(&quot;']) expect(xml, shown).toContain(shown);
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b-\u001f]/);
});

it('names no author, and has no time but the plan’s', () => {
  for (const parts of [writeWord(paper([]), preparedUtc), writeSpreadsheet('A table', [], preparedUtc)]) {
    const core = partOf(parts, 'docProps/core.xml');
    expect([...core.matchAll(/2026-05-03T20:04:11Z/g)]).toHaveLength(2);
    expect(core).not.toMatch(/creator|lastModifiedBy/);
  }
});

it('throws for a citation by id: papers cite by mark', () => {
  expect(() => body([{ block: 'paragraph', look: 'plain', text: [{ is: 'source', citation: { kind: 'incident', incidentId: 'a'.repeat(32) } }] }])).toThrow('cites by mark');
});

const sheet = (rows: Sheet['rows']): Sheet => ({ name: 'It’s: a [table]?', columns: [{ name: 'No.', width: 6 }, { name: 'What', width: 40 }], rows });
const cellsOf = (rows: Sheet['rows']): string => partOf(writeSpreadsheet('A table', [sheet(rows)], preparedUtc), 'xl/worksheets/sheet1.xml');

it('writes days and moments as dates that read back to the second; those that Excel counts wrongly as text', () => {
  const xml = cellsOf([[day('2022-03-14'), moment('2019-03-12T21:00:07')], [day('1900-02-28'), moment('0001-01-01T00:00:00')]]);
  const [, serial = ''] = /<c r="B2" s="5"><v>([\d.]+)<\/v>/.exec(xml) ?? [];
  expect(xml).toContain('<c r="A2" s="4"><v>44634</v></c>');
  expect(new Date(Math.round(Number(serial) * 86_400) * 1000 + Date.UTC(1899, 11, 30)).toISOString()).toBe('2019-03-12T21:00:07.000Z');
  expect(xml).toContain('<t xml:space="preserve">1900-02-28</t>');
  expect(xml).toContain('<t xml:space="preserve">0001-01-01 00:00:00</t>');
});

it('lets no text become a formula, in either kind of table', () => {
  const formulas = ['=1+1', '+44 7700', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\uff1d1'];
  const xml = cellsOf(formulas.map((one) => [number(1), text(one)]));
  expect(xml).not.toContain('<f>');
  expect([...xml.matchAll(/<c r="B\d+" s="3" t="inlineStr">/g)]).toHaveLength(formulas.length);
  const [, ...lines] = sheetAsCsv(sheet(formulas.map((one) => [number(1), text(one)]))).split(/\r\n(?=1,|$)/);
  for (const line of lines.slice(0, formulas.length)) expect(line).toMatch(/^1,"?'/);
  expect(sheetAsCsv(sheet([])).startsWith('\ufeffNo.,What\r\n')).toBe(true);
});

it('goes on in the row beneath where a cell is full, and cuts no letter in two', () => {
  const long = `${'a'.repeat(32_766)}😀${'b'.repeat(40_000)}`;
  const cells = [...cellsOf([[number(1), text(long)], [number(2), text('next')]]).matchAll(/<c r="B\d+"[^>]*><is><t xml:space="preserve">([^<]*)<\/t>/g)].map(([, words = '']) => words);
  expect(cells.slice(1, -1).join('')).toBe(long);
  expect(cells.every((cell) => cell.length <= 32_767 && cell.isWellFormed())).toBe(true);
  expect(cells.at(-1)).toBe('next');
});

it('keeps what looks like a code of a letter as it was written', () => {
  expect(cellsOf([[number(1), text('_x0041_')]])).toContain('_x005F_x0041_');
});
