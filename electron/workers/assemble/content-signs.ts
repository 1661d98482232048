/** The signs that drawing instructions are written in (ISO 32000-2, 7.2.3), as every reader of them here takes them: what ends where. */
export const [regular, blank, delimiter] = [0, 1, 2];

/** What each byte is. */
export const kindOfSign = new Uint8Array(256);
for (const code of [0, 9, 10, 12, 13, 32]) kindOfSign[code] = blank;
for (const sign of '()<>[]{}/%') kindOfSign[sign.charCodeAt(0)] = delimiter;

const [bracketOpen, bracketClose, backslash] = [40, 41, 92];
const [letterE, letterI] = [69, 73];
const [lineFeed, carriageReturn] = [10, 13];
/** After a picture's end so many signs look like instructions. */
const looked = 10;

/** Of a name, a number or an operator that is read at `from`: where it ends. */
export function endOfWord(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && kindOfSign[bytes[at] ?? 0] === regular) at += 1;
  return at;
}

/** Of the comment that begins at `from`: the end of its line. */
export function endOfComment(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== lineFeed && bytes[at] !== carriageReturn) at += 1;
  return at;
}

/** Behind the bracket that closes the string at `from`; null where it never ends. */
export function endOfString(bytes: Uint8Array, from: number): number | null {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const code = bytes[at];
    if (code === backslash) at += 1;
    else if (code === bracketOpen) depth += 1;
    else if (code === bracketClose && --depth === 0) return at + 1;
  }
  return null;
}

/** Behind the `EI` of a picture within the instructions, of which `ID` was read up to `from`; null where it never ends. Its dots are bytes of any value, so it ends at an `EI` that stands by itself with something like instructions after it. */
export function endOfPicture(bytes: Uint8Array, from: number): number | null {
  const isBlankAt = (at: number): boolean => at >= bytes.length || kindOfSign[bytes[at] ?? 0] === blank;
  for (let at = from + 1; at < bytes.length; at++) {
    if (bytes[at] !== letterE || bytes[at + 1] !== letterI || !isBlankAt(at - 1) || !isBlankAt(at + 2)) continue;
    if (bytes.subarray(at + 2, at + 2 + looked).every((code) => code < 127 && (code >= 32 || kindOfSign[code] === blank))) return at + 2;
  }
  return null;
}
