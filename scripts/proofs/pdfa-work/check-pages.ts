import { textOf, type Dictionary, type ReadPdf } from '../accessible-work/read-pdf';
import { checkFaces, type Used } from './check-faces';
import { drawnIn } from './content';

const operators = new Set('b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y \' "'.split(' '));
const blends = 'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(' ').map((mode) => `/${mode}`);
const intents = ['/RelativeColorimetric', '/AbsoluteColorimetric', '/Perceptual', '/Saturation'];

export interface CheckedPages { readonly wrong: string[]; readonly counts: { drawn: number; faces: number; letters: number; facesNotMeasured: number } }

/** ISO 19005-2:2011, 6.2.2, 6.2.4 to 6.2.11, 6.3: everything that pages draw with, and the marks on them. */
export function checkPages(pdf: ReadPdf): CheckedPages {
  const wrong: string[] = [];
  const used: Used = new Map();
  let drawn = 0;
  pdf.pages.forEach((page, index) => {
    const walk = new Walk(pdf, used);
    walk.group(page['/Group'], pdf.dictionary(page['/Resources']));
    walk.stream(Buffer.concat(pdf.list(page['/Contents']).flatMap((at) => [pdf.stream(at), Buffer.from('\n')])), pdf.dictionary(page['/Resources']), 0);
    for (const at of pdf.list(page['/Annots'])) mark(pdf, pdf.dictionary(at), walk);
    for (const key of ['/AA', '/PresSteps']) if (page[key] !== undefined) walk.wrong.add(`6.5.2, 6.10: it holds ${key}`);
    for (const key of ['/MediaBox', '/CropBox']) {
      const [left, bottom, right, top] = pdf.list(page[key]).map((at) => Number(pdf.value(at)));
      if (page[key] !== undefined && [right! - left!, top! - bottom!].some((side) => Math.abs(side) < 3 || Math.abs(side) > 14400)) walk.wrong.add('6.1.13: its size');
    }
    drawn += walk.count;
    wrong.push(...[...walk.wrong].map((line) => `page ${index + 1}: ${line}`));
  });
  const faces = checkFaces(pdf, used);
  return { wrong: [...wrong, ...faces.wrong], counts: { drawn, ...faces.counts } };
}

function mark(pdf: ReadPdf, held: Dictionary, walk: Walk): void {
  const kind = textOf(held['/Subtype']).slice(1);
  if (!['Text', 'Link', 'FreeText', 'Line', 'Square', 'Circle', 'Polygon', 'PolyLine', 'Highlight', 'Underline', 'Squiggly', 'StrikeOut', 'Stamp', 'Caret', 'Ink', 'Watermark'].includes(kind)) walk.wrong.add(`6.3.1: a mark ${kind}`);
  const flags = held['/F'];
  if (typeof flags !== 'number' || (flags & 4) === 0 || (flags & (1 | 2 | 32 | 256)) !== 0) walk.wrong.add(`6.3.2: flags of a mark ${kind} (${String(flags)})`);
  if (held['/A'] !== undefined || held['/AA'] !== undefined) walk.wrong.add('6.5: a mark that does something');
  const looks = pdf.dictionary(held['/AP']);
  if (kind === 'Link') return;
  const [left, bottom, right, top] = pdf.list(held['/Rect']).map((at) => Number(pdf.value(at)));
  if (left === right && bottom === top) return;
  if (Object.keys(looks).join() !== '/N' || !pdf.isStream(looks['/N'])) walk.wrong.add(`6.3.3: how a mark ${kind} looks is not told once`);
  else walk.form(looks['/N'], 0);
}

class Walk {
  readonly wrong = new Set<string>();
  count = 0;
  readonly #pdf: ReadPdf;
  readonly #used: Used;
  readonly #seen = new Set<unknown>();
  /** A reference, or the face itself where the list holds it. */
  #face: unknown = null;
  #mode = 0;

