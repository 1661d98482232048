import { decodingOf } from '../../bytes/charsets';

export interface ReadRtf {
  /** `html`, `text`: what it was made of by Outlook, given back ([MS-OXRTFEX]). `rtf`: it is no wrapping; these are its words. */
  readonly kind: 'html' | 'text' | 'rtf';
  readonly text: string;
}

interface Group {
  /** Nothing of it is shown: a font table, a picture, a destination that is not known. */
  isSkipped: boolean;
  /** Within `htmltag`: what stands there is HTML as it was. */
  isTag: boolean;
  /** Between `\htmlrtf` and `\htmlrtf0`: what RTF readers need and HTML does not. */
  isForRtf: boolean;
  isFontTable: boolean;
  codePage: string;
  /** How many characters stand after `\u` for readers that do not know it. */
  fallback: number;
}

const skipped = new Set(['fonttbl', 'colortbl', 'stylesheet', 'info', 'pict', 'object', 'header', 'footer', 'headerl', 'headerr', 'footerl', 'footerr', 'footnote', 'listtable', 'listoverridetable', 'generator', 'themedata', 'datastore']);
const words: Readonly<Record<string, string>> = { par: '\r\n', line: '\r\n', tab: '\t', lquote: '\u2018', rquote: '\u2019', ldblquote: '\u201c', rdblquote: '\u201d', bullet: '\u2022', endash: '\u2013', emdash: '\u2014', emspace: '\u2003', enspace: '\u2002' };
/** `\fcharset` by code page (RTF 1.9.1, "Font Table"). */
const charsets: Readonly<Record<number, string>> = { 0: '1252', 77: '10000', 128: '932', 129: '949', 134: '936', 136: '950', 161: '1253', 162: '1254', 163: '1258', 177: '1255', 178: '1256', 186: '1257', 204: '1251', 222: '874', 238: '1250' };
const deepest = 1000;

/** Reads RTF as Outlook wraps a mail's HTML or text in it; at most `mostChars` come out. Without recursion. */
export function readRtf(bytes: Uint8Array, mostChars: number): ReadRtf {
  const reading = new RtfReading(mostChars);
  reading.read(bytes);
  return reading.result();
}

class RtfReading {
  readonly #out: string[] = [];
  readonly #mostChars: number;
  readonly #fonts = new Map<number, string>();
  readonly #outer: Group[] = [];
  #group: Group = { isSkipped: false, isTag: false, isForRtf: false, isFontTable: false, codePage: '1252', fallback: 1 };
  #defaultPage = '1252';
  #kind: ReadRtf['kind'] = 'rtf';
  #chars = 0;
  #tooDeep = 0;
  #bytes: number[] = [];
  #toPass = 0;
  #isIgnorable = false;
  #font = 0;

  constructor(mostChars: number) {
    this.#mostChars = mostChars;
  }

  result(): ReadRtf {
    this.#flush();
    return { kind: this.#kind, text: this.#out.join('') };
  }

  read(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && this.#chars < this.#mostChars; ) {
      const byte = bytes[at] ?? 0;
      if (byte === 0x7b) {
        this.#open();
        at += 1;
      } else if (byte === 0x7d) {
        this.#close();
        at += 1;
      } else if (byte === 0x5c) at = this.#control(bytes, at + 1);
      else {
        // Line ends are nothing in RTF.
        if (byte !== 0x0a && byte !== 0x0d && byte !== 0) this.#byte(byte);
        at += 1;
      }
    }
  }

  #open(): void {
    this.#flush();
    this.#toPass = 0;
    if (this.#outer.length >= deepest) this.#tooDeep += 1;
    else {
      this.#outer.push(this.#group);
      this.#group = { ...this.#group };
    }
  }

  #close(): void {
    this.#flush();
    [this.#toPass, this.#isIgnorable] = [0, false];
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else this.#group = this.#outer.pop() ?? this.#group;
  }

