import { deflateSync } from 'node:zlib';
import { annotationsOf, keepAnnotations, notesAmong } from '../annotations';
import { lookedUp } from '../one-or-list';
import { decodePDFRawStream, PDFArray, PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFStream, type PDFObject } from '../pdf-library';
import { bytesOf, filtersOf } from '../stream-bytes';
import { dictOfDrawing } from '../things-that-draw';
import { knownFilters, mostInteger } from './limits';
import { markFlags, unseenFlags } from './mark-flags';

const name = (key: string) => PDFName.of(key);
const intents = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation'].map(name));
/** Names of pictures within instructions (ISO 32000-1, table 94), which readers take in streams, too. */
const shortened = new Map(Object.entries({ AHx: 'ASCIIHexDecode', A85: 'ASCII85Decode', LZW: 'LZWDecode', Fl: 'FlateDecode', RL: 'RunLengthDecode', CCF: 'CCITTFaxDecode', DCT: 'DCTDecode' }).map(([short, whole]) => [name(short), name(whole)]));
/** Undone without a word of what they were packed with, in this order only the last of which may have parameters. */
const plain = new Set(['LZWDecode', 'FlateDecode', 'ASCII85Decode', 'ASCIIHexDecode', 'RunLengthDecode'].map(name));

/**
 * Puts right in a document what PDF/A-2 (ISO 19005-2) wants otherwise and what can be had otherwise without any page looking different: how streams are packed, hints to printing presses, what marks say of being printed, lists that a face need not have. In place. What is left is `lookAtPage`'s to find. Gives how many notes that nobody sees went.
 */
