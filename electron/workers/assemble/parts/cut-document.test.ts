import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CutOrder, FinishOrder } from '../../../../shared/assemble-protocol';
import { markPlace, pointTo } from '../../../../shared/layouts/places';
import { bundleFaults, readBundle, type ReadBundle } from '../../../../scripts/proofs/bundle-work/read-bundle';
import { Assembly } from '../assembly';
import { makePdf } from '../testing/made-pdfs';
import { complaints, json, textByPage, unpacked, withFile } from '../testing/reading';
import { cutDocument } from './cut-document';

const modules = join(import.meta.dirname, '../../../../node_modules');
const wasm = new Uint8Array(readFileSync(join(modules, '@embedpdf/pdfium/dist/pdfium.wasm')));
const font = new Uint8Array(readFileSync(join(modules, 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')));

interface Line { readonly page: number; readonly uri: string; readonly top: number }

/** A printed part: each line's word is a link of ours and tagged, as the print window makes it. */
async function printed(lines: readonly Line[], pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let index = 0; index < pages; index++) document.addPage([595, 842]);
  const { context } = document;
  const [root, top] = [context.nextRef(), context.nextRef()];
  const elements = lines.map(({ page, uri, top: height }, key) => {
    const at = document.getPage(page);
    at.drawText(uri.split('/').at(-1) ?? '', { x: 100, y: height - 10, size: 9 });
    const annotation = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [100, height - 12, 300, height], StructParent: key, A: { S: 'URI', URI: PDFString.of(uri) } } as never));
    at.node.addAnnot(annotation);
    return context.register(context.obj({ Type: 'StructElem', S: 'Link', P: top, K: [{ Type: 'OBJR', Obj: annotation, Pg: at.ref }] } as never));
  });
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: elements } as never));
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: { Nums: elements.flatMap((element, key) => [key, element]) } } as never));
  document.catalog.set(PDFName.of('StructTreeRoot'), root);
  return document.save();
}

const marks = ['tm1', 'tm2', 'tm3'];
const numbering: CutOrder['numbering'] = { series: [{ fromPage: 0, style: 'roman', prefix: '', first: 1 }, { fromPage: 2, style: 'decimal', prefix: 'A', first: 1 }, { fromPage: 8, style: 'decimal', prefix: 'B', first: 1 }], stamp: 'number' };
/** Cover and index (i, ii); TM1 sheet and two pages (A1 to A3), TM2 the same (A4 to A6), TM3 the same (B1 to B3). */
async function whole(): Promise<{ bytes: Uint8Array; starts: number[] }> {
  const assembly = await Assembly.begin(wasm, font);
  await assembly.addPrinted('front', await printed([{ page: 1, uri: markPlace('contents'), top: 800 }, ...marks.map((mark, index) => ({ page: 1, uri: pointTo(`exhibit-${mark}`), top: 700 - index * 40 }))], 2));
  // Each sheet marks its place, and leads to the exhibit after it: out of its file, or within.
  await assembly.addPrinted('sheets', await printed(marks.flatMap((mark, index) => [{ page: index, uri: markPlace(`exhibit-${mark}`), top: 800 }, { page: index, uri: pointTo(`exhibit-${marks[(index + 1) % 3]}`), top: 600 }]), 3));
  for (const mark of marks) await assembly.addExhibit(`exhibit ${mark}`, await makePdf({ words: `words-of-${mark}`, pages: 2 }), false);
  const units = marks.map((mark, index) => ({ runs: [{ part: 'sheets', from: index, to: index + 1 }, { part: `exhibit ${mark}`, from: 0, to: 2 }] }));
  const { starts } = assembly.divide({ ask: 'divide', units, mostBytes: 1, eachBytes: 0 });
  const runs: FinishOrder['runs'] = [{ part: 'front', from: 0, to: 2, exhibitMark: '' }, ...units.flatMap((unit) => unit.runs.map((run) => ({ ...run, exhibitMark: 'Exhibit' })))];
  const bookmarks: FinishOrder['bookmarks'] = [
    { title: 'Index (page ii)', place: 'contents', children: [] },
    { title: 'Section A: Orders (page A1)', place: 'exhibit-tm1', children: [{ title: 'TM1 (page A1)', place: 'exhibit-tm1', children: [] }, { title: 'TM2 (page A4)', place: 'exhibit-tm2', children: [] }] },
    { title: 'Section B: Other (page B1)', place: 'exhibit-tm3', children: [] },
  ];
  const { bytes } = await assembly.finish({ title: 'A bundle', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'front', runs, bookmarks, pageNumbers: [['exhibit-tm1', 3], ['exhibit-tm2', 6], ['exhibit-tm3', 9]], numbering });
  return { bytes, starts };
}

const titleOf = (bytes: Uint8Array): string => /^Title:\s+(.*)$/m.exec(withFile(bytes, (file) => execFileSync('pdfinfo', ['-enc', 'UTF-8', file], { encoding: 'utf8' })))?.[1] ?? '';

function read(bytes: Uint8Array): ReadBundle {
  return withFile(bytes, readBundle);
}

