import { decodeHTML } from 'entities';

/** As much as is kept of words that stand outside of everything that was asked for. */
const longestText = 2000;
const mostBytes = longestText * 4;

/** Gathers the words of a document between two places, with where the first begins and the last ends. */
export class OutsideWords {
  #kept = new Uint8Array(256);
  #length = 0;
  #start = -1;
  #end = -1;
  #heardTo = -1;
  #line = 0;

  /** Text at `start` of the document; `lineAt` says the line of a place. */
  hear(bytes: Uint8Array, start: number, lineAt: (offset: number) => number): void {
    let first = 0;
    while (first < bytes.length && isBlank(bytes[first])) first += 1;
    if (first === bytes.length && this.#start < 0) return;
    const isFirst = this.#start < 0;
    if (isFirst) {
      this.#start = start + first;
      this.#line = lineAt(this.#start);
    }
    let last = bytes.length;
    while (last > first && isBlank(bytes[last - 1])) last -= 1;
    if (last > first) this.#end = start + last;
    if (this.#heardTo >= 0 && this.#heardTo !== start) this.#keep(new Uint8Array([0x20]));
    this.#heardTo = start + bytes.length;
    this.#keep(isFirst ? bytes.subarray(first) : bytes);
  }

  /** What was heard, and nothing from then on; null where it was blank. */
  take(decode: (bytes: Uint8Array) => string): { text: string; line: number; offset: number; length: number } | null {
    const [offset, end, line] = [this.#start, this.#end, this.#line];
    const text = decodeHTML(decode(this.#kept.subarray(0, this.#length))).replace(/\s+/g, ' ').trim().slice(0, longestText).replace(/[\ud800-\udbff]$/, '');
    [this.#length, this.#start, this.#end, this.#heardTo] = [0, -1, -1, -1];
    return offset < 0 ? null : { text, line, offset, length: end - offset };
  }

  #keep(bytes: Uint8Array): void {
    const taken = bytes.subarray(0, mostBytes - this.#length);
    if (this.#length + taken.length > this.#kept.length) {
      const larger = new Uint8Array(Math.min(mostBytes, (this.#length + taken.length) * 2));
      larger.set(this.#kept.subarray(0, this.#length));
      this.#kept = larger;
    }
    this.#kept.set(taken, this.#length);
    this.#length += taken.length;
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === undefined || byte <= 0x20;
}
