import { joinUnits, textOf, wholeCharacters, type Units } from './code-units';

/** Bytes of a file: where they are. `line` is 1-based and counts LF. */
export interface Place {
  readonly offset: number;
  readonly length: number;
  readonly line: number;
}

/** As much of a stretch's own text as is kept to be shown. */
const shownUnits = 2000;

/** A stretch of the file of any length, of which the beginning is kept. */
export class Stretch {
  #head: Units = new Uint8Array(0);
  #units = 0;

  constructor(readonly offset: number, readonly line: number) {}

  get units(): number {
    return this.#units;
  }

  add(units: Units, from: number, to: number): void {
    const room = shownUnits - this.#head.length;
    if (room > 0 && to > from) this.#head = joinUnits(this.#head, units.slice(from, Math.min(to, from + room)));
    this.#units += to - from;
  }

  /** Its text as it stands, as far as it is kept. */
  source(declaredOneByte: boolean): string {
    const end = this.#head.length < this.#units ? wholeCharacters(this.#head, 0, this.#head.length - 4) : this.#head.length;
    return textOf(this.#head.subarray(0, end), declaredOneByte);
  }

  place(unitBytes: number): Place {
    return { offset: this.offset, length: this.#units * unitBytes, line: this.line };
  }
}

export function isBlankUnit(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