  constructor(pdf: ReadPdf, used: Used) { this.#pdf = pdf; this.#used = used; }

  group(at: unknown, resources: Dictionary): void {
    const space = this.#pdf.dictionary(at)['/CS'];
    if (space !== undefined) this.#colours(space, resources, 0);
  }

  form(at: unknown, depth: number): void {
    if (typeof at === 'string' && this.#seen.has(at)) return;
    this.#seen.add(String(at));
    const held = this.#pdf.dictionary(at);
    const resources = this.#pdf.dictionary(held['/Resources']);
    this.group(held['/Group'], resources);
    const [face, mode] = [this.#face, this.#mode];
    this.stream(this.#pdf.stream(at), resources, depth + 1);
    [this.#face, this.#mode] = [face, mode];
  }

  stream(bytes: Buffer, resources: Dictionary, depth: number): void {
    if (depth > 30) return;
    const kept: [unknown, number][] = [];
    const named = (category: string, name: string | undefined): unknown => {
      const found = this.#pdf.dictionary(resources[category])[name ?? ''];
      if (found === undefined) this.wrong.add(`6.2.2: ${category} ${name ?? ''} is not in its own list`);
      return found;
    };
    for (const { operator, words } of drawnIn(bytes)) {
      this.count += 1;
      const [first] = words;
      if (!operators.has(operator)) this.wrong.add(`6.2.2: an operator ${operator}`);
      else if (operator === 'q') {
        kept.push([this.#face, this.#mode]);
        if (kept.length > 28) this.wrong.add('6.1.13: more than 28 states within each other');
      } else if (operator === 'Q') [this.#face, this.#mode] = kept.pop() ?? [this.#face, this.#mode];
      else if (operator === 'k' || operator === 'K') this.#colours('/DeviceCMYK', resources, 0);
      else if (operator === 'cs' || operator === 'CS') this.#colours(first, resources, 0);
      else if ((operator === 'scn' || operator === 'SCN') && words.at(-1)?.startsWith('/')) this.#pattern(named('/Pattern', words.at(-1)), resources, depth);
      else if (operator === 'sh') this.#colours(this.#pdf.dictionary(named('/Shading', first))['/ColorSpace'], resources, 0);
      else if (operator === 'ri' && !intents.includes(first ?? '')) this.wrong.add('6.2.6: an intent that is none');
      else if (operator === 'gs') this.#graphics(this.#pdf.dictionary(named('/ExtGState', first)), depth);
      else if (operator === 'Do') this.#object(named('/XObject', first), resources, depth);
      else if (operator === 'BI') this.#inline(words, resources);
      else if (operator === 'Tf') this.#face = faceKey(named('/Font', first));
      else if (operator === 'Tr') this.#mode = Number(first);
      else if (['Tj', 'TJ', "'", '"'].includes(operator)) for (const word of words) if (/^<[0-9a-fA-F]*>$/.test(word)) this.#write(word.slice(1, -1), depth);
    }
  }

  #write(digits: string, depth: number): void {
    if (this.#face === null) {
      this.wrong.add('6.2.2: words without a face');
      return;
    }
    const font = this.#pdf.dictionary(this.#face);
    const used = this.#used.get(this.#face) ?? { shown: new Set<number>(), unseen: new Set<number>() };
    this.#used.set(this.#face, used);
    const size = font['/Subtype'] === '/Type0' ? 4 : 2;
    for (let at = 0; at < digits.length; at += size) (this.#mode === 3 ? used.unseen : used.shown).add(Number.parseInt(digits.slice(at, at + size).padEnd(size, '0'), 16));
    if (font['/Subtype'] !== '/Type3' || this.#seen.has(this.#face)) return;
    this.#seen.add(this.#face);
    const face = this.#face;
    for (const at of Object.values(this.#pdf.dictionary(font['/CharProcs']))) this.stream(this.#pdf.stream(at), this.#pdf.dictionary(font['/Resources']), depth + 1);
    this.#face = face;
  }

  #pattern(at: unknown, resources: Dictionary, depth: number): void {
    const held = this.#pdf.dictionary(at);
    if (held['/PatternType'] === 1) this.form(at, depth);
    else this.#colours(this.#pdf.dictionary(held['/Shading'])['/ColorSpace'], resources, 0);
  }

  #graphics(held: Dictionary, depth: number): void {
    if (held['/TR'] !== undefined || (held['/TR2'] !== undefined && held['/TR2'] !== '/Default') || held['/HTP'] !== undefined) this.wrong.add('6.2.5: a transfer function');
    if (held['/HT'] !== undefined && held['/HT'] !== '/Default' && ![1, 5].includes(Number(this.#pdf.dictionary(held['/HT'])['/HalftoneType']))) this.wrong.add('6.2.5: a halftone');
    if (this.#pdf.list(held['/BM']).some((mode) => !blends.includes(String(mode)))) this.wrong.add('6.2.10: a blend mode that is none');
    if (held['/RI'] !== undefined && !intents.includes(String(held['/RI']))) this.wrong.add('6.2.6: an intent that is none');
    if (held['/Font'] !== undefined) this.#face = faceKey(this.#pdf.list(held['/Font'])[0]);
    const mask = this.#pdf.dictionary(held['/SMask'])['/G'];
    if (mask !== undefined) this.form(mask, depth);
  }

  #object(at: unknown, resources: Dictionary, depth: number): void {
    const held = this.#pdf.dictionary(at);
    if (held['/Subtype'] === '/Form') this.form(at, depth);
    else if (held['/Subtype'] !== '/Image') this.wrong.add('6.2.9.3: something that is drawn and is no picture and no form');
    else if (!this.#seen.has(String(at))) {
      this.#seen.add(String(at));
      if (held['/Intent'] !== undefined && !intents.includes(String(held['/Intent']))) this.wrong.add('6.2.6: an intent that is none');
      if (this.#pdf.list(held['/Filter']).includes('/JPXDecode')) this.wrong.add('6.2.8.3: a JPEG 2000 picture, which is not looked into');
      if (held['/ImageMask'] !== true) this.#colours(held['/ColorSpace'], resources, 0);
    }
  }

  #inline(words: readonly string[], resources: Dictionary): void {
    const text = words.join(' ');
    if (/\/(?:LZW|LZWDecode|Crypt)\b/.test(text) || /\/(?:I|Interpolate) true/.test(text)) this.wrong.add('6.1.10, 6.2.8: a picture within the instructions');
    const space = /\/(?:CS|ColorSpace) (\/\S+|\[[^\]]*\])/.exec(text)?.[1];
    if (space === undefined) return;
    if (space.startsWith('[')) { if (/\/(?:Device)?CMYK\b/.test(space)) this.#colours('/DeviceCMYK', resources, 0); } else this.#colours(space, resources, 0);
  }

  /** 6.2.4: with sRGB as the intent. */
  #colours(given: unknown, resources: Dictionary, depth: number): void {
    const value = this.#pdf.value(given);
    const all = this.#pdf.list(given);
    const kind = typeof value === 'string' ? value : String(this.#pdf.value(all[0]));
    if (depth > 6 || value === undefined) this.wrong.add('6.2.4: a space of colours that is none');
    else if (['/DeviceGray', '/DeviceRGB', '/CalGray', '/CalRGB', '/Lab', '/G', '/RGB'].includes(kind)) return;
    else if (kind === '/DeviceCMYK' || kind === '/CMYK') { if (this.#pdf.dictionary(resources['/ColorSpace'])['/DefaultCMYK'] === undefined) this.wrong.add('6.2.4.3: inks of a press without their profile'); }
    else if (typeof value === 'string') { if (kind !== '/Pattern') { const own = this.#pdf.dictionary(resources['/ColorSpace'])[kind]; this.#colours(own, resources, depth + 1); } }
    else if (kind === '/ICCBased') {
      const profile = this.#pdf.stream(all[1]);
      const channels = ({ 'RGB ': 3, 'GRAY': 1, 'CMYK': 4, 'Lab ': 3 } as Record<string, number>)[profile.toString('latin1', 16, 20)];
      if (profile.toString('latin1', 36, 40) !== 'acsp' || (profile[8] ?? 9) > 4 || channels !== this.#pdf.dictionary(all[1])['/N'] || !['prtr', 'mntr', 'scnr', 'spac'].includes(profile.toString('latin1', 12, 16))) this.wrong.add('6.2.4.2: a profile that is none');
    } else if (kind === '/Indexed' || kind === '/I') this.#colours(all[1], resources, depth + 1);
    else if (kind === '/Separation') this.#colours(all[2], resources, depth + 1);
    else if (kind === '/DeviceN') {
      const described = this.#pdf.dictionary(this.#pdf.dictionary(all[4])['/Colorants']);
      if (this.#pdf.list(all[1]).some((ink) => !['/Cyan', '/Magenta', '/Yellow', '/Black', '/None'].includes(String(ink)) && described[String(ink)] === undefined)) this.wrong.add('6.2.4.4: an ink that is not described');
      this.#colours(all[2], resources, depth + 1);
    } else if (kind === '/Pattern') { if (all[1] !== undefined) this.#colours(all[1], resources, depth + 1); } else this.wrong.add(`6.2.4: a space of colours ${kind}`);
  }
}

const faceKey = (at: unknown): unknown => at ?? null;
