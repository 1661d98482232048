import { deflateSync, constants, inflateRawSync, inflateSync } from 'node:zlib';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFObject, PDFPage, PDFRawStream, PDFRef } from './pdf-library';
import { refsReached } from './refs-reached';
import { filtersOf } from './stream-bytes';

const name = (key: string) => PDFName.of(key);
const flate = name('FlateDecode');
const jpeg = name('DCTDecode');
const jpegBegins = Buffer.from([0xff, 0xd8, 0xff]);
/** Ways of packing that any reader must undo the same way (ISO 32000-2, 7.4); pictures' own are left as they are. */
const plain = new Set([flate, ...['LZWDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode', 'Fl', 'LZW', 'A85', 'AHx', 'RL'].map(name)]);
const mostBytes = 256 * 1024 * 1024;
/** Larger ones are pictures of scans, mostly: unpacking each to see whether it can be would take longer than all the rest of joining. */
const mostPackedBytes = 1024 * 1024;

/**
 * Packs anew what does not unpack as it should, as far as it can be read, so that no reader stumbles over the finished document. In place. Gives the pages (from 1) that draw with something of which a part is lost: readers would
 * show what came before the damage, or nothing, and say nothing. A page's own instructions are looked at whatever their size.
 */
export function mendStreams(document: PDFDocument): number[] {
  const ofPages = new Set(document.getPages().flatMap(({ node }) => listed(node.lookup(name('Contents')), node.get(name('Contents')))));
  const lossy = new Set<PDFRef>();
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const filters = filtersOf(object.dict);
    if (filters.length === 1 && filters[0] === jpeg && !isJpeg(object.contents)) {
      document.context.assign(ref, whiteDot(document));
      lossy.add(ref);
      continue;
    }
    // A page's instructions packed in a way that is none can be read by nobody.
    const isUnreadable = ofPages.has(ref) && filters.some((filter) => !plain.has(filter));
    if (filters.length === 0 || (!isUnreadable && filters.some((filter) => !plain.has(filter)))) continue;
    if (object.contents.length > mostPackedBytes && !ofPages.has(ref)) continue;
    const mended = isUnreadable ? { stream: repacked(object.dict, new Uint8Array()), isPart: true } : filters.length === 1 && filters[0] === flate ? mendFlate(object) : packAnew(object);
    if (mended === null) continue;
    document.context.assign(ref, mended.stream);
    if (mended.isPart) lossy.add(ref);
  }
  return lossy.size === 0 ? [] : document.getPages().flatMap((page, index) => (drawsWith(page, lossy) ? [index + 1] : []));
}

interface Mended { readonly stream: PDFRawStream; readonly isPart: boolean }

/** null where it unpacks as it is. What stays lost is what follows the first fault. */
function mendFlate({ dict, contents }: PDFRawStream): Mended | null {
  if (contents.length === 0) return { stream: repacked(dict, contents), isPart: false };
  let isOtherThanSum = false;
  try {
    inflateSync(contents, { maxOutputLength: mostBytes });
    return null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return null;
    isOtherThanSum = /incorrect data check/.test(String(error));
  }
  const [whole] = beginning(contents, contents.length);
  if (whole !== null) return { stream: repacked(dict, whole), isPart: isOtherThanSum || !endsItself(contents) };
  let [sound, broken, best] = [0, contents.length, new Uint8Array()];
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    const [read] = beginning(contents, middle);
    if (read === null) broken = middle;
    else [sound, best] = [middle, read];
  }
  return { stream: repacked(dict, best), isPart: true };
}

/** What so many bytes unpack to, with or without the two that should stand before them; null when they hold a fault. */
function beginning(packed: Uint8Array, length: number): [Uint8Array<ArrayBuffer> | null] {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostBytes };
  for (const read of [() => inflateSync(packed.subarray(0, length), options), () => inflateRawSync(packed.subarray(2, length), options)]) {
    try {
      return [Uint8Array.from(read())];
    } catch {
      // The other way, or none.
    }
  }
  return [null];
}

/** Whether all that is missing is the sum at the end: the packed data itself comes to its end. */
function endsItself(packed: Uint8Array): boolean {
  try {
    inflateRawSync(packed.subarray(2), { maxOutputLength: mostBytes });
    return true;
  } catch {
    return false;
  }
}

/** Of the other ways and of several, one over another: what can be read of it, packed in the common one. null where what is in it must be understood with more than that (predictors). */
function packAnew(stream: PDFRawStream): Mended | null {
  if (stream.dict.has(name('DecodeParms')) || stream.dict.has(name('DP'))) return null;
  try {
    return { stream: repacked(stream.dict, decodePDFRawStream(stream).decode()), isPart: false };
  } catch {
    return { stream: repacked(stream.dict, new Uint8Array()), isPart: true };
  }
}

function isJpeg(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).indexOf(jpegBegins) !== -1;
}

/** In place of a picture of which there is nothing. */
function whiteDot(document: PDFDocument): PDFRawStream {
  const dict = document.context.obj({ Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, BitsPerComponent: 8, ColorSpace: 'DeviceGray', Filter: 'FlateDecode' });
  return PDFRawStream.of(dict, Uint8Array.from(deflateSync(Uint8Array.of(255))));
}

function repacked(dict: PDFDict, bytes: Uint8Array): PDFRawStream {
  const copy = dict.clone();
  copy.set(name('Filter'), flate);
  if (bytes.length === 0) copy.delete(name('DecodeParms'));
  return PDFRawStream.of(copy, Uint8Array.from(deflateSync(bytes)));
}

function listed(value: PDFObject | undefined, held: PDFObject | undefined): PDFObject[] {
  return value instanceof PDFArray ? value.asArray() : held === undefined ? [] : [held];
}

function drawsWith({ node }: PDFPage, what: ReadonlySet<PDFRef>): boolean {
  for (const ref of refsReached([node.get(name('Contents')), node.Resources()], node.context)) if (what.has(ref)) return true;
  return false;
}
