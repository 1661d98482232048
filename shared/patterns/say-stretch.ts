import { patterns as words } from '../messages/en-gb/patterns';
import type { PatternMark, PatternStretch } from '../model/case/patterns';
import type { Id } from '../model/identity';

/** "Before: We separated", "From: We separated. Until: We lived together again". */
export function sayStretch({ fromMark, toMark }: Pick<PatternStretch, 'fromMark' | 'toMark'>, marks: readonly PatternMark[]): string {
  const nameOf = (id: Id | null): string => marks.find(({ entryId }) => entryId === id)?.title ?? '';
  if (fromMark === null) return words.beforeAfter.upTo(nameOf(toMark));
  return toMark === null ? words.beforeAfter.since(nameOf(fromMark)) : words.beforeAfter.between(nameOf(fromMark), nameOf(toMark));
}