export function mendForKeeping(document: PDFDocument): number {
  for (const [ref, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    mendLengths(object);
    const said = filtersOf(object.dict);
    const filters = said.map((filter) => shortened.get(filter) ?? filter);
    if (said.some((filter) => shortened.has(filter))) object.dict.set(name('Filter'), document.context.obj(filters));
    // No reader unpacks it. Where a page draws it all the same, it draws what is neither picture nor form, and becomes a picture of what readers show.
    if (filters.some((filter) => filter !== name('LZWDecode') && !knownFilters.has(filter))) document.context.assign(ref, PDFRawStream.of(document.context.obj({}), new Uint8Array()));
    if (!filters.includes(name('LZWDecode'))) continue;
    const packed = withoutLzw(object);
    if (packed !== null) document.context.assign(ref, packed);
  }
  let notesGone = 0;
  const seen = new Set<PDFObject>();
  const stack: PDFObject[] = document.context.enumerateIndirectObjects().map(([, object]) => object);
  for (let object = stack.pop(); object !== undefined; object = stack.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    const dict = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null;
    if (dict !== null) {
      mendDict(dict, object instanceof PDFStream);
      for (const [key, held] of dict.entries()) {
        if (held instanceof PDFHexString) dict.set(key, wholeBytes(held));
        else stack.push(held);
      }
    } else if (object instanceof PDFArray) {
      for (const [index, held] of object.asArray().entries()) {
        if (held instanceof PDFHexString) object.set(index, wholeBytes(held));
        else stack.push(held);
      }
    }
  }
  for (const { node } of document.getPages()) {
    giveResources(node.Resources(), new Set());
    notesGone += mendMarks(node);
  }
  return notesGone;
}

function mendDict(dict: PDFDict, isStream: boolean): void {
  const kind = dict.get(name('Subtype'));
  if (isStream) for (const key of ['F', 'FFilter', 'FDecodeParms']) dict.delete(name(key));
  if (isStream && kind === name('Image')) {
    for (const key of ['Alternates', 'OPI']) dict.delete(name(key));
    if (dict.lookup(name('Interpolate')) === PDFBool.True) dict.delete(name('Interpolate'));
    const intent = dict.lookup(name('Intent'));
    if (intent !== undefined && !(intent instanceof PDFName && intents.has(intent))) dict.delete(name('Intent'));
  }
  if (isStream && kind === name('Form')) for (const key of ['OPI', 'PS', 'Ref', 'Subtype2']) dict.delete(name(key));
  // Many do not say what they are.
  if (dict.get(name('Type')) === name('FontDescriptor') || dict.has(name('FontName'))) for (const key of ['CIDSet', 'CharSet']) dict.delete(name(key));
  // Said or not, this is how it is read (ISO 32000-1, table 117).
  if (kind === name('CIDFontType2') && !dict.has(name('CIDToGIDMap'))) dict.set(name('CIDToGIDMap'), name('Identity'));
}

/** How long a face's program is, and its first part, where the file says what is no length (6.1.13). Of a Type 1 program all after the word that begins its second part is that (ISO 32000-1, 9.9). */
function mendLengths(stream: PDFRawStream): void {
  const { dict } = stream;
  const said = ['Length1', 'Length2', 'Length3'].map((key) => { const length = dict.lookup(name(key)); return length instanceof PDFNumber ? length.asNumber() : 0; });
  if (said.every((length) => Math.abs(length) <= mostInteger)) return;
  const bytes = Buffer.from(bytesOf(stream) ?? new Uint8Array());
  const second = bytes.indexOf('eexec');
  const first = dict.has(name('Length2')) && second >= 0 ? second + 'eexec'.length : bytes.length;
  for (const [key, length] of [['Length1', first], ['Length2', bytes.length - first], ['Length3', 0]] as const) if (dict.has(name(key))) dict.set(name(key), PDFNumber.of(length));
}

/** Of a graphics state only what concerns presses: halftones, and curves that change nothing. */
function mendGraphics(graphics: PDFDict): void {
  for (const key of ['HT', 'HTP', 'HTO']) graphics.delete(name(key));
  for (const key of ['TR', 'TR2']) if (graphics.lookup(name(key)) === name('Identity') || graphics.lookup(name(key)) === name('Default')) graphics.delete(name(key));
}

/** What is drawn on a page and has no list of its own draws with the page's: it is given that, as the standard wants it said. */
function giveResources(resources: PDFDict | undefined, seen: Set<PDFObject>): void {
  if (resources === undefined || seen.has(resources)) return;
  seen.add(resources);
  const graphics = resources.lookup(name('ExtGState'));
  for (const key of graphics instanceof PDFDict ? graphics.keys() : []) {
    const one = (graphics as PDFDict).lookup(key);
    if (one instanceof PDFDict) mendGraphics(one);
  }
  for (const category of ['XObject', 'Pattern', 'Font']) {
    const all = resources.lookup(name(category));
    for (const key of all instanceof PDFDict ? all.keys() : []) {
      const dict = dictOfDrawing((all as PDFDict).lookup(key));
      if (dict === null) continue;
      const own = dict.lookup(name('Resources'));
      if (own instanceof PDFDict) giveResources(own, seen);
      else dict.set(name('Resources'), resources);
    }
  }
}

/** Marks are seen and printed, or they are not there; how they look is said once. Gives how many notes went. */
function mendMarks(page: Parameters<typeof annotationsOf>[0]): number {
  const flagsOf = (mark: PDFDict): number => { const said = mark.lookup(name('F')); return said instanceof PDFNumber ? said.asNumber() : 0; };
  const gone = keepAnnotations(page, (mark) => mark !== null && (flagsOf(mark) & unseenFlags) === 0);
  for (const { annotation: mark } of annotationsOf(page)) {
    if (mark === null) continue;
    const kind = mark.lookup(name('Subtype'));
    mark.set(name('F'), PDFNumber.of(flagsOf(mark) | markFlags.print | (kind === name('Text') ? markFlags.noZoom | markFlags.noRotate : 0)));
    const looks = mark.lookup(name('AP'));
    if (looks instanceof PDFDict) {
      const normal = looks.lookup(name('N'));
      const state = mark.lookup(name('AS'));
      if (normal instanceof PDFDict && state instanceof PDFName && normal.get(state) !== undefined) looks.set(name('N'), normal.get(state) as PDFObject);
      for (const key of ['D', 'R']) looks.delete(name(key));
      mark.delete(name('AS'));
    } else if (kind === name('Text')) drawNote(page, mark);
  }
  return notesAmong(gone);
}

/** A note's own sign, which programs otherwise draw each in its way: a small sheet with lines. */
function drawNote(page: Parameters<typeof annotationsOf>[0], mark: PDFDict): void {
  const { context } = page;
  const look = context.stream('q 1 0.96 0.6 rg 0.35 G 0.8 w 1 1 16 16 re B 4 12.5 m 14 12.5 l 4 9 m 14 9 l 4 5.5 m 10 5.5 l S Q', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 18, 18], Resources: {} });
  mark.set(name('AP'), context.obj({ N: context.register(look) }));
}

/** An odd number of digits: the last stands for sixteen times itself (ISO 32000-1, 7.3.4.3). */
function wholeBytes(string: PDFHexString): PDFHexString {
  return /^(?:[0-9a-fA-F]{2})*$/.test(string.asString()) ? string : PDFHexString.of(Buffer.from(string.asBytes()).toString('hex'));
}

/** null where it cannot be packed otherwise. */
function withoutLzw({ dict, contents }: PDFRawStream): PDFRawStream | null {
  const filters = filtersOf(dict);
  if (filters.some((filter) => !plain.has(filter))) return null;
  const parameters = lookedUp(dict.lookup(name('DecodeParms'))).map((one) => (one instanceof PDFDict ? one : null));
  if (parameters.slice(0, -1).some((one) => one !== null) || (parameters.length > 0 && parameters.at(-1) !== null && parameters.length !== filters.length)) return null;
  try {
    const copy = dict.clone();
    const last = parameters.at(-1)?.clone() ?? null;
    copy.set(name('Filter'), name('FlateDecode'));
    copy.delete(name('DecodeParms'));
    last?.delete(name('EarlyChange'));
    // What was foretold of the bytes before they were packed still is.
    if (last !== null) copy.set(name('DecodeParms'), last);
    return PDFRawStream.of(copy, Uint8Array.from(deflateSync(decodePDFRawStream(PDFRawStream.of(dict, contents)).decode())));
  } catch {
    return null;
  }
}
