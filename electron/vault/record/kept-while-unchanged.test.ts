import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createStore, prepareCreate } from '../store/open-store';
import type { VaultStore } from '../store/store';
import { forgetKept, keptWhileUnchanged } from './kept-while-unchanged';
import { countOf, type Queries } from './rows';

let folder: string;
let store: VaultStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-kept-'));
  store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: new Uint8Array(32).fill(6) }] });
  await store.transact((transaction) => {
    transaction.run(`CREATE TABLE thing (name TEXT)`);
    transaction.run(`CREATE TABLE document_reading (place INTEGER)`);
  });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

let times = 0;
const count = keptWhileUnchanged((from: Queries, least: string) => {
  times += 1;
  return { count: countOf(from, `thing WHERE name >= ?`, [least]) };
});
const twice = keptWhileUnchanged((from: Queries) => count(from, '').count * 2);
const add = (name: string): Promise<unknown> => store.transact((transaction) => transaction.run(`INSERT INTO thing (name) VALUES (?)`, [name]));
const timesFor = (work: () => unknown): number => { const before = times; work(); return times - before; };

it('works out once what is asked again, and anew after a change, an erasure, and a change that was taken back', async () => {
  await add('a');
  expect(timesFor(() => [count(store, ''), count(store, ''), count(store, 'b'), count(store, 'b')])).toBe(2);
  expect([count(store, '').count, count(store, 'b').count]).toEqual([1, 0]);
  await add('b');
  expect([count(store, '').count, count(store, 'b').count, twice(store)]).toEqual([2, 1, 4]);
  await store.transact((transaction) => transaction.run(`DELETE FROM thing`));
  expect([count(store, '').count, twice(store)]).toEqual([0, 0]);
  expect(timesFor(() => { count(store, ''); forgetKept(store); count(store, ''); twice(store); })).toBe(1);
});

it('stays while the program only notes how far it has read, and may not rest on that', async () => {
  await add('a');
  count(store, '');
  await store.transact((transaction) => transaction.run(`INSERT INTO document_reading (place) VALUES (1)`), 'notes');
  expect(timesFor(() => count(store, ''))).toBe(0);
  await store.transact((transaction) => transaction.run(`INSERT INTO document_reading (place) VALUES (2)`));
  expect(timesFor(() => count(store, ''))).toBe(1);
  const onNotes = keptWhileUnchanged((from: Queries) => countOf(from, 'document_reading'));
  expect(() => onNotes(store)).toThrow('may not rest');
});

it('shares with what is worked out of it, and keeps nothing in the middle of a transaction', async () => {
  expect(timesFor(() => { twice(store); count(store, ''); })).toBe(1);
  await store.transact((transaction) => {
    transaction.run(`INSERT INTO thing (name) VALUES ('c')`);
    expect([timesFor(() => count(transaction, '')), timesFor(() => count(transaction, '')), count(transaction, '').count]).toEqual([1, 1, 1]);
  });
});
