import { deflateSync, inflateSync } from 'node:zlib';
import { soundInstructions } from './sound-instructions';
import { instructionStreams } from './page-instructions';
import { PDFArray, PDFDocument, PDFName, PDFObject, PDFRawStream, PDFStream } from './pdf-library';

const name = (key: string) => PDFName.of(key);
const mostBytes = 256 * 1024 * 1024;

/**
 * Takes out of the pages' drawing instructions what is none, so that no reader stumbles over the finished document. In place, after `mendStreams`; a page whose instructions are sound keeps them as they are. Gives the pages (from 1)
 * from which more than a stray sign went.
 */
export function mendContent(document: PDFDocument): number[] {
  return document.getPages().flatMap(({ node }, index) => {
    const parts = instructionStreams(node).map(unpacked);
    if (parts.some((part) => part === null)) return [];
    const mended = soundInstructions(joined(parts.filter((part) => part !== null)));
    if (mended === null) return [];
    const packed = document.context.register(PDFRawStream.of(document.context.obj({ Filter: 'FlateDecode' }), Uint8Array.from(deflateSync(mended.bytes))));
    node.set(name('Contents'), packed);
    return mended.isPart ? [index + 1] : [];
  });
}

/** null where it is packed in a way that was not undone. */
function unpacked(stream: PDFObject | undefined): Uint8Array | null {
  if (!(stream instanceof PDFStream)) return new Uint8Array();
  if (!(stream instanceof PDFRawStream)) return null;
  const filter = stream.dict.lookup(name('Filter'));
  const only = filter instanceof PDFArray ? (filter.size() === 1 ? filter.lookup(0) : filter) : filter;
  if (only === undefined || (only instanceof PDFArray && only.size() === 0)) return stream.contents;
  if (only !== name('FlateDecode') || stream.dict.has(name('DecodeParms'))) return null;
  try {
    return inflateSync(stream.contents, { maxOutputLength: mostBytes });
  } catch {
    return null;
  }
}

/** A page's streams are one, with a white sign between each and the next (ISO 32000-2, 7.8.2). */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? (parts[0] ?? new Uint8Array()) : Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')]));
}
