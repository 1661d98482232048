import type { SealComparison } from '../../../../shared/contract/check-calls';
import { historyHead, verifyHistory } from './history';
import type { RecordContext } from '../record-context';
import { checkDigitAgrees, readSealCode, sealCode } from './seal-code';

type EntryRow = { sequence: number; hash: string; at_utc: string };

/**
 * What a printed seal code says of this vault (docs/FORMAT.md, "History"). The history is repeated from its first entry before anything is said
 * of it: a code vouches only for a chain that verifies.
 */
export function compareSealCode({ store }: RecordContext, typed: string): SealComparison {
  const read = readSealCode(typed);
  if (read === null || !checkDigitAgrees(read.digits)) return { is: 'mistyped' };
  const { sequence, digits } = read;
  const head = historyHead(store);
  const entries = store.all<EntryRow>(`SELECT sequence, hash, at_utc FROM history ORDER BY sequence`);
  const digitsOf = (entry: EntryRow): string => readSealCode(sealCode(store.vaultId, entry))?.digits ?? '';
  const entry = entries.find((each) => each.sequence === sequence);
  if (entry !== undefined && digitsOf(entry) === digits) {
    const brokenAt = verifyHistory(store);
    if (brokenAt !== null && brokenAt <= sequence) return { is: 'changed', sequence };
    return { is: 'unchanged', sequence, atUtc: entry.at_utc, laterEntries: head.sequence - sequence };
  }
  // The check digit does not cover the number before the first dash: the letters say which entry was meant.
  const meant = entries.find((each) => digitsOf(each) === digits);
  if (meant !== undefined) return { is: 'number-mistyped', sequence: meant.sequence };
  if (sequence > head.sequence) return { is: 'older', sequence, entriesMissing: sequence - head.sequence, lastUtc: entries.at(-1)?.at_utc ?? '' };
  return { is: 'changed', sequence };
}
