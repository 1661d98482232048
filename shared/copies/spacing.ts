/**
 * The mark that no one sees: on pages that we set ourselves two lines of three stand a little lower or higher than they were set, and which of the two is drawn from the copy's code. It is read by holding the lines of a page that turned up against the
 * lines as they were set, which are kept with the copy; the third, which is never moved, tell how the page lies and how large it was printed (line-shift coding: Brassil, Low, Maxemchuk and O'Gorman, "Electronic marking and identification
 * techniques to discourage document copying", 1995).
 */

/** How far a line is moved, in points: too little to be seen, two dots of a scan at 300 to the inch. */
export const shiftPt = 0.45;

/** A line with another nearer than this is not moved: they might be taken for one. */
const freePt = 9;
/** Less than this, and more than that, of a shift is no shift. */
const leastShift = 0.3;
const mostShift = 2.2;
/** A line is the one that was set when it lies so near to where it would be. */
const samePt = 1.3;
/** Fewer lines than this, or a smaller share of those that were set, are not the page. */
const leastLines = 7;
const leastShare = 0.7;
/** How much smaller or larger a page may have been printed or scanned. */
const smallest = 0.88;
const largest = 1.08;
/** Lines from either end of a page that are tried as its first or last. */
const endLines = 6;

/** What one line says: 1 lower by one whole shift, -1 higher. `line`: its index on the page. */
export interface LineVote { readonly page: number; readonly line: number; readonly value: number }

export interface SpacingScore { readonly agreed: number; readonly of: number }

/** Which way a line of a copy is moved: 1 lower, -1 higher. */
function wayOf(code: string, page: number, line: number): 1 | -1 {
  let hash = 0x811c9dc5;
  for (const letter of `${code} ${page} ${line}`) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) & 1) === 1 ? 1 : -1;
}

function isMoved(lines: readonly number[], line: number): boolean {
  const here = lines[line] ?? 0;
  return line % 3 !== 0 && here - (lines[line - 1] ?? -freePt) >= freePt && (lines[line + 1] ?? here + freePt) - here >= freePt;
}

/** How far each line of a page is moved for a copy, in points, lower positive; 0 of those that stay. `page`: from 1; `lines`: from the top, in points, as they were set. */
export function shiftsFor(code: string, page: number, lines: readonly number[]): number[] {
  return lines.map((_, line) => (isMoved(lines, line) ? wayOf(code, page, line) * shiftPt : 0));
}

/** How a page lies: where a line that was set at `at` is found, `scale * at + from`; and which of the found lines each of the set ones is. */
interface Lie { readonly scale: number; readonly from: number; readonly foundAt: ReadonlyMap<number, number> }

/** `off`: how far the lines that were not moved lie from where they were set, in points: of the page itself the least. */
export interface PageVotes { readonly votes: readonly LineVote[]; readonly matched: number; readonly off: number }

/** What the lines of a page that turned up say of the page that was set so; null where it is not that page. */
export function votesOf(page: number, set: readonly number[], found: readonly number[]): PageVotes | null {
  if (set.length < leastLines || found.length < leastLines) return null;
  const lie = lieOf(set, found);
  if (lie === null) return null;
  // How far each line is off; of the lines that stay, how the paper lies thereabouts.
  const off = (line: number): number | null => {
    const at = lie.foundAt.get(line);
    return at === undefined ? null : (at - lie.from) / lie.scale - (set[line] ?? 0);
  };
  const votes = set.flatMap((here, line) => {
    const own = off(line);
    if (!isMoved(set, line) || own === null) return [];
    const beside = [nearestStill(set, line, -1, off), nearestStill(set, line, 1, off)].filter((one) => one !== null);
    if (beside.length === 0) return [];
    const [above, below] = beside;
    const lies = above !== undefined && below !== undefined ? above.off + ((below.off - above.off) * (here - above.at)) / (below.at - above.at) : (above?.off ?? 0);
    return [{ page, line, value: (own - lies) / shiftPt }];
  });
  const still = set.flatMap((_, line) => { const is = isMoved(set, line) ? null : off(line); return is === null ? [] : [Math.abs(is)]; });
  return { votes, matched: lie.foundAt.size, off: still.reduce((sum, is) => sum + is, 0) / Math.max(1, still.length) };
}

function nearestStill(set: readonly number[], line: number, step: 1 | -1, off: (line: number) => number | null): { at: number; off: number } | null {
  for (let near = line + step; near >= 0 && near < set.length; near += step) {
    const is = isMoved(set, near) ? null : off(near);
    if (is !== null) return { at: set[near] ?? 0, off: is };
  }
  return null;
}

/** As it lies where most lines fall on lines. A page out of the file itself lies as it was set. */
function lieOf(set: readonly number[], found: readonly number[]): Lie | null {
  const enough = Math.max(leastLines, Math.ceil(set.length * leastShare));
  let best = lieAt(1, 0, set, found);
  if (best.foundAt.size >= set.length * 0.9) return refined(best, set, found);
  const firsts = set.slice(0, endLines);
  const lasts = set.slice(-endLines);
  for (const top of found.slice(0, endLines)) {
    for (const bottom of found.slice(-endLines)) {
      for (const first of firsts) {
        for (const last of lasts) {
          const scale = (bottom - top) / (last - first);
          if (!(scale >= smallest && scale <= largest)) continue;
          const lie = lieAt(scale, top - scale * first, set, found);
          if (lie.foundAt.size > best.foundAt.size) best = lie;
        }
      }
    }
  }
  return best.foundAt.size >= enough ? refined(best, set, found) : null;
}

function lieAt(scale: number, from: number, set: readonly number[], found: readonly number[]): Lie {
  const foundAt = new Map<number, number>();
  let next = 0;
  for (const [line, at] of set.entries()) {
    const wanted = scale * at + from;
    while (next < found.length - 1 && Math.abs((found[next + 1] ?? 0) - wanted) <= Math.abs((found[next] ?? 0) - wanted)) next += 1;
    const here = found[next];
    if (here !== undefined && Math.abs(here - wanted) <= samePt) foundAt.set(line, here);
  }
  return { scale, from, foundAt };
}

/** Least squares over the lines that stay. */
function refined(lie: Lie, set: readonly number[], found: readonly number[]): Lie {
  const still = [...lie.foundAt].filter(([line]) => !isMoved(set, line)).map(([line, at]) => [set[line] ?? 0, at] as const);
  if (still.length < 3) return lie;
  const mean = (of: (pair: readonly [number, number]) => number): number => still.reduce((sum, pair) => sum + of(pair), 0) / still.length;
  const x = mean(([at]) => at);
  const y = mean(([, at]) => at);
  const scale = still.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / still.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return lieAt(scale, y - scale * x, set, found);
}

/** How far votes agree with a copy. */
export function scoreOf(code: string, votes: readonly LineVote[]): SpacingScore {
  const said = votes.filter(({ value }) => Math.abs(value) >= leastShift && Math.abs(value) <= mostShift);
  return { agreed: said.filter(({ page, line, value }) => Math.sign(value) === wayOf(code, page, line)).length, of: said.length };
}

/** How likely it is that lines which have nothing to do with any of so many copies agree with one of them as well as this: 0 to 1. */
export function chanceOf({ agreed, of }: SpacingScore, copies: number): number {
  let term = 2 ** -of;
  let sum = 0;
  for (let right = 0; right <= of; right++) {
    if (right >= agreed) sum += term;
    term = (term * (of - right)) / (right + 1);
  }
  return Math.min(1, sum * copies);
}
