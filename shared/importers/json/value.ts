/** Deeper nesting, or more values in one element, is not read: no exporter writes it, and it would cost more memory than its bytes do. */
export const deepest = 200;
export const mostValues = 400_000;

const decoder = new TextDecoder('utf-8');

/** Bytes as text; what is no UTF-8 becomes U+FFFD. */
export function textOfBytes(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/**
 * What an element's bytes say, as RFC 8259 reads them. Null where they are no JSON, and where one object has a key twice: which of the two counts is not settled (RFC 8259, section 4),
 * so neither is chosen. `keyCount`: how many keys the bytes hold, counted on the way.
 *
 * Telegram Desktop writes control characters as `\x0B` (SerializeString in its export_output_json.cpp), which is no JSON: such escapes are read for what they mean.
 */
export function valueOf(bytes: Uint8Array, keyCount: number): { readonly value: unknown; readonly text: string } | null {
  const text = decoder.decode(bytes);
  const parsed = parse(text) ?? (text.includes('\\x') ? parse(withoutHexEscapes(text)) : null);
  return parsed !== null && hasKeys(parsed.value, keyCount) ? { value: parsed.value, text } : null;
}

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** Whether a value holds so many keys in all. Not by recursion: the nesting is the source's. */
function hasKeys(value: unknown, count: number): boolean {
  if (typeof value !== 'object' || value === null) return count === 0;
  const open: object[] = [value];
  let left = count;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      for (const inner of next as readonly unknown[]) if (typeof inner === 'object' && inner !== null) open.push(inner);
      continue;
    }
    for (const key in next) {
      left -= 1;
      const inner = (next as Record<string, unknown>)[key];
      if (typeof inner === 'object' && inner !== null) open.push(inner);
    }
  }
  return left === 0;
}

/** `\x0B` as `\u000B`; a backslash that is itself escaped begins no escape. */
function withoutHexEscapes(text: string): string {
  return text.replace(/\\(?:x([0-9A-Fa-f]{2})|[^])/g, (whole, hex: string | undefined) => (hex === undefined ? whole : `\\u00${hex}`));
}
