import { createHash } from 'node:crypto';
import type { Ground } from './corruptions';
import { differences, sameContent, type VaultImage } from './images';

/** docs/FORMAT.md, "Header": revision, random bytes, and everything of the other compartment; a reader needs the rest. */
function ofNoMeaningToPlace(place: 0 | 1): (at: number) => boolean {
  const other = 1 - place;
  return (at) => (at >= 64 && at < 128) || (at >= 128 + other * 512 && at < 640 + other * 512) || (at >= 1152 && at < 3968) || (at >= 3968 + other * 32 && at < 4000 + other * 32) || (at >= 4032 && at < 4064);
}

function isForgedRandom(before: Uint8Array | undefined, after: Uint8Array | undefined, place: 0 | 1): boolean {
  if (before?.length !== 4096 || after?.length !== 4096) return false;
  if (!createHash('sha256').update(after.subarray(0, 4064)).digest().equals(after.subarray(4064))) return false;
  const free = ofNoMeaningToPlace(place);
  return before.subarray(0, 4064).every((byte, at) => byte === after[at] || free(at));
}

/** As `onlyWithoutMeaning`; an authentic earlier root of the very same record shows the same record. */
export function withoutMeaning(ground: Ground, changed: VaultImage): string[] | null {
  const kinds = onlyWithoutMeaning(ground, changed);
  if (kinds !== null || ground.beforeClosing === null) return kinds;
  const before = onlyWithoutMeaning(ground.beforeClosing, changed);
  return before && [...before, 'the same record, as its files lay before closing'];
}

/**
 * Which kinds of bytes that docs/FORMAT.md gives no meaning to make up the whole difference between a vault and its copy, or null when
 * something of meaning was changed.
 */
function onlyWithoutMeaning({ image, anatomy, older }: Ground, changed: VaultImage): string[] | null {
  const found = new Set<string>();
  for (const path of differences(image, changed)) {
    const kind = kindOf(path);
    if (kind === null) return null;
    found.add(kind);
  }
  return [...found].sort();

  function kindOf(path: string): string | null {
    const [before, after] = [image.get(path), changed.get(path)];
    if (/^head\.[01]$/.test(path)) {
      // One copy alone is told of, because the two are not equal.
      return sameContent(changed.get('head.0'), changed.get('head.1')) && isForgedRandom(before, after, anatomy.place) ? 'header: revision, random bytes, the other half' : null;
    }
    const part = anatomy.parts.find((each) => each.path === path);
    if (part === undefined) return 'a file that nothing names';
    if (part.role === 'spare room') return 'spare room';
    if (part.role === 'second compartment') return 'the other compartment';
    if (part.role === 'segment set aside') return 'a segment set aside';
    if (part.role === 'root') {
      const other = anatomy.parts.find((each) => each.role === 'root' && each.path !== path);
      const isOlder = older.some((moment) => sameContent(moment.get(path), after));
      // What a loss of power between writing the two leaves.
      return isOlder && other !== undefined && sameContent(image.get(other.path), changed.get(other.path)) ? 'the other copy of the root, older' : null;
    }
    if (part.role === 'evidence') return isNamed(path) ? null : 'a file that nothing names';
    const isSegment = part.role === 'ended segment' || part.role === 'reserve segment';
    return isSegment && sameContent(before?.subarray(0, part.usedBytes), after?.subarray(0, part.usedBytes)) ? 'behind the end of an ended segment' : null;
  }

  function isNamed(path: string): boolean {
    return anatomy.named.has(path.split('/').at(-1) ?? '');
  }
}
