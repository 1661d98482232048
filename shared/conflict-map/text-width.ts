/**
 * How wide a text is drawn at most, in px at the size given, where nothing can measure it: the vault has no fonts. By the widths of Source Sans 3 (assets/fonts), rounded up; letters of scripts that it does
 * not have as wide as those of the fonts that stand in for it.
 */
export function textWidth(text: string, sizePx: number): number {
  let width = 0;
  for (const letter of text) width += knownWidthOf(letter);
  return Math.ceil(width * sizePx);
}

/** A map says the same letters thousands of times. */
const known = new Map<string, number>();

function knownWidthOf(letter: string): number {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const width = widthOf(letter);
  known.set(letter, width);
  return width;
}

function widthOf(letter: string): number {
  if (/[\u0300-\u036f\u200b-\u200f\u202a-\u202e]/.test(letter)) return 0;
  if (/[ijlI.,:;'’|!()[\]\s]/.test(letter)) return 0.34;
  if (/[mwMW@%—]/.test(letter)) return 0.95;
  if (/[A-Z]/.test(letter)) return 0.68;
  if (/[\u0020-\u024f\u0370-\u052f\u2010-\u2027]/.test(letter)) return 0.6;
  if (/[\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/.test(letter)) return 0.75;
  return 1.15;
}

/** A text in lines no wider than that, at most so many; what does not fit ends in "…". */
export function wrapped(text: string, sizePx: number, widthPx: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = '';
  // Names of two parts break after their hyphen.
  for (const word of text.trim().replace(/\s+/g, ' ').split(/(?<=[\s-])/).filter((part) => part !== '')) {
    const longer = line + word;
    if (line === '' || textWidth(longer.trimEnd(), sizePx) <= widthPx) {
      line = longer;
      continue;
    }
    lines.push(line.trimEnd());
    line = word;
  }
  if (line !== '') lines.push(line.trimEnd());
  const kept = lines.slice(0, mostLines);
  return kept.map((each, index) => cut(index === kept.length - 1 && lines.length > mostLines ? `${each}…` : each, sizePx, widthPx));
}

function cut(text: string, sizePx: number, widthPx: number): string {
  if (textWidth(text, sizePx) <= widthPx) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`, sizePx) > widthPx) letters.pop();
  return `${letters.join('')}…`;
}
