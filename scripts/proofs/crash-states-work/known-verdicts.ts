import type { DiskImage } from '../../../electron/vault/store/testing/memory-disk';
import { contentDigest, type CrashState } from '../../../electron/vault/store/testing/power-loss';
import type { Verdict } from './judge';
import { isBeside } from './lock';

interface Known {
  /** Bytes that the verdict rests on. */
  read: readonly (readonly [string, string])[];
  verdict: Verdict;
}

const digestAt = (image: DiskImage, path: string): string => {
  const content = image.get(path);
  return content ? contentDigest(content) : '';
};

/**
 * Verdicts on states seen before. A state with the same names as one that was opened, and the same bytes in every file that was read then, need
 * not be opened again: opening could not tell them apart. (Most such differ in a half-written temporary, which is removed unread.)
 */
export class KnownVerdicts {
  private readonly byDigest = new Map<string, Verdict>();
  private readonly byNames = new Map<string, Known[]>();

  /** Distinct states. */
  get size(): number {
    return this.byDigest.size;
  }

  find(state: CrashState): Verdict | undefined {
    const same = this.byDigest.get(state.digest);
    if (same) return same;
    const known = this.byNames.get(namesOf(state.image))?.find(({ read }) => read.every(([path, digest]) => digestAt(state.image, path) === digest));
    if (known) this.byDigest.set(state.digest, known.verdict);
    return known?.verdict;
  }

  add(state: CrashState, verdict: Verdict): void {
    this.byDigest.set(state.digest, verdict);
    const names = namesOf(state.image);
    const read = [...verdict.read].filter((path) => !isBeside(path)).map((path) => [path, digestAt(state.image, path)] as const);
    this.byNames.set(names, [...(this.byNames.get(names) ?? []), { read, verdict }]);
  }
}

function namesOf(image: DiskImage): string {
  return [...image.keys()].sort().join('\n');
}
