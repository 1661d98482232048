/**
 * Characters that are not seen, by the short names under which Unicode lists them (UAX #9, UTR #36). Some turn the order of what follows, so that
 * `photo[RLO]gpj.exe` looks like `photoexe.jpg`; some make two names look alike that are not.
 */
const hidden: Readonly<Record<string, string>> = {
  '\u202a': 'LRE', '\u202b': 'RLE', '\u202c': 'PDF', '\u202d': 'LRO', '\u202e': 'RLO', '\u2066': 'LRI', '\u2067': 'RLI', '\u2068': 'FSI', '\u2069': 'PDI',
  '\u200e': 'LRM', '\u200f': 'RLM', '\u061c': 'ALM', '\u200b': 'ZWSP', '\u200c': 'ZWNJ', '\u200d': 'ZWJ', '\u2060': 'WJ', '\ufeff': 'BOM', '\u00ad': 'SHY',
  '\u180e': 'MVS', '\u034f': 'CGJ', '\u115f': 'filler', '\u1160': 'filler', '\u3164': 'filler', '\uffa0': 'filler', '\u2800': 'blank', '\u2028': 'LS', '\u2029': 'PS',
  '\u2061': 'FA', '\u2062': 'IT', '\u2063': 'IS', '\u2064': 'IP', '\u206a': 'ISS', '\u206b': 'ASS', '\u206c': 'IAFS', '\u206d': 'AAFS', '\u206e': 'NADS', '\u206f': 'NODS',
};
const pattern = new RegExp(`[${Object.keys(hidden).join('')}]`, 'gu');
/** Phones put a mark of direction before and after names; there it turns nothing. */
const marksAtEdges = /^[\u200e\u200f]+|[\u200e\u200f]+$/g;
/** Joiners that write words: within Arabic, Persian and Indic text, and within one emoji. */
const joins = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Kannada}\p{Script=Telugu}\p{Script=Sinhala}\p{Extended_Pictographic}\p{EMod}\ufe0f]$/u;

/**
 * A name as a line of ours may show it: what would not be seen in it is named in square brackets, as in `photo[RLO]gpj.exe`. For names that others chose: of files, senders, people.
 * Not for what somebody wrote: that stays exact.
 */
export function showHidden(name: string): string {
  return name.replace(marksAtEdges, '').replace(pattern, (character, at: number, whole: string) => {
    const isJoiner = character === '\u200c' || character === '\u200d';
    return isJoiner && joins.test(whole.slice(0, at)) ? character : `[${hidden[character] ?? ''}]`;
  });
}
