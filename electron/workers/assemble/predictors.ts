import { lookedUp } from './one-or-list';
import { PDFDict, PDFName, PDFNumber } from './pdf-library';

const name = (key: string) => PDFName.of(key);
const parametersKey = name('DecodeParms');

/** Whether what is packed was foretold from its neighbours before (ISO 32000-2, 7.4.4.4), by any of its filters. `dict`: the stream's. */
export function hasPredictor(dict: PDFDict): boolean {
  return lookedUp(dict.lookup(parametersKey)).some((one) => one instanceof PDFDict && numberIn(one, 'Predictor', 1) > 1);
}

/** `unpacked`, as the stream's last filter gave it, with its predictor undone (ISO 32000-2, 7.4.4.4: PNG's, and TIFF's for whole bytes); what it is where there is none. null: there is one that is not known, or one before the last filter. */
export function withoutPredictor(unpacked: Uint8Array, dict: PDFDict): Uint8Array | null {
  if (!hasPredictor(dict)) return unpacked;
  const parameters = lookedUp(dict.lookup(parametersKey));
  const last = parameters.at(-1);
  const filters = lookedUp(dict.lookup(name('Filter'))).length;
  if (!(last instanceof PDFDict) || parameters.length !== filters || parameters.slice(0, -1).some((one) => one instanceof PDFDict && numberIn(one, 'Predictor', 1) > 1)) return null;
  const predictor = numberIn(last, 'Predictor', 1);
  const bits = numberIn(last, 'Colors', 1) * numberIn(last, 'BitsPerComponent', 8);
  const shape = { bytesOfPixel: Math.max(1, bits >> 3), bytesOfRow: Math.ceil(bits * numberIn(last, 'Columns', 1) / 8) };
  if (!(shape.bytesOfRow > 0)) return null;
  if (predictor >= 10) return ofPng(unpacked, shape);
  return predictor === 2 && numberIn(last, 'BitsPerComponent', 8) === 8 ? ofTiff(unpacked, shape) : null;
}

interface Shape { readonly bytesOfPixel: number; readonly bytesOfRow: number }

/** Each row after a byte that says how it was foretold (ISO/IEC 15948, 9.2), whatever the predictor's number. A last row that is cut is undone as far as it goes. */
function ofPng(unpacked: Uint8Array, { bytesOfPixel, bytesOfRow }: Shape): Uint8Array {
  const rows = Math.ceil(unpacked.length / (bytesOfRow + 1));
  const plain = new Uint8Array(Math.max(0, unpacked.length - rows));
  for (let row = 0; row < rows; row += 1) {
    const from = row * (bytesOfRow + 1) + 1;
    const to = row * bytesOfRow;
    const foretold = unpacked[from - 1];
    const length = Math.min(bytesOfRow, unpacked.length - from);
    for (let at = 0; at < length; at += 1) {
      const left = at < bytesOfPixel ? 0 : plain[to + at - bytesOfPixel] ?? 0;
      const above = row === 0 ? 0 : plain[to + at - bytesOfRow] ?? 0;
      const aboveLeft = row === 0 || at < bytesOfPixel ? 0 : plain[to + at - bytesOfRow - bytesOfPixel] ?? 0;
      const told = foretold === 1 ? left : foretold === 2 ? above : foretold === 3 ? (left + above) >> 1 : foretold === 4 ? nearest(left, above, aboveLeft) : 0;
      plain[to + at] = (unpacked[from + at] ?? 0) + told;
    }
  }
  return plain;
}

/** Paeth's: of the three the one that is nearest to left + above - above left. */
function nearest(left: number, above: number, aboveLeft: number): number {
  const wanted = left + above - aboveLeft;
  const [fromLeft, fromAbove, fromAboveLeft] = [Math.abs(wanted - left), Math.abs(wanted - above), Math.abs(wanted - aboveLeft)];
  return fromLeft <= fromAbove && fromLeft <= fromAboveLeft ? left : fromAbove <= fromAboveLeft ? above : aboveLeft;
}

/** Each value is the difference to the one before it in its row (TIFF 6.0, section 14). */
function ofTiff(unpacked: Uint8Array, { bytesOfPixel, bytesOfRow }: Shape): Uint8Array {
  const plain = Uint8Array.from(unpacked);
  for (let at = 0; at < plain.length; at += 1) if (at % bytesOfRow >= bytesOfPixel) plain[at] = (plain[at] ?? 0) + (plain[at - bytesOfPixel] ?? 0);
  return plain;
}

function numberIn(dict: PDFDict, key: string, unsaid: number): number {
  const value = dict.lookup(name(key));
  return value instanceof PDFNumber ? value.asNumber() : unsaid;
}
