import { z } from 'zod';
import { WordBox } from '../model/document-page';

/** What a machine read off one picture. `boxes` name words of `text`; `confidence` is the machine's own, 0 to 100, 0 where there are no words. */
export const MachineReading = z.object({
  text: z.string().max(4_000_000),
  boxes: z.array(WordBox).max(50_000),
  confidence: z.number().min(0).max(100),
});
export type MachineReading = z.infer<typeof MachineReading>;

const Rectangle = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const RowHeight = z.object({ rowHeight: z.number() });
const Word = z.object({ text: z.string().nullable(), confidence: z.number().nullable(), bbox: Rectangle });
const Line = z.object({ words: z.array(Word), rowAttributes: RowHeight.optional() });
/** The part that is used of what Tesseract says of a page in its JSON (tesseract.js-core 7, `GetJSONText`). */
const TesseractPage = z.object({ blocks: z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(Line) })) })).nullish() });

/** Signs without a letter or digit that the machine doubts this much are specks, frames and leaves. */
const specksBelow = 45;
/** Letters that the machine doubts more than this were not letters. */
const lettersBelow = 12;
/** A page on which it is sure of no word to this degree has none. */
const sureFrom = 50;
const mostWords = 50_000;
const mostCharacters = 4_000_000;

/**
 * Words of a page with their places, in reading order: a line to a line, an empty line between paragraphs, and what each word's confidence comes to.
 * `widthPx` and `heightPx` are those of the picture that was read. Throws where the JSON is not Tesseract's.
 */
export function readTesseractPage(json: string, widthPx: number, heightPx: number): MachineReading {
  const { blocks } = TesseractPage.parse(JSON.parse(json));
  const boxes: WordBox[] = [];
  let text = '';
  let sum = 0;
  let letters = 0;
  let surest = 0;
  for (const { lines } of (blocks ?? []).flatMap((block) => block.paragraphs)) {
    let isNewParagraph = true;
    for (const line of lines) {
      let isNewLine = true;
      for (const { text: raw, confidence, bbox } of line.words) {
        const word = cleaned(raw ?? '');
        const sure = Math.min(100, Math.max(0, confidence ?? 0));
        if (word === '' || sure < (/[\p{L}\p{N}]/u.test(word) ? lettersBelow : specksBelow)) continue;
        if (boxes.length >= mostWords || text.length + word.length + 2 > mostCharacters) continue;
        if (text !== '') text += isNewParagraph ? '\n\n' : isNewLine ? '\n' : ' ';
        isNewParagraph = isNewLine = false;
        boxes.push({ start: text.length, end: text.length + word.length, ...placeOf(bbox, widthPx, heightPx) });
        text += word;
        sum += sure * word.length;
        letters += word.length;
        surest = Math.max(surest, sure);
      }
    }
  }
  if (letters === 0 || surest < sureFrom) return { text: '', boxes: [], confidence: 0 };
  return { text, boxes, confidence: Math.round((sum / letters) * 10) / 10 };
}

/** How tall the lines of a page are in pixels, the middle one of all, from Tesseract's JSON of a page; 0 where it found none. */
export function lineHeightPx(json: string): number {
  const { blocks } = TesseractPage.parse(JSON.parse(json));
  const heights = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines.map(({ rowAttributes }) => rowAttributes?.rowHeight ?? 0))).filter((height) => height > 0);
  return heights.toSorted((one, other) => one - other)[heights.length >> 1] ?? 0;
}

/** Of two readings of one picture the one with more in it that the machine is sure of. */
export function surerOf(one: MachineReading, other: MachineReading): MachineReading {
  const sureLetters = ({ text, confidence }: MachineReading): number => text.replace(/\s/g, '').length * (confidence / 100) ** 3;
  return sureLetters(other) > sureLetters(one) ? other : one;
}

/** One normal form (NFC), and nothing that steers a screen. */
function cleaned(word: string): string {
  // oxlint-disable-next-line no-control-regex
  return word.normalize('NFC').replace(/[\s\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, '');
}

function placeOf({ x0, y0, x1, y1 }: z.infer<typeof Rectangle>, widthPx: number, heightPx: number): Pick<WordBox, 'left' | 'top' | 'width' | 'height'> {
  const rounded = (value: number): number => Math.round(value * 100_000) / 100_000;
  const share = (value: number, whole: number): number => Math.min(1, Math.max(0, value / whole));
  const left = rounded(share(x0, widthPx));
  const top = rounded(share(y0, heightPx));
  return { left, top, width: rounded(share(x1, widthPx) - left), height: rounded(share(y1, heightPx) - top) };
}
