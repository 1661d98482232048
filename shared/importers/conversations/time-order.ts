import { dayNumber } from '../../dates/calendar';

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

  /**
   * Places (counted from 0, as they were added) of those out of order: all that are earlier than the first head of all, which nobody can have forged; and stretches that stand against at least
   * three times as many in order. What stands against fewer is left as it is: of two stretches nearly as long nobody can say which is forged, and a message swallowed by another one is worse
   * than one too many. None where the order breaks in more than five places and more than one in fifty: then the source is not sorted.
   */
  outOfOrder(): ReadonlySet<number> {
    if (this.#isInOrder || this.#count >= mostHeads) return new Set();
    const keys = this.#keys.subarray(0, this.#count);
    const first = keys[0] ?? 0;
    const inOrder = longestRun(keys, first);
    const out = new Set<number>();
    let breaks = 0;
    for (let from = 0; from < keys.length; from += 1) {
      if (inOrder.has(from)) continue;
      const isForged = (place: number): boolean => (keys[place] ?? 0) < first;
      let to = from;
      while (to + 1 < keys.length && !inOrder.has(to + 1) && isForged(to + 1) === isForged(from)) to += 1;
      breaks += 1;
      if (isForged(from) || against(keys, inOrder, from, to) >= 3 * (to - from + 1)) for (let place = from; place <= to; place += 1) out.add(place);
      from = to;
    }
    return breaks > Math.max(5, keys.length / 50) ? new Set() : out;
  }
}

/** How many in order a stretch stands against: those before it that are later than its earliest, and those behind it that are earlier than its latest; as many as matter. */
function against(keys: Uint32Array, inOrder: ReadonlySet<number>, from: number, to: number): number {
  const stretch = keys.subarray(from, to + 1);
  const enough = 3 * stretch.length;
  const [earliest, latest] = [stretch.reduce((least, key) => Math.min(least, key)), stretch.reduce((most, key) => Math.max(most, key))];
  let count = 0;
  for (let place = from - 1; place >= 0 && count < enough && (!inOrder.has(place) || (keys[place] ?? 0) > earliest); place -= 1) if (inOrder.has(place)) count += 1;
  for (let place = to + 1; place < keys.length && count < enough && (!inOrder.has(place) || (keys[place] ?? 0) < latest); place += 1) if (inOrder.has(place)) count += 1;
  return count;
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

/** Places of a longest run that never falls, of keys from `least` on (patience sorting, n log n). Of two as long, the one that ends lower. */
function longestRun(keys: Uint32Array, least: number): Set<number> {
  const ends: number[] = [];
  const before = new Int32Array(keys.length).fill(-1);
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] ?? 0;
    if (key < least) continue;
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
