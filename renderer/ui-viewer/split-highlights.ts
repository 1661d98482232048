export interface Piece { readonly text: string; readonly found: boolean }

/**
 * Splits a text into pieces that are to be highlighted and pieces that are not.
 * `marks` are [start, end) UTF-16 ranges; overlapping or touching ranges become one, those outside the text are cut.
 */
export function splitByMarks(text: string, marks: readonly (readonly [number, number])[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [start, end] of join(marks, text.length)) {
    if (start > at) pieces.push({ text: text.slice(at, start), found: false });
    pieces.push({ text: text.slice(start, end), found: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), found: false });
  return pieces;
}

/**
 * Where the words of a query stand in a text, ignoring case and accents the way the record's search does
 * (FTS4 unicode61: words by letters and digits, a word matches from its beginning).
 */
export function findMarks(text: string, query: string): readonly [number, number][] {
  const wanted = words(query).map((word) => word.folded);
  if (wanted.length === 0) return [];
  const marks: [number, number][] = [];
  for (const word of words(text)) {
    const matched = wanted.find((prefix) => word.folded.startsWith(prefix));
    if (matched !== undefined) marks.push([word.start, word.start + unfoldedLength(word.written, matched)]);
  }
  return marks;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

function words(text: string): { start: number; written: string; folded: string }[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({ start: match.index, written: match[0], folded: fold(match[0]) }));
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** How much of the word as written gives `folded`: accents may make it longer or shorter. */
function unfoldedLength(written: string, folded: string): number {
  let length = 0;
  for (const character of written) {
    if (fold(written.slice(0, length)).length >= folded.length && !/^\p{M}/u.test(character)) break;
    length += character.length;
  }
  return length;
}

function join(marks: readonly (readonly [number, number])[], length: number): [number, number][] {
  const joined: [number, number][] = [];
  const cut = marks.map(([start, end]) => [Math.max(0, start), Math.min(length, end)] as [number, number]).filter(([start, end]) => start < end);
  for (const mark of cut.sort((a, b) => a[0] - b[0])) {
    const before = joined.at(-1);
    if (before !== undefined && mark[0] <= before[1]) before[1] = Math.max(before[1], mark[1]);
    else joined.push(mark);
  }
  return joined;
}
