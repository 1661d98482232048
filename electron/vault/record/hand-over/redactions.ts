import { Refusal } from '../../../../shared/contract/errors';
import { mostRedactionLists } from '../../../../shared/contract/redaction-calls';
import type { Id } from '../../../../shared/model/identity';
import { mostListedAreas, mostListedWords, type AreaToBlackOut, type RedactionList, type RedactionReason, type WordsToTakeOut } from '../../../../shared/model/redaction';
import type { Transaction } from '../../store/store';
import { appendHistory, erasePayloads } from '../history/history';
import type { RecordContext } from '../record-context';
import { countOf, oneRow, type Queries } from '../rows';

type ListRow = { id: string; name: string; made_utc: string };
type WordsRow = { id: string; words: string; reason: string; whole_word: number };
type AreaRow = { id: string; document_id: string; page: number; from_left: number; from_top: number; width: number; height: number; reason: string };

/** Refuses `not-found`. */
export function getRedactionList(from: Queries, id: Id): RedactionList {
  const { name, made_utc: madeUtc } = oneRow<ListRow>(from, `SELECT * FROM redaction_list WHERE id = ?`, [id]);
  const words = from.all<WordsRow>(`SELECT id, words, reason, whole_word FROM redaction_words WHERE list_id = ? ORDER BY number`, [id]);
  const areas = from.all<AreaRow>(`SELECT id, document_id, page, from_left, from_top, width, height, reason FROM redaction_area WHERE list_id = ? ORDER BY number`, [id]);
  return {
    id, name, madeUtc,
    words: words.map((row) => ({ id: row.id, words: row.words, reason: row.reason as RedactionReason, isWholeWord: row.whole_word === 1 })),
    areas: areas.map((row) => ({ id: row.id, documentId: row.document_id, page: row.page, left: row.from_left, top: row.from_top, width: row.width, height: row.height, reason: row.reason as RedactionReason })),
  };
}

export function listRedactionLists(from: Queries): RedactionList[] {
  return from.all<{ id: string }>(`SELECT id FROM redaction_list ORDER BY name COLLATE NOCASE, id`).map(({ id }) => getRedactionList(from, id));
}

/** What the record of a copy keeps of the list it was made with, for when that is renamed or ended; never what stands on it. null: none, or it was ended meanwhile. */
export function usedList(from: Queries, id: Id | null): { readonly id: Id; readonly name: string; readonly wordCount: number; readonly areaCount: number } | null {
  const isThere = id !== null && countOf(from, `redaction_list WHERE id = ?`, [id]) > 0;
  if (!isThere) return null;
  const { name, words, areas } = getRedactionList(from, id);
  return { id, name, wordCount: words.length, areaCount: areas.length };
}

/** Refuses `limit-exceeded`. */
export async function makeList(context: RecordContext, name: string): Promise<RedactionList> {
  return context.store.transact((transaction) => getRedactionList(transaction, begin(context, transaction, name, {})));
}

/** Refuses `not-found`, `limit-exceeded`. */
export async function copyList(context: RecordContext, fromId: Id, name: string): Promise<RedactionList> {
  return context.store.transact((transaction) => {
    const { words, areas } = getRedactionList(transaction, fromId);
    const id = begin(context, transaction, name, { copiedFrom: fromId });
    for (const one of words) insertWords(context, transaction, id, one);
    for (const one of areas) insertArea(context, transaction, id, one);
    return getRedactionList(transaction, id);
  });
}

export async function renameList(context: RecordContext, id: Id, name: string): Promise<RedactionList> {
  return context.store.transact((transaction) => {
    const before = getRedactionList(transaction, id);
    transaction.run(`UPDATE redaction_list SET name = ? WHERE id = ?`, [name, id]);
    appendHistory(context, transaction, 'redaction-list-renamed', 'redaction', id, { before: before.name, after: name });
    return getRedactionList(transaction, id);
  });
}

/** Its name goes out of its own history with it; that there was a list, and when, stays. The record of a copy that was made with it keeps its name: it says what was done. */
export async function removeList(context: RecordContext, id: Id): Promise<void> {
  await context.store.transact((transaction) => {
    getRedactionList(transaction, id);
    for (const table of ['redaction_words', 'redaction_area']) transaction.run(`DELETE FROM ${table} WHERE list_id = ?`, [id]);
    transaction.run(`DELETE FROM redaction_list WHERE id = ?`, [id]);
    erasePayloads(transaction, id);
    appendHistory(context, transaction, 'redaction-list-removed', 'redaction', id, {});
  });
}

