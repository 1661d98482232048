import { expect, test } from 'vitest';
import type { CasePageBlock, CasePagePlan, CasePageSource } from '../model/case/case-page';
import { Drawing } from '../model/case/drawing';
import { undated } from '../model/dated';
import { casePagePages } from './case-page';
import { drawnFigure } from './drawing';
import { html } from './markup';

const hostile = `</text><script>alert(1)</script>" onload='x' & <b>Holt</b>`;
const escaped = '&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&#39;x&#39; &amp; &lt;b&gt;Holt&lt;/b&gt;';
const id = (digit: string): string => digit.repeat(32);
const document = { kind: 'document', documentId: id('a') } as const;
const incident = { kind: 'incident', incidentId: id('b') } as const;

const source = (part: Partial<CasePageSource>): CasePageSource => ({
  citation: document, what: 'document', mark: 'TM7', number: null, name: 'receipt.txt', happened: undated, firstRecordedUtc: '2026-05-03T20:04:11.250Z', amended: false, sha256: 'f'.repeat(64), foundIn: [], isGone: false, ...part,
});
const plan = (blocks: CasePageBlock[], sources: CasePageSource[], isLandscape = false): string => {
  const made: CasePagePlan = {
    planId: id('c'), caseName: 'Re A', preparedUtc: '2026-05-03T20:04:11.250Z', example: false, page: { title: 'A page', intro: '', isLandscape, blocks }, sources, privateChildren: [],
    sealCode: '12-AAAA', historySequence: 12, historyHash: 'e'.repeat(64), historyEntryCount: 12,
  };
  return casePagePages(made);
};

test('a citation leads to its line in the list of sources, under its mark; what is erased or a draft says so', () => {
  const cites: CasePageBlock = { block: 'paragraph', look: 'hers', text: [{ is: 'words', words: 'As ' }, { is: 'source', citation: document }, { is: 'words', words: ' and\n' }, { is: 'source', citation: incident }] };
  const made = plan([cites], [source({}), source({ citation: incident, what: 'incident', mark: null, number: 1, name: 'The stairs', sha256: null, amended: true })]);
  expect(made).toContain('<p dir="auto">As <a class="cite" href="https://bundle.invalid/to/source-1">TM7</a> and</p><p dir="auto"><a class="cite" href="https://bundle.invalid/to/source-2">[1]</a></p>');
  expect(made).toContain('<a href="https://bundle.invalid/at/source-1">TM7</a>');
  expect(made).toContain('3 May 2026, 21:04 BST');
  expect(made).toContain(`SHA-256 <span class="hash">${'f'.repeat(64)}</span>`);
  expect(made).toContain('Amended since; every earlier reading is kept.');
  const gone = plan([cites], [source({ isGone: true, name: '', sha256: null, firstRecordedUtc: null }), source({ citation: incident, what: 'incident', mark: null, number: 1, name: '', sha256: null, firstRecordedUtc: null })]);
  expect(gone).toContain('>TM7 (erased)</a>');
  expect(gone).toContain('>[1, not in the record yet]</a>');
  expect(gone).toContain('Erased from the record.');
  expect(gone).toContain('Not in the record yet: a draft.');
});

test('messages and mail name the files in which they stand, with their SHA-256', () => {
  const made = plan([], [source({ what: 'excerpt', citation: { kind: 'excerpt', excerptId: id('d') }, sha256: null, foundIn: [{ name: 'chat.txt', sha256: '1'.repeat(64) }, { name: 'later.txt', sha256: '2'.repeat(64) }] })]);
  for (const said of ['chat.txt', '1'.repeat(64), 'later.txt', '2'.repeat(64)]) expect(made).toContain(said);
});

