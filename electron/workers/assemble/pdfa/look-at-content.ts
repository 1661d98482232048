import { lookedUp } from '../one-or-list';
import { instructionStreams } from '../page-instructions';
import { PDFArray, PDFBool, PDFDict, PDFName, PDFNull, PDFNumber, PDFPage, PDFRawStream, PDFStream, type PDFObject } from '../pdf-library';
import { bytesOf, filtersOf } from '../stream-bytes';
import { colourFaults } from './colours';
import { fault, type Fault } from './fault';
import { instructionsOf, isName, isString, type Instruction, type Operand } from './instructions';
import { mostInteger, mostNameBytes, mostStringBytes } from './limits';

const name = (key: string) => PDFName.of(key);

/** ISO 32000-1, table A.1. */
const known = new Set('b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'.split(' '));
const intents = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation']);
const blends = new Set(['Normal', 'Compatible', 'Multiply', 'Screen', 'Overlay', 'Darken', 'Lighten', 'ColorDodge', 'ColorBurn', 'HardLight', 'SoftLight', 'Difference', 'Exclusion', 'Hue', 'Saturation', 'Color', 'Luminosity']);
/** 28 in all (6.1.13); what is put around a page here (the strip, the stamp, words, a copy's marks) is within. */
const mostNested = 22;
const mostNestedOfAll = 28;
const deepest = 24;
const unseen = 3;

/** Letters of a face that were written, by code: those that are drawn, and those in the way that draws nothing. */
export interface Written { readonly shown: Set<number>; readonly unseen: Set<number> }

/** What is found on one page: what is against the standard, and which faces wrote what. */
export interface Looked { readonly faults: Fault[]; readonly written: Map<PDFDict, Written> }

interface State { face: PDFDict | null; mode: number }

/** Goes through everything that a page draws with: its instructions, forms, patterns, drawn letters, and how its marks look. `isFinished`: nothing will be put around it any more. */
export function lookAtPage({ node }: PDFPage, isFinished: boolean): Looked {
  const look = new Look(isFinished ? mostNestedOfAll : mostNested);
  const group = node.lookup(name('Group'));
  if (group instanceof PDFDict) look.group(group, node.Resources());
  look.streams(instructionStreams(node), node.Resources(), { face: null, mode: 0 }, 0);
  const marks = node.lookup(name('Annots'));
  for (let index = 0; marks instanceof PDFArray && index < marks.size(); index++) {
    const mark = marks.lookup(index);
    const looks = mark instanceof PDFDict ? mark.lookup(name('AP')) : undefined;
    const normal = looks instanceof PDFDict ? looks.lookup(name('N')) : undefined;
    for (const form of normal instanceof PDFDict ? normal.values().map((held) => node.context.lookup(held)) : [normal]) if (form instanceof PDFStream) look.form(form, undefined, { face: null, mode: 0 }, 0);
  }
  return look;
}

class Look implements Looked {
  readonly faults: Fault[] = [];
  readonly written = new Map<PDFDict, Written>();
  readonly #seen = new Set<PDFObject>();
  readonly #mostNested: number;

