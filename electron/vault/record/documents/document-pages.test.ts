import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PageRead } from '../../../../shared/vault-protocol/reading-calls';
import type { VaultStore } from '../../store/store';
import { pagesOf, putPages, removePages } from './document-pages';
import { makeMigratedStore } from '../testing/migrated-store';

let store: VaultStore;
let remove: () => Promise<void>;

beforeEach(async () => {
  ({ store, remove } = await makeMigratedStore());
});
afterEach(() => remove());

const found = (word: string): number => store.all<{ n: number }>(`SELECT count(*) AS n FROM page_index WHERE page_index MATCH ?`, [word])[0]?.n ?? 0;
const page = (text: string): PageRead => ({ page: 1, origin: 'ocr', text, boxes: null, language: 'eng', confidence: 90 });

test('pages of a document beyond the two thousandth, whose numbers no longer fit into 32 bits, are kept, found, replaced and taken out', async () => {
  const id = 'f'.repeat(32);
  await store.transact((transaction) => {
    transaction.run(`INSERT INTO document_number (number, document_id) VALUES (7000, ?)`, ['0'.repeat(32)]);
    putPages(transaction, id, [page('an umbrella')], '2026-01-01T00:00:00.000Z');
  });
  expect([found('umbrella'), pagesOf(store, id, 1, 10).pages.map(({ text }) => text)]).toEqual([1, ['an umbrella']]);
  await store.transact((transaction) => putPages(transaction, id, [page('a parasol')], '2026-01-01T00:00:00.000Z'));
  expect([found('umbrella'), found('parasol'), pagesOf(store, id, 1, 10).pages.length]).toEqual([0, 1, 1]);
  await store.transact((transaction) => removePages(transaction, id));
  expect([found('umbrella'), found('parasol'), pagesOf(store, id, 1, 10).pages]).toEqual([0, 0, []]);
});
