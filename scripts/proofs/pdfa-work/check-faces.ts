import * as fontkit from 'fontkit';
import { textOf, type Dictionary, type ReadPdf } from '../accessible-work/read-pdf';

/** Which codes were written with each face (by reference, or by itself): those that are drawn, and those in the way that draws nothing. */
export type Used = Map<unknown, { readonly shown: Set<number>; readonly unseen: Set<number> }>;

interface Measured { readonly numGlyphs: number; readonly unitsPerEm: number; readonly hmtx: { readonly metrics: { get(index: number): { advance: number } }; readonly bearings?: unknown }; readonly hhea: { readonly numberOfMetrics: number }; readonly maxp: { readonly numGlyphs: number } }

/** ISO 19005-2:2011, 6.2.11: faces that were written with. Widths are measured where the program is a TrueType one, by fontkit; others are counted. */
export function checkFaces(pdf: ReadPdf, used: Used): { wrong: string[]; counts: { faces: number; letters: number; facesNotMeasured: number } } {
  const wrong = new Set<string>();
  let [letters, facesNotMeasured] = [0, 0];
  for (const [at, { shown, unseen }] of used) {
    const font = pdf.dictionary(at);
    const kind = textOf(font['/Subtype']);
    const name = textOf(font['/BaseFont']);
    letters += shown.size + unseen.size;
    if (font['/Type'] !== '/Font' || !['/Type0', '/Type1', '/MMType1', '/TrueType', '/Type3'].includes(kind)) wrong.add(`6.2.11.2: a face of no kind: ${name}`);
    if (kind === '/Type3') {
      drawnLetters(pdf, font, shown).forEach((line) => wrong.add(line));
      continue;
    }
    const cid = kind === '/Type0' ? pdf.dictionary(pdf.list(font['/DescendantFonts'])[0]) : null;
    const descriptor = pdf.dictionary((cid ?? font)['/FontDescriptor']);
    const program = ['/FontFile', '/FontFile2', '/FontFile3'].map((key) => descriptor[key]).find((held) => held !== undefined);
    if (program === undefined) {
      if (shown.size > 0) wrong.add(`6.2.11.4.1: a face is not in the file: ${name}`);
      continue;
    }
    if (cid === null && (font['/FirstChar'] === undefined || pdf.list(font['/Widths']).length !== Number(font['/LastChar']) - Number(font['/FirstChar']) + 1)) wrong.add(`6.2.11.2: widths of a face: ${name}`);
    if (cid !== null && !['/Identity-H', '/Identity-V'].includes(String(pdf.value(font['/Encoding'])))) facesNotMeasured += 1;
    if (descriptor['/CIDSet'] !== undefined || descriptor['/CharSet'] !== undefined) wrong.add(`6.2.11.4.2: a list of letters that may not be true: ${name}`);
    if (cid?.['/Subtype'] === '/CIDFontType2' && cid['/CIDToGIDMap'] === undefined) wrong.add(`6.2.11.3.2: a face that does not lead to its letters: ${name}`);
    const isSymbolic = (Number(descriptor['/Flags']) & 4) !== 0;
    if (kind === '/TrueType' && isSymbolic === (font['/Encoding'] !== undefined)) wrong.add(`6.2.11.6: how codes lead to letters is open: ${name}`);
    if (cid === null || cid['/Subtype'] !== '/CIDFontType2' || descriptor['/FontFile2'] === undefined) {
      facesNotMeasured += 1;
      continue;
    }
    widths(pdf, cid, pdf.stream(program), name, shown, unseen).forEach((line) => wrong.add(line));
  }
  return { wrong: [...wrong], counts: { faces: used.size, letters, facesNotMeasured } };
}

function widths(pdf: ReadPdf, cid: Dictionary, bytes: Buffer, name: string, shown: ReadonlySet<number>, unseen: ReadonlySet<number>): string[] {
  const face = fontkit.create(bytes as never) as unknown as Measured;
  const map = cid['/CIDToGIDMap'] === '/Identity' ? null : pdf.stream(cid['/CIDToGIDMap']);
  const said = new Map<number, number>();
  const list = pdf.list(cid['/W']);
  for (let at = 0; at < list.length; ) {
    const from = Number(pdf.value(list[at]));
    const next = pdf.value(list[at + 1]);
    if (Array.isArray(next)) {
      next.forEach((width, more) => said.set(from + more, Number(pdf.value(width))));
      at += 2;
    } else {
      for (let code = from; code <= Number(next); code++) said.set(code, Number(pdf.value(list[at + 2])));
      at += 3;
    }
  }
  const wrong: string[] = [];
  for (const code of new Set([...shown, ...unseen])) {
    const glyph = map === null ? code : 2 * code + 1 < map.length ? map.readUInt16BE(2 * code) : 0;
    if (glyph === 0) wrong.push(`6.2.11.8: a letter that is missing: ${name}`);
    else if (glyph >= face.maxp.numGlyphs) wrong.push(`6.2.11.4.1: a letter that is not in its face: ${name}`);
    else if (shown.has(code)) {
      const own = (face.hmtx.metrics.get(Math.min(glyph, face.hhea.numberOfMetrics - 1)).advance * 1000) / face.unitsPerEm;
      if (Math.abs(own - (said.get(code) ?? Number(cid['/DW'] ?? 1000))) > 1) wrong.push(`6.2.11.5: letters of another width than is said: ${name}`);
    }
  }
  return [...new Set(wrong)];
}

function drawnLetters(pdf: ReadPdf, font: Dictionary, shown: ReadonlySet<number>): string[] {
  const names = new Map<number, string>();
  let code = 0;
  for (const one of pdf.list(pdf.dictionary(font['/Encoding'])['/Differences'])) {
    if (typeof one === 'number') code = one;
    else names.set(code++, String(one));
  }
  return [...shown].flatMap((one) => {
    const text = pdf.stream(pdf.dictionary(font['/CharProcs'])[names.get(one) ?? '']).toString('latin1');
    const width = Number(/^\s*([-+.\d]+)(?:\s+[-+.\d]+)+\s+d[01]\b/.exec(text)?.[1] ?? NaN);
    const said = Number(pdf.value(pdf.list(font['/Widths'])[one - Number(font['/FirstChar'])]));
    return Math.abs(width - said) <= Math.max(1, Math.abs(width) / 1000) ? [] : ['6.2.11.5: a drawn letter of another width than is said'];
  });
}
