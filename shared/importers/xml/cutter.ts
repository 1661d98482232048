import { CodeUnits, joinUnits, textOf, type Units } from './code-units';
import type { LeftOver, XmlEvent } from './events';
import { LongTag, type XmlLimits } from './long-tag';
import { MarkupEnd, type Terminated } from './markup-end';
import { Stretch, isBlankUnit, type Place } from './stretch';
import { beginsMarkup, readTag, type Tag } from './tag';

const lessThan = 0x3c;
const lineFeed = 0x0a;

export const xmlLimits: XmlLimits = { tagUnits: 256 * 1024, valueUnits: 32 * 1024, heldUnits: 1024 * 1024 };

/** Character data is given in stretches of at most so many code units. */
const textUnits = 64 * 1024;
/** What `<!DOCTYPE` and `<![CDATA[` are told by. */
const tellingUnits = 9;

/** A comment or the like, up to its end. */
interface PassedOver {
  readonly stretch: Stretch;
  readonly what: LeftOver['what'];
  readonly end: MarkupEnd;
}

/**
 * Cuts XML into its tags, as the bytes come, each with its place. It holds no more than one tag, and of a tag no long value: these are handed on in pieces. It knows no document: what is open, and
 * what belongs where, is for whoever takes the tags; nothing is nested here.
 *
 * Ours because no library has what is needed: saxes and sax count characters of strings, not bytes, hold every value whole, and stop at or replace the surrogate references that Android writes for emoji;
 * htmlparser2 hands values on in pieces, but counts characters too and makes U+FFFD of those references. What the standard (XML 1.0) forbids and exports have anyway is taken as it is meant: surrogates by
 * halves (references.ts), control characters, a `<` in a value that does not begin like a tag. A `<` in a value that does begins the next tag, and the one before is broken: what is cut or damaged costs
 * one element. A document type is one stretch that is not read.
 */
export class XmlCutter {
  readonly #codeUnits = new CodeUnits();
  readonly #limits: XmlLimits;
  #events: XmlEvent[] = [];
  #held: Units = new Uint8Array(0);
  /** Where in `#held` what was not taken begins. */
  #at = 0;
  /** Units before `#held`. */
  #before = 0;
  #line = 1;
  #nextLine = -1;
  #isLast = false;
  #declaredOneByte = false;
  #text: Stretch | null = null;
  #long: LongTag | null = null;
  #until: PassedOver | null = null;
  /** How far the tag at `#at` was looked at, from `#at`, and within which quote. */
  #seen = { units: 1, quote: 0 };

  constructor(limits: XmlLimits = xmlLimits) {
    this.#limits = limits;
  }

  /** What can be told from these bytes and those before. */
  push(bytes: Uint8Array): XmlEvent[] {
    return this.#take(bytes, false);
  }

  /** What is left when nothing comes any more. */
  end(): XmlEvent[] {
    return this.#take(new Uint8Array(0), true);
  }

  #take(bytes: Uint8Array, isLast: boolean): XmlEvent[] {
    const units = this.#codeUnits.push(bytes, isLast);
    this.#before += this.#at;
    this.#held = joinUnits(this.#held.subarray(this.#at), units);
    this.#at = 0;
    this.#nextLine = this.#held.indexOf(lineFeed);
    this.#isLast = isLast;
    this.#events = [];
    while (this.#at < this.#held.length && this.#step()) continue;
    if (isLast) this.#finish();
    return this.#events;
  }

