/**
 * What the strings in a page's drawing instructions say (ISO 32000-2, 7.3.4), all in a row: as they are in simple faces, and as UTF-16. With nothing between them and with a blank, as a line may be drawn letter by letter or word by word.
 * Faces that number their letters otherwise are not told here: there the bytes are no words to anybody either.
 */
export function stringsWritten(drawing: Uint8Array): string[] {
  const bytes = [...stringsOf(drawing)];
  const simple = bytes.map((one) => Buffer.from(one).toString('latin1'));
  const wide = bytes.map((one) => (one.length > 1 && one.length % 2 === 0 ? Buffer.from(one).swap16().toString('utf16le') : ''));
  return [simple.join(''), simple.join(' '), wide.join(''), wide.join(' ')];
}

const open = 0x28;
const close = 0x29;
const backslash = 0x5c;
const less = 0x3c;
const more = 0x3e;
const percent = 0x25;
const escapes: Readonly<Record<number, number>> = { 0x6e: 0x0a, 0x72: 0x0d, 0x74: 0x09, 0x62: 0x08, 0x66: 0x0c };

function* stringsOf(bytes: Uint8Array): Generator<number[]> {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === percent) while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
    else if (byte === less && bytes[at + 1] === less) at += 1;
    else if (byte === less) {
      const end = bytes.indexOf(more, at);
      if (end < 0) return;
      const digits = Buffer.from(bytes.subarray(at + 1, end)).toString('latin1').replace(/[^0-9A-Fa-f]/g, '');
      yield [...Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex')];
      at = end;
    } else if (byte === open) {
      const { string, end } = literal(bytes, at + 1);
      yield string;
      at = end;
    }
  }
}

function literal(bytes: Uint8Array, start: number): { string: number[]; end: number } {
  const string: number[] = [];
  let depth = 1;
  let at = start;
  for (; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === backslash) {
      const next = bytes[at + 1] ?? 0;
      if (next >= 0x30 && next <= 0x37) {
        let length = 1;
        while (length < 3 && (bytes[at + 1 + length] ?? 0) >= 0x30 && (bytes[at + 1 + length] ?? 0) <= 0x37) length += 1;
        string.push(Number.parseInt(Buffer.from(bytes.subarray(at + 1, at + 1 + length)).toString('latin1'), 8) & 0xff);
        at += length;
      } else {
        // A line end after a backslash is none.
        if (next === 0x0d && bytes[at + 2] === 0x0a) at += 1;
        else if (next !== 0x0a && next !== 0x0d) string.push(escapes[next] ?? next);
        at += 1;
      }
      continue;
    }
    if (byte === open) depth += 1;
    if (byte === close && --depth === 0) break;
    string.push(byte);
  }
  return { string, end: at };
}
