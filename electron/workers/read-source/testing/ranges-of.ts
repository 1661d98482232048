import type { RangedDocument } from '../ranged-document';

/** A document whose bytes are here. */
export function rangesOf(bytes: Uint8Array): Pick<RangedDocument, 'sizeBytes' | 'read'> {
  return { sizeBytes: bytes.length, read: async (start, end) => bytes.slice(Math.min(start, bytes.length), Math.min(end, bytes.length)) };
}
