/**
 * A word as it is compared: without case, accents, vowel signs and the lengthening stroke; letters that Unicode takes for letters of their own, but people leave out or exchange when they type, as
 * the plainer one (Łódź: lodz; Straße: strasse; Arabic alef with hamza: alef; Urdu and Persian kaf and ya: the Arabic ones). Two words are the same to a search when this gives the same.
 */
export function foldWord(word: string): string {
  const bare = word.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '').toLowerCase().replace(/\p{M}/gu, '');
  return bare.replace(ownLetters, (letter) => plainer[letter] ?? letter);
}

const plainer: Readonly<Record<string, string>> = {
  'ł': 'l', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'ħ': 'h', 'ŧ': 't', 'ı': 'i', 'ß': 'ss', 'æ': 'ae', 'œ': 'oe', 'þ': 'th',
  // Alef, ya and ta marbuta as they are often typed; the letters of Persian and Urdu keyboards.
  'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ې': 'ي', 'ے': 'ي', 'ة': 'ه', 'ہ': 'ه', 'ھ': 'ه', 'ۂ': 'ه', 'ۃ': 'ه', 'ە': 'ه', 'ک': 'ك', 'ؤ': 'و', 'ئ': 'ي',
};
const ownLetters = new RegExp(`[${Object.keys(plainer).join('')}]`, 'gu');

/** Letters that SQLite's unicode61 does not fold, or cuts words at (fts3_unicode2.c: it knows the marks U+0300 to U+0331 alone); compatibility forms of presentation (U+FB00 on). */
const notFolded = /[łŁøØđĐðÐħĦŧŦıßẞæÆœŒþÞ\u0590-\u08FF\u0900-\u0DFF\uFB00-\uFDFF\uFE70-\uFEFF\uFF00-\uFFEF]/u;

/** Whether the search index's own folding falls short of `foldWord`. Cheap: most texts have none of these. */
export function needsFolding(text: string): boolean {
  return notFolded.test(text);
}
