import { sortKeyOf, spanOf } from '../../../../shared/dates';
import type { ChronologyRow } from '../../../../shared/model/chronology';
import type { Id } from '../../../../shared/model/identity';
import type { Transaction } from '../../store/store';
import { canonicalJson } from '../history/canonical-json';

/** What a subject shows in the chronology; the span is worked out here. */
export interface LineInput extends Omit<ChronologyRow, 'span' | 'opening' | 'told'> {
  told?: ChronologyRow['told'];
  /** Any length; the line keeps the beginning. */
  text: string;
  personIds: readonly Id[];
}

const openingLength = 280;

/** The first characters of a text without cutting a surrogate pair in two. */
export function openingOf(text: string): string {
  const cut = text.slice(0, openingLength);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Writes a subject's line in place of the one before. Done with every save of hers: kinds and people that stay are not written again. */
export function writeLine(transaction: Transaction, { text, personIds, ...line }: LineInput): void {
  const span = spanOf(line.happened.edtf);
  const row: ChronologyRow = { told: null, ...line, span, opening: openingOf(text) };
  // First recorded breaks the tie between entries of the same moment; drafts come after.
  const sortKey = [sortKeyOf(line.happened), line.firstRecordedUtc ?? '9'].join(' ');
  transaction.run(`INSERT INTO chronology_line (subject, id, sort_key, earliest, latest, status, evidence_count, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (subject, id) DO UPDATE SET sort_key = excluded.sort_key, earliest = excluded.earliest, latest = excluded.latest, status = excluded.status, evidence_count = excluded.evidence_count, row = excluded.row`, [
    line.subject, line.id, sortKey, span.earliest, span.latest, line.status, line.evidenceCount, canonicalJson(row),
  ]);
  writeSet(transaction, line, 'chronology_kind', 'kind', new Set(line.kinds));
  writeSet(transaction, line, 'chronology_person', 'person_id', new Set(personIds));
}

function writeSet(transaction: Transaction, { subject, id }: Pick<LineInput, 'subject' | 'id'>, table: 'chronology_kind' | 'chronology_person', column: 'kind' | 'person_id', wanted: ReadonlySet<string>): void {
  const kept = new Set(transaction.all<{ value: string }>(`SELECT ${column} AS value FROM ${table} WHERE subject = ? AND id = ?`, [subject, id]).map(({ value }) => value));
  for (const value of kept) if (!wanted.has(value)) transaction.run(`DELETE FROM ${table} WHERE subject = ? AND id = ? AND ${column} = ?`, [subject, id, value]);
  for (const value of wanted) if (!kept.has(value)) transaction.run(`INSERT INTO ${table} (subject, id, ${column}) VALUES (?, ?, ?)`, [subject, id, value]);
}

export function removeLine(transaction: Transaction, subject: ChronologyRow['subject'], id: Id): void {
  for (const table of ['chronology_line', 'chronology_kind', 'chronology_person']) transaction.run(`DELETE FROM ${table} WHERE subject = ? AND id = ?`, [subject, id]);
}
