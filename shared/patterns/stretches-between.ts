import type { DaySpan } from '../model/dated';
import type { Id } from '../model/identity';
import type { KindGroup, PatternStretch, VagueDivider } from '../model/case/patterns';
import { numberOf, shifted } from './gaps-between';
import { countIn, noCounts } from './kind-groups';
import { isBounded } from './periods';

const daysInMonth = 30.44;
const shortestRateDays = 28;

export interface Divider { readonly entryId: Id; readonly span: DaySpan }
export interface Placed { readonly span: DaySpan; readonly groups: readonly KindGroup[] }

/**
 * Time divided by separations, with what is counted between them. An entry counts where it lies wholly in one stretch; a separation known to the day begins its stretch on that day; one known less well leaves its whole span out.
 * `entries`: with a date that is neither about nor uncertain. `firstDay`, `lastDay`: where the first begins and the last ends. Gives also how many entries lie in none: `vague` of them because they can lie in the span of that separation, `beside` because of their own date.
 */
export function stretchesBetween(dividers: readonly Divider[], entries: readonly Placed[], firstDay: string, lastDay: string): { stretches: PatternStretch[]; beside: number; vague: VagueDivider[] } {
  const stretches: PatternStretch[] = [];
  let [from, fromMark]: [string, Id | null] = [firstDay, null];
  const add = (toDay: string, toMark: Id | null): void => {
    if (from > toDay) return;
    stretches.push({ fromDay: from, toDay, days: numberOf(toDay) - numberOf(from) + 1, fromMark, toMark, counts: noCounts(), perMonth: null });
  };
  for (const { entryId, span } of dividers.filter((one) => isBounded(one.span)).toSorted((a, b) => (a.span.earliest < b.span.earliest ? -1 : a.span.earliest > b.span.earliest ? 1 : 0))) {
    add(shifted(span.earliest, -1), entryId);
    const next = span.earliest === span.latest ? span.earliest : shifted(span.latest, 1);
    if (next > from || fromMark === null) [from, fromMark] = [next > from ? next : from, entryId];
  }
  if (fromMark === null) return { stretches: [], beside: 0, vague: [] };
  add(lastDay, null);
  const vague = dividers.filter(({ span }) => span.earliest !== span.latest).map(({ entryId, span }) => ({ entryId, span, count: 0 }));
  let beside = 0;
  for (const { span, groups } of entries) {
    const within = stretches.find(({ fromDay, toDay }) => span.earliest >= fromDay && span.latest <= toDay);
    if (within !== undefined) { countIn(within.counts, groups); continue; }
    // What goes over both ends of a separation's span would lie in no stretch either if its day were known.
    const divider = vague.find((one) => span.earliest <= one.span.latest && span.latest >= one.span.earliest && (span.earliest >= one.span.earliest || span.latest <= one.span.latest));
    if (divider === undefined) beside += 1;
    else divider.count += 1;
  }
  for (const stretch of stretches) stretch.perMonth = stretch.days < shortestRateDays ? null : Math.round((stretch.counts.all / stretch.days) * daysInMonth * 10) / 10;
  return { stretches, beside, vague: vague.filter(({ count }) => count > 0).map(({ entryId, count }) => ({ entryId, count })) };
}
