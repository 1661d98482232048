import type { ElementSummary } from '../model/case/course-of-conduct';
import type { ConductElement } from '../picklists/conduct-elements';

/** Something that a reader may ask about an element, said in words by shared/messages/en-gb/conduct.ts. It counts, and weighs nothing. */
export type Thin =
  | { readonly of: 'nothing' | 'days-unknown' | 'one-alone' }
  | { readonly of: 'too-few' | 'one-day'; readonly count: number; readonly asked: number }
  | { readonly of: 'bare'; readonly count: number; readonly all: number }
  | { readonly of: 'undated' | 'before-law' | 'not-looked-at'; readonly count: number };

/** Where an element is thin, by its chosen and proposed entries. Nothing is said of how strong any is. */
export function thinOf({ id, occasions }: Pick<ConductElement, 'id' | 'occasions'>, { chosen, proposed, days, undated, bare, before }: ElementSummary): Thin[] {
  const all = chosen + proposed;
  if (all === 0) return [{ of: 'nothing' }];
  return [...occasionsThin(id, occasions, all, days),
    ...(bare > 0 ? [{ of: 'bare', count: bare, all } as const] : []), ...(undated > 0 ? [{ of: 'undated', count: undated } as const] : []),
    ...(before > 0 ? [{ of: 'before-law', count: before } as const] : []), ...(proposed > 0 ? [{ of: 'not-looked-at', count: proposed } as const] : [])];
}

function occasionsThin(id: string, asked: number | null, all: number, days: number): Thin[] {
  if (asked === null) return id === 's76-behaviour' && all === 1 ? [{ of: 'one-alone' }] : [];
  if (all < asked) return [{ of: 'too-few', count: all, asked }];
  if (days >= asked) return [];
  return days === 1 ? [{ of: 'one-day', count: all, asked }] : [{ of: 'days-unknown' }];
}
