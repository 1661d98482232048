import type { Chance } from '../../electron/vault/store/testing/power-loss';

/** Chance that can be repeated: the same seed gives the same numbers (mulberry32). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const upTo = (chance: Chance, count: number): number => Math.floor(chance() * count);

export function oneOf<T>(chance: Chance, all: readonly T[]): T | undefined {
  return all[upTo(chance, all.length)];
}
