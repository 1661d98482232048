/** Letters and signs of names that the face of a page's foot has (Liberation Sans, the one that page numbers are stamped in), as ranges of code points. A test holds them against the face itself. */
export const footFace: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e], [0xa0, 0x17f], [0x192, 0x192], [0x1fa, 0x1ff], [0x218, 0x21b], [0x384, 0x38a], [0x38c, 0x38c], [0x38e, 0x3a1], [0x3a3, 0x3ce], [0x400, 0x45f], [0x472, 0x473], [0x490, 0x491], [0x1e80, 0x1e85], [0x1ef2, 0x1ef3],
  [0x2010, 0x2011], [0x2013, 0x2015], [0x2017, 0x201e], [0x2020, 0x2022], [0x2026, 0x2026], [0x20ac, 0x20ac], [0x2116, 0x2116], [0x2122, 0x2122],
];

const isInFace = (letter: string): boolean => footFace.some(([from, to]) => { const point = letter.codePointAt(0) ?? 0; return point >= from && point <= to; });
const standsAsItIs = (text: string): boolean => [...text].every(isInFace);
const saysSomething = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** What of a name can stand at the foot of a page: all of it where the face has its letters; else its words that can, letters with strange signs above or below without these (Nguyễn as Nguyen). So a name in another script goes by what she wrote beside it in Latin letters: `王律师 (Wang)` as `Wang`. '' where nothing is left. */
export function footName(said: string): string {
  const name = said.normalize('NFC');
  if (standsAsItIs(name)) return name;
  return name.split(/[\s()[\]（）［］]+/u).map(asPlain).filter(saysSomething).join(' ');
}

/** Whose copy it is as the foot of its pages can say it; null where neither name nor organisation leaves anything. */
export function footTo({ name, organisation }: { readonly name: string; readonly organisation: string }): { name: string; organisation: string } | null {
  const [plainName, plainOrganisation] = [footName(name), footName(organisation)];
  if (plainName !== '') return { name: plainName, organisation: plainOrganisation };
  return plainOrganisation === '' ? null : { name: plainOrganisation, organisation: '' };
}

/** Whether all of it stands there. */
export const standsWhole = (said: string): boolean => standsAsItIs(said.normalize('NFC'));

function asPlain(word: string): string {
  if (standsAsItIs(word)) return word;
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  return standsAsItIs(plain) ? plain : '';
}