  constructor(mostNestedHere: number) { this.#mostNested = mostNestedHere; }

  #add(...found: readonly Fault[]): void { this.faults.push(...found); }

  streams(streams: readonly (PDFObject | undefined)[], resources: PDFDict | undefined, state: State, depth: number): void {
    const pieces: Uint8Array[] = [];
    for (const stream of streams) {
      const bytes = stream instanceof PDFStream ? bytesOf(stream) : null;
      if (bytes === null) return this.#add(fault('6.2.2', 'drawing'));
      pieces.push(bytes, Uint8Array.of(10));
    }
    this.#instructions(Buffer.concat(pieces), resources, state, depth);
  }

  form(form: PDFStream, outer: PDFDict | undefined, state: State, depth: number): void {
    if (this.#seen.has(form)) return;
    this.#seen.add(form);
    if (depth > deepest) return this.#add(fault('6.1.13', 'limits'));
    const { dict } = form;
    if (['OPI', 'PS', 'Ref'].some((key) => dict.has(name(key))) || dict.get(name('Subtype2')) === name('PS')) this.#add(fault('6.2.9', 'drawing'));
    const own = dict.lookup(name('Resources'));
    const group = dict.lookup(name('Group'));
    if (group instanceof PDFDict) this.group(group, own instanceof PDFDict ? own : outer);
    this.streams([form], own instanceof PDFDict ? own : undefined, { ...state }, depth + 1);
  }

  group(group: PDFDict, resources: PDFDict | undefined): void {
    const space = group.lookup(name('CS'));
    if (space !== undefined && space !== PDFNull) this.#add(...colourFaults(space, resources));
  }

  #instructions(bytes: Uint8Array, resources: PDFDict | undefined, from: State, depth: number): void {
    const state = from;
    const kept: State[] = [];
    try {
      for (const instruction of instructionsOf(bytes)) {
        const { operator, operands } = instruction;
        this.#limits(operands);
        if (!known.has(operator)) this.#add(fault('6.2.2', 'drawing'));
        else if (operator === 'q') {
          kept.push({ ...state });
          if (kept.length > this.#mostNested) this.#add(fault('6.1.13', 'limits'));
        } else if (operator === 'Q') Object.assign(state, kept.pop() ?? state);
        else this.#operator(instruction, resources, state, depth);
      }
    } catch {
      this.#add(fault('6.2.2', 'drawing'));
    }
  }

  #limits(operands: readonly Operand[]): void {
    for (const operand of operands) {
      if (Array.isArray(operand)) this.#limits(operand as readonly Operand[]);
      else if (isTooLarge(operand)) this.#add(fault('6.1.13', 'limits'));
    }
  }

  #operator({ operator, operands }: Instruction, resources: PDFDict | undefined, state: State, depth: number): void {
    const [first] = operands;
    const last = operands.at(-1);
    switch (operator) {
      case 'k': case 'K': return this.#add(...colourFaults(name('DeviceCMYK'), resources));
      case 'cs': case 'CS': return this.#add(...(isName(first) ? colourFaults(name(first.name), resources) : [fault('6.2.2', 'drawing')]));
      case 'scn': case 'SCN': if (isName(last)) this.#pattern(named(resources, 'Pattern', last.name), resources, state, depth); return;
      case 'sh': return this.#shading(isName(first) ? named(resources, 'Shading', first.name) : undefined, resources);
      case 'ri': if (!isName(first) || !intents.has(first.name)) this.#add(fault('6.2.6', 'colours')); return;
      case 'gs': return this.#graphics(isName(first) ? named(resources, 'ExtGState', first.name) : undefined, resources, state, depth);
      case 'Do': return this.#object(isName(first) ? named(resources, 'XObject', first.name) : undefined, resources, state, depth);
      case 'BI': return this.#inlinePicture(first, resources);
      case 'Tf': return this.#choose(isName(first) ? named(resources, 'Font', first.name) : undefined, state);
      case 'Tr': state.mode = typeof first === 'number' ? first : 0; return;
      case 'Tj': case "'": case '"': return this.#write(last, state, depth);
      case 'TJ':
        // Without its list some readers show the words and some do not.
        if (!Array.isArray(first)) return this.#add(fault('6.2.2', 'drawing'));
        for (const piece of first as readonly Operand[]) if (isString(piece)) this.#write(piece, state, depth); return;
      default:
    }
  }

