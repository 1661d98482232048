import type { Queries } from '../../rows';
import type { Looking, Phrase } from '../search-query';
import { IndexSegments, type IndexName } from './index-segments';
import { addPlaces, DoclistReader, listOfDocids, movedAmong, postingList, type PostingList } from './posting-list';

/** Docids from `low` up to before `high`; the greatest stretch first, none touching another. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
}

export interface Narrowing {
  /** null: everywhere. */
  within: readonly Stretch[] | null;
  /** Of docids, the greatest first, those that are wanted, in the same order; asked of a good many at once. */
  fits: ((docids: readonly number[]) => readonly number[]) | null;
  most: number;
}

/** So many are asked at once whether they fit. */
const atOnce = 1024;

/**
 * Rows of an index that hold what is looked for (`looking.like` and `unlike` are not asked here), the greatest docid first. What `SELECT docid … MATCH ? ORDER BY docid DESC LIMIT ?` answers (find-docids.test.ts compares
 * the two), in a fraction of the time. Memory: twelve bytes for each row that holds a word, while it runs.
 */
export const findDocids = (from: Queries, index: IndexName, looking: Looking, narrowing: Narrowing): number[] => DoclistReader.lend((reader) => found(new WordsOfIndex(from, index, reader), looking, narrowing));

function found(words: WordsOfIndex, { wanted, unwanted }: Looking, { within, fits, most }: Narrowing): number[] {
  const all = allOf(words, wanted);
  if (all === null) return [];
  const out = unwanted.map((anyOf) => words.holdingAny(anyOf));
  const outAt = out.map(() => 0);
  const docidsFound: number[] = [];
  let waiting: number[] = [];
  const isOut = (docid: number): boolean => out.some(({ docids, count }, which) => {
    let i = outAt[which] ?? 0;
    while (i < count && (docids[i] as number) > docid) i += 1;
    outAt[which] = i;
    return i < count && docids[i] === docid;
  });
  const hand = (): void => {
    for (const docid of fits === null ? waiting : fits(waiting)) docidsFound.push(docid);
    waiting = [];
  };
  eachHolding(all, within, (docid) => {
    if (out.length > 0 && isOut(docid)) return true;
    waiting.push(docid);
    if (waiting.length >= Math.min(atOnce, most)) hand();
    return docidsFound.length < most;
  });
  if (docidsFound.length < most) hand();
  return docidsFound.slice(0, most);
}

/** What all rows must hold: `lists` of single words, of which some must stand side by side. */
interface Together {
  lists: readonly PostingList[];
  /** Which of the lists stand so, in order. */
  sideBySide: readonly (readonly number[])[];
}

/** null: nothing holds all of it. */
function allOf(words: WordsOfIndex, wanted: readonly (readonly Phrase[])[]): Together | null {
  const lists: PostingList[] = [];
  const sideBySide: number[][] = [];
  for (const anyOf of wanted) {
    const [phrase] = anyOf;
    if (phrase === undefined || anyOf.length > 1) {
      lists.push(words.holdingAny(anyOf));
    } else {
      const tokens = words.listsOf(phrase);
      if (tokens.length > 1) sideBySide.push(tokens.map((_, i) => lists.length + i));
      // Of no word at all nothing is found, as SQLite has it.
      lists.push(...(tokens.length === 0 ? [listOfDocids([])] : tokens));
    }
    if (lists.some(({ count }) => count === 0)) return null;
  }
  return lists.length === 0 ? null : { lists, sideBySide };
}

class WordsOfIndex {
  readonly #segments: IndexSegments;
  readonly #known = new Map<string, PostingList>();

  constructor(private readonly from: Queries, index: IndexName, private readonly reader: DoclistReader) {
    this.#segments = new IndexSegments(from, index);
  }

  /** A list for each word of a phrase, as the index cuts it into words. The first that nothing holds is the last that is read. */
  listsOf({ words, isOpen }: Phrase): PostingList[] {
    const tokens = this.from.all<{ token: string; end: number }>(`SELECT token, "end" FROM temp.index_token WHERE input = ?`, [words]);
    const length = Buffer.byteLength(words);
    const lists: PostingList[] = [];
    for (const { token, end } of tokens) {
      // Only a word that goes up to the end is left open, not one behind which a sign is cut off.
      const list = this.#listOf(token, isOpen && end === length);
      lists.push(list);
      if (list.count === 0) break;
    }
    return lists;
  }

