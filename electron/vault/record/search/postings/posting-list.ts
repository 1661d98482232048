import { damaged, type Doclists } from './index-segments';

/** Rows that hold a word, the greatest docid first, and where in `bytes` the places of the word in each begin. A docid stands more than once where several words that begin alike are in it. */
export interface PostingList {
  readonly docids: Float64Array;
  readonly at: Uint32Array;
  readonly count: number;
  readonly bytes: Uint8Array;
}

/** A part of a list, or of two that were put together. */
interface Run {
  docids: Float64Array;
  at: Uint32Array;
  from: number;
  to: number;
}

/** @param words of each word its lists, the newest first: of a row that stands in several the newest says what it holds, none when the word was taken out of it */
export function postingList(reader: DoclistReader, words: readonly Doclists[]): PostingList {
  const emptyBefore = reader.emptyCount;
  const runs = words.map((doclists) => {
    const lists = doclists.map((doclist): readonly [from: number, to: number] => [reader.count, reader.read(doclist)]);
    const [first, last] = [lists[0]?.[0] ?? 0, reader.count];
    const { docids, at } = reader;
    // Read one behind the other, lists of which each lies below the one before are one list already.
    if (lists.every(([from]) => from === first || from === last || (docids[from] ?? 0) < (docids[from - 1] ?? 0))) return { docids, at, from: first, to: last };
    return lists.map(([from, to]): Run => ({ docids, at, from, to })).reduce((newer, older) => merged(newer, older, false));
  });
  const { bytes } = reader;
  const run = withoutEmpty(allTogether(runs), bytes, reader.emptyCount > emptyBefore);
  return { docids: run.docids.subarray(run.from, run.to), at: run.at.subarray(run.from, run.to), count: run.to - run.from, bytes };
}

/** Of docids one after the other, the lower first: nothing else of them counts. */
export function listOfDocids(docids: readonly number[]): PostingList {
  return { docids: Float64Array.from(docids), at: new Uint32Array(docids.length), count: docids.length, bytes: new Uint8Array(0) };
}

/** So much room is kept for the next search, in rows (12 bytes each) and bytes of lists: to make it anew takes as long as to read them. */
const roomKept = { rows: 1_500_000, bytes: 2 ** 23 };
let spare: DoclistReader | null = null;

/** Takes doclists apart (“Doclist Format” in sqlite.org/fts3.html, order=desc): for each row how far its docid is below the one before, and then the places up to a zero. What it read before stays as it is. */
export class DoclistReader {
  count = 0;
  emptyCount = 0;
  docids = new Float64Array(2 ** 12);
  at = new Uint32Array(2 ** 12);
  bytes = new Uint8Array(2 ** 15);
  #end = 0;