describe('a bundle in two files', () => {
  let first: Uint8Array;
  let second: Uint8Array;
  const order: CutOrder = { title: 'A bundle', repeated: 2, parts: [{ from: 2, to: 5 }, { from: 5, to: 11 }], numbering };

  beforeAll(async () => {
    const parts = await cutDocument((await whole()).bytes, order, font);
    first = parts[0]!.bytes;
    second = parts[1]!.bytes;
  });

  test('each begins with cover and index, and goes on under the numbers its pages have', () => {
    expect([first, second].map(complaints)).toEqual(['', '']);
    expect(read(first).pages.map(({ label }) => label)).toEqual(['i', 'ii', 'A1', 'A2', 'A3']);
    expect(read(second).pages.map(({ label }) => label)).toEqual(['i', 'ii', 'A4', 'A5', 'A6', 'B1', 'B2', 'B3']);
    expect([first, second].flatMap((bytes) => bundleFaults(read(bytes)))).toEqual([]);
    expect(textByPage(second).slice(0, 2).every((text) => text.includes('Part 2 of 2'))).toBe(true);
    expect(titleOf(second)).toBe('A bundle, part 2 of 2');
    expect(unpacked(second)).toContain('>A bundle, part 2 of 2</rdf:li>');
    expect(unpacked(second)).not.toContain('>A bundle</rdf:li>');
  });

  test('holds its own documents and nothing of the others', () => {
    expect(textByPage(first).join(' ')).toContain('words-of-tm1');
    expect(unpacked(first)).not.toMatch(/words-of-tm[23]/);
    expect(unpacked(second)).not.toContain('words-of-tm1');
    for (const bytes of [first, second]) expect(json(bytes).pages).toHaveLength(Object.values(json(bytes).qpdf[1]).filter(({ value }) => value?.['/Type'] === '/Page').length);
  });

  test('a link within it leads there; one to another file leads to the line of the index and says the part; the index has links to its own pages alone', () => {
    const links = (bytes: Uint8Array) => read(bytes).links.map(({ onPage, toPage, told }) => `${onPage} → ${toPage}: ${told}`);
    expect(links(first)).toEqual(['2 → 2: Back to page ii', '2 → 3: Go to page A1', '3 → 2: Back to page ii', '3 → 2: Page A4 is in part 2. Go to its line at the front of this file']);
    // TM2 leads to TM3 beside it, TM3 to TM1 in the first file.
    expect(links(second)).toEqual(['2 → 2: Back to page ii', '2 → 3: Go to page A4', '2 → 6: Go to page B1', '3 → 2: Back to page ii', '3 → 6: Go to page B1', '6 → 2: Back to page ii', '6 → 2: Page A1 is in part 1. Go to its line at the front of this file']);
  });

  test('a section that goes on has its bookmark where it goes on', () => {
    expect(read(first).bookmarks.map(({ title, page }) => [title, page])).toEqual([['Index (page ii)', 2], ['Section A: Orders (page A1)', 3], ['TM1 (page A1)', 3]]);
    expect(read(second).bookmarks.map(({ title, page }) => [title, page])).toEqual([['Index (page ii)', 2], ['Section A: Orders, continued (page A4)', 3], ['TM2 (page A4)', 3], ['Section B: Other (page B1)', 6]]);
  });

  test('its tags hold the very links of its pages', () => {
    for (const bytes of [first, second]) {
      const objects = Object.values(json(bytes).qpdf[1]).map(({ value }) => value as Record<string, unknown> | undefined);
      const onPages = objects.flatMap((value) => (value?.['/Type'] === '/Page' ? ((value['/Annots'] ?? []) as string[]) : []));
      const tagged = objects.flatMap((value) => (value?.['/Type'] === '/StructElem' && Array.isArray(value['/K']) ? (value['/K'] as Record<string, unknown>[]) : [])).flatMap((kid) => (kid?.['/Type'] === '/OBJR' ? [kid['/Obj']] : []));
      expect(tagged.map(String).toSorted()).toEqual(onPages.toSorted());
    }
  });

  test('the same document is cut into the same bytes', async () => {
    const again = await cutDocument((await whole()).bytes, order, font);
    expect(Buffer.from(again[1]!.bytes).equals(Buffer.from(second))).toBe(true);
  });
});

test('a file is begun where the next document would make it too large; a larger one is never parted, and stands alone', async () => {
  expect((await whole()).starts).toEqual([0, 1, 2]);
  const assembly = await Assembly.begin(wasm, font);
  const size = [400_000, 100_000, 100_000, 900_000, 100_000];
  for (const [index, bytes] of size.entries()) await assembly.addExhibit(`e${index}`, await noise(bytes), false);
  const units = size.map((_, index) => ({ runs: [{ part: `e${index}`, from: 0, to: 1 }] }));
  expect(assembly.divide({ ask: 'divide', units, mostBytes: 700_000, eachBytes: 20_000 }).starts).toEqual([0, 3, 4]);
  expect(assembly.divide({ ask: 'divide', units, mostBytes: 550_000, eachBytes: 20_000 }).starts).toEqual([0, 2, 3, 4]);
  expect(assembly.divide({ ask: 'divide', units, mostBytes: 9_000_000, eachBytes: 20_000 }).starts).toEqual([0]);
});

/** A page with a picture of so many bytes that cannot be packed. */
async function noise(bytes: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([595, 842]);
  const dots = new Uint8Array(bytes);
  let state = 7;
  for (let index = 0; index < bytes; index++) dots[index] = (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 24;
  const picture = document.context.register(document.context.stream(dots, { Type: 'XObject', Subtype: 'Image', Width: 1000, Height: bytes / 1000, BitsPerComponent: 8, ColorSpace: 'DeviceGray' }));
  page.node.setXObject(PDFName.of('P0'), picture);
  page.node.set(PDFName.of('Contents'), document.context.register(document.context.stream('q 400 0 0 400 90 200 cm /P0 Do Q')));
  return document.save();
}

