import { deflateSync } from 'node:zlib';
import { contentTokens } from '../content-tokens';
import { PDFArray, PDFName, PDFPage, PDFRawStream, PDFRef } from '../pdf-library';
import { bytesOf } from '../stream-bytes';

const buildsPath = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);
const paints = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's']);
/** Half the time, for a seventh more bytes. */
const quickly = { level: 3 };
const shows = new Set(['Tj', 'TJ', "'", '"', 'Do', 'sh']);

/**
 * Chromium, as others do, tags what is said and leaves lines, grounds and borders outside of every tag; a screen reader would meet them as content without a name. Each becomes an artifact (ISO 14289-1, 7.1; ISO 32000-1, 14.8.2.2). What writes words or draws a picture outside of every tag becomes one only where
 * `words` says so: on a page that we printed nothing is said there, on another's it may be. A page whose content cannot be read to its end stays as it is.
 */
export function markArtifacts(page: PDFPage, words: 'are-none' | 'stay'): void {
  try {
    mark(page, words === 'are-none' ? shows : new Set());
  } catch {
    // A stream that does not unpack is told elsewhere (mend-streams.ts).
  }
}

function mark(page: PDFPage, shows: ReadonlySet<string>): void {
  const { context } = page.doc;
  const held = page.node.get(PDFName.of('Contents'));
  const contents = context.lookup(held);
  let open = 0;
  const rewritten: [PDFRef, Uint8Array][] = [];
  for (const ref of contents instanceof PDFArray ? contents.asArray() : [held]) {
    const stream = context.lookup(ref);
    if (!(ref instanceof PDFRef) || !(stream instanceof PDFRawStream)) return;
    const bytes = bytesOf(stream);
    if (bytes === null) return;
    const marked = withArtifacts(bytes, open, shows);
    if (marked === null) return;
    open = marked.open;
    if (marked.bytes !== bytes) rewritten.push([ref, marked.bytes]);
  }
  for (const [ref, bytes] of rewritten) context.assign(ref, PDFRawStream.of(context.obj({ Filter: 'FlateDecode' }), deflateSync(bytes, quickly)));
}

/** `open`: how many marks are open where the stream begins, and where it ends. null: something begins in it that another stream ends. */
function withArtifacts(bytes: Uint8Array, open: number, shows: ReadonlySet<string>): { bytes: Uint8Array; open: number } | null {
  const { tokens, isWhole } = contentTokens(bytes);
  if (!isWhole) return null;
  const stretches: { from: number; to: number }[] = [];
  let depth = open;
  let pathFrom: number | null = null;
  let operandsFrom: number | null = null;
  for (const token of tokens) {
    if (token.is !== 'operator') {
      operandsFrom ??= token.start;
      continue;
    }
    const from = operandsFrom ?? token.start;
    operandsFrom = null;
    const { name, end } = token;
    if (name === 'BMC' || name === 'BDC') depth += 1;
    else if (name === 'EMC') depth = Math.max(0, depth - 1);
    else if (buildsPath.has(name)) pathFrom ??= from;
    else if (paints.has(name) || name === 'n') {
      if (name !== 'n' && depth === 0) stretches.push({ from: pathFrom ?? from, to: end });
      pathFrom = null;
    } else if (shows.has(name) && depth === 0) stretches.push({ from, to: end });
  }
  if (pathFrom !== null || operandsFrom !== null) return null;
  if (stretches.length === 0) return { bytes, open: depth };
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const { from, to } of stretches) {
    pieces.push(bytes.subarray(at, from), opens, bytes.subarray(from, to), closes);
    at = to;
  }
  return { bytes: Buffer.concat([...pieces, bytes.subarray(at)]), open: depth };
}

const opens = Buffer.from('/Artifact BMC\n');
const closes = Buffer.from('\nEMC');
