import type { Id } from '../../../../shared/model/identity';
import type { SearchRebuilt } from '../../../../shared/contract/check-calls';
import type { Transaction } from '../../store/store';
import { documentSearchText, getDocument } from '../documents/documents';
import { excerptSearchText } from '../conversations/excerpts';
import { appendHistory } from '../history/history';
import { caseSearchText } from '../case/case-entries';
import { incidentSearchText } from '../incidents/incidents';
import { getPerson, personSearchText } from '../people/people';
import { purgeErased } from '../history/purge';
import type { RecordContext } from '../record-context';
import { countOf, type Queries } from '../rows';
import { dropHalfBuilt, halfBuiltTables, indexPartNames, indexParts, isHalfBuilt, type IndexPartName } from './search-half-built';
import { indexText, replaceTextAlone, textIsIndexedAs, unindexText, type SearchText } from './search-text';

/** Her saves come in between two batches: some twenty milliseconds of work each. */
const atOnceOf: Readonly<Record<IndexPartName, number>> = { own: 50, pages: 20, mails: 50, messages: 500 };

export interface RebuildWork {
  /** Awaited between batches: lets others go first, throws `cancelled`. */
  step(): Promise<void>;
  onProgress(done: number, total: number): void;
}

type Subject = Pick<SearchText, 'subject' | 'id'>;

/**
 * Makes the search index anew from the record, the words of documents' pages among it, beside the one in use, which answers until the new one takes its place in one transaction.
 * What is saved meanwhile is in both (search-half-built.ts). Ended half-way, nothing has changed but words that were missing before.
 */
export async function rebuildSearch(context: RecordContext, work: RebuildWork): Promise<SearchRebuilt> {
  const { store } = context;
  await sweepHalfBuilt(context);
  const erasedBefore = erasings(store);
  try {
    const subjects = subjectsOf(store);
    const total = subjects.length + indexPartNames.reduce((sum, part) => sum + countOf(store, indexParts[part].from), 0);
    let done = 0;
    const tell = (count: number): void => work.onProgress(Math.min((done += count), total), total);
    await putTextsRight(context, subjects, work, tell);
    await store.transact((transaction) => halfBuiltTables.forEach((statement) => transaction.run(statement)));
    for (const part of indexPartNames) await fill(context, part, work, tell);
    const rebuilt: SearchRebuilt = { subjects: subjects.length, messages: countOf(store, `message`), pages: countOf(store, `document_page`) };
    await store.transact((transaction) => {
      for (const part of indexPartNames) fillNext(transaction, part, Number.MAX_SAFE_INTEGER);
      takeOver(transaction);
      appendHistory(context, transaction, 'search-rebuilt', 'vault', store.vaultId, rebuilt);
    });
    // What was erased meanwhile is crossed out in the new index, and must not be in it at all.
    if (erasings(store) > erasedBefore) await purgeErased(context);
    else await store.snapshot();
    return rebuilt;
  } catch (error) {
    await sweepHalfBuilt(context).catch(() => undefined);
    throw error;
  }
}

/** Removes an index that was not finished. A process killed half-way leaves it to the next opening. */
export async function sweepHalfBuilt(context: RecordContext): Promise<void> {
  if (isHalfBuilt(context.store)) await context.store.transact((transaction) => dropHalfBuilt(transaction));
}

function erasings(from: Queries): number {
  return countOf(from, `history WHERE kind IN ('incident-erased', 'document-erased', 'excerpt-removed', 'case-erased', 'person-erased')`);
}

function subjectsOf(from: Queries): Subject[] {
  const of = (subject: SearchText['subject'], sql: string): Subject[] => from.all<{ id: string }>(sql).map(({ id }) => ({ subject, id }));
  return (['incident', 'person', 'document', 'excerpt', 'case'] as const).flatMap((subject) => of(subject, `SELECT id FROM ${liveRows[subject]} ORDER BY id`));
}

/** What the record says of a subject now; null for one that was erased meanwhile. */
function textOf(from: Queries, { subject, id }: Subject): SearchText | null {
  const stillThere = subjectsOfOne(from, subject, id);
  if (!stillThere) return null;
  switch (subject) {
    case 'incident': return incidentSearchText(from, id);
    case 'person': return personSearchText(getPerson(from, id));
    case 'document': return documentSearchText(getDocument(from, id));
    case 'excerpt': return excerptSearchText(from, id);
    case 'case': return caseSearchText(from, id);
  }
}

