import { expect, test } from 'vitest';
import type { ExportPlan } from '../../../shared/model/export-plan';
import type { SweepReport } from '../../../shared/model/sweep';
import { ownersOf } from './sweep-owners';

const documentId = 'd'.repeat(32);
const plan = (inCopy?: object) => ({ entries: [], exhibits: [{ mark: 'TM1', citedBy: [], thing: { kind: 'document', document: { id: documentId, title: 'Letter', originalName: 'letter.pdf' } }, ...(inCopy === undefined ? {} : { inCopy }) }] }) as unknown as ExportPlan;
const hitOn = (page: number) => ({ hits: [{ id: 'h', place: { page, file: ['a.pdf'], where: 'text', name: '' }, shown: { before: '', found: '14 Harbour Road', after: '' } }] }) as unknown as SweepReport;
// Page 5 is the exhibit's sheet; its own pages begin on 6.
const at = (page: number, inCopy?: object) => ownersOf(hitOn(page), plan(inCopy), new Map([['exhibit-tm1', 5]]), 20, [{ from: 0, to: 5 }])[0]?.at;

test('a find on an exhibit’s page leads to the page of its file, of an extract to the one that stands there', () => {
  expect(at(8)).toEqual({ documentId, page: 3 });
  const extract = { title: '', extract: { ranges: [{ from: 4, to: 5 }, { from: 9, to: 9 }], of: 12 }, turns: [] };
  expect([6, 7, 8].map((page) => at(page, extract)?.page)).toEqual([4, 5, 9]);
});

const exhibit = (mark: string, letter: string, title: string) => ({ mark, citedBy: [], thing: { kind: 'document', document: { id: letter.repeat(32), title, originalName: 'a.pdf' } } });
const entry = (number: number, title: string) => ({ id: String(number), number, title, happened: { typed: '', edtf: '' } });
const bundle = { entries: [entry(1, 'We left'), entry(2, 'He came back')], exhibits: [exhibit('TM24', 'a', 'Non-molestation order'), exhibit('TM13', 'b', 'Note from Sami’s teacher')] } as unknown as ExportPlan;
const places = new Map([['chronology', 3], ['entry-1', 3], ['entry-2', 3], ['section-b', 4], ['exhibit-tm24', 5], ['section-c', 14], ['exhibit-tm13', 15], ['integrity', 17]]);
const foundOn = (page: number, found: string) => ownersOf({ hits: [{ id: 'h', place: { page, file: ['a.pdf'], where: 'text', name: '' }, shown: { before: '', found, after: '' } }] } as unknown as SweepReport, bundle, places, 20, []).map(({ name }) => name);

test('what stands on a divider or in a row is of the exhibit that is named there, never of the one before it', () => {
  expect(foundOn(14, 'Sami’s')).toEqual(['TM13 Note from Sami’s teacher']);
  expect(foundOn(3, 'Sami’s')).toEqual(['TM13 Note from Sami’s teacher']);
  expect(foundOn(3, 'came back')).toEqual(['He came back']);
  expect(foundOn(14, '07700 900418')).toEqual([]);
  expect(foundOn(3, '07700 900418')).toEqual([]);
  expect(foundOn(17, '07700 900418')).toEqual([]);
  // On its sheet and on pages of its own.
  expect([5, 9].map((page) => foundOn(page, '07700 900418'))).toEqual([['TM24 Non-molestation order'], ['TM24 Non-molestation order']]);
});
