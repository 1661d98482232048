import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFObject, PDFRawStream, PDFRef, PDFStream, PDFString } from '../assemble/pdf-library';
import { instructionStreams } from '../assemble/page-instructions';
import { filtersOf, readableBytesOf } from '../assemble/stream-bytes';
import type { SweepPlace } from '../../../shared/model/sweep';
import { withoutPictureData } from '../assemble/picture-data';
import { lookIntoPicture } from './look-into-picture';
import { type Looking, placeIn } from './looking';
import { readMarkup } from './markup';
import { textInBytes } from './plain-bytes';

const mostStreamBytes = 128 * 1024 * 1024;
const nameOf = (object: PDFObject | undefined): string => (object instanceof PDFName ? object.decodeText() : '');
const get = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key));

/**
 * Everything in a PDF that is no page text: every string of every object with what it is, every stream unpacked, files within, pictures' own data, unused objects too. False where the file cannot be taken apart.
 * Places name no page: of such a thing nobody can say on which it lies.
 */
export async function lookIntoObjects(path: readonly string[], bytes: Uint8Array, looking: Looking): Promise<boolean> {
  let document: PDFDocument;
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false, warnOnInvalidObjects: false, parseSpeed: Number.POSITIVE_INFINITY, password: '' });
  } catch {
    return false;
  }
  const { context } = document;
  const inside = new Map<PDFObject, string>();
  const info = context.trailerInfo.Info instanceof PDFRef ? context.lookup(context.trailerInfo.Info) : context.trailerInfo.Info;
  for (const [, object] of context.enumerateIndirectObjects()) if (object instanceof PDFDict && object.has(PDFName.of('EF'))) nameFiles(object, inside);
  const ofPages = instructionsOfPages(document);
  const said = new Map<string, { place: SweepPlace; lines: string[] }>();
  const say = (where: SweepPlace['where'], name: string, text: string): void => {
    if (text.trim() === '') return;
    const key = `${where} ${name}`;
    const known = said.get(key) ?? { place: placeIn(path, where, name), lines: [] };
    known.lines.push(text);
    said.set(key, known);
  };
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFStream ? object.dict : object;
    sayStrings(dict, object === info ? 'Info' : '', say, 0);
    if (object === info && object instanceof PDFDict) {
      const author = textOf(get(object, 'Author'));
      if (author.trim() !== '') looking.claim('author', placeIn(path, 'pdf-about', 'Author'), author);
    }
    if (object instanceof PDFRawStream) await lookIntoStream(path, object, { inside, isOfPage: ofPages.has(object) }, looking, say);
  }
  for (const { place, lines } of said.values()) looking.say(place, lines.join('\n'));
  return true;
}

function nameFiles(dict: PDFDict, inside: Map<PDFObject, string>): void {
  const name = textOf(get(dict, 'UF')) || textOf(get(dict, 'F')) || 'file';
  const files = get(dict, 'EF');
  if (files instanceof PDFDict) for (const key of files.keys()) {
    const file = files.lookup(key);
    if (file !== undefined) inside.set(file, name);
  }
}

const textOf = (object: PDFObject | undefined): string => (object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : '');

/** What a string in a dictionary is, by its key and the dictionary's kind. */
function whereOf(dict: PDFDict, key: string, isInfo: boolean): SweepPlace['where'] {
  if (isInfo) return 'pdf-about';
  if (key === 'ActualText' || key === 'Alt' || key === 'E') return 'pdf-unseen-text';
  if (key === 'UF' || key === 'F' || key === 'Desc') return 'attached-file';
  if (dict.has(PDFName.of('FT')) || (['V', 'DV', 'TU', 'TM'].includes(key) && (nameOf(get(dict, 'Subtype')) === 'Widget' || dict.has(PDFName.of('Kids'))))) return 'pdf-field';
  if (nameOf(get(dict, 'Type')) === 'OCG' || nameOf(get(dict, 'Type')) === 'OCMD') return 'pdf-layer';
  if (key === 'Title' && (dict.has(PDFName.of('Dest')) || dict.has(PDFName.of('A')) || dict.has(PDFName.of('Parent')))) return 'pdf-bookmark';
  if (dict.has(PDFName.of('Rect')) || nameOf(get(dict, 'Type')) === 'Annot') return 'pdf-note';
  return 'pdf-inside';
}

function sayStrings(object: PDFObject, key: string, say: (where: SweepPlace['where'], name: string, text: string) => void, depth: number, holder: PDFDict | null = null): void {
  if (depth > 30) return;
  if (object instanceof PDFDict) {
    for (const [name, value] of object.entries()) {
      sayStrings(value, key === 'Info' ? `Info ${name.decodeText()}` : name.decodeText(), say, depth + 1, object);
      // A name of her own making may hold words as well (a layer's, a destination's).
      if (name.decodeText().length >= 5) say('pdf-inside', '', name.decodeText());
    }
  } else if (object instanceof PDFArray) for (const value of object.asArray()) sayStrings(value, key, say, depth + 1, holder);
  else if (object instanceof PDFName) { if (object.decodeText().length >= 5) say('pdf-inside', '', object.decodeText()); }
  else if (object instanceof PDFString || object instanceof PDFHexString) {
    const isInfo = key.startsWith('Info ');
    const name = isInfo ? key.slice('Info '.length) : key;
    say(holder === null ? 'pdf-inside' : whereOf(holder, name, isInfo), isInfo ? name : '', textOf(object));
  }
}