/** Where what can be found stands, unless it is erased. */
const liveRows: Readonly<Record<SearchText['subject'], string>> = {
  incident: `incident WHERE status <> 'erased'`, person: `person WHERE erased_utc IS NULL AND id NOT IN (SELECT merged_id FROM person_merge)`, document: `document WHERE status = 'kept'`, excerpt: `excerpt WHERE 1`, case: `case_entry WHERE status <> 'erased'`,
};

function subjectsOfOne(from: Queries, subject: SearchText['subject'], id: Id): boolean {
  return countOf(from, `${liveRows[subject]} AND id = ?`, [id]) > 0;
}

/** Compares what the index is made from with the record, and puts right what is missing, different, or of something that is gone. */
async function putTextsRight(context: RecordContext, subjects: readonly Subject[], work: RebuildWork, tell: (count: number) => void): Promise<void> {
  const { store } = context;
  for (const each of subjects) {
    await work.step();
    const text = textOf(store, each);
    if (text !== null && !textIsIndexedAs(store, text)) await putRight(context, each);
    tell(1);
  }
  const wanted = new Set(subjects.map(({ subject, id }) => `${subject} ${id}`));
  for (const row of store.all<{ subject: string; id: string }>(`SELECT subject, id FROM search_text`)) {
    const stray: Subject = { subject: row.subject as SearchText['subject'], id: row.id };
    if (!wanted.has(`${stray.subject} ${stray.id}`) && !subjectsOfOne(store, stray.subject, stray.id)) await putRight(context, stray);
  }
}

/** With the index in use kept in step; where that is so damaged that it refuses, without: the new one is made from these texts. */
async function putRight(context: RecordContext, each: Subject): Promise<void> {
  const { store } = context;
  const put = (write: (transaction: Transaction, text: SearchText | null) => void): Promise<void> => store.transact((transaction) => write(transaction, textOf(transaction, each)));
  try {
    await put((transaction, text) => (text === null ? unindexText(transaction, each.subject, each.id) : indexText(transaction, text)));
  } catch (error) {
    if (!isOfTheIndex(error)) throw error;
    await put((transaction, text) => replaceTextAlone(transaction, each, text));
  }
}

/** SQLite's own words for an index whose lists contradict each other, or that is not there. */
function isOfTheIndex(error: unknown): boolean {
  return error instanceof Error && /malformed|corrupt|no such table|SQL logic error/.test(error.message);
}

async function fill({ store }: RecordContext, part: IndexPartName, work: RebuildWork, tell: (count: number) => void): Promise<void> {
  const atOnce = atOnceOf[part];
  for (;;) {
    await work.step();
    const count = await store.transact((transaction) => fillNext(transaction, part, atOnce));
    tell(count);
    // What comes in between is met in the last transaction: waiting for none would never end while she saves.
    if (count < atOnce) return;
  }
}

/** Puts the next rows into the new index; returns how many. */
function fillNext(transaction: Transaction, part: IndexPartName, atOnce: number): number {
  const { from, key, index } = indexParts[part];
  const columns = indexParts[part].columns.join(', ');
  const [at] = transaction.all<{ done: number }>(`SELECT done FROM search_rebuild WHERE part = ?`, [part]);
  const next = transaction.all<{ key: number }>(`SELECT ${key} AS key FROM ${from} WHERE ${key} > ? ORDER BY ${key} LIMIT ?`, [at?.done ?? 0, atOnce]);
  const last = next.at(-1);
  if (last === undefined) return 0;
  transaction.run(`INSERT INTO ${index}_new (docid, ${columns}) SELECT ${key}, ${columns} FROM ${from} WHERE ${key} > ? AND ${key} <= ? ORDER BY ${key}`, [at?.done ?? 0, last.key]);
  transaction.run(`UPDATE search_rebuild SET done = ? WHERE part = ?`, [last.key, part]);
  return next.length;
}

/** The new index in place of the old one. */
function takeOver(transaction: Transaction): void {
  dropHalfBuilt(transaction, { keepIndexes: true });
  for (const part of indexPartNames) {
    const { index } = indexParts[part];
    transaction.run(`DROP TABLE IF EXISTS ${index}`);
    transaction.run(`ALTER TABLE ${index}_new RENAME TO ${index}`);
  }
}