  /** Lends a reader to `work`: nothing of what it read may be used afterwards. */
  static lend<T>(work: (reader: DoclistReader) => T): T {
    const reader = spare ?? new DoclistReader();
    spare = null;
    [reader.count, reader.emptyCount, reader.#end] = [0, 0, 0];
    try {
      return work(reader);
    } finally {
      if (reader.docids.length <= roomKept.rows && reader.bytes.length <= roomKept.bytes) spare = reader;
    }
  }

  /** Reads one list behind those that were read. @returns where its rows end */
  read(doclist: Uint8Array): number {
    let i = this.#end;
    const to = i + doclist.length;
    // Each row takes two bytes and more; four bytes are read at a time.
    this.#makeRoom(this.count + (doclist.length >> 1) + 1, to + 8);
    const { bytes, docids, at } = this;
    bytes.set(doclist, i);
    this.#end = to;
    // Ends the last row of a list that has no end of its own.
    bytes[to] = 0;
    const view = new DataView(bytes.buffer);
    let [docid, count, emptyCount] = [0, this.count, 0];
    for (let isFirst = true; i < to; isFirst = false) {
      let byte = bytes[i++] as number;
      let step = byte & 127;
      for (let unit = 128; byte > 127; unit *= 128) {
        if (i >= to || unit > Number.MAX_SAFE_INTEGER) throw damaged();
        byte = bytes[i++] as number;
        step += (byte & 127) * unit;
      }
      docid = isFirst ? step : docid - step;
      docids[count] = docid;
      at[count] = i;
      count += 1;
      // No place has a zero in it. Looked for in four bytes at a time: the lowest bit that is left stands in the first that is zero.
      let four = view.getUint32(i, true);
      if ((four & 255) === 0) emptyCount += 1;
      let zeros = (four - 0x01010101) & ~four & 0x80808080;
      while (zeros === 0) {
        i += 4;
        four = view.getUint32(i, true);
        zeros = (four - 0x01010101) & ~four & 0x80808080;
      }
      i += ((31 - Math.clz32(zeros & -zeros)) >> 3) + 1;
    }
    if (i !== to) throw damaged();
    this.count = count;
    this.emptyCount += emptyCount;
    return count;
  }

  #makeRoom(rows: number, bytes: number): void {
    if (rows > this.docids.length) {
      const [docids, at] = [new Float64Array(Math.ceil(rows * 1.25)), new Uint32Array(Math.ceil(rows * 1.25))];
      docids.set(this.docids.subarray(0, this.count));
      at.set(this.at.subarray(0, this.count));
      [this.docids, this.at] = [docids, at];
    }
    if (bytes > this.bytes.length) {
      const longer = new Uint8Array(Math.ceil(bytes * 1.25));
      longer.set(this.bytes.subarray(0, this.#end));
      this.bytes = longer;
    }
  }
}

/** Two lists as one; `keepsBoth`: a docid that stands in both stands twice, otherwise only as the first has it. */
function merged(one: Run, other: Run, keepsBoth: boolean): Run {
  const room = one.to - one.from + other.to - other.from;
  const docids = new Float64Array(room);
  const at = new Uint32Array(room);
  let [i, j, count] = [one.from, other.from, 0];
  while (i < one.to || j < other.to) {
    const [left, right] = [i < one.to ? (one.docids[i] as number) : -Infinity, j < other.to ? (other.docids[j] as number) : -Infinity];
    if (left >= right) {
      docids[count] = left;
      at[count] = one.at[i++] as number;
      if (left === right && !keepsBoth) j += 1;
    } else {
      docids[count] = right;
      at[count] = other.at[j++] as number;
    }
    count += 1;
  }
  return { docids, at, from: 0, to: count };
}

/** The smallest two first, so that a long list is gone through once. */
function allTogether(runs: readonly Run[]): Run {
  const length = ({ from, to }: Run): number => to - from;
  const single = [...runs].sort((one, other) => length(one) - length(other));
  const joined: Run[] = [];
  let [i, j] = [0, 0];
  const smallest = (): Run | undefined => {
    const [one, other] = [single[i], joined[j]];
    const takesOne = one !== undefined && (other === undefined || length(one) <= length(other));
    if (takesOne) i += 1;
    else j += 1;
    return takesOne ? one : other;
  };
  for (;;) {
    const one = smallest();
    const other = smallest();
    if (one === undefined) return { docids: new Float64Array(0), at: new Uint32Array(0), from: 0, to: 0 };
    if (other === undefined) return one;
    joined.push(merged(one, other, true));
  }
}

/** Rows of which a newer segment says that the word is not in them any more. */
function withoutEmpty(run: Run, bytes: Uint8Array, hasEmpty: boolean): Run {
  if (!hasEmpty) return run;
  const kept: Run = { docids: new Float64Array(run.to - run.from), at: new Uint32Array(run.to - run.from), from: 0, to: 0 };
  for (let i = run.from; i < run.to; i += 1) {
    const at = run.at[i] as number;
    if (bytes[at] === 0) continue;
    kept.docids[kept.to] = run.docids[i] as number;
    kept.at[kept.to] = at;
    kept.to += 1;
  }
  return kept;
}

/** Column and place in it, as one number: a column has fewer words than this. */
const columnEach = 2 ** 32;

/** Adds the places of a word in the row at `i` of a list to `places`. */
export function addPlaces({ bytes, at }: PostingList, i: number, places: number[]): void {
  let [next, column, place, startsColumn] = [at[i] as number, 0, 0, false];
  for (;;) {
    let byte = bytes[next++] as number;
    let value = byte & 127;
    for (let unit = 128; byte > 127; unit *= 128) {
      byte = bytes[next++] as number;
      value += (byte & 127) * unit;
    }
    if (startsColumn) {
      // The number of the column stands by itself, and its places are counted from its beginning.
      [column, place, startsColumn] = [value * columnEach, 0, false];
    } else if (value > 1) {
      place += value - 2;
      places.push(column + place);
    } else if (value === 1) {
      startsColumn = true;
    } else {
      return;
    }
  }
}

/** Which of `places`, each moved on by `step`, are among `others`; both in order. */
export function movedAmong(places: readonly number[], step: number, others: readonly number[]): number[] {
  const among: number[] = [];
  let next = 0;
  for (const place of places) {
    while (next < others.length && (others[next] as number) < place + step) next += 1;
    if (next === others.length) break;
    if (others[next] === place + step) among.push(place);
  }
  return among;
}
