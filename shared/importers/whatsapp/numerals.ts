/** First code points of the decimal digits a phone may write dates in: each block runs 0-9. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1c50, 0xff10];

function digitOf(code: number): number {
  for (const zero of zeros) if (code >= zero && code <= zero + 9) return code - zero;
  return -1;
}

const marks = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\u061c\ufeff]/g;

/** Marks that steer writing direction or join words, which phones put among the parts of a date; NUL and its like, which damage leaves there. */
export function isMark(code: number): boolean {
  return code <= 0x08 || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || code === 0x2060 || (code >= 0x2066 && code <= 0x2069) || code === 0x061c || code === 0xfeff;
}

export function isDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x0660 && digitOf(code) >= 0);
}

/** A date and time as a phone wrote it, for reading: digits as 0-9, every kind of space as one, direction marks gone. */
export function plainHead(text: string): string {
  return text
    .replace(marks, '')
    .replace(/[\u0660-\uff19]/g, (character) => {
      const digit = digitOf(character.charCodeAt(0));
      return digit < 0 ? character : String(digit);
    })
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u3000]+/g, ' ')
    .replace(/\u066b/g, '.')
    .trim();
}

export function withoutLeadingMarks(text: string): string {
  let at = 0;
  while (at < text.length && isMark(text.charCodeAt(at))) at += 1;
  return at === 0 ? text : text.slice(at);
}
