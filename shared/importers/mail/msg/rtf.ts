import { decodingOf } from '../../bytes/charsets';
import { rtfCharacters, rtfCharsets, rtfUnit } from '../../rtf/rtf-characters';
import { readRtfTokens, type RtfTokens } from '../../rtf/rtf-tokens';

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
const words: Readonly<Record<string, string>> = { ...rtfCharacters, par: '\r\n', line: '\r\n' };
const deepest = 1000;

/** Reads RTF as Outlook wraps a mail's HTML or text in it; at most `mostChars` come out. Without recursion. */
export function readRtf(bytes: Uint8Array, mostChars: number): ReadRtf {
  const reading = new RtfReading(mostChars);
  readRtfTokens(bytes, reading);
  return reading.result();
}

class RtfReading implements RtfTokens {
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

  isDone(): boolean { return this.#chars >= this.#mostChars; }

  binary(): void { /* Nothing of it is words. */ }

  open(): void {
    this.#flush();
    this.#toPass = 0;
    if (this.#outer.length >= deepest) this.#tooDeep += 1;
    else {
      this.#outer.push(this.#group);
      this.#group = { ...this.#group };
    }
  }

  close(): void {
    this.#flush();
    [this.#toPass, this.#isIgnorable] = [0, false];
    if (this.#tooDeep > 0) this.#tooDeep -= 1;
    else this.#group = this.#outer.pop() ?? this.#group;
  }

  symbol(symbol: string): void {
    if (symbol === '*') this.#isIgnorable = true;
    else if (symbol === '~') this.#text(this.#kind === 'html' ? '&nbsp;' : '\u00a0');
    else if (symbol === '_') this.#text(this.#kind === 'html' ? '&shy;' : '\u00ad');
    else if (symbol === '\n' || symbol === '\r') this.#text('\r\n');
  }

  word(word: string, value: number | null): void {
    const wasIgnorable = this.#isIgnorable;
    this.#isIgnorable = false;
    const group = this.#group;
    if (word === 'u') {
      this.#text(rtfUnit(value));
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
    else if (word === 'fcharset' && group.isFontTable) this.#fonts.set(this.#font, rtfCharsets[value ?? 0] ?? this.#defaultPage);
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

  byte(byte: number): void {
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
