const chunk = 8192;

/** Each byte as one character (ISO 8859-1): what keeps every byte apart, whatever it means. */
export function bytesAsCharacters(bytes: Uint8Array): string {
  if (bytes.length <= chunk) return String.fromCharCode(...bytes);
  const out: string[] = [];
  for (let at = 0; at < bytes.length; at += chunk) out.push(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  return out.join('');
}

/** The other way round: a character above U+00FF becomes `?`. */
export function charactersAsBytes(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    out[at] = code > 255 ? 0x3f : code;
  }
  return out;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Null where the bytes are no UTF-8. */
export function asUtf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

/** No byte above 127. */
export function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 127) return false;
  return true;
}
