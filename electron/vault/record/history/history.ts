import { createHash } from 'node:crypto';
import type { HistoryEntry, HistoryKind } from '../../../../shared/model/history';
import type { Id, SubjectKind, UtcInstant } from '../../../../shared/model/identity';
import type { Transaction, VaultStore } from '../../store/store';
import { canonicalJson } from './canonical-json';
import type { RecordContext } from '../record-context';
import type { Queries } from '../rows';

/** The hash that stands before the first entry. */
export const historyStart = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

type Linked = Pick<HistoryEntry, 'sequence' | 'atUtc' | 'kind' | 'subjectKind' | 'subjectId' | 'payloadDigest'>;

/** SHA-256 over the hash before and the entry's fields, line by line (docs/FORMAT.md, "History"). */
export function historyHash(before: string, entry: Linked): string {
  return sha256([before, String(entry.sequence), entry.atUtc, entry.kind, entry.subjectKind, entry.subjectId, entry.payloadDigest].join('\n'));
}

export interface HistoryHead {
  sequence: number;
  hash: string;
}

export function historyHead(from: Pick<Transaction | VaultStore, 'all'>): HistoryHead {
  const [row] = from.all<{ sequence: number; hash: string }>(`SELECT sequence, hash FROM history ORDER BY sequence DESC LIMIT 1`);
  return row ?? { sequence: 0, hash: historyStart };
}

/** How many entries a record holds: of a copy too, in which nothing may stand yet. */
export function countEntries(from: Queries): number {
  return from.all(`SELECT name FROM sqlite_master WHERE name = 'history'`).length === 0 ? 0 : historyHead(from).sequence;
}

/** When the last entry was made. */
export function lastEntryUtc(from: Queries): UtcInstant | null {
  return from.all<{ at_utc: string }>(`SELECT at_utc FROM history ORDER BY sequence DESC LIMIT 1`)[0]?.at_utc ?? null;
}

/** Appends one entry inside the caller's transaction: a change and its trace stand or fall together. */
export function appendHistory(context: RecordContext, transaction: Transaction, kind: HistoryKind, subjectKind: SubjectKind, subjectId: Id, payload: object): void {
  const head = historyHead(transaction);
  // The salt goes when the payload is erased: without it the digest that stays would let someone try guesses at what was said.
  const written = canonicalJson({ ...payload, salt: context.newId() });
  const entry = { sequence: head.sequence + 1, atUtc: context.now(), kind, subjectKind, subjectId, payloadDigest: sha256(written) };
  transaction.run(`INSERT INTO history (sequence, at_utc, kind, subject_kind, subject_id, payload, payload_digest, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
    entry.sequence, entry.atUtc, kind, subjectKind, subjectId, written, entry.payloadDigest, historyHash(head.hash, entry),
  ]);
}

/** Erases what the history says of a subject; that, when and what kind of thing happened stay, and the chain still verifies. */
export function erasePayloads(transaction: Transaction, subjectId: Id): void {
  transaction.run(`UPDATE history SET payload = NULL WHERE subject_id = ?`, [subjectId]);
}

const columns = `sequence, at_utc AS atUtc, kind, subject_kind AS subjectKind, subject_id AS subjectId, payload, payload_digest AS payloadDigest, hash`;

/** Newest first. */
export function listHistory(store: VaultStore, subjectId: Id | null, offset: number, limit: number): { total: number; entries: HistoryEntry[] } {
  const where = subjectId === null ? '' : 'WHERE subject_id = ?';
  const parameters = subjectId === null ? [] : [subjectId];
  const [count] = store.all<{ total: number }>(`SELECT count(*) AS total FROM history ${where}`, parameters);
  const entries = store.all(`SELECT ${columns} FROM history ${where} ORDER BY sequence DESC LIMIT ? OFFSET ?`, [...parameters, limit, offset]);
  return { total: count?.total ?? 0, entries: entries as unknown as HistoryEntry[] };
}

/** How far the chain has been repeated: the entry that comes next, and the hash before it. */
interface HistoryWalk {
  next: number;
  before: string;
}

const pageSize = 1000;

/** Repeats the next entries of the chain, a thousand at most. */
function walkHistory(from: Queries, { next, before }: HistoryWalk): { state: 'more' | 'end' | 'broken'; walk: HistoryWalk } {
  const page = from.all(`SELECT ${columns} FROM history WHERE sequence >= ? ORDER BY sequence LIMIT ?`, [next, pageSize]) as unknown as HistoryEntry[];
  const walk = { next, before };
  for (const entry of page) {
    const payloadAgrees = entry.payload === null || sha256(entry.payload) === entry.payloadDigest;
    if (entry.sequence !== walk.next || !payloadAgrees || historyHash(walk.before, entry) !== entry.hash) return { state: 'broken', walk };
    walk.before = entry.hash;
    walk.next += 1;
  }
  return { state: page.length < pageSize ? 'end' : 'more', walk };
}

/** Repeats the chain from its start. Returns the first sequence that does not agree, or null when all do. */
export function verifyHistory(from: Queries): number | null {
  let at = walkHistory(from, { next: 1, before: historyStart });
  while (at.state === 'more') at = walkHistory(from, at.walk);
  return at.state === 'broken' ? at.walk.next : null;
}

/** The same, letting others go first between pages; `pause` ends it by throwing. `entries`: how many agree. */
export async function verifyHistoryInSteps(from: Queries, pause: () => Promise<void>): Promise<{ entries: number; brokenAt: number | null }> {
  let at = walkHistory(from, { next: 1, before: historyStart });
  while (at.state === 'more') {
    await pause();
    at = walkHistory(from, at.walk);
  }
  return { entries: at.walk.next - 1, brokenAt: at.state === 'broken' ? at.walk.next : null };
}
