import { keepAnnotations } from './annotations';
import { stripPoints } from './free-margin';
import { PDFArray, PDFFont, PDFName, PDFNumber, PDFPage, PDFPageLeaf, degrees } from './pdf-library';
import { putAround, sameInstructions } from './same-instructions';

const stampSize = 12;
/** 20 mm, as the printed pages have. */
const sideMargin = 57;

export interface Box { x: number; y: number; width: number; height: number }

/** Of a page that was made longer: what is seen of the page itself. */
const seenBefore = new WeakMap<PDFPageLeaf, Box>();

/** By how many quarters to the right a page was turned for this copy. */
const turnedBefore = new WeakMap<PDFPageLeaf, number>();

/** Turns a page by quarters to the right, as it is seen. Call before `lengthen`: the strip stands at the lower edge then. */
export function turnPage(page: PDFPage, quarters: number): void {
  turnedBefore.set(page.node, quarters);
  page.setRotation(degrees((turnOf(page) + 90 * quarters) % 360));
}

/** How far from the lower edge as seen the stamp's line stands, in points: in our own margin, or in the strip of an exhibit's page. */
export type StampPlace = { baseline: number };
export const ownPage: StampPlace = { baseline: 38 };
export const exhibitPage: StampPlace = { baseline: 13 };

function turnOf(page: PDFPage): 0 | 90 | 180 | 270 {
  const turn = ((Math.round(page.getRotation().angle / 90) * 90) % 360 + 360) % 360;
  return turn as 0 | 90 | 180 | 270;
}

function unitOf(page: PDFPage): number {
  const unit = page.node.lookup(PDFName.of('UserUnit'));
  return unit instanceof PDFNumber && unit.asNumber() > 0 ? unit.asNumber() : 1;
}

