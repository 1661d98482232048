/** A picture in shades of grey, 0 black to 255 white, row by row from the top left. */
export interface GreyPicture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly grey: Uint8Array<ArrayBuffer>;
}

/** What the words of a picture stand on. */
export interface Grounds {
  /** Light words on a dark ground for the most part, as a phone's dark mode draws them: to be turned round before reading. */
  readonly isDark: boolean;
  /** Several grounds far apart (bubbles of a conversation, a lamp on one side of a page): one threshold for the whole picture loses the words of some. */
  readonly areSeveral: boolean;
}

const tilePx = 16;
const darkBelow = 118;
/** Grounds nearer to the main one than this are the same paper. */
const sameWithin = 26;
const severalShare = 0.04;

/** Grey of RGBA pixels by the weights of ITU-R BT.601, which Tesseract's own conversion comes near to. */
export function greyOf(rgba: Uint8ClampedArray, widthPx: number, heightPx: number): GreyPicture {
  const grey = new Uint8Array(widthPx * heightPx);
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) grey[at] = (rgba[from]! * 77 + rgba[from + 1]! * 151 + rgba[from + 2]! * 28) >> 8;
  return { widthPx, heightPx, grey };
}

/** The middle shade of each tile of 16 pixels is taken for the ground under its words: strokes cover less than half of any line. */
export function measureGrounds(picture: GreyPicture): Grounds {
  const shades = new Uint32Array(256);
  for (let top = 0; top < picture.heightPx; top += tilePx) {
    for (let left = 0; left < picture.widthPx; left += tilePx) shades[medianOf(picture, left, top)]! += 1;
  }
  const tiles = shades.reduce((sum, count) => sum + count, 0);
  const main = commonestShade(shades);
  let dark = 0;
  let other = 0;
  shades.forEach((count, shade) => {
    if (shade < darkBelow) dark += count;
    if (Math.abs(shade - main) > sameWithin) other += count;
  });
  return { isDark: dark > tiles / 2, areSeveral: other > tiles * severalShare };
}

/** The picture with black for white, in place. */
export function turnRound({ grey }: GreyPicture): void {
  for (let at = 0; at < grey.length; at += 1) grey[at] = 255 - grey[at]!;
}

/** A binary PGM (Netpbm), which Tesseract's picture library reads without any decoder. */
export function pgmOf({ widthPx, heightPx, grey }: GreyPicture): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(`P5\n${widthPx} ${heightPx}\n255\n`);
  const whole = new Uint8Array(head.length + grey.length);
  whole.set(head);
  whole.set(grey, head.length);
  return whole;
}

function medianOf({ widthPx, heightPx, grey }: GreyPicture, left: number, top: number): number {
  const counts = new Uint16Array(256);
  const right = Math.min(left + tilePx, widthPx);
  const bottom = Math.min(top + tilePx, heightPx);
  for (let y = top; y < bottom; y += 1) for (let x = left; x < right; x += 1) counts[grey[y * widthPx + x]!]! += 1;
  let stillLess = ((right - left) * (bottom - top)) >> 1;
  for (let shade = 0; shade < 256; shade += 1) {
    stillLess -= counts[shade]!;
    if (stillLess < 0) return shade;
  }
  return 255;
}

/** Smoothed over its neighbours, so that a scanner's noise does not decide. */
function commonestShade(shades: Uint32Array): number {
  let best = 0;
  let most = -1;
  for (let shade = 0; shade < 256; shade += 1) {
    let sum = 0;
    for (let near = Math.max(0, shade - 8); near <= Math.min(255, shade + 8); near += 1) sum += shades[near]!;
    if (sum > most) [most, best] = [sum, shade];
  }
  return best;
}
