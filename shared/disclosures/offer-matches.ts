import { findDates } from '../dates/find-dates';
import type { MatchOffer, MatchReason } from '../model/case/disclosure-comparison';
import { foldWord } from '../search/fold-word';
import { wordPattern } from '../search/query-parts';

/** A thing she gave, as words to look for. `names`: of the file; `day`: the whole day on which it was given, '' without. */
export interface SoughtThing {
  readonly givenId: string;
  readonly what: string;
  readonly names: readonly string[];
  readonly sha256: string | null;
  readonly mark: string | null;
  readonly receipt: string;
  readonly reference: string;
  readonly day: string;
}

const offersEach = 3;
/** A word that stands in more of the lines tells nothing apart. */
const rareShare = 0.05;
/** Lines looked at for one phrase or word: a name as common as "photo" is not sought. */
const mostLines = 200;
const strength: Readonly<Record<MatchReason['by'], number>> = { sha256: 100, 'file-name': 60, receipt: 60, mark: 50, words: 20, reference: 10, day: 10 };
/** Of a line, so much is read. */
const lettersRead = 2000;
/** Words of every list of this kind. */
const common = new Set('about and any are copy copies from for has have her his item items list not off one original page pages the their them they this that was were which with your'.split(' '));

/**
 * Which lines of a list may be which things: by the file's SHA-256, its name, a receipt, an exhibit mark, a reference, rare words, the day. At most three for each thing, the likeliest first; a day or a reference alone is no reason,
 * for each stands at many lines. Work grows with the words, not with lines times things.
 */
export function offerMatches(items: readonly { readonly id: string; readonly text: string }[], things: readonly SoughtThing[]): MatchOffer[] {
  const lines = items.map(({ text }) => wordsOf(text.slice(0, lettersRead)));
  const joined = lines.map((words) => ` ${words.join(' ')} `);
  const standsIn = new Map<string, number[]>();
  lines.forEach((words, line) => { for (const word of new Set(words)) { const at = standsIn.get(word); if (at === undefined) standsIn.set(word, [line]); else at.push(line); } });
  const days = new Map<number, string[]>();
  const daysOf = (line: number): string[] => {
    const known = days.get(line) ?? findDates((items[line]?.text ?? '').slice(0, 1000), 20).flatMap(({ readings }) => readings.map(({ edtf }) => edtf));
    days.set(line, known);
    return known;
  };
  /** Lines in which the words of a phrase stand one after the other. */
  const withPhrase = (phrase: string): number[] => {
    const words = wordsOf(phrase);
    const whole = words.join(' ');
    if (whole.length < 4 || !(/\d/.test(whole) || whole.length >= 8)) return [];
    const lists = words.map((word) => standsIn.get(word) ?? []).sort((a, b) => a.length - b.length);
    const [fewest = []] = lists;
    return fewest.length > mostLines ? [] : fewest.filter((line) => joined[line]?.includes(` ${whole} `));
  };
  const rarest = Math.max(3, Math.floor(items.length * rareShare));
  return things.flatMap((thing) => {
    const found = new Map<number, MatchReason[]>();
    const note = (line: number, by: MatchReason['by'], words: string): void => {
      const reasons = found.get(line) ?? [];
      if (!reasons.some((reason) => reason.by === by)) found.set(line, [...reasons, { by, words }]);
    };
    if (thing.sha256 !== null) for (const line of standsIn.get(thing.sha256) ?? []) note(line, 'sha256', thing.sha256);
    for (const name of thing.names) for (const phrase of [name, withoutEnding(name)]) for (const line of withPhrase(phrase)) note(line, 'file-name', name);
    for (const line of withPhrase(thing.receipt)) note(line, 'receipt', thing.receipt);
    if (thing.mark !== null) for (const line of (standsIn.get(foldWord(thing.mark)) ?? []).slice(0, mostLines)) note(line, 'mark', thing.mark);
    const shared = new Map<number, string[]>();
    for (const word of new Set(wordsOf([thing.what, ...thing.names.map(withoutEnding)].join(' ')))) {
      const at = standsIn.get(word) ?? [];
      if (word.length < 4 || common.has(word) || at.length === 0 || at.length > Math.min(rarest, mostLines)) continue;
      for (const line of at) shared.set(line, [...(shared.get(line) ?? []), word]);
    }
    for (const [line, words] of shared) {
      // The words of a name that stands there whole say nothing more.
      if (found.get(line)?.some(({ by }) => by === 'file-name')) continue;
      const isTelling = words.length > 1 || words.some((word) => word.length >= 5 && (standsIn.get(word)?.length ?? 0) <= 3);
      if (isTelling || found.has(line)) note(line, 'words', words.slice(0, 5).join(', '));
    }
    if (found.size > 0) for (const line of withPhrase(thing.reference)) if (found.has(line)) note(line, 'reference', thing.reference);
    if (thing.day !== '') for (const line of found.keys()) if (daysOf(line).includes(thing.day)) note(line, 'day', thing.day);
    const weight = (line: number, reasons: readonly MatchReason[]): number => reasons.reduce((sum, { by }) => sum + strength[by], 0) + Math.min(9, shared.get(line)?.length ?? 0);
    return [...found].sort((a, b) => weight(...b) - weight(...a) || a[0] - b[0]).slice(0, offersEach)
      .flatMap(([line, why]) => { const item = items[line]; return item === undefined ? [] : [{ givenId: thing.givenId, itemId: item.id, why }]; });
  });
}

function wordsOf(text: string): string[] {
  return (text.match(wordPattern) ?? []).map(foldWord);
}

function withoutEnding(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name.length - dot <= 6 ? name.slice(0, dot) : name;
}