  #choose(face: PDFObject | undefined, state: State): void {
    state.face = face instanceof PDFDict ? face : null;
    if (state.face === null) this.#add(fault('6.2.2', 'drawing'));
  }

  #write(text: Operand | undefined, { face, mode }: State, depth: number): void {
    if (!isString(text) || face === null) return this.#add(fault('6.2.2', 'drawing'));
    const written = this.written.get(face) ?? { shown: new Set<number>(), unseen: new Set<number>() };
    if (!this.written.has(face)) {
      this.written.set(face, written);
      if (face.get(name('Subtype')) === name('Type3')) this.#drawnLetters(face, depth);
    }
    const codes = mode === unseen ? written.unseen : written.shown;
    const { bytes } = text;
    if (face.get(name('Subtype')) === name('Type0')) for (let at = 0; at < bytes.length; at += 2) codes.add(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0));
    else for (const code of bytes) codes.add(code);
  }

  #drawnLetters(face: PDFDict, depth: number): void {
    if (this.#seen.has(face) || depth > deepest) return;
    this.#seen.add(face);
    const letters = face.lookup(name('CharProcs'));
    const own = face.lookup(name('Resources'));
    for (const key of letters instanceof PDFDict ? letters.keys() : []) this.streams([(letters as PDFDict).lookup(key)], own instanceof PDFDict ? own : undefined, { face: null, mode: 0 }, depth + 1);
  }

  #pattern(pattern: PDFObject | undefined, resources: PDFDict | undefined, state: State, depth: number): void {
    const dict = pattern instanceof PDFStream ? pattern.dict : pattern;
    if (!(dict instanceof PDFDict)) return this.#add(fault('6.2.2', 'drawing'));
    if (pattern instanceof PDFStream) return this.form(pattern, resources, { ...state, face: null, mode: 0 }, depth);
    if (this.#seen.has(dict)) return;
    this.#seen.add(dict);
    const graphics = dict.lookup(name('ExtGState'));
    if (graphics instanceof PDFDict) this.#graphics(graphics, resources, state, depth);
    this.#shading(dict.lookup(name('Shading')), resources);
  }

  #shading(shading: PDFObject | undefined, resources: PDFDict | undefined): void {
    const dict = shading instanceof PDFStream ? shading.dict : shading;
    this.#add(...(dict instanceof PDFDict ? colourFaults(dict.lookup(name('ColorSpace')), resources) : [fault('6.2.2', 'drawing')]));
  }

  #graphics(given: PDFObject | undefined, resources: PDFDict | undefined, state: State, depth: number): void {
    if (!(given instanceof PDFDict)) return this.#add(fault('6.2.2', 'drawing'));
    const font = given.lookup(name('Font'));
    if (font instanceof PDFArray) this.#choose(font.lookup(0), state);
    if (this.#seen.has(given)) return;
    this.#seen.add(given);
    const transfer = given.lookup(name('TR2'));
    if (given.has(name('TR')) || (transfer !== undefined && transfer !== name('Default')) || given.has(name('HTP')) || given.has(name('HTO'))) this.#add(fault('6.2.5', 'drawing'));
    if (!isSoundHalftone(given.lookup(name('HT')))) this.#add(fault('6.2.5', 'drawing'));
    const intent = given.lookup(name('RI'));
    if (intent !== undefined && !(intent instanceof PDFName && intents.has(intent.decodeText()))) this.#add(fault('6.2.6', 'colours'));
    if (lookedUp(given.lookup(name('BM'))).some((mode) => mode !== undefined && !(mode instanceof PDFName && blends.has(mode.decodeText())))) this.#add(fault('6.2.10', 'drawing'));
    // Overprinting inks that are described by a profile looks otherwise from one reader to another (6.2.4.2); which colours stand then is not followed.
    const overprint = given.lookup(name('OPM'));
    const isOn = [given.lookup(name('OP')), given.lookup(name('op'))].includes(PDFBool.True);
    if (overprint instanceof PDFNumber && overprint.asNumber() === 1 && isOn && holdsInks(resources)) this.#add(fault('6.2.4.2', 'colours'));
    const mask = given.lookup(name('SMask'));
    const form = mask instanceof PDFDict ? mask.lookup(name('G')) : undefined;
    if (form instanceof PDFStream) this.form(form, resources, { face: null, mode: 0 }, depth);
  }

  #object(object: PDFObject | undefined, resources: PDFDict | undefined, state: State, depth: number): void {
    if (!(object instanceof PDFStream)) return this.#add(fault('6.2.2', 'drawing'));
    const kind = object.dict.lookup(name('Subtype'));
    if (kind === name('Form')) return this.form(object, resources, state, depth);
    if (kind !== name('Image')) return this.#add(fault('6.2.9.3', 'drawing'));
    if (this.#seen.has(object)) return;
    this.#seen.add(object);
    this.#picture(object, resources);
  }

  #picture({ dict }: PDFStream, resources: PDFDict | undefined): void {
    if (dict.has(name('Alternates')) || dict.has(name('OPI')) || dict.lookup(name('Interpolate')) === PDFBool.True) this.#add(fault('6.2.8', 'pictures'));
    const intent = dict.lookup(name('Intent'));
    if (intent !== undefined && !(intent instanceof PDFName && intents.has(intent.decodeText()))) this.#add(fault('6.2.6', 'pictures'));
    // What a JPEG 2000 file holds (6.2.8.3) is not looked into.
    if (filtersOf(dict).includes(name('JPXDecode'))) this.#add(fault('6.2.8.3', 'pictures'));
    const space = dict.lookup(name('ColorSpace'));
    if (dict.lookup(name('ImageMask')) !== PDFBool.True) this.#add(...colourFaults(space, resources));
    const soft = dict.lookup(name('SMask'));
    const hard = dict.lookup(name('Mask'));
    for (const mask of [soft, hard]) {
      if (!(mask instanceof PDFStream) || this.#seen.has(mask)) continue;
      this.#seen.add(mask);
      this.#picture(mask, resources);
    }
  }

  #inlinePicture(given: Operand | undefined, resources: PDFDict | undefined): void {
    if (!(given instanceof Map)) return this.#add(fault('6.2.2', 'drawing'));
    const picture = given as ReadonlyMap<string, Operand>;
    const held = (short: string, long: string): Operand | undefined => picture.get(short) ?? picture.get(long);
    const filter = held('F', 'Filter');
    const filters = Array.isArray(filter) ? (filter as readonly Operand[]) : filter === undefined ? [] : [filter];
    if (filters.some((one) => !isName(one) || !['AHx', 'ASCIIHexDecode', 'A85', 'ASCII85Decode', 'Fl', 'FlateDecode', 'RL', 'RunLengthDecode', 'CCF', 'CCITTFaxDecode', 'DCT', 'DCTDecode'].includes(one.name))) this.#add(fault('6.1.10', 'pictures'));
    if (held('I', 'Interpolate') === true) this.#add(fault('6.2.8', 'pictures'));
    const intent = picture.get('Intent');
    if (intent !== undefined && !(isName(intent) && intents.has(intent.name))) this.#add(fault('6.2.6', 'pictures'));
    const space = held('CS', 'ColorSpace');
    if (held('IM', 'ImageMask') === true || space === undefined) return;
    const base = Array.isArray(space) ? (space as readonly Operand[])[1] : space;
    this.#add(...(isName(base) ? colourFaults(name(base.name), resources) : [fault('6.2.4', 'colours')]));
  }
}

