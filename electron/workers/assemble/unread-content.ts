import { inflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFName, PDFObject, PDFRawStream } from './pdf-library';

const mostBytes = 256 * 1024 * 1024;

/**
 * Pages (from 1) whose drawing instructions do not unpack: readers then show what came before the damage, or nothing, and say nothing. Only streams
 * packed with FlateDecode alone are looked at, as nearly all are.
 */
export function pagesPartlyRead(document: PDFDocument): number[] {
  return document.getPages().flatMap(({ node }, index) => {
    const contents = node.lookup(PDFName.of('Contents'));
    const streams = contents instanceof PDFArray ? contents.asArray().map((held) => document.context.lookup(held)) : [contents];
    return streams.every(unpacks) ? [] : [index + 1];
  });
}

function unpacks(stream: PDFObject | undefined): boolean {
  if (!(stream instanceof PDFRawStream) || stream.contents.length === 0) return true;
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (only !== PDFName.of('FlateDecode')) return true;
  try {
    inflateSync(stream.contents, { maxOutputLength: mostBytes });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  }
}
