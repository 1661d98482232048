import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { aboutLaidOut, laidOutPages } from '../../../../shared/layouts/laid-out-pages';
import { wordsOf } from '../../../../shared/layouts/words-of';
import { LaidOut, type LaidBlock, type LaidPicture, type LaidPiece } from '../../../../shared/model/laid-out';
import { finderOf } from '../../../../shared/redaction/find-words';
import { redactLaidOut } from '../../../../shared/redaction/redact-laid-out';
import { rangesOf } from '../testing/ranges-of';
import { layOutPaper } from './lay-out-paper';
import { makeWordFile } from './testing/make-compound-file';
import { paperTypes } from './testing/made-papers';

vi.setConfig({ testTimeout: 60_000 });

async function laid(mediaType: string, bytes: Uint8Array): Promise<{ laidOut: LaidOut | null; why: string | null; pictures: LaidPicture[] }> {
  const pictures: LaidPicture[] = [];
  const end = await layOutPaper({ mediaType }, rangesOf(bytes), async (picture) => void pictures.push(picture));
  return { laidOut: end.laidOut === null ? null : LaidOut.parse(end.laidOut), why: end.why, pictures };
}
const rtf = async (body: string, head = '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial Cyr;}}{\\colortbl;\\red255\\green255\\blue255;\\red255\\green0\\blue0;}{\\stylesheet{\\s1 heading 1;}{\\*\\cs2 x;}}'): Promise<LaidOut> => {
  const { laidOut, why } = await laid(paperTypes.rtf, Buffer.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${head}${body}}`, 'latin1'));
  if (laidOut === null) throw new Error(`not laid out: ${why}`);
  return laidOut;
};

const short = (pieces: readonly LaidPiece[]): string => pieces.map((piece) => {
  switch (piece.is) {
    case 'words': return `${piece.words}${piece.looks.length + (piece.change ?? 0) > 0 || piece.hidden !== null || piece.link !== '' ? `{${[...piece.looks, ...(piece.change === null ? [] : [piece.change]), ...(piece.hidden === null ? [] : [piece.hidden]), ...(piece.link === '' ? [] : [piece.link])].join(' ')}}` : ''}`;
    case 'picture': return `<picture ${piece.picture} ${piece.widthMm}>`;
    case 'no-picture': return `<${piece.why}>`;
    case 'note': return `<note ${piece.note}>`;
    case 'comment': return `<comment ${piece.comment}>`;
  }
}).join('');
const shortBlock = (block: LaidBlock): string => {
  if (block.is === 'table') return `${block.what}[${block.rows.map(({ isHead, cells }) => `${isHead ? '!' : ''}${cells.map(({ across, blocks }) => `${across > 1 ? `${across}×` : ''}${blocks.map(shortBlock).join('/')}`).join('|')}`).join('; ')}]`;
  if (block.is !== 'paragraph') return `(${block.is})`;
  return `${block.heading > 0 ? `h${block.heading} ` : ''}${block.list === null ? '' : `${'  '.repeat(block.list.depth)}${block.list.sign} `}${block.align === 'start' ? '' : `${block.align} `}${block.indent > 0 ? `>${block.indent} ` : ''}${short(block.pieces)}`;
};
const shorts = ({ body }: LaidOut): string[] => body.map(shortBlock);
const printed = (laidOut: LaidOut): string => wordsOf(laidOutPages({ laidOut, pictures: new Map() }));

const sample = (name: string): Uint8Array => new Uint8Array(readFileSync(path.join(import.meta.dirname, 'samples', name)));

it('a statement that LibreOffice wrote says the same as its Word file', async () => {
  const { laidOut, pictures } = await laid(paperTypes.rtf, sample('statement.rtf'));
  expect(shorts(laidOut!)).toEqual([
    expect.stringMatching(/^h1 Statement of Mara Quill/), expect.stringMatching(/^I live at 12 Rose\{bold\} Lane\. He rang me twice \{1\}that night, and I was calm\{2\}\.<note 1>$/), expect.stringMatching(/^He broke the door\.<comment 1> Twice\{italic\} I said\{underlined\} so\.white on white\{colour\}not to be seen\{marked-hidden\}$/), expect.stringMatching(/^h2 What happened/),
    '1. First he came.', '  (a) By car.', '  (b) With another.', '2. Then he left.', expect.stringMatching(/^table\[!?Day\|Calls; 2×Monday: none; Tuesday\|41\]$/), expect.stringContaining('the policy{'), expect.stringMatching(/^<picture 1 (?:19|20)(?:\.\d+)?>$/),
  ]);
  expect(laidOut!.changes).toEqual([{ kind: 'deleted', by: 'DS Hale', at: '2021-03-04T10:16' }, { kind: 'inserted', by: 'DS Hale', at: '2021-03-04T10:15' }]);
  expect(laidOut!.comments.map(({ by, at, blocks }) => [by, at, blocks.map(shortBlock).join()])).toEqual([['Legal', '2021-03-05T09:00', 'Can we leave this out?']]);
  expect(laidOut!.edges.map(({ edge, on }) => [edge, on])).toEqual([['head', ['all']], ['foot', ['all']]]);
  expect(pictures.map(({ mediaType }) => mediaType)).toEqual(['image/png']);
});

it('paragraphs, headings, looks, lists by the numbers in it, pages, what is hidden', async () => {
  expect(shorts(await rtf('\\pard\\s1\\b Statement\\b0\\par\\pard\\plain I \\b live\\b0  at \\i 12 Rose\\i0  Lane.\\par\\pard\\qc mid{\\ul dle}\\par\\pard\\li567{\\listtext\\tab 1.\\tab}First.\\par{\\listtext\\ilvl1 (a)\\tab}\\ilvl1 Below.\\par\\pard {\\v not to be seen}{\\cf1 white on white}{\\fs2 small}{\\highlight2 seen}\\page\\pard After\\line it.\\par'))).toEqual([
    'h1 Statement{bold}', 'I live{bold} at 12 Rose{italic} Lane.', 'centre middle{underlined}', '1. >1 First.', '  (a) >1 Below.', 'not to be seen{marked-hidden}white on white{colour}small{size}seen{marked}', '(new-page)', 'After\nit.',
  ]);
});

it('letters in their code pages, by number with what stands for them, signs by name', async () => {
  expect(shorts(await rtf("Caf\\'e9 {\\f1\\'cf\\'f0\\'e8} \\u321?\\u243?d\\uc2\\u378\\'5f_ \\ldblquote so\\rdblquote\\emdash\\~x\\{\\}\\\\ {\\upr{a}{\\*\\ud{b}}} {\\*\\unknown no}\\bin3 a}b end\\par"))).toEqual(['Café При Łódź “so”—\u00a0x{}\\ a  end']);
});

it('tables with heads and cells that go on, a row that never ends', async () => {
  const row = (more: string, ...cells: string[]): string => `\\trowd${more}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row`;
  expect(shorts(await rtf(`before\\par${row('\\trhdr\\cellx100\\cellx200', '\\b Day\\b0', 'Calls')}${row('\\clmgf\\cellx100\\clmrg\\cellx200', 'Monday: none', '')}${row('\\cellx100\\cellx200', 'Tue\\par sday', '41')}\\pard after\\par`))).toEqual(['before', 'table[!Day{bold}|Calls; 2×Monday: none; Tue/sday|41]', 'after']);
  expect(shorts(await rtf('\\trowd\\cellx9\\pard\\intbl one\\cell two'))).toEqual(['table[one|two]']);
});

it('notes, heads and feet, changes with who and when, comments, where links lead, boxes', async () => {
  const laidOut = await rtf('{\\*\\revtbl{Unknown;}{DS Hale;}}{\\header Northmere, ref 47/1\\par}{\\footerf first foot}He came{\\footnote {\\super\\chftn} By his clock.}{\\footnote\\ftnalt At the end.} {\\revised\\revauth1\\revdttm1636082255 twice}{\\deleted\\revauthdel1 once}{\\*\\atnid L}{\\*\\atnauthor Legal}\\chatn{\\*\\annotation{\\*\\atndate 1636082255}Leave out?} see {\\field{\\*\\fldinst HYPERLINK "https://force.example/p"}{\\fldrslt the policy}}{\\field{\\*\\fldinst PAGE}{\\fldrslt 3}}{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt in a box\\par}}{\\shprslt twice}}\\par');
  expect(shorts(laidOut)).toEqual(['He came<note 1><note 2> twice{1}once{2}<comment 1> see the policy{https://force.example/p}3', 'text-box[in a box]']);
  expect(laidOut.notes.map(({ kind, sign, blocks }) => [kind, sign, blocks.map(shortBlock).join().trim()])).toEqual([['footnote', '1', 'By his clock.'], ['endnote', '1', 'At the end.']]);
  expect(laidOut.edges.map(({ edge, on, blocks }) => [edge, on, blocks.map(shortBlock).join()])).toEqual([['head', ['all'], 'Northmere, ref 47/1'], ['foot', ['first'], 'first foot']]);
  expect(laidOut.changes.map(({ kind, by, at }) => [kind, by, /^\d{4}-\d\d-\d\dT\d\d:\d\d$|^$/.test(at)])).toEqual([['inserted', 'DS Hale', true], ['deleted', 'DS Hale', true]]);
  expect(laidOut.comments.map(({ by, blocks }) => [by, blocks.map(shortBlock).join()])).toEqual([['Legal', 'Leave out?']]);
});

it('pictures as hexadecimal digits and as bytes; drawings of other kinds are named; each once', async () => {
  // One white point.
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTtr0gAAAABJRU5ErkJggg==', 'base64');
  const hex = Buffer.from(png).toString('hex').replace(/(.{64})/g, '$1\r\n');
  const bytes = Buffer.concat([Buffer.from(`{\\rtf1\\ansi{\\*\\shppict{\\pict\\pngblip\\picwgoal1440\\pichgoal720\\piccropl360\\piccropr-9 ${hex}}}{\\nonshppict{\\pict\\wmetafile8 00ff}}{\\pict\\emfblip 00}{\\pict\\pngblip\\bin${png.length} `), png, Buffer.from('}{\\object{\\*\\objclass Excel.Sheet}{\\*\\objdata 0102}{\\result shown}}\\par}')]);
  const { laidOut, pictures } = await laid(paperTypes.rtf, bytes);
  expect(shorts(laidOut!)).toEqual(['<picture 1 25.4><kind><picture 2 null>shown']);
  // What the file cuts off stays unseen here, too.
  expect(laidOut!.body[0]).toMatchObject({ pieces: [{ cut: { left: 0.25, top: 0, right: 0, bottom: 0 } }, {}, { cut: null }, {}] });
  expect(pictures.map(({ mediaType, bytes: sent }) => [mediaType, Buffer.compare(Buffer.from(sent), Buffer.from(png))])).toEqual([['image/png', 0], ['image/png', 0]]);
  expect(laidOut!.holds.embedded).toEqual(['Excel.Sheet']);
});

it('nested deeper than any document, it comes to an end and says that it is cut', async () => {
  const deep = await rtf(`seen\\par${'{'.repeat(50_000)}deep${'}'.repeat(50_000)} after\\par`);
  expect([deep.isCut, shorts(deep)[0]]).toEqual([true, 'seen']);
});

it('no trace is left of what is taken out', async () => {
  const laidOut = await rtf('at 12 {\\b Ro}se {\\v x}Lane\\par{\\field{\\*\\fldinst HYPERLINK "https://maps.example/?q=12%20Rose%20Lane"}{\\fldrslt map}}{\\header 12 Rose Lane}{\\footnote 12 Rose Lane}\\trowd\\cellx1\\cellx2\\pard\\intbl 12\\cell Rose Lane\\cell\\row');
  const out = redactLaidOut(laidOut, finderOf([{ words: '12 Rose Lane', reason: 'address', isWholeWord: false }, { words: 'Rose Lane', reason: 'address', isWholeWord: false }]));
  expect(JSON.stringify(laidOut)).toContain('Rose');
  expect(JSON.stringify(out)).not.toMatch(/Rose|Lane/);
  expect(printed(out)).not.toMatch(/Rose|Lane/);
});

it('an old Word file by its words, and says that they are all', async () => {
  const { laidOut } = await laid(paperTypes.doc, makeWordFile('He came at \u0013 DATE \u0014five\u0015.\rTwice.\r', 'Łódź 警察\r'));
  expect(shorts(laidOut!)).toEqual(['He came at five.', 'Twice.', 'Łódź 警察']);
  expect(aboutLaidOut({ laidOut: laidOut!, pictures: new Map() }).join()).toContain('Only its words are laid out');
  const rows = shorts((await laid(paperTypes.doc, sample('statement.doc'))).laidOut!);
  expect(rows).toEqual(expect.arrayContaining(['Statement of Mara Quill', 'Day\tCalls', 'Tuesday\t41', 'Northmere Police, ref 47/1', 'Can we leave this out?']));
  expect((await laid(paperTypes.doc, makeWordFile('x', 'y', true))).why).toBe('locked');
  expect((await laid(paperTypes.doc, Buffer.from('d0cf11e0a1b11ae1', 'hex'))).why).toBe('nothing');
});

it('spoilt files always come to an end that is said, and to what the schema takes', async () => {
  const words = fc.constantFrom('{', '}', '\\par ', '\\cell ', '\\row ', '\\intbl ', '\\trowd ', '\\cellx5 ', '\\clmrg ', '{\\footnote ', '{\\header ', '{\\*\\annotation ', '{\\pict\\pngblip ', '{\\field{\\*\\fldinst ', '\\u-1 ', "\\'e9", '\\page ', '\\pard ', '{\\listtext ', '\\ilvl99 ', '\\s1 ', '{\\stylesheet ', '{\\colortbl ', '{\\shptxt ', '\\bin99999 ', '\\deleted ', '\\revdttm-5 ', 'word', '\\ftnalt ');
  await fc.assert(fc.asyncProperty(fc.array(words, { maxLength: 60 }), async (parts) => {
    const { laidOut } = await laid(paperTypes.rtf, Buffer.from(`{\\rtf1${parts.join('')}`));
    expect(laidOut).not.toBeNull();
    printed(laidOut!);
  }), { numRuns: 500 });
});
