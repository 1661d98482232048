import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream, type PDFObject } from '../pdf-library';
import { bytesOf } from '../stream-bytes';
import { fault, type Fault } from './fault';
import { readCff } from './fonts/cff';
import type { FontProgram } from './fonts/font-program';
import { characterNamed, encodings, type Encoding } from './fonts/letter-names';
import { readSfnt } from './fonts/true-type';
import { readType1 } from './fonts/type1';
import { instructionsOf } from './instructions';
import type { Written } from './look-at-content';

const name = (key: string) => PDFName.of(key);
/** Widths are written rounded: by so much of a thousandth they may differ. */
const mostDifference = 1;
const [symbolicFlag, otherFlag] = [4, 32];
const simple = new Set(['Type1', 'MMType1', 'TrueType'].map(name));

/** A glyph that a code leads to, and how wide the document says it is. */
interface Letter { readonly glyph: number | null; readonly saidWidth: number }
interface Face { readonly program: FontProgram; readonly letterOf: (code: number) => Letter; readonly faults: readonly Fault[] }

/** What is wrong with a face and what was written with it (ISO 19005-2, 6.2.11). What a program is not said to hold, or cannot be read, is a fault too: it could not be told. Remembers every face's program. */
export class FontFaults {
  readonly #read = new Map<PDFDict, Face | readonly Fault[]>();

  of(font: PDFDict, { shown, unseen }: Written): Fault[] {
    if (font.get(name('Subtype')) === name('Type3')) return drawnFaults(font, shown);
    let face = this.#read.get(font);
    if (face === undefined) {
      face = readFace(font);
      this.#read.set(font, face);
    }
    // What is only ever written in the way that draws nothing needs no program (6.2.11.4.1).
    if (!('program' in face)) return shown.size === 0 && face.every(({ clause }) => clause === '6.2.11.4.1') ? [] : [...face];
    const found = [...face.faults];
    for (const code of new Set([...shown, ...unseen])) {
      const { glyph, saidWidth } = face.letterOf(code);
      if (glyph === 0) found.push(fault('6.2.11.8', 'letters'));
      else if (!shown.has(code)) continue;
      else if (glyph === null || glyph >= face.program.glyphCount) found.push(fault('6.2.11.4.1', 'letters'));
      else {
        const width = face.program.widthOf(glyph);
        if (width === null || Math.abs(width - saidWidth) > mostDifference) found.push(fault('6.2.11.5', 'letters'));
      }
    }
    return found;
  }
}

function readFace(font: PDFDict): Face | readonly Fault[] {
  const kind = font.get(name('Subtype'));
  if (font.get(name('Type')) !== name('Font') || !(font.lookup(name('BaseFont')) instanceof PDFName)) return [fault('6.2.11.2', 'letters')];
  if (kind === name('Type0')) return readComposite(font);
  if (kind === undefined || !simple.has(kind as PDFName)) return [fault('6.2.11.2', 'letters')];
  const program = programOf(font.lookup(name('FontDescriptor')));
  if ('clause' in program) return [program];
  const widths = font.lookup(name('Widths'));
  const [first, last] = [font.lookup(name('FirstChar')), font.lookup(name('LastChar'))];
  if (!(widths instanceof PDFArray) || !(first instanceof PDFNumber) || !(last instanceof PDFNumber) || widths.size() !== last.asNumber() - first.asNumber() + 1) return [fault('6.2.11.2', 'letters')];
  const descriptor = font.lookup(name('FontDescriptor')) as PDFDict;
  const missing = descriptor.lookup(name('MissingWidth'));
  const widthOf = (code: number): number => {
    const at = code - first.asNumber();
    const said = at >= 0 && at < widths.size() ? widths.lookup(at) : missing;
    return said instanceof PDFNumber ? said.asNumber() : 0;
  };
  const flags = descriptor.lookup(name('Flags'));
  const isSymbolic = flags instanceof PDFNumber && (flags.asNumber() & symbolicFlag) !== 0 && (flags.asNumber() & otherFlag) === 0;
  const { glyphOf, faults } = kind === name('TrueType') ? trueTypeLetters(font, program, isSymbolic) : namedLetters(font, program, isSymbolic);
  return { program, faults, letterOf: (code) => ({ glyph: glyphOf(code), saidWidth: widthOf(code) }) };
}

interface Letters { readonly glyphOf: (code: number) => number | null; readonly faults: readonly Fault[] }