/** Crop box within the media box, sides in order; the media box when they do not meet. */
function visibleBox(page: PDFPage): Box {
  const media = inOrder(page.getMediaBox());
  const crop = inOrder(page.getCropBox());
  const x = Math.max(media.x, crop.x);
  const y = Math.max(media.y, crop.y);
  const width = Math.min(media.x + media.width, crop.x + crop.width) - x;
  const height = Math.min(media.y + media.height, crop.y + crop.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : media;
}

function inOrder({ x, y, width, height }: Box): Box {
  return { x: Math.min(x, x + width), y: Math.min(y, y + height), width: Math.abs(width), height: Math.abs(height) };
}

/**
 * Makes a page longer at its lower edge as seen, by an empty strip for the stamp; for pages whose margin is taken. What the page cropped away stays
 * hidden: its content is clipped to what was seen, annotations outside it are removed, and the strip is painted white.
 */
export function lengthen(page: PDFPage): void {
  const seen = visibleBox(page);
  const strip = stripPoints / unitOf(page);
  seenBefore.set(page.node, seen);
  const turn = turnOf(page);
  const longer = { ...seen };
  const added = { ...seen };
  if (turn === 0) { longer.y -= strip; longer.height += strip; added.y = longer.y; added.height = strip; }
  else if (turn === 90) { longer.width += strip; added.x = seen.x + seen.width; added.width = strip; }
  else if (turn === 180) { longer.height += strip; added.y = seen.y + seen.height; added.height = strip; }
  else { longer.x -= strip; longer.width += strip; added.x = longer.x; added.width = strip; }
  dropAnnotationsOutside(page, seen);
  const clip = `q ${seen.x} ${seen.y} ${seen.width} ${seen.height} re W n`;
  const { context } = page.doc;
  putAround(page, sameInstructions(context, `${clip}\n`), sameInstructions(context, `\nQ /Artifact BMC q 1 g ${added.x} ${added.y} ${added.width} ${added.height} re f Q EMC\n`));
  page.setMediaBox(longer.x, longer.y, longer.width, longer.height);
  page.setCropBox(longer.x, longer.y, longer.width, longer.height);
}

function dropAnnotationsOutside(page: PDFPage, seen: Box): void {
  keepAnnotations(page.node, (annotation) => {
    const rect = annotation?.lookup(PDFName.of('Rect'));
    if (!(rect instanceof PDFArray) || rect.size() !== 4) return false;
    const { x, y, width, height } = inOrder(rect.asRectangle());
    return x >= seen.x - 1 && y >= seen.y - 1 && x + width <= seen.x + seen.width + 1 && y + height <= seen.y + seen.height + 1;
  });
}

/** Prints the page's number at the lower right as seen, and the exhibit's mark at the lower left, as artifacts (not part of the text's reading order). */
export function stamp(given: PDFPage, font: PDFFont, place: StampPlace, pageText: string, markText: string): void {
  writeAtFoot(given, font, { baseline: place.baseline, size: stampSize, left: markText, right: pageText }, null);
}

/** A place on a page as it came, without a strip of ours and before we turned it: `across` and `up` are shares of what is seen of it, from the lower left as seen. Gives where that is in the page's own space, the page's turn, and the page's width and height as seen, in its own units. */
export function asSeen(page: PDFPage): { at(across: number, up: number): { x: number; y: number }; turn: 0 | 90 | 180 | 270; width: number; height: number } {
  const seen = seenBefore.get(page.node) ?? visibleBox(page);
  const turn = ((turnOf(page) + 360 - 90 * (turnedBefore.get(page.node) ?? 0)) % 360) as 0 | 90 | 180 | 270;
  const [width, height] = turn % 180 === 0 ? [seen.width, seen.height] : [seen.height, seen.width];
  return {
    turn, width, height,
    at(across, up) {
      const [vx, vy] = [across * width, up * height];
      if (turn === 0) return { x: seen.x + vx, y: seen.y + vy };
      if (turn === 90) return { x: seen.x + seen.width - vy, y: seen.y + vx };
      return turn === 180 ? { x: seen.x + seen.width - vx, y: seen.y + seen.height - vy } : { x: seen.x + vy, y: seen.y + seen.height - vx };
    },
  };
}

export interface FootLine { readonly baseline: number; readonly size: number; /** '' for nothing. */ readonly left: string; readonly right: string }

/** Writes a line at the lower edge of a page as it is seen, however it is turned, cropped or scaled; as an artifact. `properties`: what the artifact says of itself, as a dictionary's own words; null for nothing. */
export function writeAtFoot(page: PDFPage, font: PDFFont, { baseline, size: wanted, left, right }: FootLine, properties: string | null): void {
  const seen = visibleBox(page);
  const turn = turnOf(page);
  const unit = unitOf(page);
  const across = (turn % 180 === 0 ? seen.width : seen.height) * unit;
  const gap = left === '' || right === '' ? 0 : 12;
  const natural = (setIn(font, right).width + setIn(font, left).width) * wanted + gap;
  const margin = Math.min(sideMargin, across / 10);
  // A page narrower than the line (a till receipt) gets a smaller one; every other page its size.
  const size = wanted * Math.min(1, (across - 2 * margin) / natural);
  const key = page.node.newFontDictionary(font.name, font.ref).toString();
  const matrix = matrices[turn];
  const line = (text: string, fromLeft: number): string => {
    const vx = fromLeft / unit;
    const vy = baseline / unit;
    const at = turn === 0 ? [seen.x + vx, seen.y + vy]
      : turn === 90 ? [seen.x + seen.width - vy, seen.y + vx]
      : turn === 180 ? [seen.x + seen.width - vx, seen.y + seen.height - vy]
      : [seen.x + vy, seen.y + seen.height - vx];
    return `q\nBT\n0 0 0 rg\n${key} ${numbers(size / unit)} Tf\n${matrix} ${numbers(...at)} Tm\n${setIn(font, text).codes} Tj\nT*\nET\nQ\n`;
  };
  const lines = [...(right === '' ? [] : [line(right, across - margin - setIn(font, right).width * size)]), ...(left === '' ? [] : [line(left, margin)])];
  // Packing so few words costs more than they take (of a thousand pages a fifth of a second).
  const stream = page.doc.context.stream(`\nQ\n/Artifact ${properties === null ? 'BMC' : `${properties} BDC`}\n${lines.join('')}EMC\n`);
  putAround(page, sameInstructions(page.doc.context, 'q\n'), page.doc.context.register(stream));
}

/** How a line is turned that is to be upright as the page is seen, by the page's turn. */
const matrices = { 0: '1 0 0 1', 90: '0 1 -1 0', 180: '-1 0 0 -1', 270: '0 -1 1 0' } as const;
const numbers = (...values: readonly number[]): string => values.map((value) => PDFNumber.of(value).toString()).join(' ');

/** A line as it is written: as codes of the face, and how wide it is at a size of 1. */
interface SetLine { readonly codes: string; readonly width: number }
const linesSet = new WeakMap<PDFFont, Map<string, SetLine>>();

/** Setting a line takes longer than all else that is done for a stamp, and an exhibit's mark stands on each of its pages. */
function setIn(font: PDFFont, text: string): SetLine {
  const of = linesSet.get(font) ?? new Map<string, SetLine>();
  linesSet.set(font, of);
  const known = of.get(text);
  if (known !== undefined) return known;
  const line = { codes: font.encodeText(text).toString(), width: font.widthOfTextAtSize(text, 1) };
  of.set(text, line);
  return line;
}
