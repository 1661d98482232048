import { joinUnits, textOf, wholeCharacters, type Units } from './code-units';
import type { LongValue } from './events';
import { ReferenceReader } from './references';
import type { Stretch } from './stretch';
import { beginsMarkup, readTag, type Tag } from './tag';

export interface XmlLimits {
  /** A tag of no more code units is read at once. */
  readonly tagUnits: number;
  /** Within a longer tag, values of more code units are handed on in pieces of about as many. */
  readonly valueUnits: number;
  /** What is held of such a tag beside its long values; beyond this it is broken. */
  readonly heldUnits: number;
}

/** What follows in a tag: it goes on, more units must come first, it ends before `to`, or `<` begins another before it has ended. */
interface Step {
  readonly to: number;
  readonly is: 'on' | 'waiting' | 'ended' | 'broken';
  readonly value?: LongValue;
}

interface ValueBegun {
  readonly before: Tag;
  readonly attribute: string;
  readonly references: ReferenceReader;
  isFirst: boolean;
}

/** A tag too long to be held: all of it but its long values is kept, and these are handed on in pieces. */
export class LongTag {
  readonly long = new Set<string>();
  #kept: Units = new Uint8Array(0);
  #isOverfull = false;
  #quote = 0;
  #value: ValueBegun | null = null;

  constructor(readonly stretch: Stretch, readonly limits: XmlLimits, readonly declaredOneByte: boolean) {}

  /** Takes one more step into `held`, whose units up to `at` are done with. */
  step(held: Units, at: number, isLast: boolean): Step {
    const step = this.#quote === 0 ? this.#between(held, at) : this.#within(held, at, isLast);
    this.stretch.add(held, at, step.to);
    return step;
  }

  /** The tag without its long values; null where it is none. */
  end(): Tag | null {
    return this.#isOverfull ? null : readTag(textOf(this.#kept, this.declaredOneByte));
  }

  #between(held: Units, from: number): Step {
    // The tag's own `<` is not another's.
    for (let at = this.#kept.length === 0 && !this.#isOverfull ? from + 1 : from; at < held.length; at += 1) {
      const unit = held[at] ?? 0;
      if (unit === 0x3c) return { to: at, is: 'broken' };
      if (unit !== 0x3e && unit !== 0x22 && unit !== 0x27) continue;
      this.#keep(held, from, at + 1);
      if (unit === 0x3e) return { to: at + 1, is: 'ended' };
      this.#quote = unit;
      return { to: at + 1, is: 'on' };
    }
    this.#keep(held, from, held.length);
    return { to: held.length, is: 'waiting' };
  }

  #within(held: Units, from: number, isLast: boolean): Step {
    const quote = this.#quote;
    const most = from + this.limits.valueUnits;
    const near = held.subarray(from, most);
    const close = near.indexOf(quote);
    let at = close < 0 ? from + near.length : from + close;
    for (let other = near.indexOf(0x3c); other >= 0 && from + other < at; other = near.indexOf(0x3c, other + 1)) {
      const next = from + other + 1;
      if (next >= held.length && !isLast) return { to: from, is: 'waiting' };
      if (beginsMarkup(held[next] ?? 0)) return { to: from + other, is: 'broken' };
    }
    const isWhole = close >= 0;
    if (!isWhole && at < most) return isLast ? { to: at, is: 'broken' } : { to: from, is: 'waiting' };
    if (!isWhole) at = wholeCharacters(held, from, this.limits.valueUnits);
    if (isWhole) this.#quote = 0;
    if (isWhole && this.#value === null) {
      this.#keep(held, from, at + 1);
      return { to: at + 1, is: 'on' };
    }
    const value = this.#piece(textOf(held.subarray(from, at), this.declaredOneByte), isWhole, quote);
    if (isWhole) this.#keep(held, at, at + 1);
    return { to: isWhole ? at + 1 : at, is: 'on', value };
  }

  #piece(text: string, isLast: boolean, quote: number): LongValue | undefined {
    this.#value ??= this.#beginValue(quote);
    if (this.#value === null) return undefined;
    const { before, attribute, references, isFirst } = this.#value;
    this.#value.isFirst = false;
    if (isLast) this.#value = null;
    return { event: 'value', name: before.name, attribute, before: before.attributes, text: references.push(text, isLast), isFirst, isLast };
  }

  /** Which attribute's value begins here; null where what stands before is no tag, and so this one is none. */
  #beginValue(quote: number): ValueBegun | null {
    const before = this.#isOverfull ? null : readTag(`${textOf(this.#kept, this.declaredOneByte)}${String.fromCharCode(quote)}>`);
    const attribute = before === null || before.isRepeated ? undefined : [...before.attributes.keys()].at(-1);
    if (before === null || attribute === undefined) {
      this.#overfill();
      return null;
    }
    before.attributes.delete(attribute);
    this.long.add(attribute);
    return { before, attribute, references: new ReferenceReader(), isFirst: true };
  }

  #keep(held: Units, from: number, to: number): void {
    if (this.#kept.length + to - from > this.limits.heldUnits) this.#overfill();
    if (!this.#isOverfull) this.#kept = joinUnits(this.#kept, held.slice(from, to));
  }

  #overfill(): void {
    this.#isOverfull = true;
    this.#kept = new Uint8Array(0);
  }
}
