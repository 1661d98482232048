import type { Queries } from '../../rows';

/** The indexes of words there are (schema 1 and 4). */
export type IndexName = 'search_index' | 'page_index' | 'mail_index' | 'message_index';

type Segment = { start_block: number; leaves_end_block: number; root: Uint8Array };

/** What the index holds of one word, by segment: the newest first, which goes before the older ones for a row that stands in both. */
export type Doclists = readonly Uint8Array[];

/** Lower than this are the words themselves; above it would be indexes of beginnings, which ours do not have. */
const levels = 1024;
/** A b-tree of words is not deeper: each of its levels holds some hundred times as many as the one above. */
const deepest = 20;

/**
 * An FTS4 index as it lies in its tables: b-trees of words, each word with the list of rows that hold it (“Shadow Tables” and “Segment B-Tree Format” in sqlite.org/fts3.html). It is read here because SQLite hands out
 * what it finds row by row, which takes ten times longer than to read the lists. Only between transactions, or in one after its words were written out.
 */
export class IndexSegments {
  readonly #segments: readonly Segment[];

  constructor(private readonly from: Queries, private readonly index: IndexName) {
    this.#segments = from.all<Segment>(`SELECT start_block, leaves_end_block, root FROM ${index}_segdir WHERE level < ${levels} ORDER BY level, idx DESC`);
  }

  /** @param token as the index has it (tokensOf). @param isOpen all words that begin with it. Throws on an index that is damaged. */
  doclistsOf(token: string, isOpen: boolean): Doclists[] {
    const wanted = new TextEncoder().encode(token);
    const byWord = new Map<string, Uint8Array[]>();
    for (const segment of this.#segments) {
      for (const [word, doclist] of this.#found(segment, wanted, isOpen)) {
        const already = byWord.get(word);
        if (already === undefined) byWord.set(word, [doclist]);
        else already.push(doclist);
      }
    }
    return [...byWord.values()];
  }

  #found(segment: Segment, wanted: Uint8Array, isOpen: boolean): [word: string, doclist: Uint8Array][] {
    const found: [string, Uint8Array][] = [];
    let node = segment.root;
    if (node.length === 0) return found;
    let block = 0;
    for (let depth = 0; node[0] !== 0; depth += 1) {
      if (depth > deepest) throw damaged();
      block = childOf(node, wanted);
      node = this.#block(block);
    }
    // Leaves lie one behind the other.
    while (readLeaf(node, wanted, isOpen, found) && segment.start_block !== 0 && block < segment.leaves_end_block) node = this.#block((block += 1));
    return found;
  }

  #block(block: number): Uint8Array {
    const [row] = this.from.all<{ block: Uint8Array | null }>(`SELECT block FROM ${this.index}_segments WHERE blockid = ?`, [block]);
    if (row === undefined || row.block === null || row.block.length === 0) throw damaged();
    return row.block;
  }
}

/** In the words that SQLite has for it: whoever asks is offered to have the index made anew. */
export const damaged = (): Error => new Error('database disk image is malformed');

/** Numbers of a node, seven bits to a byte, the lowest first; and its words, of which each says how much it shares with the one before. */
class NodeReader {
  at = 0;
  #word = new Uint8Array(256);
  #length = 0;

  constructor(readonly node: Uint8Array) {}

  get isOver(): boolean {
    return this.at >= this.node.length;
  }

  get word(): string {
    return Buffer.from(this.#word.subarray(0, this.#length)).toString('latin1');
  }

  number(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 128) {
      const byte = this.node[this.at++];
      if (byte === undefined || unit > Number.MAX_SAFE_INTEGER) throw damaged();
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  }

  /** Where the next so many bytes begin; they are passed over. */
  skip(length: number): number {
    const start = this.at;
    this.at += length;
    if (this.at > this.node.length) throw damaged();
    return start;
  }

  nextWord(isFirst: boolean): void {
    const shared = isFirst ? 0 : this.number();
    const length = this.number();
    const start = this.skip(length);
    if (shared > this.#length) throw damaged();
    if (shared + length > this.#word.length) {
      const longer = new Uint8Array(2 * (shared + length));
      longer.set(this.#word);
      this.#word = longer;
    }
    for (let i = 0; i < length; i += 1) this.#word[shared + i] = this.node[start + i] as number;
    this.#length = shared + length;
  }

  /** Before (less than 0), the same as, or behind another word; `isBeginning`: a word that begins with it counts as the same. */
  compare(other: Uint8Array, isBeginning: boolean): number {
    const length = Math.min(this.#length, other.length);
    for (let i = 0; i < length; i += 1) {
      const difference = (this.#word[i] as number) - (other[i] as number);
      if (difference !== 0) return difference;
    }
    return isBeginning && this.#length >= other.length ? 0 : this.#length - other.length;
  }
}

/** Which block goes on with this word: that before the first word behind it. */
function childOf(node: Uint8Array, wanted: Uint8Array): number {
  const reader = new NodeReader(node);
  reader.number();
  let child = reader.number();
  for (let isFirst = true; !reader.isOver; isFirst = false) {
    reader.nextWord(isFirst);
    if (reader.compare(wanted, false) > 0) break;
    child += 1;
  }
  return child;
}

/** Adds what a leaf has of a word, or of all that begin with it. @returns whether the next leaf may have more */
function readLeaf(node: Uint8Array, wanted: Uint8Array, isOpen: boolean, found: [string, Uint8Array][]): boolean {
  const reader = new NodeReader(node);
  if (reader.number() !== 0) throw damaged();
  for (let isFirst = true; !reader.isOver; isFirst = false) {
    reader.nextWord(isFirst);
    const order = reader.compare(wanted, isOpen);
    if (order > 0) return false;
    const length = reader.number();
    const start = reader.skip(length);
    if (order === 0) found.push([reader.word, node.subarray(start, start + length)]);
  }
  return isOpen;
}
