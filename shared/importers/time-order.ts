import { dayNumber } from '../dates/calendar';

/**
 * Which of the heads that a text export seems to hold stand out of the order of time. An export that is sorted by time and escapes nothing can be forged by whoever writes a message that
 * looks like the head of another one; a forged head that does not know when it will be sent breaks the order. The longest run in order is taken for the real one. Clocks go back at night,
 * so within one night (21:00 to 05:00) no order is asked.
 */
export class TimeOrder {
  #keys = new Uint32Array(1024);
  #count = 0;
  #isInOrder = true;

  /** `at`: wall clock `YYYY-MM-DDTHH:MM:SS`, in the order of the source. */
  add(at: string): void {
    if (this.#count >= mostHeads) return;
    if (this.#count === this.#keys.length) {
      const larger = new Uint32Array(this.#count * 2);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    const key = keyOf(at);
    if (this.#count > 0 && key < (this.#keys[this.#count - 1] ?? 0)) this.#isInOrder = false;
    this.#keys[this.#count] = key;
    this.#count += 1;
  }

  /** Places (counted from 0, as they were added) of those out of order; none where so many are that the source is not sorted at all, or there are too many heads to tell. */
  outOfOrder(): ReadonlySet<number> {
    if (this.#isInOrder || this.#count >= mostHeads) return new Set();
    const inOrder = longestRun(this.#keys.subarray(0, this.#count));
    if (this.#count - inOrder.size > Math.max(5, this.#count / 50)) return new Set();
    const out = new Set<number>();
    for (let place = 0; place < this.#count; place += 1) if (!inOrder.has(place)) out.add(place);
    return out;
  }
}

const mostHeads = 2_000_000;

/** Minutes since 1970, with every minute of a night made one. */
function keyOf(at: string): number {
  const day = dayNumber({ year: Number(at.slice(0, 4)), month: Number(at.slice(5, 7)), day: Number(at.slice(8, 10)) });
  const minute = Number(at.slice(11, 13)) * 60 + Number(at.slice(14, 16));
  const night = 21 * 60;
  const inDay = minute >= night ? night : minute < 5 * 60 ? night - 1440 : minute;
  return Math.max(0, day * 1440 + inDay);
}

/** Places of a longest run that never falls (patience sorting, n log n). Of two as long, the one that ends lower. */
function longestRun(keys: Uint32Array): Set<number> {
  const ends: number[] = [];
  const before = new Int32Array(keys.length).fill(-1);
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] ?? 0;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((keys[ends[middle] ?? 0] ?? 0) <= key) low = middle + 1;
      else high = middle;
    }
    if (low > 0) before[place] = ends[low - 1] ?? -1;
    ends[low] = place;
  }
  const run = new Set<number>();
  for (let place = ends.at(-1) ?? -1; place >= 0; place = before[place] ?? -1) run.add(place);
  return run;
}
