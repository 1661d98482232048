import { markedUtf16 } from '../../text/utf16-mark';
import { cutSlowly, slowly, type PieceCutter } from './cut-slowly';
import { joinedBytes } from './joined-bytes';

/** One line of a source text and where its bytes lie: `offset` to `offset + length`, its line end included. */
export interface SourceLine {
  /** Without the line end. */
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  readonly offset: number;
  readonly length: number;
  /** The line goes on in the next piece: it was too long to hold at once. */
  readonly isCut: boolean;
}

/** A longer line arrives in pieces of this many bytes. */
const longestLineBytes = 256 * 1024;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';
const lineFeed = 0x0a;

/** Told from the byte order mark; without one, from zero bytes in every other place, else UTF-8. */
function encodingOf(head: Uint8Array): Encoding {
  const marked = markedUtf16(head);
  if (marked !== null) return marked;
  const seen = Math.min(head.length, 512) & ~1;
  if (seen < 8) return 'utf-8';
  let [evenZeros, oddZeros] = [0, 0];
  for (let at = 0; at < seen; at += 2) {
    if (head[at] === 0) evenZeros += 1;
    if (head[at + 1] === 0) oddZeros += 1;
  }
  const many = seen / 2 / 4;
  return oddZeros > many && evenZeros === 0 ? 'utf-16le' : evenZeros > many && oddZeros === 0 ? 'utf-16be' : 'utf-8';
}

/**
 * Cuts a stream of bytes into lines at LF (CR LF alike), keeping every byte's place: the lengths of all lines add up to the
 * source, byte order mark included. UTF-8 and UTF-16; bytes that are no text become U+FFFD. Memory: one line and one piece.
 */
export function readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<SourceLine[]> {
  return cutSlowly(source, new LineCutter());
}

/** The lines of a file's beginning, at most `most`; the last one may be cut short. */
export function firstLines(head: Uint8Array, most: number): SourceLine[] {
  const cutter = new LineCutter();
  const lines: SourceLine[] = [];
  for (const part of slowly(head)) {
    if (lines.length >= most) break;
    lines.push(...cutter.push(part));
  }
  if (lines.length < most) lines.push(...cutter.end());
  return lines.slice(0, most);
}

class LineCutter implements PieceCutter<SourceLine> {
  #held: Uint8Array = new Uint8Array(0);
  #heldOffset = 0;
  #number = 1;
  #decode: Decoder | null = null;

  push(part: Uint8Array): SourceLine[] {
    this.#held = this.#held.length === 0 ? part : joinedBytes([this.#held, part]);
    // The encoding needs a little to be told by.
    return this.#decode === null && this.#held.length < 512 ? [] : this.#cut(false);
  }

  end(): SourceLine[] {
    return this.#cut(true);
  }

  #cut(isLast: boolean): SourceLine[] {
    const held = this.#held;
    const decode = (this.#decode ??= decoderOf(held));
    const lines: SourceLine[] = [];
    let start = 0;
    const take = (length: number, isCut: boolean): void => {
      lines.push({ text: decode.text(held.subarray(start, start + length)), number: this.#number, offset: this.#heldOffset + start, length, isCut });
      start += length;
    };
    for (;;) {
      const end = decode.endOfLine(held, start);
      if (end > 0 && end - start <= longestLineBytes) {
        take(end - start, false);
        this.#number += 1;
        continue;
      }
      const left = (end > 0 ? end : held.length) - start;
      if (left > longestLineBytes) {
        take(decode.wholeCharacters(held, start, longestLineBytes), true);
        continue;
      }
      if (isLast && left > 0) take(left, false);
      break;
    }
    this.#heldOffset += start;
    this.#held = held.subarray(start);
    return lines;
  }
}

interface Decoder {
  /** One past the next line feed at or after `start`; 0 when there is none. */
  endOfLine(bytes: Uint8Array, start: number): number;
  text(bytes: Uint8Array): string;
  /** At most `most` bytes from `start` that end between characters. */
  wholeCharacters(bytes: Uint8Array, start: number, most: number): number;
}

function decoderOf(head: Uint8Array): Decoder {
  const encoding = encodingOf(head);
  const decoder = new TextDecoder(encoding, { ignoreBOM: false });
  const text = (bytes: Uint8Array): string => {
    const line = decoder.decode(bytes);
    return line.endsWith('\r\n') ? line.slice(0, -2) : line.endsWith('\n') ? line.slice(0, -1) : line;
  };
  if (encoding === 'utf-8') {
    return {
      text,
      endOfLine: (bytes, start) => bytes.indexOf(lineFeed, start) + 1,
      wholeCharacters: (bytes, start, most) => {
        let length = most;
        while (length > most - 4 && ((bytes[start + length] ?? 0) & 0xc0) === 0x80) length -= 1;
        return length;
      },
    };
  }
  const low = encoding === 'utf-16le' ? 0 : 1;
  return {
    text,
    endOfLine: (bytes, start) => {
      // Lines begin on an even place, so a unit's low byte is where its parity says.
      for (let at = bytes.indexOf(lineFeed, start); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) {
        if ((at - start) % 2 === low && bytes[low === 0 ? at + 1 : at - 1] === 0) return low === 0 ? at + 2 : at + 1;
      }
      return 0;
    },
    wholeCharacters: (bytes, start, most) => {
      const high = bytes[start + most - 2 + (low === 0 ? 1 : 0)] ?? 0;
      return high >= 0xd8 && high <= 0xdb ? most - 2 : most;
    },
  };
}
