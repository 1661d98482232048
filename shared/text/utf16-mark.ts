/** The kind of UTF-16 that the byte order mark at a file's beginning announces (Unicode, 23.8); null without one. */
export function markedUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}
