import { expect, it } from 'vitest';
import { nothingHeld, type LaidOut, type LaidParagraph, type LaidPiece } from '../model/laid-out';
import { aboutLaidOut, laidOutPages } from './laid-out-pages';
import type { PrintedPicture } from './rendition';

const words = (text: string, more: Partial<Extract<LaidPiece, { is: 'words' }>> = {}): LaidPiece => ({ is: 'words', words: text, looks: [], change: null, hidden: null, link: '', ...more });
const paragraph = (pieces: LaidPiece[], more: Partial<LaidParagraph> = {}): LaidParagraph => ({ is: 'paragraph', heading: 0, list: null, align: 'start', indent: 0, isExact: true, pieces, change: null, ...more });
const laidOut = (body: LaidOut['body'], more: Partial<LaidOut> = {}): LaidOut => ({ body, edges: [], notes: [], comments: [], changes: [], changedLooks: 0, holds: nothingHeld, told: [], isCut: false, ...more });
const drawn = (file: LaidOut, pictures: ReadonlyMap<number, PrintedPicture> = new Map()): string => `${(laidOutPages({ laidOut: file, pictures }) as { source: string }).source}`;

it('no word of a file becomes markup, wherever it stands', () => {
  const bad = '"><script>x</script><a href=y>\u202e';
  const source = drawn(laidOut([
    paragraph([words(bad, { link: bad }), { is: 'no-picture', why: 'remote', address: bad, description: bad, change: null, hidden: null }, { is: 'picture', picture: 1, description: bad, widthMm: null, heightMm: null, cut: null, change: null, hidden: null }, words(bad, { change: 1, hidden: 'colour' })], { heading: 1, list: { sign: bad, depth: 0 } }),
    { is: 'table', what: 'table', rows: [{ isHead: true, change: null, cells: [{ across: 2, down: 3, isHead: false, blocks: [paragraph([words(bad)])] }] }, { isHead: false, change: null, cells: [] }] },
  ], { changes: [{ kind: 'deleted', by: bad, at: bad }], comments: [{ by: bad, at: bad, answers: null, isDone: true, blocks: [paragraph([words(bad)])] }], notes: [{ kind: 'endnote', sign: bad, blocks: [] }], edges: [{ edge: 'foot', on: ['first', 'even'], blocks: [paragraph([words(bad)])] }] }),
  new Map([[1, { href: '/picture/a.jpg', widthMm: 50, heightMm: 20, wordsRead: '' }]]));
  expect(source).not.toMatch(/<script|<a /);
  expect(source).toContain('<th scope="col" colspan="2" rowspan="3">');
});

it('headings stand below the exhibit’s own, and none is passed over', () => {
  const levels = [4, 1, 2, 6, 1].map((heading) => paragraph([words(`level ${heading}`)], { heading }));
  expect([...drawn(laidOut(levels, { changes: [{ kind: 'inserted', by: '', at: '' }] })).matchAll(/<h(\d)/g)].map(([, level]) => level)).toEqual(['3', '3', '4', '5', '3', '3']);
  expect(drawn(laidOut([paragraph([words('  ')], { heading: 1 })]))).not.toContain('<h3');
});

it('pictures stand as wide as the file shows them, never larger than they were drawn', () => {
  const tall = new Map([[1, { href: '/picture/a.jpg', widthMm: 170, heightMm: 220, wordsRead: '' }]]);
  const picture = (widthMm: number | null): LaidPiece => ({ is: 'picture', picture: 1, description: 'door', widthMm, heightMm: 10, cut: null, change: null, hidden: null });
  const pictures = new Map([[1, { href: '/picture/a.jpg', widthMm: 50, heightMm: 20, wordsRead: '' }]]);
  expect([20, 90, null].map((width) => /width:([\d.]+)mm;height:([\d.]+)mm/.exec(drawn(laidOut([paragraph([picture(width)])]), pictures))?.slice(1))).toEqual([['20', '8'], ['50', '20'], ['50', '20']]);
  expect(/width:([\d.]+)mm;height:([\d.]+)mm/.exec(drawn(laidOut([paragraph([picture(null)])]), tall))?.slice(1)).toEqual(['85', '110']);
  expect(drawn(laidOut([paragraph([picture(20)])]))).toContain('it could not be drawn');
});

it('says what a reader would not know by looking, and nothing else', () => {
  expect(aboutLaidOut({ laidOut: laidOut([paragraph([words('plain')])]), pictures: new Map() })).toEqual([]);
  const said = aboutLaidOut({
    laidOut: laidOut([paragraph([words('x', { hidden: 'colour' }), { is: 'no-picture', why: 'remote', address: 'https://a.example', description: '', change: null, hidden: null }])], { changes: [{ kind: 'deleted', by: 'A', at: '' }], changedLooks: 3, isCut: true, holds: { macros: true, embedded: ['b\u202ecod.exe'], scripts: 1, fields: 2 } }),
    pictures: new Map(),
  }).join('\n');
  for (const one of ['too long to be printed whole', '1 change was made with changes tracked', '3 changes of the look', 'named as hidden', 'not fetched', 'macros', '“b[RLO]cod.exe”', 'scripts', '2 fields']) expect(said).toContain(one);
});

it('no cell of a table is empty: it would have no tag, and its row be heard a cell short', () => {
  const cell = (blocks: LaidOut['body']) => ({ across: 1, down: 1, isHead: false, blocks });
  const rows = [[cell([]), cell([paragraph([])]), cell([paragraph([words('  ')])]), cell([{ is: 'rule' }]), cell([paragraph([words('said')])])], []].map((cells) => ({ isHead: false, change: null, cells }));
  const cells = [...drawn(laidOut([{ is: 'table', what: 'table', rows }])).matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, inside = '']) => inside);
  expect(cells).toHaveLength(6);
  expect(cells.map((inside) => inside.includes('&nbsp;'))).toEqual([true, true, true, true, false, true]);
});
