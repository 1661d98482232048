import type { ProtectedFact } from '../model/protected-fact';
import { oneForm } from './address-words';
import { slipsBetween } from './edit-distance';
import { type FactPart, type FactPatterns, patternsOf, type Phrase, type SqueezedPattern } from './fact-patterns';
import { type FoldedText, foldText, type FoldedWord, hardGap, noGap, wordsOf } from './fold-text';
import { findMasked } from './masked-numbers';
import { StringSearch } from './string-search';

/** How sure a find is: letter for letter; the same, written otherwise; with a slip or two; or a telling part of it. */
export type Sureness = 'exact' | 'written-otherwise' | 'nearly' | 'part';

/** A find: `start` and `end` in the text that was looked through (UTF-16 units). */
export interface FactFind {
  readonly factId: string;
  readonly start: number;
  readonly end: number;
  readonly sureness: Sureness;
  readonly part: FactPart;
}

/** Who wrote the text: words that a machine read off a picture are looked through more tolerantly. */
export type TextOrigin = 'written' | 'read-by-machine';

/** One text is looked through in stretches of this many units, which overlap, so that memory stays bounded. */
const stretchUnits = 8_000_000;
const overlapUnits = 4000;
const mostFinds = 20_000;
/** Between two figures of one telephone number. */
const mostBetweenFigures = 6;
/** Letters and figures that are taken for each other: by people, and besides by machines. */
const alikeByEye: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1' };
const alikeByMachine: Readonly<Record<string, string>> = { ...alikeByEye, s: '5', b: '8', z: '2', g: '6', q: '0', d: '0', t: '1' };
const lettersSeen: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 5: 's' };

type Fact = Pick<ProtectedFact, 'id' | 'kind' | 'text' | 'alsoWritten'>;
interface WordAsked { readonly text: string; readonly slips: number; readonly slipsByMachine: number; readonly letters: number; readonly isAlone: boolean }
interface Met { readonly word: FoldedWord; readonly place: number; readonly slipsTo: ReadonlyMap<string, number> }

/**
 * Looks for protected facts in texts: made once for a list of facts, asked for each text. Finds of one fact never overlap: the surest, then the longest, stands.
 * Measured: 10 MB against 50 facts in `find-facts.test.ts`.
 */
export class FactFinder {
  readonly #patterns: FactPatterns;
  readonly #letters: { readonly patterns: readonly SqueezedPattern[]; readonly search: StringSearch };
  readonly #codes: Readonly<Record<TextOrigin, { readonly patterns: readonly SqueezedPattern[]; readonly search: StringSearch }>>;
  readonly #byFirstWord = new Map<string, Phrase[]>();
  readonly #words: ReadonlyMap<string, WordAsked>;
  readonly #byLength = new Map<number, WordAsked[]>();
  readonly #facts: readonly Fact[];

  constructor(facts: readonly Fact[]) {
    this.#facts = facts;
    this.#patterns = patternsOf(facts);
    const { squeezed, phrases } = this.#patterns;
    const of = (patterns: readonly SqueezedPattern[], alike: Readonly<Record<string, string>>) => ({ patterns, search: new StringSearch(patterns.map(({ text }) => text), alike) });
    const codes = squeezed.filter(({ how }) => how !== 'letters');
    this.#letters = of(squeezed.filter(({ how }) => how === 'letters'), {});
    this.#codes = { 'written': of(codes, alikeByEye), 'read-by-machine': of(codes, alikeByMachine) };
    const words = new Map<string, WordAsked>();
    for (const phrase of phrases) {
      const first = phrase.words[0]?.text ?? '';
      this.#byFirstWord.set(first, [...(this.#byFirstWord.get(first) ?? []), phrase]);
      for (const word of phrase.words) {
        const known = words.get(word.text);
        words.set(word.text, { text: word.text, slips: Math.max(word.slips, known?.slips ?? 0), slipsByMachine: Math.max(word.slipsByMachine, known?.slipsByMachine ?? 0), letters: lettersOf(word.text), isAlone: phrase.words.length === 1 && (known?.isAlone ?? true) });
      }
    }
    this.#words = words;
    for (const word of words.values()) {
      if (word.slipsByMachine === 0) continue;
      this.#byLength.set(word.text.length, [...(this.#byLength.get(word.text.length) ?? []), word]);
    }
  }