function isTooLarge(operand: Operand): boolean {
  if (typeof operand === 'number') return Number.isInteger(operand) && Math.abs(operand) > mostInteger;
  if (isString(operand)) return operand.bytes.length > mostStringBytes;
  return isName(operand) && operand.name.length > mostNameBytes;
}

function named(resources: PDFDict | undefined, category: string, key: string): PDFObject | undefined {
  const all = resources?.lookup(name(category));
  return all instanceof PDFDict ? all.lookup(name(key)) : undefined;
}

function isSoundHalftone(halftone: PDFObject | undefined): boolean {
  if (halftone === undefined || halftone === name('Default')) return true;
  const dict = halftone instanceof PDFStream ? halftone.dict : halftone;
  const kind = dict instanceof PDFDict ? dict.lookup(name('HalftoneType')) : undefined;
  return dict instanceof PDFDict && kind instanceof PDFNumber && [1, 5].includes(kind.asNumber()) && !dict.has(name('HalftoneName'));
}

function holdsInks(resources: PDFDict | undefined): boolean {
  const spaces = resources?.lookup(name('ColorSpace'));
  return spaces instanceof PDFDict && spaces.keys().some((key) => {
    const space = spaces.lookup(key);
    const profile = space instanceof PDFArray && space.lookup(0) === name('ICCBased') ? space.lookup(1) : undefined;
    const channels = profile instanceof PDFRawStream ? profile.dict.lookup(name('N')) : undefined;
    return channels instanceof PDFNumber && channels.asNumber() === 4;
  });
}

