const named: ReadonlyMap<string, string> = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"]]);
/** `&#x10FFFF;` with room for zeros in front. What is longer is no reference. */
const longestReference = 16;

/**
 * Resolves the references of an attribute's value, which may come in pieces: the five named ones of XML and numbers. Two references that are the halves of one character, as Java writes emoji
 * (`&#55357;&#56832;`; no XML by the standard), become that character. Whatever else begins with `&` (an entity of a DTD, a half alone, number 0, a number beyond Unicode) stays as it is written.
 */
export class ReferenceReader {
  #held = '';

  push(piece: string, isLast: boolean): string {
    if (this.#held === '' && !piece.includes('&')) return piece;
    const text = this.#held + piece;
    const { read, rest } = resolve(text, isLast);
    this.#held = rest;
    return read;
  }
}

/** The same for a value that is whole. */
export function withoutReferences(text: string): string {
  return text.includes('&') ? resolve(text, true).read : text;
}

/** `rest`: what may only be understood with what follows. */
function resolve(text: string, isLast: boolean): { read: string; rest: string } {
  let read = '';
  let at = 0;
  for (let start = text.indexOf('&'); start >= 0; start = text.indexOf('&', at)) {
    read += text.slice(at, start);
    const reference = referenceAt(text, start);
    if (reference === 'unfinished' && !isLast) return { read, rest: text.slice(start) };
    if (reference === 'unfinished' || reference === null) {
      read += '&';
      at = start + 1;
      continue;
    }
    at = reference.end;
    if (typeof reference.is === 'string') {
      read += reference.is;
      continue;
    }
    if (reference.is >= 0xd800 && reference.is <= 0xdbff) {
      const low = text[at] === '&' ? referenceAt(text, at) : at === text.length ? 'unfinished' : null;
      if (low === 'unfinished' && !isLast) return { read, rest: text.slice(start) };
      if (low !== null && low !== 'unfinished' && typeof low.is === 'number' && low.is >= 0xdc00 && low.is <= 0xdfff) {
        read += String.fromCharCode(reference.is, low.is);
        at = low.end;
        continue;
      }
    }
    read += isCharacter(reference.is) ? String.fromCodePoint(reference.is) : text.slice(start, at);
  }
  return { read: read + text.slice(at), rest: '' };
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

/** What stands at an `&`; null: no reference. `is`: what it says, or the number of a character. */
function referenceAt(text: string, start: number): { is: string | number; end: number } | 'unfinished' | null {
  const end = text.slice(start + 1, start + longestReference).indexOf(';');
  if (end < 0) return text.length < start + longestReference ? 'unfinished' : null;
  const body = text.slice(start + 1, start + 1 + end);
  const after = start + end + 2;
  const name = named.get(body);
  if (name !== undefined) return { is: name, end: after };
  const digits = /^#(?:x([0-9A-Fa-f]{1,12})|([0-9]{1,12}))$/.exec(body);
  if (digits === null) return null;
  return { is: digits[1] === undefined ? Number.parseInt(digits[2] ?? '', 10) : Number.parseInt(digits[1], 16), end: after };
}
