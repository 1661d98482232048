import { dotsPerInch, type Picture } from './poppler';

/** The strip for the number, in points as they are on paper: 12 mm. */
const stripPoints = 34;
/** A dot is another where it is lighter or darker by more than this, wherever within a dot's distance it is looked for. */
const otherBy = 72;
/** So great a part of a page's dots may be other ones: edges that a scale moves by a part of a dot. */
export const mostOther = 0.006;

/** How much of a page looks otherwise in the document; 1 where its size is another. What lies in the strip for the number is not compared where the page was not made longer. `unit`: how long the page's own points are, of which poppler knows nothing. */
export function otherPart(original: Picture, copy: Picture, unit: number): number {
  const strip = Math.ceil((stripPoints / unit / 72) * dotsPerInch) + 1;
  // Of a page whose size is none, poppler makes a single dot.
  if (original.width <= 1 && original.height <= 1) return 0;
  if (Math.abs(original.width - copy.width) > 1 || copy.height < original.height - 1 || copy.height > original.height + strip) return 1;
  const isLonger = copy.height > original.height + 1;
  const width = Math.min(original.width, copy.width);
  const height = Math.min(original.height, copy.height) - (isLonger ? 1 : strip);
  if (height <= 0) return 0;
  let other = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) if (isOther(original, copy, x, y) && isOther(copy, original, x, y)) other += 1;
  return other / (width * height);
}

function isOther(one: Picture, another: Picture, x: number, y: number): boolean {
  const wanted = one.grey[y * one.width + x] ?? 255;
  for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) {
    const [nx, ny] = [x + dx, y + dy];
    if (nx < 0 || ny < 0 || nx >= another.width || ny >= another.height) continue;
    if (Math.abs((another.grey[ny * another.width + nx] ?? 255) - wanted) <= otherBy) return false;
  }
  return true;
}

/** Words of a page that are not on its copy. */
export function missingWords(original: readonly string[], copy: readonly string[]): string[] {
  const held = new Map<string, number>();
  for (const word of copy) held.set(word, (held.get(word) ?? 0) + 1);
  const missing = original.filter((word) => {
    const count = held.get(word) ?? 0;
    held.set(word, count - 1);
    return count <= 0 && /[\p{L}\p{N}]/u.test(word);
  });
  // Where a word ends, and which direction a page has, poppler guesses from all that is on it: a longer page may give another answer. Then the same letters are there.
  return missing.length > 0 && holdsLetters(copy, original) ? [] : missing;
}

function holdsLetters(copy: readonly string[], original: readonly string[]): boolean {
  const lettersOf = (words: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const letter of words.join('').replace(/[^\p{L}\p{N}]/gu, '')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    return counts;
  };
  const held = lettersOf(copy);
  return [...lettersOf(original)].every(([letter, count]) => (held.get(letter) ?? 0) >= count);
}