/** 6.2.11.6: how a code leads to a glyph of a TrueType program must not be open to guessing. */
function trueTypeLetters(font: PDFDict, program: FontProgram, isSymbolic: boolean): Letters {
  const encoding = font.lookup(name('Encoding'));
  const cmap = (platform: number, kind: number) => program.cmaps.find((one) => one.platform === platform && one.encoding === kind);
  const [unicode, symbol, mac] = [cmap(3, 1), cmap(3, 0), cmap(1, 0)];
  if (isSymbolic) {
    const faults = encoding !== undefined || (program.cmaps.length !== 1 && symbol === undefined) ? [fault('6.2.11.6', 'letters')] : [];
    const only = symbol ?? program.cmaps[0];
    return { faults, glyphOf: (code) => (only === undefined ? null : only === symbol ? [code, 0xf000 + code, 0xf100 + code, 0xf200 + code].map((one) => only.glyphOf(one)).find((glyph) => glyph !== 0) ?? 0 : only.glyphOf(code)) };
  }
  const base = encoding instanceof PDFDict ? encoding.lookup(name('BaseEncoding')) : encoding;
  const table = base === name('WinAnsiEncoding') ? encodings.winAnsi : base === name('MacRomanEncoding') ? encodings.macRoman : null;
  const differences = encoding instanceof PDFDict ? differencesOf(encoding) : new Map<number, string>();
  const isOpen = table === null || (unicode === undefined && mac === undefined) || (differences.size > 0 && (unicode === undefined || [...differences.values()].some((one) => one !== '.notdef' && characterNamed(one) === null)));
  return {
    faults: isOpen ? [fault('6.2.11.6', 'letters')] : [],
    glyphOf: (code) => {
      const said = differences.get(code) ?? table?.get(code);
      const character = said === undefined ? null : characterNamed(said);
      if (unicode !== undefined) return character === null ? 0 : unicode.glyphOf(character);
      const macCode = said === undefined ? undefined : [...encodings.macRoman].find(([, one]) => one === said)?.[0];
      return macCode === undefined ? 0 : (mac?.glyphOf(macCode) ?? 0);
    },
  };
}

function namedLetters(font: PDFDict, program: FontProgram, isSymbolic: boolean): Letters {
  const encoding = font.lookup(name('Encoding'));
  const base = encoding instanceof PDFDict ? encoding.lookup(name('BaseEncoding')) : encoding;
  const table: Encoding | null = base === name('WinAnsiEncoding') ? encodings.winAnsi : base === name('MacRomanEncoding') ? encodings.macRoman : base === name('StandardEncoding') ? encodings.standard : null;
  const differences = encoding instanceof PDFDict ? differencesOf(encoding) : new Map<number, string>();
  return {
    faults: base !== undefined && table === null ? [fault('6.2.11.2', 'letters')] : [],
    glyphOf: (code) => {
      const said = differences.get(code) ?? (table === null ? (program.coded(code) ?? (isSymbolic ? undefined : encodings.standard.get(code))) : table.get(code));
      if (said === undefined || said === '.notdef') return 0;
      return program.named(said);
    },
  };
}

function differencesOf(encoding: PDFDict): Map<number, string> {
  const found = new Map<number, string>();
  const list = encoding.lookup(name('Differences'));
  let code = 0;
  for (let index = 0; list instanceof PDFArray && index < list.size(); index++) {
    const one = list.lookup(index);
    if (one instanceof PDFNumber) code = one.asNumber();
    else if (one instanceof PDFName) found.set(code++, one.decodeText());
  }
  return found;
}

function readComposite(font: PDFDict): Face | readonly Fault[] {
  const below = font.lookup(name('DescendantFonts'));
  const cid = below instanceof PDFArray && below.size() === 1 ? below.lookup(0) : undefined;
  if (!(cid instanceof PDFDict) || cid.get(name('Type')) !== name('Font') || !(cid.lookup(name('CIDSystemInfo')) instanceof PDFDict) || !(cid.lookup(name('BaseFont')) instanceof PDFName)) return [fault('6.2.11.2', 'letters')];
  const encoding = font.lookup(name('Encoding'));
  const program = programOf(cid.lookup(name('FontDescriptor')));
  if ('clause' in program) return [program];
  // Other ways from codes to letters are not followed here: which letters are written could not be told.
  if (encoding !== name('Identity-H') && encoding !== name('Identity-V')) return [fault('6.2.11.3', 'letters')];
  const kind = cid.get(name('Subtype'));
  const widths = cidWidths(cid);
  if (kind === name('CIDFontType0')) return { program, faults: [], letterOf: (code) => ({ glyph: program.byCid === null ? code : program.byCid(code), saidWidth: widths(code) }) };
  if (kind !== name('CIDFontType2')) return [fault('6.2.11.2', 'letters')];
  const map = cid.lookup(name('CIDToGIDMap'));
  const mapped = map instanceof PDFStream ? bytesOf(map) : null;
  if (map !== name('Identity') && mapped === null) return [fault('6.2.11.3', 'letters')];
  return { program, faults: [], letterOf: (code) => ({ glyph: mapped === null ? code : 2 * code + 1 < mapped.length ? ((mapped[2 * code] ?? 0) << 8) | (mapped[2 * code + 1] ?? 0) : 0, saidWidth: widths(code) }) };
}

