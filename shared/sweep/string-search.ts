/**
 * Finds many strings in one pass over a text (A. Aho and M. Corasick, 1975). Our own sixty lines: the packages of that name are unkept since 2017 or give JavaScript objects for each state, some fifty times slower over the megabytes of a bundle.
 */
export class StringSearch {
  readonly #classOf = new Map<number, number>();
  readonly #lowClasses = new Int16Array(128);
  readonly #next: Int32Array;
  readonly #width: number;
  /** For each state, which strings end there. */
  readonly #ends: (readonly number[])[];
  readonly #lengths: readonly number[];

  /** Empty strings are found nowhere. `alike`: signs that count as another one, in the strings and in the text. */
  constructor(strings: readonly string[], alike: Readonly<Record<string, string>> = {}) {
    const asks = (sign: string): number => {
      const code = (alike[sign] ?? sign).charCodeAt(0);
      if (!this.#classOf.has(code)) this.#classOf.set(code, this.#classOf.size + 1);
      return this.#classOf.get(code) ?? 0;
    };
    let classes = 0;
    for (const string of strings) for (let at = 0; at < string.length; at += 1) classes = Math.max(classes, asks(string.charAt(at)));
    for (const [sign, as] of Object.entries(alike)) {
      const which = this.#classOf.get(as.charCodeAt(0));
      if (which !== undefined) this.#classOf.set(sign.charCodeAt(0), which);
    }
    for (const [code, which] of this.#classOf) if (code < 128) this.#lowClasses[code] = which;
    this.#width = classes + 1;
    this.#lengths = strings.map(({ length }) => length);
    const most = 1 + strings.reduce((sum, { length }) => sum + length, 0);
    this.#next = new Int32Array(most * this.#width).fill(-1);
    const ends: number[][] = [[]];
    for (const [index, string] of strings.entries()) {
      if (string === '') continue;
      let state = 0;
      for (let at = 0; at < string.length; at += 1) {
        const place = state * this.#width + this.#classAt(string.charCodeAt(at));
        let to = this.#next[place] ?? -1;
        if (to < 0) {
          to = ends.length;
          ends.push([]);
          this.#next[place] = to;
        }
        state = to;
      }
      ends[state]?.push(index);
    }
    this.#ends = ends;
    this.#joinFailures(ends);
  }

  /** Calls `found` for every occurrence, overlapping ones too, in the order of their ends. */
  search(text: string, found: (index: number, start: number, end: number) => void): void {
    const [next, width, low, ends] = [this.#next, this.#width, this.#lowClasses, this.#ends];
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const which = code < 128 ? (low[code] ?? 0) : (this.#classOf.get(code) ?? 0);
      state = which === 0 ? 0 : (next[state * width + which] ?? 0);
      const here = ends[state];
      if (here === undefined || here.length === 0) continue;
      for (const index of here) found(index, at + 1 - (this.#lengths[index] ?? 0), at + 1);
    }
  }

  #classAt(code: number): number {
    return this.#classOf.get(code) ?? 0;
  }

  /** Turns the tree into a machine that never goes back: a missing step leads where the longest ending that is a beginning leads. */
  #joinFailures(ends: number[][]): void {
    const failure = new Int32Array(ends.length);
    const waiting: number[] = [];
    for (let which = 0; which < this.#width; which += 1) {
      const to = this.#next[which] ?? -1;
      if (to < 0) this.#next[which] = 0;
      else waiting.push(to);
    }
    for (let first = 0; first < waiting.length; first += 1) {
      const state = waiting[first] ?? 0;
      const fallback = failure[state] ?? 0;
      ends[state]?.push(...(ends[fallback] ?? []));
      for (let which = 0; which < this.#width; which += 1) {
        const place = state * this.#width + which;
        const otherwise = this.#next[fallback * this.#width + which] ?? 0;
        const to = this.#next[place] ?? -1;
        if (to < 0) this.#next[place] = otherwise;
        else {
          failure[to] = otherwise;
          waiting.push(to);
        }
      }
    }
  }
}