  /** A control word or symbol that begins after its backslash; gives where it ends. */
  #control(bytes: Uint8Array, start: number): number {
    let at = start;
    while (at < start + 32 && isLetter(bytes[at])) at += 1;
    if (at === start) return this.#symbol(bytes, start);
    const word = String.fromCharCode(...bytes.subarray(start, at));
    const digits = at;
    if (bytes[at] === 0x2d) at += 1;
    while (at < digits + 11 && isDigit(bytes[at])) at += 1;
    const written = String.fromCharCode(...bytes.subarray(digits, at));
    const value = /\d/.test(written) ? Number(written) : null;
    if (bytes[at] === 0x20) at += 1;
    if (word === 'bin') return at + Math.max(0, value ?? 0);
    this.#word(word, value);
    return at;
  }

  #symbol(bytes: Uint8Array, at: number): number {
    const symbol = String.fromCharCode(bytes[at] ?? 0);
    if (symbol === "'") {
      const code = Number.parseInt(String.fromCharCode(...bytes.subarray(at + 1, at + 3)), 16);
      if (!Number.isNaN(code)) this.#byte(code);
      return at + 3;
    }
    if (symbol === '*') this.#isIgnorable = true;
    else if (symbol === '~') this.#text(this.#kind === 'html' ? '&nbsp;' : '\u00a0');
    else if (symbol === '_') this.#text(this.#kind === 'html' ? '&shy;' : '\u00ad');
    else if (symbol === '\n' || symbol === '\r') this.#text('\r\n');
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.#byte(symbol.charCodeAt(0));
    return at + 1;
  }

  #word(word: string, value: number | null): void {
    const wasIgnorable = this.#isIgnorable;
    this.#isIgnorable = false;
    const group = this.#group;
    if (word === 'u') {
      this.#text(String.fromCharCode(((value ?? 0) + 0x10000) & 0xffff));
      this.#toPass = group.fallback;
      return;
    }
    this.#flush();
    if (word === 'fromhtml' && value !== 0) this.#kind = 'html';
    else if (word === 'fromtext') this.#kind = 'text';
    else if (word === 'ansicpg' && value !== null) this.#defaultPage = group.codePage = String(value);
    else if (word === 'uc') group.fallback = Math.min(Math.max(value ?? 1, 0), 10);
    else if (word === 'htmlrtf') group.isForRtf = value !== 0;
    else if (word === 'htmltag' && wasIgnorable) [group.isTag, group.isForRtf] = [true, false];
    else if (word === 'fonttbl') [group.isSkipped, group.isFontTable] = [true, true];
    else if (word === 'f') this.#useFont(value ?? 0);
    else if (word === 'fcharset' && group.isFontTable) this.#fonts.set(this.#font, charsets[value ?? 0] ?? this.#defaultPage);
    else if (wasIgnorable || skipped.has(word)) group.isSkipped = true;
    else if (words[word] !== undefined) this.#text(words[word]);
  }

  #useFont(font: number): void {
    if (this.#group.isFontTable) this.#font = font;
    else this.#group.codePage = this.#fonts.get(font) ?? this.#defaultPage;
  }

  get #isShown(): boolean {
    const { isSkipped, isForRtf } = this.#group;
    return !isSkipped && !(isForRtf && this.#kind !== 'rtf') && this.#tooDeep === 0;
  }

  #byte(byte: number): void {
    this.#isIgnorable = false;
    if (this.#toPass > 0) this.#toPass -= 1;
    else if (this.#isShown) this.#bytes.push(byte);
  }

  #text(text: string): void {
    this.#flush();
    if (!this.#isShown) return;
    this.#out.push(text);
    this.#chars += text.length;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    const text = decodingOf(this.#group.codePage)?.decode(bytes) ?? decodingOf('1252')?.decode(bytes) ?? '';
    this.#out.push(text);
    this.#chars += text.length;
  }
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a));
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
