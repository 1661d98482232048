import { patterns as words } from '../messages/en-gb/patterns';
import type { PatternMark, PatternStretch } from '../model/case/patterns';
import type { Id } from '../model/identity';

/** "Before: We separated", "From: We separated. Until: We lived together again". */
export function sayStretch({ fromMark, toMark }: Pick<PatternStretch, 'fromMark' | 'toMark'>, marks: readonly PatternMark[]): string {
  const nameOf = (id: Id | null): string => marks.find(({ entryId }) => entryId === id)?.title ?? '';
  if (fromMark === null) return words.beforeAfter.upTo(nameOf(toMark));
  return toMark === null ? words.beforeAfter.since(nameOf(fromMark)) : words.beforeAfter.between(nameOf(fromMark), nameOf(toMark));
}

/** Entries for each month in words: never nought where there are some. */
export function sayRate({ perMonth, counts }: Pick<PatternStretch, 'perMonth' | 'counts'>): string {
  if (perMonth === null) return words.beforeAfter.short;
  return perMonth === 0 && counts.all > 0 ? words.beforeAfter.lessThanTenth : String(perMonth);
}
