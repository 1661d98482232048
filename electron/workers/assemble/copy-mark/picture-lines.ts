/** A page as a picture: how dark each dot is, 0 (paper) to 255; row by row. */
export interface PagePicture { readonly dark: Uint8Array; readonly width: number; readonly height: number; readonly pointsPerDot: number }

const strips = 40;
/** A page lies askew on the glass by so much at most, in degrees. */
const mostAskew = 3;
const coarseStep = 0.25;
const fineStep = 0.02;
/** No two lines of print are nearer. */
const leastApartPt = 6;
/** What falls less than this share of a full line's fall is no line. */
const leastFall = 0.05;
const leastAbove = 0.25;

/**
 * Where the lines of text on a picture of a page stand, in points from its top, to about a tenth of a dot: the page is put straight, the darkness of each row summed, and a line stands where that falls most (the foot of its letters). Lines ruled on the
 * page are no text: above them is nothing. Empty of what is no page of text.
 */
export function pictureLines(picture: PagePicture): number[] {
  const sums = stripSums(picture);
  const rows = putStraight(sums, picture);
  const dotsPer = (points: number): number => points / picture.pointsPerDot;
  const smooth = smoothed(rows, dotsPer(0.5));
  const fall = smooth.map((_, row) => (smooth[row - 1] ?? 0) - (smooth[row + 1] ?? 0));
  const apart = Math.max(2, Math.round(dotsPer(leastApartPt)));
  const peaks = peaksOf(fall, apart).filter((row) => (smooth[Math.round(row - dotsPer(2.2))] ?? 0) > leastAbove * (smooth[Math.round(row - dotsPer(0.5))] ?? 0));
  const full = [...peaks].map((row) => fall[row] ?? 0).sort((a, b) => b - a)[Math.floor(peaks.length / 4)] ?? 0;
  return peaks.filter((row) => (fall[row] ?? 0) >= full * leastFall).map((row) => (row + between(fall[row - 1] ?? 0, fall[row] ?? 0, fall[row + 1] ?? 0)) * picture.pointsPerDot);
}

/** Darkness of each row within each of the upright strips of the page. */
function stripSums({ dark, width, height }: PagePicture): Float32Array[] {
  const sums = Array.from({ length: strips }, () => new Float32Array(height));
  // What is lighter than half is paper, its grain or a shadow: letters are darker than half where they are inked.
  const stripOf = Uint8Array.from({ length: width }, (_, column) => Math.min(strips - 1, Math.floor((column * strips) / width)));
  for (let row = 0; row < height; row++) {
    for (let column = 0, at = row * width; column < width; column++, at++) {
      const ink = dark[at] ?? 0;
      if (ink < 70) continue;
      const sum = sums[stripOf[column] ?? 0];
      if (sum !== undefined) sum[row] = (sum[row] ?? 0) + ink;
    }
  }
  return sums;
}

/** The rows of the page once it stands straight: of all angles the one at which rows of print and of paper differ most. */
function putStraight(sums: readonly Float32Array[], { width, height }: PagePicture): Float32Array {
  let best = { angle: 0, score: -1 };
  const tryAt = (angle: number): void => {
    const rows = rowsAt(sums, angle, width, height);
    let score = 0;
    for (let row = 1; row < height; row++) score += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
    if (score > best.score) best = { angle, score };
  };
  for (let angle = -mostAskew; angle <= mostAskew; angle += coarseStep) tryAt(angle);
  const middle = best.angle;
  for (let angle = middle - coarseStep; angle <= middle + coarseStep; angle += fineStep) tryAt(angle);
  return rowsAt(sums, best.angle, width, height);
}

function rowsAt(sums: readonly Float32Array[], angle: number, width: number, height: number): Float32Array {
  const rows = new Float32Array(height);
  const slope = Math.tan((angle * Math.PI) / 180);
  for (const [index, sum] of sums.entries()) {
    const lower = ((index + 0.5) / strips - 0.5) * width * slope;
    const whole = Math.floor(lower);
    const part = lower - whole;
    for (let row = Math.max(0, -whole); row < height - 1 - Math.max(0, whole); row++) rows[row] = (rows[row] ?? 0) + (sum[row + whole] ?? 0) * (1 - part) + (sum[row + whole + 1] ?? 0) * part;
  }
  return rows;
}

/** By a bell of so many dots. */
function smoothed(rows: Float32Array, dots: number): Float32Array {
  const reach = Math.max(1, Math.ceil(dots * 2));
  const weights = Array.from({ length: 2 * reach + 1 }, (_, index) => Math.exp(-0.5 * ((index - reach) / Math.max(0.5, dots)) ** 2));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  return rows.map((_, row) => weights.reduce((sum, weight, index) => sum + weight * (rows[row + index - reach] ?? 0), 0) / whole);
}

/** Rows at which it falls most within `apart` of them. */
function peaksOf(fall: Float32Array, apart: number): number[] {
  const peaks: number[] = [];
  for (let row = 1; row < fall.length - 1; row++) {
    const here = fall[row] ?? 0;
    if (here <= 0) continue;
    let isMost = true;
    for (let near = Math.max(0, row - apart); isMost && near <= Math.min(fall.length - 1, row + apart); near++) if (near !== row && ((fall[near] ?? 0) > here || ((fall[near] ?? 0) === here && near < row))) isMost = false;
    if (isMost) peaks.push(row);
  }
  return peaks;
}

/** Where the top of a hill through three heights lies, from the middle one: -0.5 to 0.5. */
function between(before: number, top: number, after: number): number {
  const bend = before - 2 * top + after;
  return bend === 0 ? 0 : Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / bend));
}
