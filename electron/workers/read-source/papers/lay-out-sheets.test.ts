import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { aboutLaidOut, laidOutPages } from '../../../../shared/layouts/laid-out-pages';
import { wordsOf } from '../../../../shared/layouts/words-of';
import { LaidOut, type LaidPiece, type LaidSheet } from '../../../../shared/model/laid-out';
import { finderOf } from '../../../../shared/redaction/find-words';
import { redactLaidOut } from '../../../../shared/redaction/redact-laid-out';
import { columnLetters, placeOfCell } from '../../../../shared/model/column-letters';
import { rangesOf } from '../testing/ranges-of';
import { layOutPaper } from './lay-out-paper';
import { packed, paperTypes } from './testing/made-papers';
import { odsParts, xlsxParts, type MadeSheet } from './testing/made-sheets';

vi.setConfig({ testTimeout: 60_000 });

async function laid(mediaType: string, bytes: Uint8Array): Promise<LaidOut | string> {
  const end = await layOutPaper({ mediaType }, rangesOf(bytes), () => Promise.reject(new Error('no picture is in a sheet')));
  return end.laidOut === null ? `not laid out: ${end.why}` : LaidOut.parse(end.laidOut);
}
const of = async (mediaType: string, bytes: Uint8Array): Promise<LaidOut> => {
  const out = await laid(mediaType, bytes);
  if (typeof out === 'string') throw new Error(out);
  return out;
};
const xlsx = (sheets: readonly MadeSheet[], more: Readonly<Record<string, string>> = {}): Promise<LaidOut> => of(paperTypes.xlsx, packed({ ...xlsxParts(sheets), ...more }));
const csv = (text: string | Uint8Array): Promise<LaidOut> => of(paperTypes.csv, typeof text === 'string' ? Buffer.from(text) : text);

const short = (pieces: readonly LaidPiece[]): string => pieces.map((piece) => (piece.is === 'words' ? `${piece.words}${piece.looks.length > 0 || piece.hidden !== null || piece.link !== '' ? `{${[...piece.looks, ...(piece.hidden === null ? [] : [piece.hidden]), ...(piece.link === '' ? [] : [piece.link])].join(' ')}}` : ''}` : piece.is === 'comment' ? `<${piece.comment}>` : `<${piece.is}>`)).join('');
const sheetsOf = ({ body }: LaidOut): LaidSheet[] => body.filter((block) => block.is === 'sheet');
const shortSheet = ({ name, isHidden, columns, headRow, rows }: LaidSheet): string[] => [
  `${isHidden ? 'hidden ' : ''}${name} ${columns.map((one) => `${columnLetters(one.column)}${one.isHidden ? '(hidden)' : ''}`).join('')} head ${headRow}`,
  ...rows.map(({ row, isHidden: isRowHidden, cells }) => `${row}${isRowHidden ? ' hidden' : ''}: ${cells.map((cell) => `${columnLetters(cell.column)}${cell.across > 1 ? `+${cell.across - 1}` : ''}${cell.down > 1 ? `↓${cell.down - 1}` : ''}${cell.align === 'end' ? '>' : ' '}${short(cell.pieces)}`).join(' | ')}`),
];
const printed = (laidOut: LaidOut): string => wordsOf(laidOutPages({ laidOut, pictures: new Map() }));
const source = (laidOut: LaidOut): string => `${(laidOutPages({ laidOut, pictures: new Map() }) as { source: string }).source}`;
const said = (laidOut: LaidOut): string => aboutLaidOut({ laidOut, pictures: new Map() }).join('\n');

const bank: MadeSheet = {
  name: 'Bank', rows: [
    { r: 1, cells: { A: 'Account of D Hale' } },
    { r: 3, cells: { A: 'Date', B: 'Paid to', C: 'Amount', D: 'Balance' } },
    { r: 4, cells: { A: { v: 44259, s: 1 }, B: 'Rent & “fees”', C: { v: -450.5, s: 2 }, D: { v: 1200, s: 3 } } },
    { r: 5, isHidden: true, cells: { A: { v: 44260.75, s: 4 }, B: 'Hotel', C: { v: -89, s: 2 }, D: { v: 1111, s: 3, f: 'D4+C5' } } },
    { r: 60, cells: { B: 'Sum', C: { v: -539.5, s: 2, f: 'SUM(C4:C59)' } } },
  ], hiddenColumns: [4], merges: ['A1:D1'],
};
const styles = '<styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="&quot;£&quot;#,##0.00;[Red]-&quot;£&quot;#,##0.00"/><numFmt numFmtId="165" formatCode=";;;"/></numFmts><fonts count="3"><font/><font><b/></font><font><color rgb="FFFFFFFF"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill></fills>'
  + '<cellXfs count="9"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="4"/><xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="0" fontId="2" fillId="0"/><xf numFmtId="0" fontId="2" fillId="2"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>';

