/**
 * Text as it is searched: letters and figures alone, small, without accents, look-alikes of other scripts as the letters they look like. Where each stood is kept. So one search finds words however they are spaced,
 * broken over lines, hyphenated or dressed up.
 */
export interface FoldedText {
  /** Letters and figures, nothing between them. */
  readonly squeezed: string;
  /** For each unit of `squeezed`: where in the text the character begins that it came from. One more at the end: the text's length. */
  readonly origin: Uint32Array;
  /** What stood before each unit: `noGap`, `softGap` (a figure beside a letter, a capital after a small letter) or `hardGap` (anything else). One more at the end: `hardGap`. */
  readonly gap: Uint8Array;
}

export const noGap = 0;
export const softGap = 1;
export const hardGap = 2;

/** Letters of other scripts, and of ours with strokes, by the letter that they are read as (a part of Unicode's confusables, UTS #39, of what a person takes for the other). */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a', в: 'b', е: 'e', ё: 'e', һ: 'h', і: 'i', ї: 'i', ј: 'j', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', ѕ: 's', ԁ: 'd', ԛ: 'q', ԝ: 'w', ӏ: 'l', ո: 'n', օ: 'o',
  α: 'a', β: 'b', ε: 'e', η: 'n', ι: 'i', κ: 'k', μ: 'm', ν: 'v', ο: 'o', ρ: 'p', τ: 't', υ: 'u', χ: 'x', ω: 'w', γ: 'y', ζ: 'z', σ: 'o', ς: 'c',
  ı: 'i', ȷ: 'j', ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ŧ: 't', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ɡ: 'g', ɑ: 'a', ə: 'e', ƒ: 'f', ĸ: 'k', ɩ: 'i', ʀ: 'r', ꞌ: '', ʼ: '', ʹ: '',
  // One letter of Arabic, however it is typed.
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ی: 'ي', ة: 'ه', ہ: 'ه', ھ: 'ه', ک: 'ك', ـ: '',
};
/** Seen by nobody, or a mark upon a letter: nothing stands there. Apostrophes too, so that “Mary's” is “Marys”. */
const nothing = /[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0'’‘`´ʹʻʼ]/u;
const letterOrFigure = /[\p{L}\p{N}]/u;
const gapMark = '\u0000';

const remembered = new Map<number, string>();

/** The folded form of one character; '' for nothing, `gapMark` for what parts words. */
function foldCharacter(point: number): string {
  const known = remembered.get(point);
  if (known !== undefined) return known;
  let folded = '';
  const character = String.fromCodePoint(point);
  if (!nothing.test(character)) {
    for (const part of character.normalize('NFKD').toLowerCase().normalize('NFKD')) {
      if (nothing.test(part)) continue;
      folded += lookAlikes[part] ?? (letterOrFigure.test(part) ? figureOf(part) : gapMark);
    }
    // A sign made of a letter and something else (a bracketed figure) is its letter.
    const bare = folded.replaceAll(gapMark, '');
    folded = bare === '' && folded !== '' ? gapMark : bare;
  }
  if (remembered.size > 20_000) remembered.clear();
  remembered.set(point, folded);
  return folded;
}

/** Figures of any script as ours: phones set to Arabic or Urdu write numbers so. In Unicode they stand in runs of ten that begin at …0 or …6. */
function figureOf(character: string): string {
  if (!isAnyFigure.test(character)) return character;
  const point = character.codePointAt(0) ?? 0;
  const low = point % 16;
  return String(low <= 9 && isAnyFigure.test(String.fromCodePoint(point - low)) ? low : low - 6);
}

const isAnyFigure = /^\p{Nd}$/u;
const [newLine, carriageReturn, hyphenMinus, space, tab] = [10, 13, 45, 32, 9];
const isSmall = (unit: number): boolean => unit >= 97 && unit <= 122;
const isCapital = (unit: number): boolean => unit >= 65 && unit <= 90;
const isFigure = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Folds a text. Its length is at most some 30 million units: the caller cuts longer ones. */
export function foldText(text: string): FoldedText {
  const { length } = text;
  // A ligature gives up to four letters; room is made when it is needed.
  let codes = new Uint16Array(length + 16);
  let origin = new Uint32Array(length + 17);
  let gap = new Uint8Array(length + 17);
  let count = 0;
  let before = hardGap;
  let last = 0;
  const put = (code: number, at: number, written: number): void => {
    if (count + 1 >= codes.length) {
      const grow = <T extends Uint16Array | Uint32Array | Uint8Array>(from: T, to: T): T => { to.set(from); return to; };
      const size = codes.length * 2;
      codes = grow(codes, new Uint16Array(size));
      origin = grow(origin, new Uint32Array(size + 1));
      gap = grow(gap, new Uint8Array(size + 1));
    }
    codes[count] = code;
    origin[count] = at;
    const changes = (isFigure(code) !== isFigure(last)) || (isCapital(written) && isSmall(last));
    gap[count] = before === noGap && changes ? softGap : before;
    before = noGap;
    last = written;
    count += 1;
  };
  for (let at = 0; at < length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 128) {
      if (isSmall(unit) || isFigure(unit)) put(unit, at, unit);
      else if (isCapital(unit)) put(unit + 32, at, unit);
      else if (unit === 39 || unit === 96) continue;
      else if (unit === hyphenMinus && before === noGap && isSmall(last)) {
        const next = overLineEnd(text, at + 1);
        if (next > 0) at = next - 1;
        else before = hardGap;
      } else before = hardGap;
      continue;
    }
    const point = text.codePointAt(at) ?? unit;
    // Soft hyphens stand where a line was broken; the hyphen of U+2010 too.
    const folded = point === 0x2010 && overLineEnd(text, at + 1) > 0 ? '' : foldCharacter(point);
    if (folded === gapMark) before = hardGap;
    else for (let part = 0; part < folded.length; part += 1) put(folded.charCodeAt(part), at, folded.charCodeAt(part));
    if (point > 0xffff) at += 1;
  }
  origin[count] = length;
  gap[count] = hardGap;
  return { squeezed: textOf(codes, count), origin: origin.subarray(0, count + 1), gap: gap.subarray(0, count + 1) };
}

/** Where a word goes on that was broken at a hyphen: after a line end and blanks, with a small letter. 0 where it does not. */
function overLineEnd(text: string, from: number): number {
  let at = from;
  let hasLineEnd = false;
  for (; at < text.length && at < from + 40; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === newLine || unit === carriageReturn) hasLineEnd = true;
    else if (unit !== space && unit !== tab) break;
  }
  return hasLineEnd && isSmall(text.charCodeAt(at)) ? at : 0;
}

function textOf(codes: Uint16Array, count: number): string {
  const parts: string[] = [];
  for (let from = 0; from < count; from += 8192) parts.push(String.fromCharCode(...codes.subarray(from, Math.min(count, from + 8192))));
  return parts.join('');
}

/** One word or phrase folded, as it stands in `squeezed`. */
export const squeeze = (text: string): string => foldText(text).squeezed;

/** A word of a folded text: a stretch of `squeezed`. */
export interface FoldedWord { readonly text: string; readonly start: number; readonly end: number }

/** The words of a folded text, in order: stretches between hard gaps. */
export function* wordsOf({ squeezed, gap }: FoldedText): Generator<FoldedWord> {
  let start = 0;
  for (let at = 1; at <= squeezed.length; at += 1) {
    if (gap[at] !== hardGap && at < squeezed.length) continue;
    if (at > start) yield { text: squeezed.slice(start, at), start, end: at };
    start = at;
  }
}
