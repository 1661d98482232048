import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString, StandardFonts, degrees } from 'pdf-lib';
import { afterAll, expect, test } from 'vitest';
import type { FinishOrder } from '../../../../shared/assemble-protocol';
import { markPlace } from '../../../../shared/layouts/places';
import { Assembly } from '../assembly';
import { makePdf } from '../testing/made-pdfs';
import { complaints, unpacked, wordsOn } from '../testing/reading';

const modules = join(import.meta.dirname, '../../../../node_modules');
const wasm = new Uint8Array(readFileSync(join(modules, '@embedpdf/pdfium/dist/pdfium.wasm')));
const font = new Uint8Array(readFileSync(join(modules, 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')));
const folder = mkdtempSync(join(tmpdir(), 'tidemark-tags-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a screen reader would say, in its order; poppler writes each piece in quotes on a line of its own. */
function told(bytes: Uint8Array): string {
  const file = join(folder, 'told.pdf');
  writeFileSync(file, bytes);
  const text = execFileSync('pdfinfo', ['-struct-text', '-enc', 'UTF-8', file], { encoding: 'utf8' });
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, piece]) => piece?.trim()).join(' | ');
}

/** Slips as the print window makes them: each on its page, its words tagged, a line drawn outside of every tag; each in a box, all in one element, which Chromium gives no meaning. */
async function slips(words: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const face = await document.embedFont(StandardFonts.Helvetica);
  const [root, top, all] = [context.nextRef(), context.nextRef(), context.nextRef()];
  const boxes = words.map(() => context.nextRef());
  const elements = words.map((text, index) => {
    const page = document.addPage([595, 842]);
    const key = page.node.newFontDictionary('F', face.ref);
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(`0 0 1 rg 50 600 200 1 re f BT /NonStruct <</MCID 0 >>BDC ${String(key)} 12 Tf 100 700 Td (${text}) Tj EMC ET`)));
    page.node.set(PDFName.of('StructParents'), context.obj(index));
    return context.register(context.obj({ Type: 'StructElem', S: 'NonStruct', P: boxes[index], Pg: page.ref, K: 0 } as never));
  });
  boxes.forEach((box, index) => context.assign(box, context.obj({ Type: 'StructElem', S: 'NonStruct', P: all, K: [elements[index]] } as never)));
  context.assign(all, context.obj({ Type: 'StructElem', S: 'NonStruct', P: top, K: [...boxes, context.register(context.obj({ Type: 'StructElem', S: 'Div', P: all, K: [] } as never))] } as never));
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: [all] } as never));
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: { Nums: elements.flatMap((element, key) => [key, [element]]) } } as never));
  document.catalog.set(PDFName.of('StructTreeRoot'), root);
  document.getPage(0).node.addAnnot(context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [100, 788, 300, 800], A: { S: 'URI', URI: PDFString.of(markPlace('contents')) } } as never)));
  return document.save();
}

async function assemble(exhibits: readonly Uint8Array[]): Promise<Uint8Array> {
  const assembly = await Assembly.begin(wasm, font);
  await assembly.addPrinted('slips', await slips(exhibits.map((_, index) => `slip ${index + 1}`)));
  const runs: FinishOrder['runs'] = [];
  for (const [index, exhibit] of exhibits.entries()) {
    const own = await assembly.addExhibit(`exhibit TM${index + 1}`, exhibit, false);
    if (own.gave !== 'pages') throw new Error(own.gave);
    runs.push({ part: 'slips', from: index, to: index + 1, exhibitMark: '' }, { part: `exhibit TM${index + 1}`, from: 0, to: own.pageCount, exhibitMark: `Exhibit TM${index + 1}` });
  }
  return (await assembly.finish({ title: 'A case <of & hers>', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'slips', runs, bookmarks: [], pageNumbers: [] })).bytes;
}

test('an exhibit without tags is read after its own slip, page after page', async () => {
  const bytes = await assemble([await makePdf({ words: 'Letter', pages: 2 }), await makePdf({ words: 'Bill' })]);
  expect(complaints(bytes)).toBe('');
  expect(told(bytes)).toBe('slip 1 | Letter 1 | Letter 2 | slip 2 | Bill 1');
});

test('a page that is a picture says so; words that stand in no paragraph get one; a line is an artifact', async () => {
  const document = await PDFDocument.create();
  document.addPage([300, 300]).drawRectangle({ x: 10, y: 10, width: 50, height: 50 });
  const bytes = await assemble([await document.save()]);
  const inside = unpacked(bytes);
  expect(inside).toContain('/S /Figure');
  expect(inside).toMatch(/\/Alt <feff[^>]+>|\/Alt \(Page 1 of 1 of this exhibit: a picture of a page/i);
  expect(inside).toMatch(/\/Artifact BMC\s+50 600 200 1 re f\s+EMC/);
  expect(inside).toMatch(/\/S \/P\b/);
});

test('the title stands in the metadata too, whatever is in it', async () => {
  expect(unpacked(await assemble([await makePdf()]))).toContain('<rdf:li xml:lang="x-default">A case &lt;of &amp; hers&gt;</rdf:li>');
});

test.each([0, 90, 180, 270])('words that a machine read lie where it read them, on a page turned by %i', async (turn) => {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 600]);
  page.drawRectangle({ x: 10, y: 10, width: 50, height: 50 });
  page.setRotation(degrees(turn));
  const assembly = await Assembly.begin(wasm, font);
  await assembly.addPrinted('slips', await slips(['slip 1']));
  await assembly.addExhibit('exhibit TM1', await document.save(), false);
  assembly.layWords('exhibit TM1', [{ on: { page: 1 }, words: [{ text: 'Lighthouse', left: 0.25, top: 0.5, width: 0.5, height: 0.05 }, { text: 'below', left: 0.25, top: 0.6, width: 0.2, height: 0.05 }] }]);
  const { bytes } = await assembly.finish({ title: 'A case', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'slips', runs: [{ part: 'slips', from: 0, to: 1, exhibitMark: '' }, { part: 'exhibit TM1', from: 0, to: 1, exhibitMark: 'Exhibit TM1' }], bookmarks: [], pageNumbers: [] });
  expect(complaints(bytes)).toBe('');
  const [width, height] = turn % 180 === 0 ? [400, 600] : [600, 400];
  const found = wordsOn(bytes, 2).find(({ word: text }) => text === 'Lighthouse');
  expect(found).toBeDefined();
  expect(found!.left).toBeCloseTo(0.25 * width, 0);
  expect(found!.right).toBeCloseTo(0.75 * width, 0);
  expect(Math.abs(found!.bottom - 0.55 * height)).toBeLessThan(0.03 * height);
  expect(told(bytes)).toBe('slip 1 |  | Lighthouse below');
});
