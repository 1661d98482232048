import { joinedBytes } from '../bytes/joined-bytes';
import { charactersAsBytes } from '../bytes/byte-text';
import { decodeBase64 } from './transfer-encodings';
import { decodingOf } from '../bytes/charsets';

/** RFC 2047 section 2. No white space within; a charset may end in `*` and a language (RFC 2231 section 5). */
const encodedWord = /=\?([^?\s]{1,100})\?([QqBb])\?([^?]*)\?=/g;

interface Word {
  readonly charset: string;
  readonly encoding: string;
  readonly written: string;
  /** What stands before it. */
  readonly between: string;
  readonly bytes: Uint8Array | null;
}

/**
 * A header's text with its encoded words decoded. Neighbours in one charset are decoded together, because many programs cut a character in two. A word that is not whole (an unknown charset, no base64, bytes that mean nothing) stays
 * as it stands, and `isBroken` says so.
 */
export function decodeWords(text: string): { text: string; isBroken: boolean } {
  if (!text.includes('=?')) return { text, isBroken: false };
  const out: string[] = [];
  let run: Word[] = [];
  let [isBroken, wasBroken, at] = [false, false, 0];
  const flush = (): void => {
    const first = run[0];
    if (first === undefined) return;
    const decoded = decodeRun(run);
    // Space between two words belongs to neither, and is not shown; beside one that stays as it stands it is.
    const isSpace = out.length > 0 && /^[ \t]*$/.test(first.between);
    if (!isSpace || wasBroken || decoded === null) out.push(first.between);
    wasBroken = decoded === null;
    isBroken ||= wasBroken;
    out.push(decoded ?? run.map(({ between, written }, index) => (index === 0 ? written : between + written)).join(''));
    run = [];
  };
  for (const match of text.matchAll(encodedWord)) {
    const between = text.slice(at, match.index);
    const word: Word = { charset: (match[1] ?? '').split('*')[0]?.toLowerCase() ?? '', encoding: (match[2] ?? '').toUpperCase(), written: match[0], between, bytes: bytesOf(match[2] ?? '', match[3] ?? '') };
    const before = run.at(-1);
    if (before !== undefined && (!/^[ \t]*$/.test(between) || before.charset !== word.charset || before.encoding !== word.encoding)) flush();
    run.push(word);
    at = match.index + match[0].length;
  }
  flush();
  out.push(text.slice(at));
  return { text: out.join(''), isBroken };
}

function decodeRun(run: readonly Word[]): string | null {
  const decoder = decodingOf(run[0]?.charset ?? '');
  if (decoder === null || run.some(({ bytes }) => bytes === null)) return null;
  const together = decodeWhole(decoder, joinedBytes(run.map(({ bytes }) => bytes ?? new Uint8Array(0))));
  if (together !== null) return together;
  // Each may be whole alone, in an encoding with shifts.
  const each = run.map(({ bytes }) => decodeWhole(decoder, bytes ?? new Uint8Array(0)));
  return each.every((one) => one !== null) ? each.join('') : null;
}

function decodeWhole(decoder: { decode(bytes: Uint8Array): string }, bytes: Uint8Array): string | null {
  const text = decoder.decode(bytes);
  // What a header cannot hold must not come in through a word: line ends and other control characters become spaces.
  return text.includes('\ufffd') ? null : text.replace(/[\u0000-\u001f\u007f]/g, ' ');
}

function bytesOf(encoding: string, written: string): Uint8Array | null {
  if (encoding.toUpperCase() === 'B') {
    const decoded = decodeBase64(charactersAsBytes(written));
    return decoded.isSound ? decoded.bytes : null;
  }
  if (/[^\u0000-\u007f]/.test(written)) return null;
  const out = new Uint8Array(written.length);
  let length = 0;
  for (let at = 0; at < written.length; at += 1) {
    const character = written[at];
    const hex = character === '=' ? written.slice(at + 1, at + 3) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(hex)) at += 2;
    out[length] = /^[0-9A-Fa-f]{2}$/.test(hex) ? Number.parseInt(hex, 16) : character === '_' ? 0x20 : written.charCodeAt(at);
    length += 1;
  }
  return out.subarray(0, length);
}
