import { sortKeyOf, spanOf } from '../../../shared/dates';
import type { ChronologyRow } from '../../../shared/model/chronology';
import type { Id } from '../../../shared/model/identity';
import type { Transaction } from '../store/store';
import { canonicalJson } from './canonical-json';

/** What a subject shows in the chronology; the span is worked out here. */
export interface LineInput extends Omit<ChronologyRow, 'span' | 'opening'> {
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

/** Writes a subject's line in place of the one before. */
export function writeLine(transaction: Transaction, { text, personIds, ...line }: LineInput): void {
  removeLine(transaction, line.subject, line.id);
  const span = spanOf(line.happened.edtf);
  const row: ChronologyRow = { ...line, span, opening: openingOf(text) };
  // First recorded breaks the tie between entries of the same moment; drafts come after.
  const sortKey = [sortKeyOf(line.happened), line.firstRecordedUtc ?? '9'].join(' ');
  transaction.run(`INSERT INTO chronology_line (subject, id, sort_key, earliest, latest, status, evidence_count, row) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
    line.subject, line.id, sortKey, span.earliest, span.latest, line.status, line.evidenceCount, canonicalJson(row),
  ]);
  for (const kind of new Set(line.kinds)) transaction.run(`INSERT INTO chronology_kind (subject, id, kind) VALUES (?, ?, ?)`, [line.subject, line.id, kind]);
  for (const person of new Set(personIds)) transaction.run(`INSERT INTO chronology_person (subject, id, person_id) VALUES (?, ?, ?)`, [line.subject, line.id, person]);
}

export function removeLine(transaction: Transaction, subject: ChronologyRow['subject'], id: Id): void {
  for (const table of ['chronology_line', 'chronology_kind', 'chronology_person']) transaction.run(`DELETE FROM ${table} WHERE subject = ? AND id = ?`, [subject, id]);
}
