/** A text as it is compared, and where each UTF-16 unit of it stands in the text that was given. */
export interface FoldedText {
  readonly text: string;
  /** Where the character begins of which the unit at `index` was made, and where it ends, with marks and invisible characters that follow it. */
  startOf(index: number): number;
  endOf(index: number): number;
}

const lineEnd = /^[\n\r\u000b\u000c\u0085\u2028\u2029]$/;
const dash = /^[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]$/;
const apostrophe = /^[\u2018\u2019\u02bc\u00b4\u0060\u2032\uff07]$/;

/**
 * Small letters, without accents and without characters that are not seen; every blank a space, every line end `\n`, dashes `-`, apostrophes `'`; forms of letters (full width, ligatures, mathematical) as plain ones (NFKD).
 */
export function foldText(given: string): FoldedText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of given) {
    const end = at + character.length;
    const folded = foldCharacter(character);
    // What is dropped belongs to what stands before it: it goes with it.
    if (folded === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (const unit of folded.split('')) {
      units.push(unit);
      starts.push(at);
      ends.push(end);
    }
    at = end;
  }
  return { text: units.join(''), startOf: (index) => starts[index] ?? 0, endOf: (index) => ends[index] ?? 0 };
}

const asciiLetters = /^[\x20-\x7e]$/;

function foldCharacter(character: string): string {
  if (asciiLetters.test(character)) return character === '`' ? "'" : character.toLowerCase();
  if (lineEnd.test(character)) return '\n';
  if (character === '\t' || /^\s$/u.test(character)) return ' ';
  if (dash.test(character)) return '-';
  if (apostrophe.test(character)) return "'";
  return character.normalize('NFKD').toLowerCase().normalize('NFKD').replace(/[\p{M}\p{Cf}\u00ad\u034f\u115f\u1160\u3164\uffa0]/gu, '').replace(/\s/gu, ' ');
}
