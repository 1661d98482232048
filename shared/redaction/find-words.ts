import { numberIn } from '../text/phone-number';
import type { RedactionReason, WordsToTakeOut } from '../model/redaction';
import { foldText } from './fold-text';

/** UTF-16 units [start, end) of a text in which words to be taken out stand. */
export interface FoundWords { readonly start: number; readonly end: number; readonly reason: RedactionReason }

/** Finds every place of the words it was made for, in order, none touching another. */
export type WordFinder = (text: string) => FoundWords[];

const blank = '[ \\n]*';
/** Between words: "Rose Lane", "Rose-Lane", "RoseLane", "Rose\nLane". */
const betweenWords = "[ \\n\\-.,()/']*";
/** Between the figures of a number or a postcode, which everybody writes in groups of their own. */
const betweenFigures = '[ \\n\\-.()/]*';
/** Within a word: broken at the end of a line, with a hyphen or without. */
const withinWord = '(?:-? *\\n *)?';

/**
 * A finder of words: without regard to capitals, accents, forms of letters, invisible characters and kinds of blanks; across line ends; numbers and postcodes in whatever groups their figures are written, and telephone numbers of the
 * United Kingdom with or without +44. It finds more rather than less: what is taken out too much can be seen, what is left cannot be called back.
 */
export function finderOf(wanted: readonly WordsToTakeOut[]): WordFinder {
  const patterns = wanted.flatMap(({ words, reason, isWholeWord }) => {
    const pattern = patternOf(words);
    return pattern === null ? [] : [{ reason, pattern: new RegExp(isWholeWord ? `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])` : pattern, 'gu') }];
  });
  return (text) => {
    if (patterns.length === 0 || text.length < 2) return [];
    const folded = foldText(text);
    const found: FoundWords[] = [];
    for (const { pattern, reason } of patterns) {
      for (const match of folded.text.matchAll(pattern)) {
        const start = folded.startOf(match.index);
        const end = folded.endOf(match.index + match[0].length - 1);
        if (end > start) found.push({ start, end, reason });
      }
    }
    return merged(found);
  };
}

/** Places that overlap or touch are one, for the reason of the first. */
function merged(found: FoundWords[]): FoundWords[] {
  const whole: FoundWords[] = [];
  for (const one of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = whole.at(-1);
    if (last === undefined || one.start > last.end) whole.push(one);
    else if (one.end > last.end) whole[whole.length - 1] = { ...last, end: one.end };
  }
  return whole;
}

/** The source of a regular expression over folded text; null where nothing but blanks and marks would be looked for. */
function patternOf(words: string): string | null {
  const number = numberIn(words.trim());
  if (number !== null) return numberPattern(number);
  const folded = foldText(words).text.trim();
  const parts = folded.split(/[ \n]+/).filter((part) => /[\p{L}\p{N}]/u.test(part));
  if (parts.length === 0) return null;
  return parts.map((part) => [...part].map(escaped).join(/\d/.test(part) ? betweenFigures : withinWord)).join(betweenWords);
}

/** `number` as `sameNumber` has it. Of the United Kingdom: with its country, with 0, with both, or with neither. */
function numberPattern(number: string): string {
  const figures = number.replace(/\D/g, '');
  const spaced = (some: string): string => [...some].join(betweenFigures);
  if (!number.startsWith('+44')) return spaced(figures);
  return `(?:(?:\\+|00)?${blank}${spaced('44')}${betweenFigures}(?:0${betweenFigures})?|\\(?0${betweenFigures})?${spaced(figures.slice(2))}`;
}

const escaped = (character: string): string => character.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
