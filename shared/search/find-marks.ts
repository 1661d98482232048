import { foldWord } from './fold-word';
import { queryParts, wordPattern } from './query-parts';

type Mark = [start: number, end: number];

interface Wanted {
  /** Folded. */
  words: readonly string[];
  signs: readonly string[];
}

/** What must not be there is not marked. */
function wantedOf(query: string): Wanted {
  const parts = queryParts(query).filter(({ isUnwanted }) => !isUnwanted);
  return {
    words: parts.filter(({ hasSigns }) => !hasSigns).flatMap(({ words }) => words.map(foldWord)).filter((word) => word !== '').sort((a, b) => b.length - a.length),
    signs: parts.filter(({ hasSigns }) => hasSigns).map(({ text }) => text),
  };
}

/**
 * Ranges [start, end) of a text, in UTF-16 units, where the words of a query stand, in order and apart; case and accents do not count, just
 * as in the record's search (a word matches from its beginning). Signs are found as they stand.
 */
export function findMarks(text: string, query: string): Mark[] {
  const wanted = wantedOf(query);
  return apart([...wanted.signs.flatMap((sign) => [...asWritten(text, sign)]), ...wordMarks(text, wanted)]);
}

/** Which of the marks of a query a reader is brought to: where as many of them as it has words stand closest together, of several the first; null without marks. */
export function closestMarks(marks: readonly (readonly [number, number])[], query: string): number | null {
  const { words, signs } = wantedOf(query);
  const count = Math.min(marks.length, Math.max(1, words.length + signs.length));
  let best: number | null = null;
  let shortest = Number.POSITIVE_INFINITY;
  for (let index = 0; count > 0 && index + count <= marks.length; index++) {
    const length = (marks[index + count - 1]?.[1] ?? 0) - (marks[index]?.[0] ?? 0);
    if (length < shortest) [best, shortest] = [index, length];
  }
  return best;
}

/** The first of them, looking no further than it must. */
export function firstMark(text: string, query: string): Mark | null {
  const wanted = wantedOf(query);
  const firsts: Mark[] = [];
  for (const marks of [...wanted.signs.map((sign) => asWritten(text, sign)), wordMarks(text, wanted)]) {
    const { value } = marks.next();
    if (value !== undefined) firsts.push(value);
  }
  return apart(firsts)[0] ?? null;
}

function* wordMarks(text: string, { words }: Wanted): Generator<Mark, undefined> {
  if (words.length === 0) return;
  for (const match of text.matchAll(wordPattern)) {
    const folded = foldWord(match[0]);
    const matched = words.find((prefix) => folded.startsWith(prefix));
    if (matched !== undefined) yield [match.index, match.index + writtenLength(match[0], matched)];
  }
}

/** In order; of two that overlap the one that begins first. */
function apart(marks: Mark[]): Mark[] {
  const kept: Mark[] = [];
  for (const mark of marks.sort((a, b) => a[0] - b[0] || b[1] - a[1])) if (mark[0] >= (kept.at(-1)?.[1] ?? 0)) kept.push(mark);
  return kept;
}

function* asWritten(text: string, wanted: string): Generator<Mark, undefined> {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) yield [at, at + wanted.length];
}

/** How much of the word as written gives `folded`: accents may make it longer or shorter. */
function writtenLength(written: string, folded: string): number {
  let length = 0;
  for (const character of written) {
    if (foldWord(written.slice(0, length)).length >= folded.length && !/^\p{M}/u.test(character)) break;
    length += character.length;
  }
  return length;
}