  holdingAny(anyOf: readonly Phrase[]): PostingList {
    const [first, ...others] = anyOf.map((phrase) => this.#holding(phrase));
    if (others.length === 0) return first ?? listOfDocids([]);
    const all = new Set([first, ...others].flatMap((list) => (list === undefined ? [] : [...list.docids])));
    return listOfDocids([...all].sort((one, other) => other - one));
  }

  #holding(phrase: Phrase): PostingList {
    const together = allOf(this, [[phrase]]);
    const [single] = together?.lists ?? [];
    if (together === null || single === undefined) return listOfDocids([]);
    if (together.lists.length === 1) return single;
    const docids: number[] = [];
    eachHolding(together, null, (docid) => docids.push(docid) > 0);
    return listOfDocids(docids);
  }

  #listOf(token: string, isOpen: boolean): PostingList {
    const key = `${token}${isOpen ? '*' : ''}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const list = postingList(this.reader, this.#segments.doclistsOf(token, isOpen));
    this.#known.set(key, list);
    return list;
  }
}

/** Calls `take` with each row that holds it all, the greatest docid first, until it answers false. */
function eachHolding({ lists, sideBySide }: Together, within: readonly Stretch[] | null, take: (docid: number) => boolean): void {
  let fewest = 0;
  lists.forEach(({ count }, which) => {
    if (count < (lists[fewest]?.count ?? 0)) fewest = which;
  });
  const others = lists.flatMap((_, which) => (which === fewest ? [] : [which]));
  const next = lists.map(() => 0);
  const { docids, count } = lists[fewest] as PostingList;
  let stretch = 0;
  let before = -1;
  for (let i = 0; i < count; i += 1) {
    const docid = docids[i] as number;
    if (docid === before) continue;
    before = docid;
    if (within !== null) {
      while (stretch < within.length && docid < (within[stretch] as Stretch).low) stretch += 1;
      if (stretch === within.length) return;
      if (docid >= (within[stretch] as Stretch).high) continue;
    }
    next[fewest] = i;
    if (!allHold(lists, others, next, docid) || !sideBySide.every((phrase) => standSideBySide(lists, phrase, next, docid))) continue;
    if (!take(docid)) return;
  }
}

/** Whether a row is in the other lists as well; `next` goes on in each to where it is, or would be. */
function allHold(lists: readonly PostingList[], others: readonly number[], next: number[], docid: number): boolean {
  for (const which of others) {
    const { docids, count } = lists[which] as PostingList;
    let i = next[which] as number;
    while (i < count && (docids[i] as number) > docid) i += 1;
    next[which] = i;
    if (i === count || docids[i] !== docid) return false;
  }
  return true;
}

/** Whether the words of a phrase follow each other somewhere in a row: from that which is in the fewest rows on, because it is likely to be there only once. */
function standSideBySide(lists: readonly PostingList[], phrase: readonly number[], next: readonly number[], docid: number): boolean {
  const rarest = phrase.reduce((least, which) => ((lists[which] as PostingList).count < (lists[least] as PostingList).count ? which : least));
  const rarestStep = phrase.indexOf(rarest);
  let places = placesIn(lists[rarest] as PostingList, next[rarest] as number, docid);
  for (const [step, which] of phrase.entries()) {
    if (step === rarestStep) continue;
    places = movedAmong(places, step - rarestStep, placesIn(lists[which] as PostingList, next[which] as number, docid));
    if (places.length === 0) return false;
  }
  return true;
}

/** Places of a word, or of all words that begin like it, in a row that stands in its list from `first` on. */
function placesIn(list: PostingList, first: number, docid: number): number[] {
  const places: number[] = [];
  let i = first;
  for (; i < list.count && list.docids[i] === docid; i += 1) addPlaces(list, i, places);
  if (i > first + 1) places.sort(upwards);
  return places;
}

const upwards = (one: number, other: number): number => one - other;
