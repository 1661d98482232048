import { expect, test } from 'vitest';
import type { PlannedExhibit } from '../../../shared/model/export-plan';
import { ownPagesOf } from './own-pages';

const exhibit = (form: 'pdf' | 'image', inCopy?: PlannedExhibit['inCopy']) => ({ mark: 'TM1', citedBy: [], thing: { kind: 'document', document: { form } }, ...(inCopy === undefined ? {} : { inCopy }) }) as unknown as PlannedExhibit;
// Its sheet is page 5; pages 6 to 8 are its own; on 9 the next exhibit begins.
const built = (filePages: number) => ({ pageCount: 12, pageOf: new Map([['exhibit-tm1', 5], ['exhibit-tm2', 9]]), printed: [{ from: 0, to: 5 }, { from: 8, to: 12 }], filePages: new Map([['TM1', filePages]]) });

test('a file’s own pages follow its sheet; of an extract they are those that go', () => {
  expect(ownPagesOf(built(3), exhibit('pdf'))).toEqual({ first: 6, count: 3, ranges: [{ from: 1, to: 3 }] });
  expect(ownPagesOf(built(9), exhibit('pdf', { title: '', extract: { ranges: [{ from: 2, to: 3 }, { from: 8, to: 8 }], of: 9 }, turns: [] }))).toEqual({ first: 6, count: 3, ranges: [{ from: 2, to: 3 }, { from: 8, to: 8 }] });
});

test('where pages were lost on the way, nobody can say which is which', () => {
  expect(ownPagesOf(built(4), exhibit('pdf'))).toBeNull();
});

test('a picture is seen from its sheet to where the next thing begins; of one with pages it is not known on which', () => {
  const all = { ...built(1), printed: [{ from: 0, to: 12 }] };
  expect(ownPagesOf(all, exhibit('image'))).toEqual({ first: 5, count: 4, ranges: [{ from: 1, to: 1 }] });
  expect(ownPagesOf({ ...all, filePages: new Map([['TM1', 3]]) }, exhibit('image'))).toBeNull();
  expect(ownPagesOf({ ...all, filePages: new Map() }, exhibit('image'))).toBeNull();
});
