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
