export interface ByteRange {
  start: number;
  /** Inclusive, as RFC 9110 writes it. */
  end: number;
}

/**
 * Reads a Range header of one range (RFC 9110, 14.1.2) for something of `sizeBytes` bytes.
 * null: answer with the whole (no header, several ranges, or not understood); 'unsatisfiable': answer 416.
 */
export function parseByteRange(header: string | null, sizeBytes: number): ByteRange | 'unsatisfiable' | null {
  const match = header === null ? null : /^bytes=(\d*)-(\d*)$/.exec(header.trim());
  if (match === null) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  if (first !== '' && last !== '' && Number(last) < start) return null;
  return start >= sizeBytes || start > end ? 'unsatisfiable' : { start, end };
}
