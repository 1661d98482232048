import type { LaidOut } from '../../../../model/laid-out';
import { readRtfTokens } from '../../../rtf/rtf-tokens';
import { LaidOutBuilder } from '../laid-out-builder';
import { RtfReading } from './rtf-reading';

/**
 * An RTF document as it is laid out here (RTF 1.9.1): paragraphs, lists by the numbers that stand in it, simple tables, pictures, notes, heads and feet, changes, comments, hidden words. Null for what is none. Pictures are given as their bytes, by their numbers less one.
 */
export function layOutRtf(bytes: Uint8Array): { laidOut: LaidOut; pictures: readonly Uint8Array[] } | null {
  if (String.fromCharCode(...bytes.subarray(0, 5)) !== '{\\rtf') return null;
  const reading = new RtfReading(new LaidOutBuilder());
  readRtfTokens(bytes, reading);
  return reading.result();
}
