import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName, StandardFonts, type PDFPage } from 'pdf-lib';
import { makeDamaged, makeLocked, makePageLost, makePdf, makeTorn, type Wanted } from '../../../electron/workers/assemble/testing/made-pdfs';
import type { PlannedExhibit } from '../../../shared/model/export-plan';
import { documentOf, idOf, makeUpCase, type MadeUpCase } from '../export/made-up-case';

/** One file as it is put in. `pages`: how many it has, each saying `<words> <page>`; 0 where that is not asked (pictures, text, what cannot be read). `words`: '' likewise. */
export interface MixedInput { readonly name: string; readonly bytes: Uint8Array; readonly words: string; readonly pages: number; readonly isMerged: boolean }

/** Shapes of PDF that strangers send, over and over: sizes, turned, cropped, landscape, with words at the foot, forms, scripts, layers. */
const shapes: readonly Wanted[] = [
  {}, { turn: 90 }, { turn: 180 }, { turn: 270 }, { crop: true }, { crop: true, turn: 90 }, { size: [842, 595] }, { size: [842, 595], lowText: true }, { lowText: true }, { lowText: true, turn: 270 },
  { size: [420, 595] }, { size: [612, 792] }, { size: [1191, 842] }, { size: [320, 900] }, { form: true }, { script: true }, { layers: true }, { script: true, form: true, turn: 90 },
];

/** So many files that the bundle comes to about `pages` pages: of ten files seven are PDFs, the others pictures, text and what cannot be read whole. */
export async function mixedInputs(count: number, pages: number, sampleFolder: string): Promise<MixedInput[]> {
  const pictures = readdirSync(sampleFolder).filter((name) => /\.(?:jpe?g|png|webp)$/i.test(name)).sort();
  const odd = [makeDamaged, makeTorn, makePageLost, makeLocked];
  const inputs: MixedInput[] = [];
  // Each file has a sheet of its own; dividers, index and chronology are some pages more.
  const own = Math.max(1, Math.round((pages - count * 1.5) / (count * 0.7)));
  for (let index = 0; index < count; index += 1) {
    const number = String(index + 1).padStart(3, '0');
    const words = `input-${number}-page`;
    const tenth = index % 10;
    if (tenth < 7) {
      const wanted = shapes[Math.floor(index / 10) * 7 + tenth] ?? shapes[(Math.floor(index / 10) * 7 + tenth) % shapes.length] ?? {};
      inputs.push({ name: `${number} ${sectionWords[index % sectionWords.length]}.pdf`, bytes: await filled(await makePdf({ ...wanted, words, pages: own }), index), words, pages: own, isMerged: true });
    } else if (tenth === 7) inputs.push({ name: `${number} ${pictures[index % pictures.length]}`, bytes: new Uint8Array(readFileSync(join(sampleFolder, pictures[index % pictures.length] ?? ''))), words: '', pages: 0, isMerged: false });
    else if (tenth === 8) inputs.push({ name: `${number} note.txt`, bytes: new TextEncoder().encode(`${words} 1\n${'A line of the file. '.repeat(20)}`), words, pages: 1, isMerged: false });
    else inputs.push({ name: `${number} odd.pdf`, bytes: await (odd[Math.floor(index / 10) % odd.length] ?? makeDamaged)(), words: '', pages: 0, isMerged: false });
  }
  return inputs;
}

const textLines = 24;
const scanSide = 400;

/** The same with as much on each page as a letter has, or, of every third file, with a scan: a picture that cannot be packed smaller (`scanSide` squared bytes). */
async function filled(bytes: Uint8Array, index: number): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const font = await document.embedFont(StandardFonts.TimesRoman);
  for (const [number, page] of document.getPages().entries()) {
    if (index % 3 === 0) addScan(page, index * 100 + number + 1);
    else for (let line = 0; line < textLines; line += 1) page.drawText(`Line ${line + 1} of letter ${index + 1}, page ${number + 1}: ${'said that it was so, '.repeat(2 + ((index + line) % 3))}`, { x: 110, y: 360 - line * 8, size: 6, font });
  }
  return document.save({ addDefaultPage: false, updateFieldAppearances: false });
}

function addScan(page: PDFPage, seed: number): void {
  const { context } = page.doc;
  const dots = new Uint8Array(scanSide * scanSide);
  let state = seed;
  for (let at = 0; at < dots.length; at += 1) dots[at] = (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24;
  page.node.normalize();
  page.node.setXObject(PDFName.of('Scan'), context.register(context.stream(dots, { Type: 'XObject', Subtype: 'Image', Width: scanSide, Height: scanSide, BitsPerComponent: 8, ColorSpace: 'DeviceGray' })));
  page.node.addContentStream(context.register(context.stream('q 150 0 0 150 160 190 cm /Scan Do Q')));
}

const sectionWords = ['Witness statement', 'letter', 'Court order', 'Expert report', 'scan', 'Application', 'receipt'];

/** A plan with all of them as exhibits beside a small chronology. */
export async function mixedCase(inputs: readonly MixedInput[]): Promise<MadeUpCase> {
  const base = await makeUpCase({ entries: 40, longer: 1, messages: 40, sampleFolder: null });
  const entries = base.plan.entries.map((entry) => ({ ...entry, exhibitMarks: [...entry.exhibitMarks] }));
  const given = inputs.map(({ name, bytes }, index): PlannedExhibit => {
    const mark = `TM${base.plan.exhibits.length + index + 1}`;
    const entry = entries[index % entries.length];
    entry?.exhibitMarks.push(mark);
    return { mark, citedBy: entry === undefined ? [] : [entry.id], thing: { kind: 'document', document: documentOf(name, bytes), holdsPosition: false } };
  });
  const files = new Map([...base.files, ...inputs.map(({ name, bytes }): [string, { name: string; bytes: Uint8Array }] => [idOf(name), { name, bytes }])]);
  return { files, plan: { ...base.plan, entries, exhibits: [...base.plan.exhibits, ...given] } };
}

