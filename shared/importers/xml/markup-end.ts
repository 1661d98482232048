import type { Units } from './code-units';

export type Terminated = 'comment' | 'instruction' | 'cdata' | 'declaration';

const endings: Readonly<Record<Exclude<Terminated, 'declaration'>, readonly number[]>> = { comment: [0x2d, 0x2d, 0x3e], instruction: [0x3f, 0x3e], cdata: [0x5d, 0x5d, 0x3e] };
const openings: Readonly<Record<Terminated, number>> = { comment: 4, instruction: 2, cdata: 9, declaration: 2 };

/** Looks for where a comment, an instruction, a CDATA section or a declaration ends, as its units come. */
export class MarkupEnd {
  readonly #what: Terminated;
  #toSkip: number;
  /** Within a declaration: the quote that is open, whether its internal subset is, and a comment in that. */
  #quote = 0;
  #inSubset = false;
  #inComment = false;

  constructor(what: Terminated) {
    this.#what = what;
    this.#toSkip = openings[what];
  }

  /** Up to where it goes, as far as can be told; `isEnd`: it ends there. */
  find(units: Units, from: number): { to: number; isEnd: boolean } {
    const start = Math.min(from + this.#toSkip, units.length);
    this.#toSkip -= start - from;
    return this.#what === 'declaration' ? this.#findDeclaration(units, start) : find(units, start, endings[this.#what]);
  }

  /** `<!DOCTYPE name [ … ]>`: its `>` outside quotes and outside the brackets. */
  #findDeclaration(units: Units, from: number): { to: number; isEnd: boolean } {
    for (let at = from; at < units.length; at += 1) {
      const unit = units[at] ?? 0;
      if (this.#inComment) {
        const { to, isEnd } = find(units, at, endings.comment);
        if (!isEnd) return { to, isEnd };
        this.#inComment = false;
        at = to - 1;
      } else if (this.#quote !== 0) {
        if (unit === this.#quote) this.#quote = 0;
      } else if (this.#inSubset && unit === 0x3c) {
        if (at + 4 > units.length) return { to: at, isEnd: false };
        if (units[at + 1] === 0x21 && units[at + 2] === 0x2d && units[at + 3] === 0x2d) {
          this.#inComment = true;
          at += 3;
        }
      } else if (unit === 0x22 || unit === 0x27) this.#quote = unit;
      else if (unit === 0x5b) this.#inSubset = true;
      else if (unit === 0x5d) this.#inSubset = false;
      else if (unit === 0x3e && !this.#inSubset) return { to: at + 1, isEnd: true };
    }
    return { to: units.length, isEnd: false };
  }
}

function find(units: Units, from: number, ending: readonly number[]): { to: number; isEnd: boolean } {
  const first = ending[0] ?? 0;
  for (let at = units.indexOf(first, from); at >= 0; at = units.indexOf(first, at + 1)) {
    if (at + ending.length > units.length) return { to: at, isEnd: false };
    if (ending.every((unit, after) => units[at + after] === unit)) return { to: at + ending.length, isEnd: true };
  }
  return { to: units.length, isEnd: false };
}
