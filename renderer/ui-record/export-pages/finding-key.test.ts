import { expect, it } from 'vitest';
import type { SweepHit } from '../../../shared/model/sweep';
import { findingKey, type PagesOf } from './finding-key';

const id = (n: number): string => String(n).padStart(32, '0');
const hit: SweepHit = { id: '1', what: 'fact', factId: id(9), place: { file: ['Re A.pdf'], where: 'page', name: '', page: 7 }, sureness: 'exact', part: 'all', shown: { before: '', found: 'Olly', after: '' }, count: 1 };
const ofEntry = (entry: number, begins: number, hitId = '1'): PagesOf => ({ sweepOwners: [{ hitId, name: 'The call', ids: [id(entry)], exhibit: null, at: null }], entryPages: [{ id: id(entry), page: begins }], exhibits: [] });
const on = (page: number, more: Partial<SweepHit> = {}): SweepHit => ({ ...hit, ...more, place: { ...hit.place, page } });

it('is the same where the same stands in the same entry, though it begins on another page and the file is called otherwise', () => {
  const renamed = { ...on(9, { id: '4' }), place: { ...hit.place, page: 9, file: ['Re A and B.pdf'] } };
  expect(findingKey(on(7), ofEntry(1, 6))).toBe(findingKey(renamed, ofEntry(1, 8, '4')));
});

it('is another for another fact, entry, page of an entry, place and kind', () => {
  const key = findingKey(hit, ofEntry(1, 6));
  const others = [
    findingKey({ ...hit, factId: id(8) }, ofEntry(1, 6)), findingKey(hit, ofEntry(2, 6)), findingKey(on(8), ofEntry(1, 6)), findingKey({ ...hit, place: { ...hit.place, where: 'page-picture' } }, ofEntry(1, 6)),
    findingKey({ ...hit, place: { ...hit.place, name: 'Author' } }, ofEntry(1, 6)), findingKey({ ...hit, part: 'postcode' }, ofEntry(1, 6)), findingKey({ ...hit, what: 'author', factId: null }, ofEntry(1, 6)), findingKey(hit, { ...ofEntry(1, 6), sweepOwners: [] }),
    findingKey({ ...hit, place: { ...hit.place, file: ['Re A.pdf', 'inside.docx'] } }, ofEntry(1, 6)),
  ];
  expect(new Set([key, ...others]).size).toBe(others.length + 1);
});

it('goes by the page of an exhibit’s own file where that is known, and by all the pages where nobody’s it is', () => {
  const ofExhibit = (page: number): PagesOf => ({ sweepOwners: [{ hitId: '1', name: 'TM1', ids: [id(3)], exhibit: { kind: 'document', id: id(3) }, at: { documentId: id(3), page } }], entryPages: [], exhibits: [] });
  expect(findingKey(on(7), ofExhibit(2))).toBe(findingKey(on(12), ofExhibit(2)));
  expect(findingKey(on(7), ofExhibit(2))).not.toBe(findingKey(on(7), ofExhibit(3)));
  const nobodys: PagesOf = { sweepOwners: [], entryPages: [], exhibits: [] };
  expect(findingKey(on(7), nobodys)).not.toBe(findingKey(on(8), nobodys));
});

it('names the file in a bag, and never a word that was found', () => {
  const inBag = (file: string): string => findingKey({ ...hit, place: { ...hit.place, file: [file], page: null } }, null);
  expect(inBag('data/a.docx')).not.toBe(inBag('data/b.docx'));
  expect(findingKey(hit, ofEntry(1, 6))).not.toMatch(/Olly/);
});
