import { Refusal } from '../../../../shared/contract/errors';
import { mostKeptSearches } from '../../../../shared/contract/search-calls';
import type { Id } from '../../../../shared/model/identity';
import { SearchQuery, type KeptSearch } from '../../../../shared/model/search';
import { canonicalJson } from '../history/canonical-json';
import { appendHistory, erasePayloads } from '../history/history';
import type { RecordContext } from '../record-context';
import { countOf, fromJson, oneRow, type Queries } from '../rows';

type KeptSearchRow = { id: string; name: string; query: string; kept_utc: string };

const asKeptSearch = (row: KeptSearchRow): KeptSearch => ({ id: row.id, name: row.name, query: fromJson(SearchQuery, row.query), keptUtc: row.kept_utc });

function getKeptSearch(from: Queries, id: Id): KeptSearch {
  return asKeptSearch(oneRow<KeptSearchRow>(from, `SELECT * FROM kept_search WHERE id = ?`, [id]));
}

/** The one kept last first. */
export function listKeptSearches(from: Queries): KeptSearch[] {
  return from.all<KeptSearchRow>(`SELECT * FROM kept_search ORDER BY kept_utc DESC, id`).map(asKeptSearch);
}

/** Refuses `limit-exceeded` past 200. */
export async function keepSearch(context: RecordContext, { name, query }: Pick<KeptSearch, 'name' | 'query'>): Promise<KeptSearch> {
  const id = context.newId();
  return context.store.transact((transaction) => {
    if (countOf(transaction, `kept_search`) >= mostKeptSearches) throw new Refusal('limit-exceeded');
    transaction.run(`INSERT INTO kept_search (id, name, query, kept_utc) VALUES (?, ?, ?, ?)`, [id, name, canonicalJson(query), context.now()]);
    appendHistory(context, transaction, 'search-kept', 'search', id, { name, query });
    return getKeptSearch(transaction, id);
  });
}

export async function renameKeptSearch(context: RecordContext, id: Id, name: string): Promise<KeptSearch> {
  return context.store.transact((transaction) => {
    const before = getKeptSearch(transaction, id);
    transaction.run(`UPDATE kept_search SET name = ? WHERE id = ?`, [name, id]);
    appendHistory(context, transaction, 'search-renamed', 'search', id, { before: before.name, after: name });
    return getKeptSearch(transaction, id);
  });
}

/** What she looked for is gone with it; the history keeps that a search was kept and removed. */
export async function removeKeptSearch(context: RecordContext, id: Id): Promise<void> {
  await context.store.transact((transaction) => {
    getKeptSearch(transaction, id);
    transaction.run(`DELETE FROM kept_search WHERE id = ?`, [id]);
    erasePayloads(transaction, id);
    appendHistory(context, transaction, 'search-removed', 'search', id, {});
  });
}
