import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { PDFDocument, PDFName, PDFRawStream, StandardFonts } from 'pdf-lib';
import { pruneResources } from './redact/prune-resources';
import { bytesOf, readableBytesOf } from './stream-bytes';

const columns = 7;
const text = 'BT /Kept 12 Tf 50 50 Td (the words that are drawn) Tj ET\n';

/** PNG's five ways of foretelling a row, one after another, written from ISO/IEC 15948, 9.2, row by row from the end of it. */
function foretold(plain: Uint8Array): Uint8Array {
  const rows: number[] = [];
  const at = (row: number, column: number) => (row < 0 || column < 0 ? 0 : plain[row * columns + column] ?? 0);
  for (let row = 0; row * columns < plain.length; row += 1) {
    const way = row % 5;
    rows.push(way);
    for (let column = 0; column < Math.min(columns, plain.length - row * columns); column += 1) {
      const [a, b, c] = [at(row, column - 1), at(row - 1, column), at(row - 1, column - 1)];
      const paeth = [a, b, c].reduce((best, one) => (Math.abs(a + b - c - one) < Math.abs(a + b - c - best) ? one : best), a);
      rows.push((at(row, column) - [0, a, b, Math.floor((a + b) / 2), paeth][way]! + 256) % 256);
    }
  }
  return Uint8Array.from(rows);
}

async function documentWith(predictor: number, packed: Uint8Array, more: Record<string, number> = {}) {
  const document = await PDFDocument.create();
  const page = document.addPage([300, 300]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  page.node.normalize();
  page.node.setFontDictionary(PDFName.of('Kept'), font.ref);
  page.node.setFontDictionary(PDFName.of('Unused'), font.ref);
  const stream = document.context.stream(deflateSync(packed), { Filter: 'FlateDecode', DecodeParms: { Predictor: predictor, Columns: columns, ...more } }) as PDFRawStream;
  page.node.set(PDFName.of('Contents'), document.context.register(stream));
  return { document, page, stream };
}

const encoded = new TextEncoder().encode(text);

test('instructions that were packed with PNG’s predictor are read, each of its five ways, and what they draw with stays', async () => {
  const { document, page, stream } = await documentWith(15, foretold(encoded));
  expect(new TextDecoder().decode(readableBytesOf(stream)!)).toBe(text);
  // Whoever must be sure leaves such a stream alone, as before.
  expect(bytesOf(stream)).toBeNull();
  expect(pruneResources(document).isCertain).toBe(true);
  expect(page.node.Resources()!.lookup(PDFName.of('Font'))!.toString()).toContain('/Kept');
  expect(page.node.Resources()!.lookup(PDFName.of('Font'))!.toString()).not.toContain('/Unused');
});

test('and with TIFF’s', async () => {
  const packed = encoded.map((value, at) => (at % columns === 0 ? value : value - encoded[at - 1]!));
  const { stream } = await documentWith(2, packed);
  expect(new TextDecoder().decode(readableBytesOf(stream)!)).toBe(text);
});

test('one that is not known is not guessed: what is drawn with cannot be told, and everything stays', async () => {
  const { document, page, stream } = await documentWith(2, encoded, { BitsPerComponent: 4 });
  expect(readableBytesOf(stream)).toBeNull();
  expect(pruneResources(document).isCertain).toBe(false);
  expect(page.node.Resources()!.lookup(PDFName.of('Font'))!.toString()).toContain('/Unused');
});
