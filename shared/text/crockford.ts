/** Crockford's base 32, in which codes, shares and seal codes are printed and typed: no I, L, O, U, so that they can be read aloud. A digit's value is its place. */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The digit that a character stands for, -1 for none: O is read as 0, I and L as 1. Upper case only. */
export function digitOf(character: string): number {
  return crockfordAlphabet.indexOf(standsFor(character));
}

/** The first `count` × 5 bits of `bytes`, five to a digit, the first bits first. */
export function digitsOf(bytes: Uint8Array, count: number): number[] {
  return Array.from({ length: count }, (_, digit) => {
    let value = 0;
    for (let bit = digit * 5; bit < digit * 5 + 5; bit += 1) value = (value << 1) | (((bytes[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1);
    return value;
  });
}

/** What may stand between what is typed: spaces, and dashes of any kind (Unicode Pd). */
const between = /[\s\p{Pd}]+/gu;

/** What somebody typed, as it would be printed without dashes: NFKC, without regard to case, spaces and dashes. Signs that are no digit stay. */
export function asPrinted(typed: string): string {
  return Array.from(typed.normalize('NFKC').toUpperCase().replace(between, ''), standsFor).join('');
}

/** The same, in the groups it was typed in. */
export function groupsAsPrinted(typed: string): string[] {
  return typed.normalize('NFKC').trim().split(between).map(asPrinted);
}

function standsFor(character: string): string {
  if (character === 'O') return '0';
  return character === 'I' || character === 'L' ? '1' : character;
}
