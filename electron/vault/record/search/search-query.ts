import { foldWord, needsFolding } from '../../../../shared/search/fold-word';
import { needsScan, queryParts, wordPattern, type QueryPart } from '../../../../shared/search/query-parts';
import type { SqlValue } from '../../store/store';

/** How to find a text: by a full-text query and, where that says too little, by how it is written (`like`) and must not be written (`unlike`). */
export interface Looking {
  match: string;
  /** The same as `match`, in parts: of each any one must be there, and of none of these. */
  wanted: readonly (readonly Phrase[])[];
  unwanted: readonly (readonly Phrase[])[];
  like: readonly string[];
  unlike: readonly string[];
}

/** Words that stand side by side, as they are typed: the index has its own way to cut and fold them. */
export interface Phrase {
  words: string;
  /** Its last word may be the beginning of a longer one. */
  isOpen: boolean;
}

/**
 * Turns whatever she typed into an FTS4 query that cannot be anything but a search: every word is quoted, all must be there, the last may be the beginning of a longer word; "words in quotes" must
 * stand side by side; -word must not be there.
 * @returns null when there is nothing to look for
 */
export function lookFor(typed: string): Looking | null {
  const parts = queryParts(typed);
  const wanted = parts.filter(({ isUnwanted }) => !isUnwanted);
  const unwanted = parts.filter(({ isUnwanted }) => isUnwanted);
  if (wanted.length === 0) return null;
  const [allOf, noneOf] = [wanted.flatMap(termsOf), unwanted.filter(({ hasSigns }) => !hasSigns).flatMap(termsOf)];
  return {
    match: [`(${allOf.map(written).join(' AND ')})`, ...noneOf.map(written)].join(' NOT '),
    wanted: allOf,
    unwanted: noneOf,
    like: wanted.filter(({ hasSigns }) => hasSigns).map(({ text }) => likePattern(text)),
    unlike: unwanted.filter(({ hasSigns }) => hasSigns).map(({ text }) => likePattern(text)),
  };
}

/** Of each any one. Where SQLite's own folding falls short, the word as the index holds it besides (foldedWords). */
function termsOf({ text, words, hasSigns, isOpen }: QueryPart): Phrase[][] {
  if (hasSigns) return (text.match(signRuns) ?? []).map((run) => [{ words: wordsOfRun(run), isOpen: false }]);
  const asWritten = { words: words.join(' '), isOpen };
  const [word = ''] = words;
  const folded = foldWord(word);
  // Words side by side stand so in the text alone.
  return [words.length > 1 || folded === '' || !needsFolding(text) ? [asWritten] : [asWritten, { words: folded, isOpen }]];
}

/** FTS4 marks a beginning inside the quotes: "beg*". */
function written(anyOf: readonly Phrase[]): string {
  const terms = anyOf.map(({ words, isOpen }) => `"${words}${isOpen ? '*' : ''}"`);
  return terms.length === 1 ? terms.join('') : `(${terms.join(' OR ')})`;
}

/** A LIKE pattern (ESCAPE '\') that holds the typed text as it stands; whether an emoji is to be drawn in colour (U+FE0F) does not count at its end. */
export function likePattern(typed: string): string {
  return `%${typed.trim().replace(/\uFE0F$/u, '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}

const signRuns = new RegExp(`(?:${needsScan.source})+`, 'gu');

/** U+E000 is for private use: a sign's word is never what somebody types. */
const signMark = '\uE000';

const wordsOfRun = (run: string): string => Array.from(run, (sign) => signMark + (sign.codePointAt(0) ?? 0).toString(36)).join(' ');

/**
 * What the index holds of a text besides its words. Signs that are not found as words (Han, kana, Thai, emoji), each as a word of its own: U+E000 and its code point in base 36; signs that stand
 * together stay side by side, between two runs stands a U+E000 alone. Then the words that SQLite folds less far than people do (foldWord), each once.
 */
export function signWords(text: string): string {
  const runs = text.match(signRuns);
  const signs = runs === null ? '' : runs.map(wordsOfRun).join(` ${signMark} `);
  if (!needsFolding(text)) return signs;
  return [...(signs === '' ? [] : [signs]), ...foldedWords(text)].join(` ${signMark} `);
}

function foldedWords(text: string): string[] {
  const folded = (text.match(wordPattern) ?? []).filter((word) => needsFolding(word) && !needsScan.test(word)).map((word) => foldWord(word));
  return [...new Set(folded)].filter((word) => word !== '');
}

/** A condition on how columns are written, with its parameters; '' where words say it all. */
export function writtenIn(columns: readonly string[], { like, unlike }: Pick<Looking, 'like' | 'unlike'>): { sql: string; parameters: SqlValue[] } {
  const any = `(${columns.map((column) => `${column} LIKE ? ESCAPE '\\'`).join(' OR ')})`;
  return {
    sql: [...like.map(() => ` AND ${any}`), ...unlike.map(() => ` AND NOT ${any}`)].join(''),
    parameters: [...like, ...unlike].flatMap((pattern) => columns.map(() => pattern)),
  };
}

/** Rows of search_text that hold what is looked for, as a condition with its parameters. */
export function ownWordsHold(looking: Looking): { sql: string; parameters: SqlValue[] } {
  const written = writtenIn(['title', 'body', 'words'], looking);
  return { sql: `docid IN (SELECT docid FROM search_index WHERE search_index MATCH ?)${written.sql}`, parameters: [looking.match, ...written.parameters] };
}
