/**
 * Which number is which, for telling conversations and people apart: the one place that decides it, for importers, the record and the window. The number as written stays beside it and is what is shown.
 *
 * - Spaces, brackets, dots, dashes and slashes are punctuation: `(020) 7946-0000` is `02079460000`.
 * - Numbers of the United Kingdom are one however they are dialled: `07700 900001`, `+44 7700 900001`, `+44 (0)7700 900001`, `00447700900001`, and `447700900001` as networks and exports write it. That a
 *   number that begins with 0 is one of the United Kingdom is assumed where it has the length of one (10 or 11 digits, Ofcom's numbering plan), because the phones are.
 * - `00` before 8 digits or more is `+`.
 * - Nothing else is taken for the same: not a number with and without its area code, not a short code and a long one, not `1…` and `+1…`.
 * - Anything with a letter or an `@` in it (`HMRC`, an address, a group) is taken as it is, blanks at its ends aside.
 */
export function sameNumber(written: string): string {
  const text = written.normalize('NFKC').trim();
  if (/[^\d\s+().\-/\u2010-\u2015\u2212*#\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text) || !/\d/.test(text)) return written.trim();
  const digits = text.replace(/[^\d+*#]/g, '');
  const isAbroad = digits.startsWith('+') || (digits.startsWith('00') && digits.length >= 10);
  const bare = digits.replace(/^(?:\+|00(?=\d{8}))/, '');
  if (isAbroad) return bare.startsWith('440') ? `+44${bare.slice(3)}` : `+${bare}`;
  if (/^0[1-35789]\d{8,9}$/.test(bare)) return `+44${bare.slice(1)}`;
  if (/^44[1-35789]\d{9}$/.test(bare)) return `+${bare}`;
  return digits;
}

/** Fewer figures than this are part of a date, a house number or an amount as often as they are a telephone number. */
const fewestFigures = 7;

/** A telephone number in running text as `sameNumber` has it; null for what is none. */
export function numberIn(written: string): string | null {
  if (!/^[+\d\s().-]{7,30}$/.test(written)) return null;
  const same = sameNumber(written);
  return same.replace(/\D/g, '').length >= fewestFigures ? same : null;
}

/** A number, an address or a user name, for asking whether two are the same: numbers as `sameNumber` has them, everything else without regard to capitals and forms of letters. */
export function sameHandle(written: string): string {
  return sameNumber(written).normalize('NFKC').toLowerCase();
}

/** The figures of a number that she may have typed in part, to be looked for within `figuresOf` of a whole one. */
export function figuresTyped(typed: string): string {
  return figuresOf(typed).replace(/^0+/, '');
}

/** The figures of a number with its country where that is known. */
export function figuresOf(written: string): string {
  return sameNumber(written).replace(/\D/g, '');
}

/** The same for numbers that come again and again: those seen lately are remembered. */
export class SameNumbers {
  readonly #seen = new Map<string, string>();

  of(written: string): string {
    let same = this.#seen.get(written);
    if (same !== undefined) return same;
    same = sameNumber(written);
    if (this.#seen.size >= 5000) this.#seen.clear();
    if (written.length <= 100) this.#seen.set(written, same);
    return same;
  }
}
