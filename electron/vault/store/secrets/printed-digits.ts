import { asPrinted, crockfordAlphabet, digitOf } from '../../../../shared/text/crockford';

/** Codes and shares as digits, 0 to 31, the first bits first (docs/FORMAT.md, "Recovery code" and "Recovery shares"). */
const groupLength = 5;

/** Groups of five with dashes. */
export function printDigits(digits: readonly number[]): string {
  const text = digits.map((digit) => crockfordAlphabet[digit]).join('');
  return text.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? '';
}

/** @param typed UTF-8 as she typed it; spaces, dashes and case do not matter. The caller zeroes it. @returns null when it is not `count` digits. */
export function readDigits(typed: Uint8Array, count: number): number[] | null {
  const digits: number[] = [];
  for (const character of asPrinted(Buffer.from(typed.buffer, typed.byteOffset, typed.length).toString('utf8'))) {
    const digit = digitOf(character);
    if (digit === -1 || digits.length === count) return null;
    digits.push(digit);
  }
  return digits.length === count ? digits : null;
}

/** The bytes of these digits; bits that do not fill the last byte are followed by zeros. */
export function bytesOfDigits(digits: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((digits.length * 5) / 8));
  digits.forEach((digit, position) => {
    for (let bit = 0; bit < 5; bit += 1) {
      const at = position * 5 + bit;
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (((digit >> (4 - bit)) & 1) << (7 - (at & 7)));
    }
  });
  return bytes;
}
