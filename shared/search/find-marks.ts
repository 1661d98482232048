/**
 * Ranges [start, end) of a text, in UTF-16 units, where the words of a query stand; case and accents do not count, just
 * as in the record's search (FTS4 unicode61: words of letters and digits, a word matches from its beginning).
 */
export function findMarks(text: string, query: string): [number, number][] {
  if (needsScan.test(query)) return findAsWritten(text, query.trim());
  const wanted = words(query).map((word) => word.folded);
  if (wanted.length === 0) return [];
  const marks: [number, number][] = [];
  for (const word of words(text)) {
    const matched = wanted.filter((prefix) => word.folded.startsWith(prefix)).sort((a, b) => b.length - a.length)[0];
    if (matched !== undefined) marks.push([word.start, word.start + writtenLength(word.written, matched)]);
  }
  return marks;
}

/** Scripts written without spaces, and signs that no word holds (emoji): found as they stand, not as words. */
export const needsScan = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Extended_Pictographic}]/u;

function findAsWritten(text: string, wanted: string): [number, number][] {
  const marks: [number, number][] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) marks.push([at, at + wanted.length]);
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
function writtenLength(written: string, folded: string): number {
  let length = 0;
  for (const character of written) {
    if (fold(written.slice(0, length)).length >= folded.length && !/^\p{M}/u.test(character)) break;
    length += character.length;
  }
  return length;
}
