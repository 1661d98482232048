/** Crockford's base 32, as recovery codes and seal codes use it: five bits a digit, first bit first. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export function digitOf(value) {
  return digits[value];
}

export function valueOf(digit) {
  return digits.indexOf(digit);
}

/** The first `count` digits of the bits of `bytes`. */
export function toDigits(bytes, count) {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return Array.from({ length: count }, (_, index) => digits[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)]).join('');
}

/** The bits of what a person typed, as a text of 0 and 1; undefined when a character is no digit. */
export function toBits(typed) {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s\p{Pd}]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1');
  let bits = '';
  for (const character of plain) {
    const value = digits.indexOf(character);
    if (value < 0) return undefined;
    bits += value.toString(2).padStart(5, '0');
  }
  return bits;
}
