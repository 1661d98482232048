import { afterEach, beforeEach, expect, it } from 'vitest';
import { wholeChronology } from '../../../shared/model/chronology';
import { added, on, recorded } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

it('orders by the earliest possible day, the vague before the exact, the undated last', async () => {
  for (const [title, edtf] of [['exact', '2019-06-01'], ['undated', ''], ['year', '2019'], ['month', '2019-06~'], ['later', '2020-01-01']] as const) await recorded(vault, { title, account: 'x', happened: on(edtf) });
  const { rows, total } = await vault.ask('chronology.rows', { filter: wholeChronology, offset: 0, limit: 10 });
  expect(total).toBe(5);
  expect(rows.map((row) => row.title)).toEqual(['year', 'month', 'exact', 'later', 'undated']);
  const { years, undated } = await vault.ask('chronology.years', { filter: wholeChronology });
  expect(years).toEqual([
    { year: 2019, exact: 1, vague: 2, firstRow: 0, exactByMonth: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], vagueByMonth: [1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1] },
    { year: 2020, exact: 1, vague: 0, firstRow: 3, exactByMonth: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], vagueByMonth: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
  ]);
  const rowOf = async (title: string, filter = wholeChronology): Promise<number | null> => (await vault.ask('chronology.rowOf', { filter, subject: 'incident', id: rows.find((row) => row.title === title)!.id })).row;
  expect(await rowOf('later')).toBe(3);
  expect(await rowOf('later', { ...wholeChronology, fromDay: '2019-07-01' })).toBe(1);
  expect(await rowOf('later', { ...wholeChronology, toDay: '2019-07-01' })).toBeNull();
  expect(undated).toBe(1);
});

it('filters by period, person, kind, evidence and words together', async () => {
  const craig = await vault.ask('people.add', { name: 'Craig', role: 'accused' });
  const id = await recorded(vault, { title: 'A', account: 'the radiator', happened: on('2022-10-09'), kinds: ['physical'], people: [{ personId: craig.id, part: 'did-it' }] });
  await recorded(vault, { title: 'B', account: 'the radiator again', happened: on('2023'), kinds: ['economic'] });
  const document = await added(vault, 'a.txt', Buffer.from('paper'));
  await vault.ask('incidents.link', { id, target: { kind: 'document', documentId: document } });
  const titles = async (change: Partial<typeof wholeChronology>): Promise<string[]> => (await vault.ask('chronology.rows', { filter: { ...wholeChronology, ...change }, offset: 0, limit: 10 })).rows.map((row) => row.title);
  expect(await titles({ personIds: [craig.id] })).toEqual(['A']);
  expect(await titles({ kinds: ['economic', 'sexual'] })).toEqual(['B']);
  expect(await titles({ hasEvidence: true })).toEqual(['A']);
  expect(await titles({ hasEvidence: false })).toEqual(['B']);
  expect(await titles({ fromDay: '2023-06-01' })).toEqual(['B']);
  expect(await titles({ toDay: '2022-12-31' })).toEqual(['A']);
  expect(await titles({ text: 'radiat' })).toEqual(['A', 'B']);
  expect(await titles({ text: 'radiator -again' })).toEqual(['A']);
  const { tags: [home] } = await vault.ask('tags.put', { kind: 'incident', id, name: 'home' });
  const { tags: [work] } = await vault.ask('tags.put', { kind: 'document', id: document, name: 'work' });
  await vault.ask('documents.amend', { id: document, title: 'Rota', note: '', happened: on('2021-01-01') });
  expect(await titles({ tagIds: [home!.id] })).toEqual(['A']);
  expect(await titles({ tagIds: [work!.id] })).toEqual(['Rota']);
  expect(await titles({ tagIds: [work!.id, home!.id] })).toEqual(['Rota', 'A']);
  expect(await titles({ tagIds: [work!.id], kinds: ['physical'] })).toEqual([]);
  await vault.ask('tags.take', { kind: 'incident', id, tagId: home!.id });
  expect(await titles({ tagIds: [home!.id] })).toEqual([]);
});
