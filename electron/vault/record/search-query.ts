import { needsScan } from '../../../shared/search/find-marks';

/** Words as unicode61 sees them: letters and digits of any script; marks count as part of the letter before. */
const word = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Turns whatever she typed into an FTS4 query that cannot be anything but a search: every word is quoted, all must be there, the
 * last may be the beginning of a longer word; "words in quotes" must stand side by side; -word must not be there.
 * @returns null when the words need a scan of the text instead (likePattern), or there is no word at all
 */
export function matchQuery(typed: string): string | null {
  if (needsScan.test(typed)) return null;
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const part of typed.matchAll(/(-?)"([^"]*)"?|(-?)([^\s"]+)/g)) {
    const quoted = part[4] === undefined;
    const words = ((quoted ? part[2] : part[4]) ?? '').match(word);
    if (words === null) continue;
    // Words that stand together without a space ("Anne-Marie") are looked for side by side, like words in quotes.
    const isUnwanted = part[1] === '-' || part[3] === '-';
    (isUnwanted ? unwanted : wanted).push(`"${words.join(' ')}"`);
  }
  if (wanted.length === 0) return null;
  // The word she is still typing matches longer words too. FTS4 marks a prefix inside the quotes: "beg*".
  const isOpen = unwanted.length === 0 && /[\p{L}\p{N}\p{M}]$/u.test(typed.trimEnd());
  if (isOpen) wanted.push(`${(wanted.pop() ?? '').slice(0, -1)}*"`);
  return [`(${wanted.join(' AND ')})`, ...unwanted].join(' NOT ');
}

/** A LIKE pattern (ESCAPE '\') that holds the typed text as it stands. */
export function likePattern(typed: string): string {
  return `%${typed.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

/** What to highlight: the query without the words that must not be there. */
export function wantedPart(typed: string): string {
  return needsScan.test(typed) ? typed : typed.replace(/(^|\s)-("[^"]*"?|\S+)/g, ' ');
}
