import { markedUtf16 } from '../../../shared/text/utf16-mark';

/** So many control characters of the first 8 KiB a damaged text may hold. */
const fewControls = 16;

/**
 * Whether a file that begins with these bytes may be text in any encoding: quickly, so that 100,000 pictures are not each held against every importer. Packed and compiled bytes hold control
 * characters all over (one in ten); text hardly any, and UTF-16 only in every other place.
 */
export function looksLikeText(beginning: Uint8Array): boolean {
  if (markedUtf16(beginning) !== null) return true;
  const controls = [0, 0];
  for (const [at, byte] of beginning.entries()) {
    if (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b)) controls[at & 1] = (controls[at & 1] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = controls;
  const few = Math.max(fewControls, beginning.length / 33);
  // UTF-16 without a mark: zeros in one half of the places, none in the other.
  const isUtf16 = Math.min(even, odd) === 0 && Math.max(even, odd) > beginning.length / 8;
  return even + odd <= few || isUtf16;
}
