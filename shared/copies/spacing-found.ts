import { z } from 'zod';
import type { CopyTraits } from '../model/copy';
import { Id } from '../model/identity';
import { chanceOf, type PageVotes, scoreOf, votesOf } from './spacing';

/** How far the lines of pages agree with one copy. `pages`: from 1, of the file that was asked about. `choices`: where a page lay like several of the copy's, the one that agrees best was taken: so many bits of choice there were in all. */
export const SpacingFound = z.object({ copyId: Id, pages: z.array(z.number().int().positive()), agreed: z.number().int(), of: z.number().int(), choices: z.number() });
export type SpacingFound = z.infer<typeof SpacingFound>;

const nearlyAsWell = 0.08;

type Traits = Pick<CopyTraits, 'id' | 'code' | 'lines'>;
interface SetPage { readonly page: number; readonly lines: readonly number[]; readonly copies: Set<Id> }

/** Every copy on whose pages the lines lie, with how well they agree; best first. `pages`: their number, and where their lines stand, in points from the top. */
export function spacingFound(pages: readonly { readonly page: number; readonly lines: readonly number[] }[], copies: readonly Traits[]): SpacingFound[] {
  // Copies of the same pages were set alike.
  const sets = new Map<string, SetPage>();
  for (const { id, lines } of copies) {
    for (const { page, lines: own } of lines) {
      const key = `${page} ${own.join(' ')}`;
      const known = sets.get(key) ?? { page, lines: own, copies: new Set<Id>() };
      known.copies.add(id);
      sets.set(key, known);
    }
  }
  const found = new Map<Id, SpacingFound>();
  for (const { page, lines } of pages) {
    const alike = lyingAlike([...sets.values()], lines);
    for (const { id, code } of copies) {
      const own = alike.filter(({ set }) => set.copies.has(id)).map(({ votes }) => scoreOf(code, votes)).sort((a, b) => 2 * b.agreed - b.of - (2 * a.agreed - a.of));
      const [best] = own;
      if (best === undefined || best.of === 0) continue;
      const before = found.get(id) ?? { copyId: id, pages: [], agreed: 0, of: 0, choices: 0 };
      found.set(id, { copyId: id, pages: [...before.pages, page], agreed: before.agreed + best.agreed, of: before.of + best.of, choices: before.choices + Math.log2(own.length) });
    }
  }
  return [...found.values()].sort((a, b) => b.agreed - a.agreed);
}

/** Pages of prose lie alike: all that fit nearly as well as the one that fits best. */
function lyingAlike(sets: readonly SetPage[], found: readonly number[]): { set: SetPage; votes: PageVotes['votes']; fit: number }[] {
  const fitting = sets.flatMap((set) => {
    const page = found.length < set.lines.length * 0.6 ? null : votesOf(set.page, set.lines, found);
    return page === null ? [] : [{ set, votes: page.votes, fit: fitOf(page, set, found) }];
  }).sort((a, b) => b.fit - a.fit);
  return fitting.filter(({ fit }) => fit >= (fitting[0]?.fit ?? 0) - nearlyAsWell);
}

/** A page fits by how many of its lines are found, and of those found are its own, and by how near they lie. */
function fitOf({ matched, off }: PageVotes, { lines }: SetPage, found: readonly number[]): number {
  return matched / Math.max(lines.length, found.length) - off / 2;
}

/** How sure the best of these is: `null` where lines that have nothing to do with any copy would agree as well now and then. */
export function surenessOf(found: readonly SpacingFound[], copies: number): 'spacing' | 'spacing-perhaps' | null {
  const [best, next] = found;
  if (best === undefined) return null;
  const chance = chanceOf(best, copies) * 2 ** best.choices;
  const isAlone = next === undefined || best.agreed - next.agreed >= 3;
  return chance < 1e-4 && isAlone ? 'spacing' : chance < 0.02 && best.agreed > (next?.agreed ?? 0) ? 'spacing-perhaps' : null;
}