/** ISO 32000-1, 9.7.4.3. */
function cidWidths(cid: PDFDict): (code: number) => number {
  const usual = cid.lookup(name('DW'));
  const said = new Map<number, number>();
  const ranges: { from: number; to: number; width: number }[] = [];
  const list = cid.lookup(name('W'));
  const numberAt = (index: number): number => { const value = list instanceof PDFArray && index < list.size() ? list.lookup(index) : undefined; return value instanceof PDFNumber ? value.asNumber() : 0; };
  for (let index = 0; list instanceof PDFArray && index + 1 < list.size(); ) {
    const second = list.lookup(index + 1);
    if (second instanceof PDFArray) {
      for (let more = 0; more < second.size(); more++) { const width = second.lookup(more); said.set(numberAt(index) + more, width instanceof PDFNumber ? width.asNumber() : 0); }
      index += 2;
    } else {
      ranges.push({ from: numberAt(index), to: numberAt(index + 1), width: numberAt(index + 2) });
      index += 3;
    }
  }
  return (code) => said.get(code) ?? ranges.find(({ from, to }) => code >= from && code <= to)?.width ?? (usual instanceof PDFNumber ? usual.asNumber() : 1000);
}

const programs = new WeakMap<PDFStream, FontProgram>();

function programOf(descriptor: PDFObject | undefined): FontProgram | Fault {
  if (!(descriptor instanceof PDFDict)) return fault('6.2.11.4.1', 'letters');
  const held = (['FontFile', 'FontFile2', 'FontFile3'] as const).flatMap((key) => { const stream = descriptor.lookup(name(key)); return stream instanceof PDFStream ? [{ key, stream }] : []; });
  const [one] = held;
  if (one === undefined) return fault('6.2.11.4.1', 'letters');
  const before = programs.get(one.stream);
  if (before !== undefined) return before;
  const bytes = bytesOf(one.stream);
  if (bytes === null || held.length > 1) return fault('6.2.11.2', 'letters');
  try {
    const kind = one.stream.dict.lookup(name('Subtype'));
    const clear = one.stream.dict.lookup(name('Length1'));
    const program = one.key === 'FontFile' ? readType1(bytes, clear instanceof PDFNumber ? clear.asNumber() : 0) : one.key === 'FontFile2' ? readSfnt(bytes) : kind === name('OpenType') ? readSfnt(bytes) : kind === name('Type1C') || kind === name('CIDFontType0C') ? readCff(bytes) : null;
    if (program === null) return fault('6.2.11.2', 'letters');
    programs.set(one.stream, program);
    return program;
  } catch {
    return fault('6.2.11.2', 'letters');
  }
}

/** A face whose letters are drawn: each that is written is there, and as wide as it says itself. */
function drawnFaults(font: PDFDict, shown: ReadonlySet<number>): Fault[] {
  const [letters, encoding, widths, first] = ['CharProcs', 'Encoding', 'Widths', 'FirstChar'].map((key) => font.lookup(name(key)));
  if (!(letters instanceof PDFDict) || !(encoding instanceof PDFDict) || !(widths instanceof PDFArray) || !(first instanceof PDFNumber) || !(font.lookup(name('LastChar')) instanceof PDFNumber)) return [fault('6.2.11.2', 'letters')];
  const names = differencesOf(encoding);
  const found: Fault[] = [];
  for (const code of shown) {
    const said = names.get(code);
    const stream = said === undefined ? undefined : letters.lookup(name(said));
    const bytes = stream instanceof PDFStream ? bytesOf(stream) : null;
    if (bytes === null) {
      found.push(fault('6.2.11.4.1', 'letters'));
      continue;
    }
    const at = code - first.asNumber();
    const width = at >= 0 && at < widths.size() ? widths.lookup(at) : undefined;
    const drawn = drawnWidth(bytes);
    if (drawn === null || !(width instanceof PDFNumber) || Math.abs(drawn - width.asNumber()) > Math.max(mostDifference, Math.abs(drawn) / 1000)) found.push(fault('6.2.11.5', 'letters'));
  }
  return found;
}

function drawnWidth(bytes: Uint8Array): number | null {
  for (const { operator, operands } of instructionsOf(bytes)) {
    if (operator === 'd0' || operator === 'd1') return typeof operands[0] === 'number' ? operands[0] : null;
  }
  return null;
}