  /** False when more must come first. */
  #step(): boolean {
    if (this.#until !== null) return this.#passOver(this.#until);
    if (this.#long !== null) return this.#readOn(this.#long);
    const start = this.#held.indexOf(lessThan, this.#at);
    if (start !== this.#at) return this.#takeText(start < 0 ? this.#held.length : start);
    if (this.#held.length - this.#at < tellingUnits && !this.#isLast) return false;
    const kind = this.#held[this.#at + 1] ?? 0;
    if (!beginsMarkup(kind)) return this.#takeText(this.#at + 1);
    this.#endText();
    if (kind !== 0x21 && kind !== 0x3f) return this.#readTag();
    const opening = textOf(this.#held.subarray(this.#at, this.#at + tellingUnits), false);
    const terminated: Terminated = kind === 0x3f ? 'instruction' : opening.startsWith('<!--') ? 'comment' : opening.startsWith('<![CDATA[') ? 'cdata' : 'declaration';
    this.#until = { stretch: this.#stretch(), what: terminated === 'cdata' ? 'text' : terminated, end: new MarkupEnd(terminated) };
    return true;
  }

  #takeText(end: number): boolean {
    let from = this.#at;
    if (this.#text === null) {
      while (from < end && isBlankUnit(this.#held[from] ?? 0)) from += 1;
      this.#consume(from);
      if (from === end) return true;
      this.#text = this.#stretch();
    }
    const to = Math.min(end, from + textUnits - this.#text.units);
    this.#text.add(this.#held, from, to);
    this.#consume(to);
    if (this.#text.units >= textUnits) this.#endText();
    return true;
  }

  #endText(): void {
    if (this.#text !== null) this.#leaveOver('text', this.#text);
    this.#text = null;
  }

  #passOver(until: PassedOver): boolean {
    const { to, isEnd } = until.end.find(this.#held, this.#at);
    until.stretch.add(this.#held, this.#at, to);
    const isMoving = to > this.#at;
    this.#consume(to);
    if (!isEnd) return isMoving;
    this.#until = null;
    this.#leaveOver(until.what, until.stretch);
    return true;
  }

  /** A tag that is whole in what is held, or too long to be. */
  #readTag(): boolean {
    const held = this.#held;
    const most = this.#at + this.#limits.tagUnits;
    let { quote } = this.#seen;
    let at = this.#at + this.#seen.units;
    for (; at < held.length && at < most; at += 1) {
      const unit = held[at] ?? 0;
      if (quote === 0) {
        if (unit === 0x22 || unit === 0x27) quote = unit;
        else if (unit === 0x3e) return this.#endTag(at + 1);
        else if (unit === lessThan) return this.#breakTag(at);
      } else if (unit === quote) quote = 0;
      else if (unit === lessThan) {
        if (at + 1 >= held.length && !this.#isLast) break;
        if (beginsMarkup(held[at + 1] ?? 0)) return this.#breakTag(at);
      }
    }
    if (at < most) {
      if (this.#isLast) return this.#breakTag(held.length);
      this.#seen = { units: at - this.#at, quote };
      return false;
    }
    this.#seen = { units: 1, quote: 0 };
    this.#long = new LongTag(this.#stretch(), this.#limits, this.#declaredOneByte);
    return true;
  }

  #endTag(end: number): boolean {
    const text = textOf(this.#held.subarray(this.#at, end), this.#declaredOneByte);
    const tag = readTag(text);
    if (tag === null) return this.#breakTag(end);
    const { offset, line } = this.#stretch();
    const place = { offset, length: (end - this.#at) * this.#codeUnits.unitBytes, line };
    this.#seen = { units: 1, quote: 0 };
    this.#consume(end);
    this.#give(tag, text, place, none);
    return true;
  }

  #breakTag(end: number): boolean {
    this.#seen = { units: 1, quote: 0 };
    const stretch = this.#stretch();
    stretch.add(this.#held, this.#at, end);
    this.#consume(end);
    this.#leaveOver('broken', stretch);
    return true;
  }

  #readOn(long: LongTag): boolean {
    const { to, is, value } = long.step(this.#held, this.#at, this.#isLast);
    if (value !== undefined) this.#events.push(value);
    this.#consume(to);
    if (is === 'waiting') return false;
    if (is === 'on') return true;
    this.#long = null;
    const tag = is === 'ended' ? long.end() : null;
    if (tag === null) this.#leaveOver('broken', long.stretch);
    else this.#give(tag, long.stretch.source(this.#declaredOneByte), long.stretch.place(this.#codeUnits.unitBytes), long.long);
    return true;
  }

  #give(tag: Tag, source: string, place: Place, long: ReadonlySet<string>): void {
    const { name, attributes, isRepeated, isEmpty } = tag;
    this.#events.push(tag.isClosing ? { event: 'close', name, source, ...place } : { event: 'open', name, attributes, long, isRepeated, isEmpty, source, ...place });
  }

  #leaveOver(what: LeftOver['what'], stretch: Stretch): void {
    const source = stretch.source(this.#declaredOneByte);
    if (what === 'instruction') this.#declaredOneByte ||= /^<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["'](?:iso-8859-1|iso-8859-15|latin1|windows-1252|us-ascii)["']/i.test(source);
    this.#events.push({ event: 'left-over', what, source, ...stretch.place(this.#codeUnits.unitBytes) });
  }

  #finish(): void {
    this.#endText();
    const unfinished = this.#until?.stretch ?? this.#long?.stretch;
    if (unfinished === undefined) return;
    unfinished.add(this.#held, this.#at, this.#held.length);
    this.#leaveOver('broken', unfinished);
  }

  #stretch(): Stretch {
    return new Stretch((this.#before + this.#at) * this.#codeUnits.unitBytes + this.#codeUnits.markBytes, this.#line);
  }

  #consume(to: number): void {
    while (this.#nextLine >= 0 && this.#nextLine < to) {
      this.#line += 1;
      this.#nextLine = this.#held.indexOf(lineFeed, this.#nextLine + 1);
    }
    this.#at = to;
  }
}

const none: ReadonlySet<string> = new Set();
