import { createHash } from 'node:crypto';
import type { PlannedEntry } from '../../../../shared/model/export-plan';
import { crockfordAlphabet, digitsOf } from '../../../../shared/text/crockford';

const digits = 9;

/**
 * A short mark of which entries a document tells, in which order and in which reading: `K7Q-F2M-9P4`, the first 45 bits of SHA-256 over "tidemark selection" and a line for each entry (docs/FORMAT.md, "Selection mark"). '' where there is no entry.
 * Two papers with the same mark number the same entries alike; whatever else differs between them (exhibits, redactions, notes to her solicitor) it does not tell. It is worked out from ids, which are random, so it says nothing of what is in an entry.
 * In groups of three: a copy's code has groups of four, and one must never be taken for the other.
 */
export function selectionMark(entries: readonly PlannedEntry[]): string {
  if (entries.length === 0) return '';
  const digest = createHash('sha256').update(['tidemark selection', ...entries.map(lineOf)].join('\n'), 'utf8').digest();
  const letters = digitsOf(digest, digits).map((digit) => crockfordAlphabet[digit]).join('');
  return (letters.match(/.{3}/g) ?? []).join('-');
}

/** What it is, and its reading: of what has amendments how many and when the last was made, of what has none the day under which it stands. */
function lineOf(entry: PlannedEntry): string {
  const reading = 'versions' in entry ? [entry.versions.length, entry.versions.at(-1)?.atUtc ?? ''] : [entry.happened.edtf, entry.happened.timeOfDay];
  return [entry.subject, entry.id, ...reading].join(' ');
}