async function lookIntoStream(path: readonly string[], stream: PDFRawStream, { inside, isOfPage }: { inside: ReadonlyMap<PDFObject, string>; isOfPage: boolean }, looking: Looking, say: (where: SweepPlace['where'], name: string, text: string) => void): Promise<void> {
  const { dict } = stream;
  const [type, subtype] = [nameOf(get(dict, 'Type')), nameOf(get(dict, 'Subtype'))];
  if (type === 'XRef' || type === 'ObjStm') return;
  if (subtype === 'Image') {
    const filters = filtersOf(dict);
    const jpeg = filters.length === 1 && nameOf(filters[0]) === 'DCTDecode' ? stream.contents : null;
    // Most have no data of their own: those are not read further.
    if (jpeg !== null && withoutPictureData(jpeg) !== jpeg) await lookIntoPicture({ path: [...path], mediaType: 'image/jpeg', bytes: jpeg }, looking, false);
    return;
  }
  // The letters of a typeface are no words; a profile of colours speaks of its maker.
  if (dict.has(PDFName.of('Length1')) || /^(?:Type1C|CIDFontType0C|OpenType)$/.test(subtype) || dict.has(PDFName.of('N'))) return;
  const unpacked = unpack(stream);
  const file = inside.get(stream) ?? (type === 'EmbeddedFile' ? 'file' : null);
  if (file !== null) {
    if (unpacked === null || !looking.mayUnpack(unpacked.length)) looking.claim('not-looked-into', placeIn([...path, file], 'bytes'), file);
    else await looking.lookInto({ path: [...path, file], mediaType: '', bytes: unpacked });
    return;
  }
  if (unpacked === null || !looking.mayUnpack(unpacked.length)) return looking.claim('not-looked-into', placeIn(path, 'pdf-inside', subtype || type), '');
  const isText = type === 'Metadata' || subtype === 'XML' || /^\s*<\?x/.test(Buffer.from(unpacked.subarray(0, 20)).toString('latin1'));
  if (isText) {
    const source = Buffer.from(unpacked).toString('utf8');
    const { text, attributes, comments } = readMarkup(source);
    say('pdf-metadata', '', [text, attributes, comments].join('\n'));
    const author = /<dc:creator>[\s\S]*?<rdf:li[^>]*>([^<]+)</.exec(source)?.[1] ?? '';
    if (author.trim() !== '') looking.claim('author', placeIn(path, 'pdf-metadata', 'dc:creator'), author);
    if (/exif:GPSL(?:atitude|ongitude)/.test(source)) looking.claim('coordinates', placeIn(path, 'pdf-metadata', 'exif:GPSLatitude'), '');
  } else if (isOfPage) say('pdf-unseen-text', '', toldInstead(unpacked));
  else {
    const words = shownStrings(unpacked);
    say('pdf-inside', '', words === '' ? textInBytes(unpacked.subarray(0, 16 * 1024 * 1024)) : words);
  }
}

function unpack(stream: PDFRawStream): Uint8Array | null {
  if (stream.contents.length > mostStreamBytes) return null;
  const bytes = readableBytesOf(stream, mostStreamBytes);
  return bytes === null || bytes.length > mostStreamBytes ? null : bytes;
}

/** The strings that a content stream shows, put together as it does; letters are as their codes say, which holds for faces without a coding of their own. PDFium reads the others, where a page uses them. */
function shownStrings(bytes: Uint8Array): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (!/\bT[jJ]\b|['"]\s/.test(source)) return '';
  const out: string[] = [];
  for (const match of source.matchAll(/\(((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*)\)|<([0-9A-Fa-f\s]{2,})>|\b(T[dDm*]|ET)\b|\/ActualText/g)) {
    const [, literal, hex, moves] = match;
    if (literal !== undefined) out.push(literal.replace(/\\([0-7]{1,3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8) & 0xff)).replace(/\\\r?\n/g, '').replace(/\\(.)/gs, '$1'));
    else if (hex !== undefined) out.push(lettersOfHex(hex.replace(/\s/g, '')));
    else if (moves !== undefined) out.push(moves === 'ET' ? '\n' : '');
  }
  return out.join('');
}

/** What draws the pages: PDFium has read its words. */
function instructionsOfPages(document: PDFDocument): ReadonlySet<PDFObject | undefined> {
  try {
    return new Set(document.getPages().flatMap(({ node }) => instructionStreams(node)));
  } catch {
    // Pages that cannot be walked through are looked into as everything else.
    return new Set();
  }
}

/** What a content stream has read out in place of what it draws (ISO 32000-2, 14.9). */
function toldInstead(bytes: Uint8Array): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (!/\/(?:ActualText|Alt|E)\b/.test(source)) return '';
  return [...source.matchAll(/\/(?:ActualText|Alt|E)\s*(?:\(((?:\\[\s\S]|[^\\()])*)\)|<([0-9A-Fa-f\s]*)>)/g)].map(([, literal, hex]) => (literal ?? lettersOfHex((hex ?? '').replace(/\s/g, '')))).join('\n');
}

function lettersOfHex(hex: string): string {
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return Buffer.from(bytes.subarray(2)).swap16().toString('utf16le');
  return bytes.toString('latin1').replace(/[\u0000-\u001f]/g, '');
}
