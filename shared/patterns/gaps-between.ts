import { addDays, dayNumber, readDay, writeDay } from '../dates/calendar';
import type { DaySpan } from '../model/dated';
import type { EntryGap } from '../model/case/patterns';

/** Shorter ones are no gap that anybody would ask about. */
const shortestDays = 28;
const mostListed = 5;

/**
 * The longest stretches without an entry, longest first. `known`: spans of entries known at least to their month; a month counts as covered from its first to its last day. `others`: of those not so well known, for how many may lie in a gap;
 * both '' where nothing is known, which may lie anywhere.
 */
export function gapsBetween(known: readonly DaySpan[], others: readonly DaySpan[]): EntryGap[] {
  const gaps: Omit<EntryGap, 'mayLieIn'>[] = [];
  let covered = '';
  for (const { earliest, latest } of known.toSorted((a, b) => (a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : 0))) {
    if (covered !== '' && earliest > covered) {
      const [fromDay, toDay] = [shifted(covered, 1), shifted(earliest, -1)];
      const days = numberOf(toDay) - numberOf(fromDay) + 1;
      if (days >= shortestDays) gaps.push({ fromDay, toDay, days });
    }
    if (latest > covered) covered = latest;
  }
  return gaps.sort((a, b) => b.days - a.days || (a.fromDay < b.fromDay ? -1 : 1)).slice(0, mostListed)
    .map((gap) => ({ ...gap, mayLieIn: others.filter(({ earliest, latest }) => earliest === '' || (earliest <= gap.toDay && latest >= gap.fromDay)).length }));
}

export function numberOf(day: string): number {
  const read = readDay(day);
  return read === null ? Number.NaN : dayNumber(read);
}

export function shifted(day: string, days: number): string {
  const read = readDay(day);
  return read === null ? day : writeDay(addDays(read, days));
}
