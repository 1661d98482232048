import { needsScan } from '../../../../shared/search/find-marks';

/** Words as unicode61 sees them: letters and digits of any script; marks count as part of the letter before. */
const word = /[\p{L}\p{N}\p{M}]+/gu;

/**
 * Turns whatever she typed into an FTS4 query that cannot be anything but a search: every word is quoted, all must be there, the
 * last may be the beginning of a longer word; "words in quotes" must stand side by side; -word must not be there.
 * @returns null when there is no word, or signs among them that are not words (lookFor handles those)
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
  // The word she is still typing matches longer words too, from its second letter on: one letter begins half of all words. FTS4 marks a
  // prefix inside the quotes: "beg*".
  const isOpen = unwanted.length === 0 && /[\p{L}\p{N}\p{M}]{2}$/u.test(typed.trimEnd());
  if (isOpen) wanted.push(`${(wanted.pop() ?? '').slice(0, -1)}*"`);
  return [`(${wanted.join(' AND ')})`, ...unwanted].join(' NOT ');
}

/** A LIKE pattern (ESCAPE '\') that holds the typed text as it stands. */
export function likePattern(typed: string): string {
  return `%${typed.trim().replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

const signRuns = new RegExp(`(?:${needsScan.source})+`, 'gu');

/** U+E000 is for private use: a sign's word is never what somebody types. */
const signMark = '\uE000';

const wordsOfRun = (run: string): string => Array.from(run, (sign) => signMark + (sign.codePointAt(0) ?? 0).toString(36)).join(' ');

/**
 * The signs of a text that are not found as words (Han, kana, Thai, emoji), each as a word for the index: U+E000 and its code point in base 36. Signs that stand
 * together stay side by side; between two runs stands a U+E000 alone.
 */
export function signWords(text: string): string {
  const runs = text.match(signRuns);
  return runs === null ? '' : runs.map(wordsOfRun).join(` ${signMark} `);
}

/** How to find a text: by a full-text query and, where that says too little, by how it is written. */
export interface Looking {
  match: string;
  like: string | null;
}

/** @returns null when there is nothing to look for */
export function lookFor(typed: string): Looking | null {
  const match = matchQuery(typed);
  if (match !== null) return { match, like: null };
  const runs = typed.match(signRuns);
  return runs === null ? null : { match: runs.map((run) => `"${wordsOfRun(run)}"`).join(' AND '), like: likePattern(typed) };
}

/** Rows of search_text that hold what is looked for, as a condition with its parameters. */
export function ownWordsHold({ match, like }: Looking): { sql: string; parameters: string[] } {
  const sql = `docid IN (SELECT docid FROM search_index WHERE search_index MATCH ?)`;
  if (like === null) return { sql, parameters: [match] };
  return { sql: `${sql} AND (title LIKE ? ESCAPE '\\' OR body LIKE ? ESCAPE '\\' OR words LIKE ? ESCAPE '\\')`, parameters: [match, like, like, like] };
}

/** What to highlight: the query without the words that must not be there. */
export function wantedPart(typed: string): string {
  return needsScan.test(typed) ? typed : typed.replace(/(^|\s)-("[^"]*"?|\S+)/g, ' ');
}
