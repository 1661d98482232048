const decoder = new TextDecoder('utf-8', { fatal: true });

/**
 * Meta's exports write each byte of UTF-8 text as a character of its own (`\u00c3\u00a9` for é). Such a text is given back as it was written; any other, and any whose bytes are no UTF-8
 * (a text cut in the middle of a character, say), is left as the file has it.
 */
export function undoubled(text: string): string {
  let isPlain = true;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0xff) return text;
    if (code > 0x7f) isPlain = false;
  }
  if (isPlain) return text;
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  try {
    return decoder.decode(bytes);
  } catch {
    return text;
  }
}
