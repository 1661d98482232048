const quote = 0x22;
const backslash = 0x5c;
const lineFeed = 0x0a;

/** What a byte is to the scan, by its number: 0 nothing, else one of the kinds below. */
const outside = new Uint8Array(256);
const inside = new Uint8Array(256);
const [opens, closes, colon, comma, line, quotes, escapes] = [1, 2, 3, 4, 5, 6, 7] as const;
for (const [byte, kind] of [['{', opens], ['[', opens], ['}', closes], [']', closes], [':', colon], [',', comma], ['"', quotes]] as const) outside[byte.charCodeAt(0)] = kind;
outside[lineFeed] = line;
inside[quote] = quotes;
inside[backslash] = escapes;
inside[lineFeed] = line;

/**
 * Finds where one JSON value ends, over as many pieces as it comes in, without reading what it says: strings are passed over whole, brackets counted and not told apart. Counts lines,
 * keys, values and depth on the way.
 */
export class ValueScan {
  depth = 0;
  deepest = 0;
  lines = 0;
  keys = 0;
  values = 1;
  #inString = false;
  #isEscaped = false;
  readonly #isScalar: boolean;

  /** `first`: the value's first byte, which `feed` is given too. */
  constructor(first: number) {
    this.#isScalar = outside[first] !== opens && first !== quote;
  }

  /** One past the value's last byte in this piece, from `start` on; -1 where it goes on. A scalar ends before the byte that ends it, which may be at `start`. */
  feed(bytes: Uint8Array, start: number): number {
    let at = start;
    const end = bytes.length;
    if (this.#isScalar) {
      for (; at < end; at += 1) if (endsScalar(bytes[at] ?? 0)) return at;
      return -1;
    }
    let { depth, deepest, lines, keys, values } = this;
    let inString = this.#inString;
    if (this.#isEscaped && at < end) {
      this.#isEscaped = false;
      at += 1;
    }
    let found = -1;
    while (at < end) {
      if (inString) {
        let kind = 0;
        while (at < end && (kind = inside[bytes[at] as number] as number) === 0) at += 1;
        if (at >= end) break;
        at += 1;
        if (kind === quotes) {
          inString = false;
          if (depth > 0) continue;
          found = at;
          break;
        }
        if (kind === line) lines += 1;
        else if (at >= end) this.#isEscaped = true;
        else at += 1;
        continue;
      }
      const kind = outside[bytes[at] as number] as number;
      at += 1;
      if (kind === 0) continue;
      if (kind === quotes) inString = true;
      else if (kind === colon) keys += 1;
      else if (kind === comma) values += 1;
      else if (kind === line) lines += 1;
      else if (kind === opens) {
        depth += 1;
        values += 1;
        if (depth > deepest) deepest = depth;
      } else {
        depth -= 1;
        if (depth > 0) continue;
        found = at;
        break;
      }
    }
    this.depth = depth;
    this.deepest = deepest;
    this.lines = lines;
    this.keys = keys;
    this.values = values;
    this.#inString = inString;
    return found;
  }

  /** Whether a value that no byte follows is whole. */
  get isWholeAtEnd(): boolean {
    return this.#isScalar;
  }
}

function endsScalar(byte: number): boolean {
  return byte === 0x2c || byte === 0x5d || byte === 0x7d || byte === 0x20 || byte === lineFeed || byte === 0x0d || byte === 0x09;
}