describe('Excel', () => {
  it('a statement as it is shown: rows by their numbers, columns by letters, formats, what is merged and hidden, formulas with the results that are kept', async () => {
    const laidOut = await xlsx([bank, { name: 'His', state: 'veryHidden', rows: [{ r: 2, cells: { C: 'secret' } }] }, { name: 'Empty', rows: [] }], { 'xl/styles.xml': styles });
    expect(sheetsOf(laidOut).map(shortSheet)).toEqual([
      ['Bank ABCD(hidden) head 3', '1: A+3 Account of D Hale', '3: A Date | B Paid to | C Amount | D Balance{marked-hidden}', '4: A>2021-03-04 | B Rent & “fees” | C>-£450.50 | D>1,200.00{marked-hidden}', '5 hidden: A>18:00{marked-hidden} | B Hotel{marked-hidden} | C>-£89.00{marked-hidden} | D>1,111.00{marked-hidden}', '60: B Sum | C>-£539.50'],
      ['hidden His C head null', '2: C secret{marked-hidden}'], ['Empty  head null'],
    ]);
    expect(sheetsOf(laidOut)[0]).toMatchObject({ formulaCount: 2, formulas: [{ at: 'D5', formula: '=D4+C5' }, { at: 'C60', formula: '=SUM(C4:C59)' }] });
    expect(laidOut.told).toEqual(['dates-by-computer']);
    for (const one of ['a spreadsheet of 3 sheets', '“Bank”, C14', '1 sheet, 1 row and 1 column', '2 cells hold formulas', 'year, month, day', 'named as hidden']) expect(said(laidOut)).toContain(one);
    const text = printed(laidOut);
    for (const one of ['[sheet] Bank', '[hidden sheet] His', 'D [hidden column]', '5 [hidden row]', '[C60] =SUM(C4:C59)', '[Nothing stands on this sheet.]']) expect(text).toContain(one);
    // Its row says so, not every cell.
    expect(text).not.toContain('[hidden words');
  });

  it('what a format or the colour of the letters hides is shown and named; on a ground that is not known nothing is charged', async () => {
    const cells = { A: { v: 7, s: 5 }, B: { t: 'white on white', s: 6 }, C: { t: 'white on black', s: 7 }, D: { t: 'thick', s: 8 } } as const;
    expect(sheetsOf(await xlsx([{ name: 'S', rows: [{ r: 1, cells }] }], { 'xl/styles.xml': styles })).flatMap(shortSheet).slice(1)).toEqual(['1: A>7{not-displayed} | B white on white{colour} | C white on black | D thick{bold}']);
    expect(sheetsOf(await xlsx([{ name: 'S', rows: [{ r: 1, cells }], after: '<conditionalFormatting sqref="B1"/>' }], { 'xl/styles.xml': styles })).flatMap(shortSheet)[1]).toContain('B white on white |');
  });

  it.each([
    [0, 0.1 + 0.2, '0.3'], [9, 0.256, '26%'], [10, 0.256, '25.60%'], [4, 1234567.891, '1,234,567.89'], [39, -5, '(5.00)'], [15, 45_000, '15-Mar-23'], [20, 0.75, '18:00'], [46, 1.5, '36:00:00'], [22, 45_000.5, '2023-03-15 12:00'], [49, 12, '12'], [999, 12.5, '12.5'], [14, -3, '-3'],
  ])('format %i shows %d as %s', async (id, value, words) => {
    const laidOut = await xlsx([{ name: 'S', rows: [{ r: 1, cells: { A: { v: value, s: 0 } } }] }], { 'xl/styles.xml': `<styleSheet><cellXfs><xf numFmtId="${id}"/></cellXfs></styleSheet>` });
    expect(sheetsOf(laidOut).flatMap(shortSheet)[1]).toBe(`1: A>${words}`);
    expect(laidOut.told).toEqual(id === 22 || id === 14 && value > 0 ? ['dates-by-computer'] : id === 999 || value < -1 && id === 14 ? ['as-kept'] : []);
  });

  it('days of a workbook that counts from 1904', async () => {
    const parts = xlsxParts([{ name: 'S', rows: [{ r: 1, cells: { A: { v: 0, s: 0 } } }] }]);
    const laidOut = await of(paperTypes.xlsx, packed({ ...parts, 'xl/workbook.xml': parts['xl/workbook.xml']!.replace('<sheets>', '<workbookPr date1904="1"/><sheets>'), 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>' }));
    expect(sheetsOf(laidOut).flatMap(shortSheet)[1]).toBe('1: A>1904-01-01');
  });

  it('truths, errors, texts with breaks, formulas without results, what is shared down, cells that do not say where they stand, elements with a prefix', async () => {
    const sheet = '<x:worksheet><x:sheetData><x:row><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c><x:c t="inlineStr"><x:is><x:t>one_x000D_\ntwo</x:t></x:is></x:c></x:row><x:row><x:c r="D2"><x:f t="shared" ref="D2:D3" si="0">A2*2</x:f></x:c></x:row><x:row><x:c r="D3"><x:f t="shared" si="0"/><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    const laidOut = await xlsx([{ name: 'S', rows: [] }], { 'xl/worksheets/sheet1.xml': sheet });
    expect(sheetsOf(laidOut).flatMap(shortSheet)).toEqual(['S ABCD head null', '1: A>TRUE | B>#REF! | C one\ntwo', '3: D>4']);
    expect(sheetsOf(laidOut)[0]).toMatchObject({ formulaCount: 2, formulas: [{ at: 'D2:D3', formula: '=A2*2' }] });
    expect(laidOut.told).toEqual(['no-result']);
  });

  it('notes and threads stand at their cells, those of an empty cell too; where a link leads is said; nothing is fetched', async () => {
    const laidOut = await xlsx([{ name: 'S', rows: [{ r: 1, cells: { A: 'Paid', B: 'He' } }], after: '<hyperlinks><hyperlink ref="B1" r:id="h"/></hyperlinks><drawing r:id="d"/>' }], {
      'xl/worksheets/_rels/sheet1.xml.rels': '<Relationships><Relationship Id="h" Type="x/hyperlink" Target="https://evil.example/p" TargetMode="External"/><Relationship Id="c" Type="x/comments" Target="../comments1.xml"/><Relationship Id="t" Type="y/threadedComment" Target="../threadedComments/t.xml"/></Relationships>',
      'xl/comments1.xml': '<comments><authors><author>Legal</author><author>tc=1</author></authors><commentList><comment ref="A1" authorId="0"><text><r><t>ask </t></r><r><t>him</t></r></text></comment><comment ref="C9" authorId="0"><text><t>why empty</t></text></comment><comment ref="B1" authorId="1"><text><t>[Threaded comment] Is it he?</t></text></comment></commentList></comments>',
      'xl/threadedComments/t.xml': '<ThreadedComments><threadedComment ref="B1" dT="2021-03-05T09:00:00" personId="p" id="1" done="1"><text>Is it he?</text></threadedComment><threadedComment ref="B1" dT="2021-03-06" personId="q" id="2" parentId="1"><text>Yes.</text></threadedComment></ThreadedComments>',
      'xl/persons/person.xml': '<personList><person displayName="A. Clerk" id="p"/></personList>',
    });
    expect(sheetsOf(laidOut).flatMap(shortSheet).slice(1)).toEqual(['1: A Paid<1> | B He{https://evil.example/p}<2>', '9: C <4>']);
    expect(laidOut.comments.map(({ by, at, answers, isDone, blocks }) => [by, at, answers, isDone, blocks.map((block) => (block.is === 'paragraph' ? short(block.pieces) : '')).join()])).toEqual([['Legal', '', null, false, 'ask him'], ['A. Clerk', '2021-03-05T09:00:00', null, true, 'Is it he?'], ['', '2021-03-06', 2, false, 'Yes.'], ['Legal', '', null, false, 'why empty']]);
    expect(laidOut.told).toEqual(['drawings']);
    expect(printed(laidOut)).toContain('He [leads to https://evil.example/p][comment 2]');
  });

  it('what lies under merged cells is shown and named', async () => {
    const laidOut = await xlsx([{ name: 'S', rows: [{ r: 1, cells: { A: 'seen', B: 'beneath' } }, { r: 2, cells: { A: 'tall' } }, { r: 3, cells: { B: 'beside' } }], merges: ['A1:B1', 'A2:A3'] }]);
    expect(sheetsOf(laidOut).flatMap(shortSheet).slice(1)).toEqual(['1: A seen | B beneath{not-displayed}', '2: A↓1 tall', '3: B beside']);
    expect(source(laidOut)).toMatch(/<td class="start" dir="auto" rowspan="2">tall<\/td><td>\u00a0<\/td><\/tr><tr><th scope="row" class="place">3<\/th><td class="start" dir="auto">beside<\/td><\/tr>/);
  });

  it('a wide sheet goes on by columns, each table with its letters, its head and the numbers of its rows', async () => {
    const letters = Array.from({ length: 30 }, (_, index) => columnLetters(index + 1));
    const laidOut = await xlsx([{ name: 'Wide', rows: [{ r: 1, cells: Object.fromEntries(letters.map((letter) => [letter, `Name ${letter}`])) }, { r: 2, cells: Object.fromEntries(letters.map((letter, index) => [letter, { v: index, s: 0 }])) }] }]);
    const drawn = source(laidOut);
    const bands = [...drawn.matchAll(/\[((?:goes on: )?columns? [A-Z]+(?: to [A-Z]+)?)\]/g)].map(([, band]) => band);
    expect(bands.length).toBeGreaterThan(2);
    expect([bands[0], bands.at(-1)]).toEqual([expect.stringMatching(/^columns A to/), expect.stringMatching(/^goes on: .*AD$/)]);
    expect([...drawn.matchAll(/<thead>(.*?)<\/thead>/gs)].map(([, head = '']) => [head.match(/<tr>/g)?.length, /scope="col" class="place">[A-Z]/.test(head), /Name [A-Z]/.test(head)])).toEqual(bands.map(() => [2, true, true]));
    // Every cell stands in one of them, once.
    for (const letter of letters) expect(drawn.split(`>Name ${letter}<`).length).toBe(2);
  });
});

it.each(['xlsx', 'ods'] as const)('an account that LibreOffice wrote as .%s says the same', async (kind) => {
  const laidOut = await of(paperTypes[kind], new Uint8Array(readFileSync(path.join(import.meta.dirname, `samples/bank.${kind}`))));
  expect(sheetsOf(laidOut).map(shortSheet)).toEqual([
    ['Bank ABCDE(hidden) head 4', '1: A+3 Northmere Bank: account of D Hale{bold}', '4: A Date{bold} | B Paid to{bold} | C Amount{bold} | D Balance{bold} | E Category{bold marked-hidden}', '5: B Brought forward | D>£1,000.00 | E his own{marked-hidden}', '6: A>01/03/2021 | B Rent, 12 Rose Lane | C>-£450.50 | D>£549.50', '7: A>02/03/2021 | B Northmere Hotel | C>-£89.00 | D>£460.50', '8: A>03/03/2021 | B Wages | C>£1,450.25 | D>£1,910.75', '9 hidden: B Gifts{marked-hidden}<1> | C white on white{colour}'],
    ['hidden Second account A head null', '1: A Held for M. Hale at 12 Rose Lane{marked-hidden}'],
  ]);
  expect(sheetsOf(laidOut)[0]?.formulas.map(({ at, formula }) => `${at} ${formula.replaceAll(/\[\.|\]/g, '')}`)).toEqual(['D6 =D5+C6', 'D7 =D6+C7', 'D8 =D7+C8']);
  expect(laidOut.comments.map(({ by }) => by)).toEqual(['D Hale']);
});

describe('redaction', () => {
  it('leaves no trace in cells, over cells, in names of sheets, formulas, notes', async () => {
    const laidOut = await xlsx([{ name: 'Rose Lane', rows: [{ r: 1, cells: { A: '12 Rose Lane', B: '12', C: 'Rose Lane' } }, { r: 2, cells: { A: { v: 1, s: 0, f: 'IF(A1=&quot;12 Rose Lane&quot;,1,0)' }, B: '12', C: 'his', D: 'Rose Lane' } }], hiddenColumns: [3] }]);
    const find = finderOf([{ words: '12 Rose Lane', reason: 'address', isWholeWord: false }, { words: 'Rose Lane', reason: 'address', isWholeWord: false }]);
    expect(JSON.stringify(laidOut)).toMatch(/Rose/);
    const out = LaidOut.parse(redactLaidOut(laidOut, find));
    expect(JSON.stringify(out)).not.toMatch(/Rose|Lane/);
    expect(source(out)).not.toMatch(/Rose|Lane/);
    // Where the house's number stands apart from the street by a hidden column, both are found.
    expect(sheetsOf(out).flatMap(shortSheet).at(-1)).not.toContain('B 12');
  });
});

describe('OpenDocument', () => {
  it('cells as they are shown, with what is hidden, repeated, merged and noted', async () => {
    const laidOut = await of(paperTypes.ods, packed(odsParts));
    expect(sheetsOf(laidOut).map(shortSheet)).toEqual([
      ['Bank ABC(hidden) head 2', '1: A+2 Statement', '2: A Day | B Amount | C Who{marked-hidden}', '3: A>4 March 2021 | B>£450.50<1>', '4 hidden: A>5 March 2021{marked-hidden} | B>£1.00{marked-hidden} | C he{marked-hidden}', '7: A same | B same', '8: A same | B same'],
      ['hidden His A head null', '1: A secret{marked-hidden}'],
    ]);
    expect(sheetsOf(laidOut)[0]?.formulas).toEqual([{ at: 'B4', formula: '=[.B3]-449.5' }]);
    expect(laidOut.comments.map(({ by, at }) => [by, at])).toEqual([['Legal', '2021-03-05T09:00:00']]);
    expect(printed(laidOut)).toContain('£450.50[comment 1]');
    expect(await laid(paperTypes.ods, packed({ ...odsParts, 'META-INF/manifest.xml': '<manifest:encryption-data >' }))).toBe('not laid out: locked');
  });
});

describe('tables kept as text', () => {
  it('separators, quotes, breaks in cells and encodings are told by look', async () => {
    const laidOut = await csv('Date,Paid,To\r\n2021-03-04,"450,00","Rent ""late""\r\nagain"\r\n2021-03-05,1,\r\n');
    expect(sheetsOf(laidOut).flatMap(shortSheet)).toEqual([' ABC head 1', '1: A Date | B Paid | C To', '2: A 2021-03-04 | B>450,00 | C Rent "late"\nagain', '3: A 2021-03-05 | B>1']);
    expect(laidOut.told).toEqual(['apart-by-comma']);
    expect(said(laidOut)).toContain('It is a table.');
    expect(sheetsOf(await csv(Buffer.from('Tag;Betrag\r\nM\xe4rz;1,50\r\nMai;2\r\n', 'latin1'))).flatMap(shortSheet).slice(1)).toEqual(['1: A Tag | B Betrag', '2: A März | B>1,50', '3: A Mai | B>2']);
    const tabs = await csv(Buffer.from('\ufeff"Łódź"\tx\r\n1\t2\r\n', 'utf16le'));
    expect([sheetsOf(tabs).flatMap(shortSheet)[1], tabs.told]).toEqual(['1: A Łódź | B x', ['apart-by-tab']]);
  });

  it('what looks like a formula is words; prose is no table', async () => {
    expect(sheetsOf(await csv('a,b\n=HYPERLINK("x"),2\n')).flatMap(shortSheet)[2]).toContain('A =HYPERLINK(');
    expect(await laid(paperTypes.csv, Buffer.from('Dear all,\n\nI write to you today. He came again, twice.\nYours'))).toBe('not laid out: nothing');
  });
});

it('more than fits is cut, and says so', async () => {
  const laidOut = await csv(`a,b\n${'word,12\n'.repeat(200_000)}`);
  expect([laidOut.isCut, sheetsOf(laidOut)[0]!.rows.length < 110_000, sheetsOf(laidOut)[0]!.rows.length > 10_000]).toEqual([true, true, true]);
});

it('the same file is laid out the same', async () => {
  const bytes = packed({ ...xlsxParts([bank]), 'xl/styles.xml': styles });
  expect(source(await of(paperTypes.xlsx, bytes))).toBe(source(await of(paperTypes.xlsx, bytes)));
});

it('letters of columns', () => {
  expect([1, 26, 27, 702, 703, 16_384].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
  expect(['XFD1', '$B$12', 'A0', 'AAAA1', '1', ''].map(placeOfCell)).toEqual([{ row: 1, column: 16_384 }, { row: 12, column: 2 }, null, null, null, null]);
});

it('spoilt files always come to an end that is said, and to what the schema takes', async () => {
  const whole = [packed({ ...xlsxParts([bank]), 'xl/styles.xml': styles }), packed(odsParts)];
  await fc.assert(fc.asyncProperty(fc.nat(1), fc.array(fc.tuple(fc.nat(4000), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }), async (which, changes) => {
    const bytes = Uint8Array.from(whole[which]!);
    for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
    const out = await laid(which === 0 ? paperTypes.xlsx : paperTypes.ods, bytes);
    if (typeof out !== 'string') source(out);
  }), { numRuns: 150 });
  const parts = xlsxParts([bank]);
  await fc.assert(fc.asyncProperty(fc.nat(3000), fc.string({ maxLength: 12 }), async (at, spoilt) => {
    const xml = parts['xl/worksheets/sheet1.xml']!;
    const place = at % xml.length;
    const out = await laid(paperTypes.xlsx, packed({ ...parts, 'xl/worksheets/sheet1.xml': xml.slice(0, place) + spoilt + xml.slice(place + spoilt.length) }));
    if (typeof out !== 'string') source(out);
  }), { numRuns: 150 });
});
