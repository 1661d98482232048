import { expect, it } from 'vitest';
import { nothingHeld, type LaidOut, type LaidPiece } from '../model/laid-out';
import { finderOf } from './find-words';
import { redactLaidOut } from './redact-laid-out';

const words = (text: string, more: Partial<Extract<LaidPiece, { is: 'words' }>> = {}): LaidPiece => ({ is: 'words', words: text, looks: [], change: null, hidden: null, link: '', ...more });
const paragraph = (pieces: LaidPiece[]): LaidOut['body'][number] => ({ is: 'paragraph', heading: 0, list: null, align: 'start', indent: 0, isExact: true, pieces, change: null });
const laidOut = (body: LaidOut['body'], more: Partial<LaidOut> = {}): LaidOut => ({ body, edges: [], notes: [], comments: [], changes: [{ kind: 'inserted', by: 'Rose Lane', at: '' }, { kind: 'deleted', by: 'B', at: '' }], changedLooks: 0, holds: nothingHeld, told: [], isCut: false, ...more });
const find = finderOf([{ words: '12 Rose Lane', reason: 'address', isWholeWord: false }, { words: 'Rose Lane', reason: 'address', isWholeWord: false }]);
const label = '[redacted: address]';
const textOf = ({ body }: LaidOut): string => body.map((block) => (block.is === 'paragraph' ? block.pieces.map((piece) => (piece.is === 'words' ? piece.words : `<${piece.is}>`)).join('|') : JSON.stringify(block))).join('\n');

it('finds words over runs, paragraphs and cells', () => {
  expect(textOf(redactLaidOut(laidOut([paragraph([words('at 12 '), words('Ro', { looks: ['bold'] }), words('se Lane'), words(' now')])]), find))).toBe(`at ${label}||| now`);
  expect(textOf(redactLaidOut(laidOut([paragraph([words('at 12 Rose')]), paragraph([words('Lane, now')])]), find))).toBe(`at ${label}\n, now`);
  const table: LaidOut['body'] = [{ is: 'table', what: 'table', rows: [{ isHead: false, change: null, cells: [{ across: 1, down: 1, isHead: false, blocks: [paragraph([words('12')])] }, { across: 1, down: 1, isHead: false, blocks: [paragraph([words('Rose Lane')])] }] }] }];
  expect(textOf(redactLaidOut(laidOut(table), find))).not.toMatch(/Rose|Lane/);
});

it('finds what a change or hidden letters stand in the midst of, however it is read', () => {
  expect(textOf(redactLaidOut(laidOut([paragraph([words('12 Ro'), words('x', { change: 2 }), words('se Lane')])]), find))).toBe(`${label}|x|`);
  expect(textOf(redactLaidOut(laidOut([paragraph([words('12 Ro'), words('yy', { change: 1 }), words('se Lane')])]), find))).toBe(`${label}|yy|`);
  expect(textOf(redactLaidOut(laidOut([paragraph([words('12 Ro'), words('zz', { hidden: 'colour' }), words('se Lane')])]), find))).toBe(`${label}|zz|`);
  expect(textOf(redactLaidOut(laidOut([paragraph([words('12 '), words('Rose Lane', { change: 2 })])]), find))).toBe(`${label}|`);
});

it('takes them out of links, descriptions, names, comments, notes, heads and names of files; pictures go, because nobody has read them', () => {
  const there = 'see 12 Rose Lane';
  const picture: LaidPiece = { is: 'picture', picture: 1, description: there, widthMm: null, heightMm: null, cut: null, change: null, hidden: null };
  const out = redactLaidOut(laidOut([paragraph([words('here', { link: 'https://maps.example/?q=12%20Rose%20Lane' }), picture])], {
    comments: [{ by: there, at: there, answers: null, isDone: false, blocks: [paragraph([words(there)])] }], notes: [{ kind: 'footnote', sign: 'Rose Lane', blocks: [paragraph([words(there)])] }],
    edges: [{ edge: 'head', on: ['all'], blocks: [paragraph([words(there)])] }], holds: { ...nothingHeld, embedded: [`${there}.xlsx`] },
  }), find);
  expect(JSON.stringify(out)).not.toMatch(/Rose|Lane/);
  expect(textOf(out)).toBe('here|<no-picture>');
});

it('leaves the rest, and what was given, as they are', () => {
  const given = laidOut([paragraph([words('at 12 Rose Lane'), words('elsewhere')])]);
  const before = JSON.stringify(given);
  expect(textOf(redactLaidOut(given, find))).toBe(`at ${label}|elsewhere`);
  expect(JSON.stringify(given)).toBe(before);
});