test('tables have headings with their scope; every block keeps what a person wrote from being markup', () => {
  const cell = [{ is: 'words' as const, words: hostile }];
  const table = { caption: hostile, columns: [{ name: hostile, width: 'narrow' as const }, { name: 'When', width: 'wide' as const }], rows: [[cell, cell]] };
  const drawing: Drawing = { widthMm: 100, heightMm: 50, shapes: [{ shape: 'words', x: 1, y: 2, words: hostile, sizePt: 12, anchor: 'start', isBold: false, fill: 'ink', turn: 0 }] };
  const made = plan([
    { block: 'heading', level: 2, words: hostile }, { block: 'paragraph', look: 'plain', text: cell }, { block: 'facts', facts: [{ name: hostile, value: cell }] }, { block: 'table', table },
    { block: 'beside', left: { heading: hostile, parts: [{ title: cell, text: cell }] }, right: { heading: 'b', parts: [] } }, { block: 'figure', drawing, describes: hostile, table },
  ], [source({ name: hostile, foundIn: [{ name: hostile, sha256: '1'.repeat(64) }] })], true);
  expect(made).not.toMatch(/<script|<b>|onload='/);
  // Heading, paragraph, fact, table, two columns, figure with its table, source: every place once.
  expect(made.split(escaped).length - 1).toBe(20);
  expect(made).toContain(`<th scope="col"><bdi>${escaped}</bdi></th><th scope="col"><bdi>When</bdi></th>`);
  expect(made).toContain(`<th scope="row"><p dir="auto">${escaped}</p></th><td>`);
  expect(made).toContain('size: A4 landscape');
  expect(plan([], [])).not.toContain('landscape');
});

test('a figure is shapes: nothing but commands and numbers is a path, nothing but text is a name', () => {
  const outline = { fill: 'pale', stroke: 'ink', strokeMm: 0.5, dash: 'dashes' } as const;
  const path = { shape: 'path', d: 'M0,0 C1.5e-3,2 3,4 5,6 Z', ...outline } as const;
  const made = html`${drawnFigure(Drawing.parse({ widthMm: 10, heightMm: 5, shapes: [path, { shape: 'line', x1: 0, y1: 0, x2: 1, y2: 1, stroke: 'accent', strokeMm: 1, dash: 'none' }, { shape: 'words', x: 1, y: 2, words: '<b>', sizePt: 12, anchor: 'middle', isBold: true, fill: 'ink', turn: 90 }] }), 'Two "people"')}`.source;
  expect(made).toContain('<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="Two &quot;people&quot;" width="10mm" height="5mm" viewBox="0 0 10 5"><path d="M0,0 C1.5e-3,2 3,4 5,6 Z" fill="#ece8e0" stroke="#000" stroke-width="0.5" stroke-dasharray="2 1.25"/>');
  expect(made).toContain('transform="rotate(90 1 2)">&lt;b&gt;</text>');
  for (const d of ['M0,0"/><script>', 'url(#x)', 'M0 0 javascript:']) expect(Drawing.safeParse({ widthMm: 10, heightMm: 5, shapes: [{ ...path, d }] }).success, d).toBe(false);
});

test('no cell of a table is empty: it would have no tag, and its row be heard a cell short', () => {
  const words = (said: string) => [{ is: 'words' as const, words: said }];
  const made = plan([{ block: 'table', table: { caption: 'Allegations', columns: [{ name: 'Allegation', width: 'wide' }, { name: 'Response', width: 'wide' }], rows: [[words('He took it'), []], [words(''), words(' ')]] } }],
    [source({ isGone: true, name: '', happened: null, firstRecordedUtc: null }), source({ happened: null, firstRecordedUtc: null }), source({})]);
  expect(made).not.toMatch(/<t[dh][^>]*>\s*(?:<p class="gap"><\/p>)*\s*<\/t[dh]>/);
  expect(made.match(/<p>&nbsp;<\/p>/g)).toHaveLength(3);
  for (const said of ['<td class="source-when">Erased</td>', '<td class="source-when">Not recorded</td>', '<td class="source-when">Date not given</td>']) expect(made).toContain(said);
});
