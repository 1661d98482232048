/**
 * The one place where the PDF library is imported (@cantoo/pdf-lib 2.11.1). Some of its faults are mended here. Its cross-reference stream looks for the place of every new
 * object from the beginning, so that saving n objects costs n²: 150 s for 160,000 objects against 3.5 s (measured). Objects come almost
 * in order; looking from the end by halves mends it.
 */
import { deflateSync } from 'node:zlib';
import { PDFCrossRefStream, PDFFlateStream, PDFHexString, PDFName, PDFObjectParser, PDFStreamWriter, PDFString, type PDFRef } from 'pdf-lib';

interface Entry { readonly ref: PDFRef }

function appendInOrder(this: { entries: Entry[] }, entry: Entry): void {
  const { entries } = this;
  const last = entries.at(-1);
  if (last === undefined || last.ref.objectNumber <= entry.ref.objectNumber) {
    entries.push(entry);
    return;
  }
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.ref.objectNumber ?? 0) > entry.ref.objectNumber) high = middle;
    else low = middle + 1;
  }
  entries.splice(low, 0, entry);
}

(PDFCrossRefStream.prototype as unknown as { appendEntry: typeof appendInOrder }).appendEntry = appendInOrder;

/** It looks through a name for escapes each time the name is asked for, which is for most of what is read: a tenth of reading (measured). */
const nameOf = PDFName.of;
const names = new Map<string, PDFName>();
PDFName.of = (written: string): PDFName => {
  const known = names.get(written);
  if (known !== undefined) return known;
  const made = nameOf(written);
  names.set(written, made);
  return made;
};

/** It packs in a script what zlib packs in a fifth of the time (measured). */
interface Packed { readonly encode: boolean; readonly contentsCache: { populate: () => Uint8Array }; readonly computeContents: () => Uint8Array; getUnencodedContents(): Uint8Array }
const streams = PDFFlateStream.prototype as unknown as { getContents: (this: Packed) => Uint8Array; getContentsSize: (this: Packed) => number };
const { getContents, getContentsSize } = streams;

function packWithZlib(stream: Packed): Packed {
  const { contentsCache: cache } = stream;
  if (cache.populate === stream.computeContents) cache.populate = () => (stream.encode ? Uint8Array.from(deflateSync(stream.getUnencodedContents())) : stream.getUnencodedContents());
  return stream;
}

streams.getContents = function contents(this: Packed) { return getContents.call(packWithZlib(this)); };
streams.getContentsSize = function size(this: Packed) { return getContentsSize.call(packWithZlib(this)); };

/** It packs fifty objects at a time; with two hundred the document is smaller, and packing is begun a quarter as often. */
const objectsTogether = 200;
const writerFor = PDFStreamWriter.forContext;
PDFStreamWriter.forContext = (context, objectsPerTick, encodeStreams) => writerFor(context, objectsPerTick, encodeStreams, objectsTogether);

/**
 * Of a locked file that opens without a password, it puts the bytes of a string, once they are readable, between brackets as they are: a bracket or a backslash among them then spoils the string, and all that follows it. As
 * digits they stay what they are.
 */
interface Parser { readonly cryptoFactory?: unknown; parseString: (this: Parser, ref?: PDFRef) => PDFString | PDFHexString }
const parser = PDFObjectParser.prototype as unknown as Parser;
const parseAsWritten = parser.parseString;
parser.parseString = function parseString(this: Parser, ref) {
  const string = parseAsWritten.call(this, ref);
  if (this.cryptoFactory === undefined || ref === undefined) return string;
  return PDFHexString.of(Buffer.from(string.toString().slice(1, -1), 'latin1').toString('hex'));
};

/** A file of anyone's is read as far as it can be, and left as it is. A locked one opens where it asks for no password. */
export const howeverDamaged = { updateMetadata: false, throwOnInvalidObject: false, warnOnInvalidObjects: false, parseSpeed: Number.POSITIVE_INFINITY, password: '', preserveXFA: true };

/** Nothing is added to what is written, and it is written without a pause: this process does nothing else. */
export const asItIs = { addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY };

export {
  PDFArray, PDFBool, PDFCatalog, PDFCheckBox, PDFContext, PDFDict, PDFDocument, PDFDropdown, PDFField, PDFFont, PDFHexString, PDFInvalidObject, PDFName, PDFNull, PDFNumber, PDFObject, PDFObjectCopier, PDFOperator, PDFOptionList, PDFPage, PDFPageLeaf, PDFPageTree, PDFRadioGroup, PDFRawStream, PDFRef, PDFStream, PDFString, PDFTextField, decodePDFRawStream, degrees, rgb,
} from 'pdf-lib';
