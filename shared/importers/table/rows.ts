import { rowDecoder, type Encoding } from './encoding';

export type Separator = ',' | ';' | '\t' | '|';

/** How a table's bytes are to be read. */
export interface Shape {
  readonly encoding: Encoding;
  readonly separator: Separator;
}

/** One row and where its bytes lie, its line end included. */
export interface Row {
  readonly cells: readonly string[];
  /** As it stands, without its line end. */
  readonly text: string;
  /** 1-based, counting LF. */
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

/** A row, quoted line ends and all, is no longer; a quote that never closes must not swallow the rest of the file. */
const longestRow = 4 * 1024 * 1024;
const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const mostCells = 1000;
/** Given at a time: a table of nothing but line ends must not become millions of rows at once. */
const rowsAtATime = 500;
const headBytes = 256 * 1024;

/**
 * Cuts a table into rows (RFC 4180: a quoted cell may hold separators, line ends and doubled quotes), keeping every byte's place. Where a quote does not close within 4 MiB, its line is taken as a
 * row by itself, and so is every line up to there. Lines longer than that come in several rows. Memory: one row and one piece.
 */
export async function* readRows(source: AsyncIterable<Uint8Array>, shape: Shape): AsyncGenerator<Row[]> {
  const cutter = new RowCutter(shape);
  for await (const piece of source) yield* cutter.add(piece);
  yield* cutter.end();
}

/** The rows of a file's beginning, the last of which may be cut short and is left out where there are others. */
export function firstRows(head: Uint8Array, shape: Shape, most: number): Row[] {
  const cutter = new RowCutter(shape);
  const rows: Row[] = [];
  for (const cut of cutter.add(head)) if (rows.push(...cut) >= most) return rows.slice(0, most);
  if (rows.length === 0 || head.length < headBytes) for (const cut of cutter.end()) if (rows.push(...cut) >= most) break;
  return rows.slice(0, most);
}

class RowCutter {
  readonly #shape: Shape;
  readonly #decode: (bytes: Uint8Array) => string;
  readonly #width: 1 | 2;
  readonly #low: 0 | 1;
  #held: Uint8Array = new Uint8Array(0);
  #heldOffset = 0;
  #line = 1;
  /** Within what is held: how far it has been looked through, and in what that place is. */
  #seen = 0;
  #state: 'begin' | 'plain' | 'quoted' | 'closed' = 'begin';
  readonly #separator: number;
  /** Up to here, counted from the source's beginning, quotes do not reach over lines. */
  #plainUpTo = 0;

  constructor(shape: Shape) {
    this.#shape = shape;
    this.#separator = shape.separator.charCodeAt(0);
    this.#decode = rowDecoder(shape.encoding);
    this.#width = shape.encoding.startsWith('utf-16') ? 2 : 1;
    this.#low = shape.encoding === 'utf-16be' ? 1 : 0;
  }

  *add(piece: Uint8Array): Generator<Row[]> {
    const held = new Uint8Array(this.#held.length + piece.length);
    held.set(this.#held);
    held.set(piece, this.#held.length);
    this.#held = held;
    yield* this.#cut(false);
  }

  *end(): Generator<Row[]> {
    yield* this.#cut(true);
  }

  *#cut(isLast: boolean): Generator<Row[]> {
    let rows: Row[] = [];
    let start = 0;
    const take = (end: number): void => {
      rows.push(this.#row(start, end));
      start = end;
      this.#seen = end;
      this.#state = 'begin';
    };
    for (;;) {
      if (rows.length >= rowsAtATime) {
        yield rows;
        rows = [];
      }
      const end = this.#endOfRow(start);
      if (end !== null) {
        take(end);
        continue;
      }
      const left = this.#held.length - start;
      if (left > longestRow || (isLast && this.#state === 'quoted')) {
        // The quote never closes: what looked quoted are lines like any other.
        this.#plainUpTo = this.#heldOffset + this.#held.length;
        this.#seen = start;
        this.#state = 'begin';
        const plain = this.#endOfRow(start);
        if (plain !== null) take(plain);
        else if (left > longestRow) take(start + longestRow);
        else if (left > 0) take(this.#held.length);
        if (left > 0) continue;
      }
      if (isLast && left > 0) take(this.#held.length);
      break;
    }
    this.#held = this.#held.subarray(start);
    this.#heldOffset += start;
    this.#seen -= start;
    if (rows.length > 0) yield rows;
  }

  /** One past the row's line feed; null where it does not end in what is held. */
  #endOfRow(start: number): number | null {
    const held = this.#held;
    for (let at = Math.max(this.#seen, start); at + this.#width <= held.length; at += this.#width) {
      const code = this.#width === 1 ? (held[at] ?? 0) : held[at + 1 - this.#low] === 0 ? (held[at + this.#low] ?? 0) : -1;
      this.#seen = at + this.#width;
      if (code === lineFeed && (this.#state !== 'quoted' || this.#heldOffset + at < this.#plainUpTo)) return at + this.#width;
      this.#step(code);
    }
    return null;
  }

  /** A quote opens a cell only where the cell begins, and closes it only where the cell ends; doubled, or with more behind it, it is a character. */
  #step(code: number): void {
    if (code === quote) {
      if (this.#state === 'quoted') this.#state = 'closed';
      else if (this.#state !== 'plain') this.#state = 'quoted';
    } else if (this.#state === 'closed') this.#state = code === this.#separator ? 'begin' : code === carriageReturn ? 'closed' : 'quoted';
    else if (this.#state !== 'quoted') this.#state = code === this.#separator ? 'begin' : 'plain';
  }

  #row(start: number, end: number): Row {
    const bytes = this.#held.subarray(start, end);
    const text = this.#decode(bytes).replace(/\r?\n$/, '');
    const row = { cells: cellsOf(text, this.#shape.separator), text, line: this.#line, offset: this.#heldOffset + start, length: end - start };
    for (let at = 0; at < bytes.length; at += this.#width) if (bytes[at + this.#low] === lineFeed && (this.#width === 1 || bytes[at + 1 - this.#low] === 0)) this.#line += 1;
    return row;
  }
}

/** The cells of one row. */
export function cellsOf(text: string, separator: Separator): string[] {
  const cells: string[] = [];
  let at = 0;
  while (cells.length < mostCells) {
    let cell = '';
    if (text[at] === '"') {
      const close = closingQuote(text, at + 1, separator);
      if (close >= 0) {
        cell = text.slice(at + 1, close).replaceAll('""', '"');
        at = close + 1;
      }
    }
    const next = text.indexOf(separator, at);
    const end = next < 0 || cells.length === mostCells - 1 ? text.length : next;
    cells.push(cell + text.slice(at, end));
    if (end === text.length) break;
    at = end + 1;
  }
  return cells;
}

/** -1 where it never closes: the quote is then a character like any other. */
function closingQuote(text: string, from: number, separator: Separator): number {
  for (let at = text.indexOf('"', from); at >= 0;) {
    const next = text[at + 1];
    if (next === undefined || next === separator) return at;
    at = text.indexOf('"', at + (next === '"' ? 2 : 1));
  }
  return -1;
}
