/** Scripts written without spaces, and signs that no word holds (emoji): found as they stand, not as words. */
export const needsScan = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Extended_Pictographic}]/u;

/** Words as unicode61 sees them: letters and digits of any script; marks count as part of the letter before. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** One piece of what she typed: a word, words that stand together, or words in quotes. */
export interface QueryPart {
  /** As typed, without quotes, the minus before it and the star behind it. */
  text: string;
  /** None: it is of signs alone (`hasSigns`). */
  words: readonly string[];
  hasSigns: boolean;
  /** -word: must not be there. */
  isUnwanted: boolean;
  /** Its last word may be the beginning of a longer one. */
  isOpen: boolean;
}

const piece = /(-?)"([^"]*)"?|(-?)([^\s"]+)/g;
const anyQuote = /[“”„«»]/g;
const twoLetters = /[\p{L}\p{N}\p{M}]{2}$/u;
const threeLetters = /[\p{L}\p{N}\p{M}]{3}$/u;

/** Whether all that was typed says what must not be there: nothing can be looked for by that. */
export function onlyShutsOut(typed: string): boolean {
  const parts = queryParts(typed);
  return parts.length > 0 && parts.every(({ isUnwanted }) => isUnwanted);
}

/**
 * Whatever she typed, as pieces. Quotes of any kind hold words together; a minus before a piece wants it absent; a star behind a word of two letters leaves its end open, and so does typing it last, from its
 * third letter on: fewer begin too many words to help anybody, and to gather those takes longer than all else. Pieces without a letter, digit or sign are left out.
 */
export function queryParts(typed: string): QueryPart[] {
  const parts = [...typed.replace(anyQuote, '"').matchAll(piece)].flatMap(([, minusQuoted, quoted, minus, bare]): QueryPart[] => {
    const written = quoted ?? bare ?? '';
    const text = written.replace(/\*+$/, '').trim();
    const words: readonly string[] = text.match(wordPattern) ?? [];
    const hasSigns = needsScan.test(text);
    if (words.length === 0 && !hasSigns) return [];
    return [{ text, words, hasSigns, isUnwanted: minusQuoted === '-' || minus === '-', isOpen: written.endsWith('*') && twoLetters.test(text) }];
  });
  const last = parts.at(-1);
  // While something is shut out, the words before it are finished.
  if (last !== undefined && !parts.some(({ isUnwanted }) => isUnwanted) && threeLetters.test(typed.trimEnd())) last.isOpen = true;
  return parts;
}
