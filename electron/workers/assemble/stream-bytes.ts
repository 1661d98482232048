import { inflateSync } from 'node:zlib';
import { lookedUp } from './one-or-list';
import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream, PDFStream } from './pdf-library';
import { hasPredictor, withoutPredictor } from './predictors';

const name = (key: string) => PDFName.of(key);
const flate = name('FlateDecode');
const mostBytes = 256 * 1024 * 1024;

/** A stream's filters, in the order in which they are undone. */
export function filtersOf(dict: PDFDict): PDFName[] {
  return lookedUp(dict.lookup(name('Filter'))).filter((one) => one instanceof PDFName);
}

/** What a stream holds, unpacked, for whoever must have all of it: null where it is packed as pictures are, with a predictor, or damaged. */
export function bytesOf(stream: PDFStream): Uint8Array | null {
  try {
    if (!(stream instanceof PDFRawStream)) return (stream as PDFStream & { getUnencodedContents?(): Uint8Array }).getUnencodedContents?.() ?? null;
    if (hasPredictor(stream.dict)) return null;
    const filters = filtersOf(stream.dict);
    if (filters.length === 0) return stream.contents;
    return isOnlyFlate(filters) ? inflated(stream) : decodePDFRawStream(stream).decode();
  } catch {
    return null;
  }
}

/** What can be read in a stream, for whoever looks for something in it: of a damaged one what stands before the damage, if anything. null where it is packed as pictures are, or with a predictor that is not known. `most`: bytes that are unpacked quickly; a stream of more is left to the library, which keeps no limit, so that whoever has one looks at the length of what comes back. */
export function readableBytesOf(stream: PDFRawStream, most = mostBytes): Uint8Array | null {
  try {
    // Many times as fast as the library's own; what is damaged is left to that.
    if (isOnlyFlate(filtersOf(stream.dict))) return withoutPredictor(inflated(stream, most), stream.dict);
  } catch {
    // Read below.
  }
  try {
    return withoutPredictor(decodePDFRawStream(stream).decode(), stream.dict);
  } catch {
    return null;
  }
}

const isOnlyFlate = (filters: readonly PDFName[]): boolean => filters.length === 1 && filters[0] === flate;

/** Throws where it is damaged. */
function inflated({ contents }: PDFRawStream, most = mostBytes): Uint8Array {
  return inflateSync(contents, { maxOutputLength: most });
}
