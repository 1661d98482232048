const deepest = 10;
/** Operators that clear the stack, and how many values they take: one more is the width (Adobe Technical Note 5177, 3.1). -1: pairs. */
const takes: Readonly<Record<number, number>> = { 1: -1, 3: -1, 18: -1, 23: -1, 19: -1, 20: -1, 21: 2, 22: 1, 4: 1, 14: 0 };
const [callSubr, callGlobal, back, endChar] = [10, 29, 11, 14];

/** The width that a Type 2 charstring says, as difference from the nominal one; null: the usual one. */
export function charstringWidth(code: Uint8Array, subrs: readonly Uint8Array[], globals: readonly Uint8Array[]): number | null | 'unreadable' {
  const stack: number[] = [];
  const run = (bytes: Uint8Array, depth: number): number | null | 'unreadable' | 'goes-on' => {
    for (let at = 0; at < bytes.length; ) {
      const byte = bytes[at] ?? 0;
      const next = bytes[at + 1] ?? 0;
      if (byte >= 32 || byte === 28) {
        if (byte === 28) stack.push((((next << 8) | (bytes[at + 2] ?? 0)) << 16) >> 16);
        else if (byte <= 246) stack.push(byte - 139);
        else if (byte <= 250) stack.push((byte - 247) * 256 + next + 108);
        else if (byte <= 254) stack.push(-(byte - 251) * 256 - next - 108);
        else stack.push(((next << 24) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0)) / 65_536);
        at += byte === 28 ? 3 : byte <= 246 ? 1 : byte <= 254 ? 2 : 5;
        continue;
      }
      if (byte === callSubr || byte === callGlobal) {
        const all = byte === callSubr ? subrs : globals;
        const called = all[(stack.pop() ?? 0) + (all.length < 1240 ? 107 : all.length < 33_900 ? 1131 : 32_768)];
        if (called === undefined || depth >= deepest) return 'unreadable';
        const found = run(called, depth + 1);
        if (found !== 'goes-on') return found;
        at += 1;
        continue;
      }
      if (byte === back) return 'goes-on';
      const wanted = takes[byte];
      if (wanted === undefined) return 'unreadable';
      // Four values before the end build a letter of two.
      const hasWidth = wanted === -1 ? stack.length % 2 === 1 : byte === endChar ? stack.length === 1 || stack.length === 5 : stack.length > wanted;
      return hasWidth ? (stack[0] ?? null) : null;
    }
    return 'goes-on';
  };
  const found = run(code, 0);
  return found === 'goes-on' ? 'unreadable' : found;
}