  find(text: string, origin: TextOrigin = 'written'): FactFind[] {
    if (this.#facts.length === 0) return [];
    const finds: FactFind[] = [];
    for (let from = 0; from === 0 || from < text.length; from += stretchUnits - overlapUnits) {
      const stretch = text.length <= stretchUnits ? text : text.slice(from, from + stretchUnits);
      for (const find of this.#inStretch(stretch, origin)) finds.push({ ...find, start: find.start + from, end: find.end + from });
      if (from + stretch.length >= text.length || finds.length > mostFinds) break;
    }
    return withoutOverlaps(finds).slice(0, mostFinds);
  }

  #inStretch(text: string, origin: TextOrigin): FactFind[] {
    const folded = foldText(text);
    const finds: FactFind[] = [];
    const take = (factId: string, written: string, part: FactPart, start: number, end: number, slips: number): void => {
      if (finds.length > mostFinds) return;
      const [from, to] = [folded.origin[start] ?? 0, endOf(text, folded, end)];
      finds.push({ factId, start: from, end: to, part, sureness: slips > 0 ? 'nearly' : part !== 'all' ? 'part' : plain(text.slice(from, to)) === plain(written) ? 'exact' : 'written-otherwise' });
    };
    for (const { patterns, search } of [this.#letters, this.#codes[origin]]) {
      search.search(folded.squeezed, (index, start, end) => {
        const pattern = patterns[index];
        if (pattern === undefined) return;
        const isSame = folded.squeezed.slice(start, end) === pattern.text;
        const from = pattern.how === 'number' ? startOfNumber(folded, start, end) : hasEdges(folded, start, end, isSame ? pattern.edges : 'hard', pattern) ? start : -1;
        if (from >= 0) take(pattern.factId, pattern.written, pattern.part, from, end, isSame ? 0 : 1);
      });
    }
    this.#findPhrases(folded, origin, take);
    for (const masked of findMasked(text, this.#facts)) finds.push({ ...masked, part: 'end-of-number', sureness: 'part' });
    return finds;
  }

  #findPhrases(folded: FoldedText, origin: TextOrigin, take: (factId: string, written: string, part: FactPart, start: number, end: number, slips: number) => void): void {
    const known = new Map<string, ReadonlyMap<string, number> | null>();
    const met: Met[] = [];
    let place = 0;
    for (const word of wordsOf(folded)) {
      let slipsTo = known.get(word.text);
      if (slipsTo === undefined) {
        slipsTo = this.#wordsLike(oneForm(word.text), origin);
        known.set(word.text, slipsTo);
      }
      if (slipsTo !== null) met.push({ word, place, slipsTo });
      place += 1;
    }
    for (const [index, one] of met.entries()) {
      for (const like of one.slipsTo.keys()) {
        for (const phrase of this.#byFirstWord.get(like) ?? []) {
          const found = follow(met, index, phrase, origin);
          if (found !== null) take(phrase.factId, phrase.written, phrase.part, one.word.start, found.end, found.slips);
        }
      }
    }
  }

  /** Which words of facts a word is, or nearly is, with how many slips; null for none. */
  #wordsLike(word: string, origin: TextOrigin): ReadonlyMap<string, number> | null {
    const found = new Map<string, number>();
    if (this.#words.has(word)) found.set(word, 0);
    // “Oliver's”, which has no apostrophe any more.
    if (word.endsWith('s') && this.#words.has(word.slice(0, -1))) found.set(word.slice(0, -1), 0);
    if (origin === 'read-by-machine') {
      for (const mended of [word.replace(/[015]/g, (figure) => lettersSeen[figure] ?? figure), word.replace(/[oilsbz]/g, (letter) => alikeByMachine[letter] ?? letter)]) {
        if (mended !== word && /\d/.test(word)) for (const [like, slips] of this.#wordsLike(mended, 'written') ?? []) found.set(like, Math.min(found.get(like) ?? 9, slips + 1));
        else if (mended !== word && /^\d+$/.test(mended) && this.#words.has(mended)) found.set(mended, 1);
      }
    }
    if (!/\d/.test(word) && word.length >= 3 && word.length <= 40) {
      const letters = lettersOf(word);
      for (let length = word.length - 3; length <= word.length + 3; length += 1) {
        for (const asked of this.#byLength.get(length) ?? []) {
          const most = origin === 'written' ? asked.slips : asked.slipsByMachine;
          if (most === 0 || Math.abs(length - word.length) > most || countBits(asked.letters ^ letters) > 2 * most || asked.text === word) continue;
          // A slip of the hand is seldom in the first letter; a machine's is.
          if (origin === 'written' && asked.isAlone && asked.text[0] !== word[0]) continue;
          const slips = slipsBetween(asked.text, word, most);
          if (slips <= most) found.set(asked.text, Math.min(slips, found.get(asked.text) ?? slips));
        }
      }
    }
    return found.size === 0 ? null : found;
  }
}

/** The phrase from this word on; null where it does not go on. */
function follow(met: readonly Met[], index: number, phrase: Phrase, origin: TextOrigin): { end: number; slips: number } | null {
  let [at, slips] = [index, 0];
  let end = 0;
  for (const [number, asked] of phrase.words.entries()) {
    if (number > 0) {
      const last = met[at]?.place ?? 0;
      let next = at + 1;
      while (next < met.length && (met[next]?.place ?? 0) - last <= 1 + phrase.skips && met[next]?.slipsTo.has(asked.text) !== true) next += 1;
      if ((met[next]?.place ?? Number.POSITIVE_INFINITY) - last > 1 + phrase.skips) return null;
      at = next;
    }
    const here = met[at];
    const slipped = here?.slipsTo.get(asked.text);
    if (here === undefined || slipped === undefined || slipped > Math.max(origin === 'written' ? asked.slips : asked.slipsByMachine, isFigureMisread(origin, slipped) ? 1 : 0)) return null;
    slips += slipped;
    end = here.word.end;
  }
  return { end, slips };
}

/** A machine took a figure for a letter, or the other way about: one such slip is let pass in any word. */
const isFigureMisread = (origin: TextOrigin, slips: number): boolean => origin === 'read-by-machine' && slips === 1;

function hasEdges({ squeezed, gap }: FoldedText, start: number, end: number, edges: SqueezedPattern['edges'], pattern: SqueezedPattern): boolean {
  if (edges === 'none') return true;
  // A whole postcode is itself even where words were run into it.
  if (edges === 'soft' && pattern.how === 'code' && pattern.text.length >= 6 && /\d.*\d/.test(pattern.text)) return true;
  const least = edges === 'hard' ? hardGap : noGap + 1;
  return (gap[start] ?? hardGap) >= least && (end >= squeezed.length || (gap[end] ?? hardGap) >= least);
}

/** Where a telephone number begins whose national part was found: with its 0, 44 or 0044. -1 where the figures are part of another number. */
function startOfNumber({ squeezed, gap, origin }: FoldedText, start: number, end: number): number {
  for (let at = start + 1; at < end; at += 1) if ((origin[at] ?? 0) - (origin[at - 1] ?? 0) > mostBetweenFigures) return -1;
  const isFigure = (at: number): boolean => at >= 0 && at < squeezed.length && /[0-9oil]/.test(squeezed[at] ?? '');
  if (isFigure(end) && gap[end] === noGap) return -1;
  let from = start;
  if (/[0o]/.test(squeezed[from - 1] ?? '')) from -= 1;
  if (from >= 2 && squeezed.slice(from - 2, from) === '44') from -= 2;
  if (from >= 2 && /^[0o]{2}$/.test(squeezed.slice(from - 2, from))) from -= 2;
  if (/[0-9]/.test(squeezed[from - 1] ?? '') && gap[from] === noGap) return gap[start] === hardGap ? start : -1;
  return from;
}

/** Where the character ends that the last unit came from: what follows it unseen is not part of it. */
function endOf(text: string, { origin }: FoldedText, end: number): number {
  const last = origin[end - 1] ?? 0;
  return last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1);
}

const plain = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

const ranks: Readonly<Record<Sureness, number>> = { 'exact': 0, 'written-otherwise': 1, 'nearly': 2, 'part': 3 };

function withoutOverlaps(finds: readonly FactFind[]): FactFind[] {
  const byFact = new Map<string, FactFind[]>();
  for (const find of finds) byFact.set(find.factId, [...(byFact.get(find.factId) ?? []), find].slice(0, mostFinds));
  const kept: FactFind[] = [];
  for (const ofFact of byFact.values()) {
    const best: FactFind[] = [];
    const order = ofFact.toSorted((a, b) => a.start - b.start || ranks[a.sureness] - ranks[b.sureness] || b.end - a.end);
    for (const find of order) {
      const last = best.at(-1);
      if (last === undefined || find.start >= last.end) best.push(find);
      else if (ranks[find.sureness] < ranks[last.sureness] || (ranks[find.sureness] === ranks[last.sureness] && find.end - find.start > last.end - last.start)) best[best.length - 1] = find;
    }
    kept.push(...best);
  }
  return kept.sort((a, b) => a.start - b.start || (a.factId < b.factId ? -1 : 1));
}

/** Which letters a word has, a bit for each: two words with many other letters cannot be near. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) % 32);
  return bits;
}

function countBits(bits: number): number {
  let [count, left] = [0, bits];
  for (; left !== 0; left &= left - 1) count += 1;
  return count;
}