/** The same words, however blanks and capitals stand in them, once: added again, they have the reason said last. */
export async function addWords(context: RecordContext, listId: Id, added: WordsToTakeOut): Promise<RedactionList> {
  return context.store.transact((transaction) => {
    const { words } = getRedactionList(transaction, listId);
    const same = words.find((one) => alike(one.words) === alike(added.words));
    if (same !== undefined) transaction.run(`UPDATE redaction_words SET words = ?, reason = ?, whole_word = ? WHERE id = ?`, [added.words, added.reason, Number(added.isWholeWord), same.id]);
    else if (words.length >= mostListedWords) throw new Refusal('limit-exceeded');
    else insertWords(context, transaction, listId, added);
    // What is to be kept from others does not stand in a history that keeps what was taken off a list.
    appendHistory(context, transaction, 'redaction-added', 'redaction', listId, { of: 'words', reason: added.reason });
    return getRedactionList(transaction, listId);
  });
}

/** Refuses `not-found`, `erased`, `limit-exceeded`. */
export async function addArea(context: RecordContext, listId: Id, area: AreaToBlackOut): Promise<RedactionList> {
  return context.store.transact((transaction) => {
    getRedactionList(transaction, listId);
    const { status } = oneRow<{ status: string }>(transaction, `SELECT status FROM document WHERE id = ?`, [area.documentId]);
    if (status !== 'kept') throw new Refusal(status === 'erased' ? 'erased' : 'not-found');
    if (countOf(transaction, `redaction_area WHERE list_id = ?`, [listId]) >= mostListedAreas) throw new Refusal('limit-exceeded');
    insertArea(context, transaction, listId, area);
    appendHistory(context, transaction, 'redaction-added', 'redaction', listId, { of: 'area', reason: area.reason, documentId: area.documentId, page: area.page });
    return getRedactionList(transaction, listId);
  });
}

/** Taking off what is not there changes nothing. */
export async function takeOff(context: RecordContext, listId: Id, id: Id): Promise<RedactionList> {
  return context.store.transact((transaction) => {
    const { words, areas } = getRedactionList(transaction, listId);
    const isWords = words.some((one) => one.id === id);
    if (!isWords && !areas.some((one) => one.id === id)) return getRedactionList(transaction, listId);
    transaction.run(`DELETE FROM ${isWords ? 'redaction_words' : 'redaction_area'} WHERE id = ?`, [id]);
    appendHistory(context, transaction, 'redaction-removed', 'redaction', listId, { of: isWords ? 'words' : 'area' });
    return getRedactionList(transaction, listId);
  });
}

/** In the transaction that erases a document: nothing of where it was blacked out is kept. */
export function forgetAreas(transaction: Transaction, documentId: Id): void {
  transaction.run(`DELETE FROM redaction_area WHERE document_id = ?`, [documentId]);
}

const alike = (words: string): string => words.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

function begin(context: RecordContext, transaction: Transaction, name: string, more: object): Id {
  if (countOf(transaction, `redaction_list`) >= mostRedactionLists) throw new Refusal('limit-exceeded');
  const id = context.newId();
  transaction.run(`INSERT INTO redaction_list (id, name, made_utc) VALUES (?, ?, ?)`, [id, name, context.now()]);
  appendHistory(context, transaction, 'redaction-list-made', 'redaction', id, { name, ...more });
  return id;
}

function insertWords(context: RecordContext, transaction: Transaction, listId: Id, { words, reason, isWholeWord }: WordsToTakeOut): void {
  transaction.run(`INSERT INTO redaction_words (id, list_id, number, words, reason, whole_word) VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM redaction_words WHERE list_id = ?), ?, ?, ?)`, [context.newId(), listId, listId, words, reason, Number(isWholeWord)]);
}

function insertArea(context: RecordContext, transaction: Transaction, listId: Id, { documentId, page, left, top, width, height, reason }: AreaToBlackOut): void {
  transaction.run(
    `INSERT INTO redaction_area (id, list_id, number, document_id, page, from_left, from_top, width, height, reason) VALUES (?, ?, (SELECT coalesce(max(number), 0) + 1 FROM redaction_area WHERE list_id = ?), ?, ?, ?, ?, ?, ?, ?)`,
    [context.newId(), listId, listId, documentId, page, left, top, width, height, reason],
  );
}
