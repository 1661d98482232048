/** Letters and figures that are not taken for one another on a bad photocopy: no 0 O Q, 1 I L, 5 S, 8 B, 2 Z, U V. */
const alphabet = '34679ACDEFGHJKMNPRTWXY';
const length = 8;

/** As it stands on the pages: `K7TF-3M4X`. */
export const copyCodePattern = new RegExp(`^[${alphabet}]{4}-[${alphabet}]{4}$`);

/** A code of 22^8 (35 bits) out of random bytes, which must be at least 32; even, for bytes past the last whole multiple of 22 are left out. Throws where too few of them could be used. */
export function copyCodeOf(random: Uint8Array): string {
  const letters = [...random].filter((byte) => byte < 256 - (256 % alphabet.length)).slice(0, length).map((byte) => alphabet[byte % alphabet.length]);
  if (letters.length < length) throw new RangeError('too few random bytes');
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** What a machine makes of a letter that it misreads, given back as the letter it stands for. */
const misread: Readonly<Record<string, string>> = { 'З': '3', 'б': '6', 'Т': 'T', 'Е': 'E', 'Н': 'H', 'К': 'K', 'М': 'M', 'А': 'A', 'С': 'C', 'Р': 'P', 'Х': 'X', 'У': 'Y' };

/** Every run of words that may be a code, as it is written: small letters for large, any dash or blank in the middle. */
export function codesIn(text: string): string[] {
  return runsIn(text, /(?<![A-Z0-9])(?=([A-Z0-9]{4}) ?[-‐‑‒–—−] ?([A-Z0-9]{4})(?![A-Z0-9]))/gu);
}

/** Every run that may be a code and one or two letters more or fewer, as a machine makes of a picture: it takes one letter for two (W for VV), or passes one over. */
export function nearlyCodesIn(text: string): string[] {
  return runsIn(text, /(?<![A-Z0-9])(?=([A-Z0-9]{2,6}) ?[-‐‑‒–—−] ?([A-Z0-9]{2,6})(?![A-Z0-9]))/gu);
}

function runsIn(text: string, runs: RegExp): string[] {
  const plain = [...text.normalize('NFKC').toUpperCase()].map((letter) => misread[letter] ?? letter).join('');
  return [...plain.matchAll(runs)].map(([, a = '', b = '']) => `${a}-${b}`);
}

/** So many slips between a code and what was read of it are taken for misreading: of two codes made by chance about one pair in a million is that near. */
export const mostSlips = 2;
