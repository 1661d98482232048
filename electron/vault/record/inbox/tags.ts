import { Refusal } from '../../../../shared/contract/errors';
import type { Id, SubjectKind } from '../../../../shared/model/identity';
import { foldTag, type Tag, type Tagged } from '../../../../shared/model/tag';
import type { Transaction } from '../../store/store';
import { appendHistory, erasePayloads } from '../history/history';
import type { RecordContext } from '../record-context';
import { countOf, oneRow, type Queries } from '../rows';

/** What the history calls each: an exchange has no row of its own there, its first mail stands for it. */
export const toldAs: Readonly<Record<Tagged['kind'], SubjectKind>> = { incident: 'incident', document: 'document', conversation: 'conversation', 'mail-thread': 'mail', 'location-history': 'import' };

/** By name as people sort, each with how many things carry it. */
export function listTags(from: Queries): (Tag & { count: number })[] {
  return from.all<{ id: Id; name: string; count: number }>(`SELECT id, name, (SELECT count(*) FROM tagged WHERE tag_id = tag.id) AS count FROM tag ORDER BY folded`);
}

export function tagsOf(from: Queries, { kind, id }: Tagged): Tag[] {
  return from.all<Tag>(`SELECT id, name FROM tagged JOIN tag ON tag.id = tag_id WHERE subject_kind = ? AND subject_id = ? ORDER BY folded`, [kind, id]);
}

/** Puts a tag on something, making it where there is none of that name. The same again changes nothing. Refuses `not-found`, `erased`. */
export async function putTag(context: RecordContext, subject: Tagged, name: string): Promise<Tag[]> {
  return context.store.transact((transaction) => {
    requireThere(transaction, subject);
    const shown = shownName(name);
    const tag = tagNamed(transaction, shown) ?? makeTag(context, transaction, shown);
    if (!carries(transaction, subject, tag.id)) {
      transaction.run(`INSERT INTO tagged (subject_kind, subject_id, tag_id, tagged_utc) VALUES (?, ?, ?, ?)`, [subject.kind, subject.id, tag.id, context.now()]);
      appendHistory(context, transaction, 'tag-put', toldAs[subject.kind], subject.id, { tagId: tag.id, name: tag.name });
    }
    return tagsOf(transaction, subject);
  });
}

/** Takes a tag off. One that nothing carries any more is gone. */
export async function takeTag(context: RecordContext, subject: Tagged, tagId: Id): Promise<Tag[]> {
  return context.store.transact((transaction) => {
    if (carries(transaction, subject, tagId)) {
      const { name } = getTag(transaction, tagId);
      transaction.run(`DELETE FROM tagged WHERE subject_kind = ? AND subject_id = ? AND tag_id = ?`, [subject.kind, subject.id, tagId]);
      appendHistory(context, transaction, 'tag-taken', toldAs[subject.kind], subject.id, { tagId, name });
      dropBare(transaction);
    }
    return tagsOf(transaction, subject);
  });
}

/** A name that another tag has makes them one: what carries this one carries the other. */
export async function renameTag(context: RecordContext, id: Id, name: string): Promise<Tag> {
  return context.store.transact((transaction) => {
    const before = getTag(transaction, id);
    const shown = shownName(name);
    const other = tagNamed(transaction, shown);
    if (other !== null && other.id !== id) {
      transaction.run(`UPDATE OR IGNORE tagged SET tag_id = ? WHERE tag_id = ?`, [other.id, id]);
      transaction.run(`DELETE FROM tagged WHERE tag_id = ?`, [id]);
      appendHistory(context, transaction, 'tag-renamed', 'tag', id, { before: before.name, after: other.name, into: other.id });
      dropBare(transaction);
      return other;
    }
    transaction.run(`UPDATE tag SET name = ?, folded = ? WHERE id = ?`, [shown, foldTag(shown), id]);
    appendHistory(context, transaction, 'tag-renamed', 'tag', id, { before: before.name, after: shown });
    return getTag(transaction, id);
  });
}

/** Takes a tag off everything. */
export async function endTag(context: RecordContext, id: Id): Promise<void> {
  await context.store.transact((transaction) => {
    const { name } = getTag(transaction, id);
    appendHistory(context, transaction, 'tag-ended', 'tag', id, { name, carriedBy: countOf(transaction, `tagged WHERE tag_id = ?`, [id]) });
    transaction.run(`DELETE FROM tagged WHERE tag_id = ?`, [id]);
    dropBare(transaction);
  });
}

/** The thing is erased: its tags go with it, and a tag that only it carried goes whole, its name in the history too. */
export function eraseTags(transaction: Transaction, { kind, id }: Tagged): void {
  transaction.run(`DELETE FROM tagged WHERE subject_kind = ? AND subject_id = ?`, [kind, id]);
  for (const bare of bareTags(transaction)) erasePayloads(transaction, bare);
  dropBare(transaction);
}

const bareTags = (from: Queries): Id[] => from.all<{ id: Id }>(`SELECT id FROM tag WHERE NOT EXISTS (SELECT 1 FROM tagged WHERE tag_id = tag.id)`).map(({ id }) => id);

function dropBare(transaction: Transaction): void {
  for (const id of bareTags(transaction)) transaction.run(`DELETE FROM tag WHERE id = ?`, [id]);
}

function carries(from: Queries, { kind, id }: Tagged, tagId: Id): boolean {
  return countOf(from, `tagged WHERE subject_kind = ? AND subject_id = ? AND tag_id = ?`, [kind, id, tagId]) > 0;
}

/** Whether something carries the tag of that name, however it is spelt. */
export function carriesTagNamed(from: Queries, subject: Tagged, name: string): boolean {
  const tag = tagNamed(from, name);
  return tag !== null && carries(from, subject, tag.id);
}

const getTag = (from: Queries, id: Id): Tag => oneRow<Tag>(from, `SELECT id, name FROM tag WHERE id = ?`, [id]);
const tagNamed = (from: Queries, name: string): Tag | null => from.all<Tag>(`SELECT id, name FROM tag WHERE folded = ?`, [foldTag(name)])[0] ?? null;

function makeTag(context: RecordContext, transaction: Transaction, name: string): Tag {
  const id = context.newId();
  transaction.run(`INSERT INTO tag (id, name, folded, made_utc) VALUES (?, ?, ?, ?)`, [id, name, foldTag(name), context.now()]);
  return { id, name };
}

/** On one line. Refuses `bad-call` for what nobody could see. */
function shownName(name: string): string {
  const shown = name.replace(/[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu, ' ').trim();
  if (shown === '') throw new Refusal('bad-call');
  return shown;
}

const ofReady = `SELECT CASE ready WHEN 1 THEN 'kept' ELSE 'importing' END AS status FROM`;
const statusOf: Readonly<Record<Tagged['kind'], string>> = {
  incident: `SELECT status FROM incident WHERE id = ?`,
  document: `SELECT status FROM document WHERE id = ?`,
  conversation: `${ofReady} conversation WHERE id = ?`,
  'mail-thread': `${ofReady} mail JOIN mail_thread ON mail = number AND thread = number WHERE id = ?`,
  'location-history': `${ofReady} import WHERE id = ? AND EXISTS (SELECT 1 FROM location_claim WHERE import_id = import.id)`,
};

function requireThere(from: Queries, { kind, id }: Tagged): void {
  const { status } = oneRow<{ status: string }>(from, statusOf[kind], [id]);
  if (status === 'erased') throw new Refusal('erased');
  if (status === 'importing') throw new Refusal('not-found');
}
