import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts, degrees } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { nothingTakenOut, type ExhibitRedaction, type PagesWanted, type ReadWord } from '../../../shared/assemble-protocol';
import { markPicture } from '../../../shared/layouts/places';
import { Assembly } from './assembly';
import { makePageLost, makePageTorn, makePdf } from './testing/made-pdfs';
import { complaints, inkAtFoot, json, textByPage, unpacked, withFile, wordsOn } from './testing/reading';

const modules = join(import.meta.dirname, '../../../node_modules');
const wasm = new Uint8Array(readFileSync(join(modules, '@embedpdf/pdfium/dist/pdfium.wasm')));
const font = new Uint8Array(readFileSync(join(modules, 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')));
const pages = (from: number, to: number, of: number, turns: PagesWanted['turns'] = []): PagesWanted => ({ extract: { ranges: [{ from, to }], of }, turns });
const turned = (quarters: 1 | 2 | 3, page = 1): PagesWanted => ({ extract: null, turns: [{ page, quarters }] });

/** A front page, then what was wanted of the file. */
async function assembled(exhibit: Uint8Array, wanted: PagesWanted, { redact = nothingTakenOut, read = [] }: { redact?: ExhibitRedaction; read?: { page: number; words: ReadWord[] }[] } = {}): Promise<Uint8Array> {
  const assembly = await Assembly.begin(wasm, font);
  const front = await PDFDocument.create();
  front.addPage([595, 842]).drawText('front');
  await assembly.addPrinted('front', await front.save());
  const own = await assembly.addExhibit('exhibit', exhibit, false, redact, wanted);
  if (own.gave !== 'pages') throw new Error(JSON.stringify(own));
  if (read.length > 0) assembly.layWords('exhibit', read.map(({ page, words }) => ({ on: { page }, words })));
  const runs = [{ part: 'front', from: 0, to: 1, exhibitMark: '' }, { part: 'exhibit', from: 0, to: own.pageCount, exhibitMark: 'TM1' }];
  return (await assembly.finish({ title: 'A case', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'front', runs, bookmarks: [], pageNumbers: [] })).bytes;
}

/** Of which of the file's pages anything is in the bytes: as it stands, as digits, in two bytes a letter; in text, names, tags, layers, streams. */
function pagesToldOf(bytes: Uint8Array, count: number): number[] {
  const plain = unpacked(bytes);
  const low = plain.toLowerCase();
  return Array.from({ length: count }, (_, index) => index + 1).filter((number) => {
    const words = `only-on-${number}.`;
    const wide = Buffer.from(words, 'utf16le').swap16();
    return plain.includes(words) || low.includes(Buffer.from(words).toString('hex')) || low.includes(wide.toString('hex')) || plain.includes(wide.toString('latin1'));
  });
}

/**
 * Five pages that have everything in common: one list of what they draw with (a form, a pattern, a face of drawn letters, a see-through state, each with the whole list for its own), one tree of tags, names of places, bookmarks, attached files, layers, notes that answer one
 * another, links. Whatever is of one page says so.
 */
async function entangled(count = 5): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const helvetica = await document.embedFont(StandardFonts.Helvetica);
  const drawn = Array.from({ length: count }, () => document.addPage([400, 400]));
  const says = (number: number, more = '') => `${more}only-on-${number}.`;
  const shared = context.obj({ Font: { F1: helvetica.ref } } as never) as unknown as PDFDict;
  const sharedRef = context.register(shared);
  const form = (words: string, more: Record<string, unknown> = {}) => context.register(context.stream(`BT /F1 12 Tf 10 10 Td (${words}) Tj ET`, { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 200, 40], Resources: sharedRef, ...more } as never));
  const numbered = (make: (number: number) => unknown, key: string) => context.obj(Object.fromEntries(drawn.map((_, index) => [`${key}${index + 1}`, make(index + 1)])) as never);
  const layers = drawn.map((_, index) => context.register(context.obj({ Type: 'OCG', Name: PDFString.of(says(index + 1, 'layer ')) } as never)));
  shared.set(PDFName.of('XObject'), numbered((number) => form(says(number, 'form ')), 'X'));
  shared.set(PDFName.of('Pattern'), numbered((number) => context.register(context.stream(`/X${number} Do`, { Type: 'Pattern', PatternType: 1, PaintType: 1, TilingType: 1, BBox: [0, 0, 50, 50], XStep: 50, YStep: 50, Resources: sharedRef } as never)), 'P'));
  shared.set(PDFName.of('ExtGState'), numbered((number) => context.obj({ Type: 'ExtGState', SMask: { Type: 'Mask', S: 'Luminosity', G: form(says(number, 'mask '), { Group: { S: 'Transparency', CS: 'DeviceGray' } }) } } as never), 'G'));
  shared.set(PDFName.of('Properties'), numbered((number) => layers[number - 1], 'L'));
  const letters = context.register(context.obj({
    Type: 'Font', Subtype: 'Type3', FontBBox: [0, 0, 100, 100], FontMatrix: [0.01, 0, 0, 0.01, 0, 0], FirstChar: 65, LastChar: 65, Widths: [100], Encoding: { Type: 'Encoding', Differences: [65, 'a'] }, Resources: sharedRef,
    CharProcs: { a: context.register(context.stream('100 0 d0 0 0 50 50 re f')) },
  } as never));
  shared.lookup(PDFName.of('Font'), PDFDict).set(PDFName.of('T3'), letters);
  const notes: ReturnType<typeof context.register>[] = [];
  const places = drawn.flatMap((page, index) => [PDFString.of(says(index + 1, 'place ')), context.obj([page.ref, 'Fit'] as never)]);
  const root = context.nextRef();
  const top = context.nextRef();
  const elements = drawn.map((page, index) => context.register(context.obj({ Type: 'StructElem', S: 'P', P: top, Pg: page.ref, K: 0, ActualText: PDFHexString.fromText(says(index + 1, 'tag ')) } as never)));
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: elements } as never));
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: { Nums: elements.flatMap((element, key) => [key, [element]]) } } as never));
  for (const [index, page] of drawn.entries()) {
    const number = index + 1;
    page.node.set(PDFName.of('Resources'), sharedRef);
    page.node.set(PDFName.of('StructParents'), context.obj(index));
    // The last is blank: it draws with nothing of the list that it has.
    if (number === count) continue;
    page.node.set(PDFName.of('Contents'), context.register(context.stream(`/P <</MCID 0>> BDC /OC /L${number} BDC /G${number} gs /X${number} Do /Pattern cs /P${number} scn 0 100 50 50 re f BT /F1 12 Tf 50 300 Td (page ${says(number)}) Tj /T3 12 Tf (A) Tj ET EMC EMC`)));
    const note = context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 350, 30, 370], P: page.ref, Contents: PDFString.of(says(number, 'note ')), ...(index > 0 ? { IRT: notes[index - 1] } : {}), AP: { N: form(says(number, 'look ')) } } as never));
    notes.push(note);
    const link = (to: unknown, y: number) => context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [50, y, 90, y + 10], Dest: to } as never));
    const other = drawn[(index + 1) % count]!;
    page.node.set(PDFName.of('Annots'), context.obj([note, link(PDFString.of(says(((index + 2) % count) + 1, 'place ')), 200), link(PDFString.of(says(number, 'place ')), 220), link(context.obj([other.ref, 'Fit'] as never), 240)]));
    await document.attach(new TextEncoder().encode(says(number, 'attached ')), `${says(number, 'file ')}txt`);
  }
  const { catalog } = document;
  catalog.set(PDFName.of('Names'), context.obj({ Dests: { Names: places } } as never));
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: layers, D: { ON: layers.slice(0, 2), OFF: [], Order: layers } } as never));
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: drawn.flatMap((_, index) => [index, { P: PDFString.of(says(index + 1, 'label ')) }]) } as never));
  document.setTitle(says(1, 'title '));
  return document.save({ useObjectStreams: false });
}

describe('an extract', () => {
  test('holds nothing of the other pages, however much they have in common; its own page is whole', async () => {
    const file = await entangled();
    // The file is as entangled as it says: all of its pages are told of where all of them go.
    expect(pagesToldOf(await assembled(file, { extract: null, turns: [] }), 5)).toEqual([1, 2, 3, 4, 5]);
    const bytes = await assembled(file, pages(3, 3, 5));
    expect(complaints(bytes)).toBe('');
    expect(pagesToldOf(bytes, 5)).toEqual([3]);
    const [, text] = textByPage(bytes);
    for (const word of ['page only-on-3.', 'form only-on-3.', 'Page 2 of 2']) expect(text).toContain(word);
    const plain = unpacked(bytes);
    for (const kind of ['form', 'mask', 'note', 'look', 'layer']) expect(plain, kind).toContain(`${kind} only-on-3.`);
    for (const kind of ['tag', 'place', 'attached', 'file', 'label', 'title']) expect(plain, kind).not.toContain(`${kind} only-on`);
    // The link to its own page leads there; those to pages that are gone are gone.
    const links = Object.values(json(bytes).qpdf[1]).filter(({ value }) => value?.['/Subtype'] === '/Link');
    expect(links).toHaveLength(1);
  });

  test('of a file that is locked and opens without a password is as of any other', async () => {
    const locked = withFile(await entangled(), (file) => {
      execFileSync('qpdf', ['--encrypt', '', 'owner', '256', '--', file, `${file}.locked`]);
      return new Uint8Array(readFileSync(`${file}.locked`));
    });
    const bytes = await assembled(locked, pages(2, 2, 5));
    expect(complaints(bytes)).toBe('');
    expect(pagesToldOf(bytes, 5)).toEqual([2]);
    expect(textByPage(bytes)[1]).toContain('page only-on-2.');
  });

  test('a blank page takes nothing with it of the list that it shares', async () => {
    expect(pagesToldOf(await assembled(await entangled(), pages(5, 5, 5)), 5)).toEqual([]);
  });

  test('several ranges go in order; pages keep their turn and their numbers run on', async () => {
    const bytes = await assembled(await makePdf({ words: 'Letter', pages: 9 }), { extract: { ranges: [{ from: 7, to: 8 }, { from: 2, to: 3 }], of: 9 }, turns: [] });
    expect(complaints(bytes)).toBe('');
    expect(textByPage(bytes).slice(1).map((text) => /Letter \d/.exec(text)?.[0])).toEqual(['Letter 2', 'Letter 3', 'Letter 7', 'Letter 8']);
    expect(textByPage(bytes)[4]).toContain('Page 5 of 5');
  });

  test('is refused where the file has another number of pages than she chose from, and where nobody knows which are lost', async () => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', await makePdf({ pages: 4 }), false, nothingTakenOut, pages(2, 3, 5))).toEqual({ gave: 'refused', reason: 'cannot-extract' });
    const lost = await makePageLost();
    expect(await assembly.addExhibit('b', lost, true, nothingTakenOut, { extract: null, turns: [] })).toMatchObject({ gave: 'pages' });
    expect(await assembly.addExhibit('c', lost, true, nothingTakenOut, pages(1, 1, 3))).toEqual({ gave: 'refused', reason: 'cannot-extract' });
  });

  test('tells damage by the file’s own numbers, and of the pages that go alone', async () => {
    const assembly = await Assembly.begin(wasm, font);
    const torn = await makePageTorn();
    expect(await assembly.addExhibit('a', torn, false, nothingTakenOut, pages(2, 3, 3))).toMatchObject({ gave: 'pages', pageCount: 2, filePages: 3, damage: { how: 'own', lostPages: 0, partlyRead: [2] } });
    expect(await assembly.addExhibit('b', torn, false, nothingTakenOut, pages(1, 1, 3))).toMatchObject({ gave: 'pages', pageCount: 1, filePages: 3, damage: null });
  });

  test('names of attached files are of the whole file, and are not told', async () => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', await makePdf({ pages: 2, script: true }), false, nothingTakenOut, pages(2, 2, 2))).toMatchObject({ gave: 'pages', leftOut: { attachedCount: 1, attached: [] } });
  });

  test('is blacked out where the file’s own page was marked, and nowhere else', async () => {
    const area = (page: number) => ({ page, left: 0.2, top: 0.48, width: 0.6, height: 0.08, reason: 'address' as const });
    const bytes = await assembled(await makePdf({ words: 'Letter', pages: 5 }), pages(3, 5, 5), { redact: { ...nothingTakenOut, areas: [area(4), area(1)] } });
    expect(complaints(bytes)).toBe('');
    const [, third, fourth, fifth] = textByPage(bytes);
    expect([third, fifth].map((text) => /Letter \d/.exec(text ?? '')?.[0])).toEqual(['Letter 3', 'Letter 5']);
    expect(fourth).toContain('[redacted: address]');
    expect(fourth).not.toContain('Letter');
  });

  test('what somebody only covered stops it where it is on a page that goes, by the file’s own number', async () => {
    const document = await PDFDocument.create();
    for (let number = 1; number <= 3; number += 1) {
      const page = document.addPage([400, 400]);
      page.drawText('a name that was covered', { x: 60, y: 300, size: 12 });
      if (number === 2) page.drawRectangle({ x: 50, y: 290, width: 250, height: 25 });
    }
    const file = await document.save();
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', file, false, nothingTakenOut, pages(2, 3, 3))).toEqual({ gave: 'found-redactions', pages: [2] });
    expect(await assembly.addExhibit('b', file, false, nothingTakenOut, pages(3, 3, 3))).toMatchObject({ gave: 'pages', pageCount: 1 });
  });
});

describe('a turned page', () => {
  const ways = [0, 90, 180, 270].flatMap((turn) => ([1, 2, 3] as const).map((quarters) => [turn, quarters] as const));

  test.each(ways)('of a file turned by %i, by %i quarters: the number stands at the lower edge as seen, upright, over no words', async (turn, quarters) => {
    const bytes = await assembled(await makePdf({ words: 'Letter', turn, lowText: true }), turned(quarters));
    expect(complaints(bytes)).toBe('');
    const shown = wordsOn(bytes, 2);
    const own = shown.filter(({ word }) => ['Page', '2', 'of', 'TM1'].includes(word));
    expect(own.map(({ word }) => word).sort()).toEqual(['2', '2', 'Page', 'TM1', 'of']);
    for (const { top, bottom, left, right, pageHeight, pageWidth } of own) {
      expect(top).toBeGreaterThan(pageHeight - 34);
      expect(bottom).toBeLessThanOrEqual(pageHeight);
      expect(right - left).toBeGreaterThan(0);
      expect(right).toBeLessThanOrEqual(pageWidth);
    }
    expect(own.find(({ word }) => word === 'TM1')!.left).toBeLessThan(own.find(({ word }) => word === 'Page')!.left);
    expect(inkAtFoot(bytes, 2, 30)).toBeGreaterThan(20);
    const others = shown.filter((one) => !own.includes(one));
    expect(others.length).toBeGreaterThan(1);
    expect(others.filter((one) => own.some((mine) => mine.left < one.right && one.left < mine.right && mine.top < one.bottom && one.top < mine.bottom))).toEqual([]);
    const rotation = Object.values(json(bytes).qpdf[1]).flatMap(({ value }) => (value?.['/Type'] === '/Page' && value['/Rotate'] !== undefined ? [value['/Rotate']] : []));
    expect(rotation.filter((one) => one === (turn + 90 * quarters) % 360).length).toBe((turn + 90 * quarters) % 360 === 0 ? rotation.filter((one) => one === 0).length : 1);
  });

  /** Where a share of the page as it was upright stands once it is turned. */
  function placed([across, down]: readonly [number, number], quarters: 1 | 2 | 3): [number, number] {
    return quarters === 1 ? [1 - down, across] : quarters === 2 ? [1 - across, 1 - down] : [down, 1 - across];
  }

  test.each(ways)('of a file turned by %i, by %i quarters: words that a machine read lie on what it read them off', async (turn, quarters) => {
    const document = await PDFDocument.create();
    const page = document.addPage([400, 600]);
    page.drawRectangle({ x: 10, y: 10, width: 50, height: 50 });
    page.setRotation(degrees(turn));
    const bytes = await assembled(await document.save(), turned(quarters), { read: [{ page: 1, words: [{ text: 'Lighthouse', left: 0.25, top: 0.5, width: 0.5, height: 0.05 }] }] });
    expect(complaints(bytes)).toBe('');
    const found = wordsOn(bytes, 2).find(({ word }) => word === 'Lighthouse');
    expect(found).toBeDefined();
    const { left, right, top, bottom, pageWidth, pageHeight } = found!;
    const isOnSide = (turn + 90 * quarters) % 180 !== 0;
    // Without the strip that holds the number.
    const [width, height] = isOnSide ? [600, 400] : [400, 600];
    expect(Math.round(pageWidth)).toBe(width);
    expect(pageHeight).toBeGreaterThan(height);
    const [middleX, middleY] = placed([0.5, 0.525], quarters);
    expect(Math.abs((left + right) / 2 - middleX * width)).toBeLessThan(0.03 * width);
    expect(Math.abs((top + bottom) / 2 - middleY * height)).toBeLessThan(0.03 * height);
  });

  test('alone is turned, of those that go, by the file’s own number', async () => {
    const bytes = await assembled(await makePdf({ words: 'Letter', pages: 5 }), pages(3, 5, 5, [{ page: 4, quarters: 1 }, { page: 1, quarters: 2 }]));
    expect(complaints(bytes)).toBe('');
    const sizes = [2, 3, 4].map((page) => { const [word] = wordsOn(bytes, page); return word!.pageWidth > word!.pageHeight; });
    expect(sizes).toEqual([false, true, false]);
  });

  test('that is a picture, because something was taken out, is turned with its words', async () => {
    const redact: ExhibitRedaction = { ...nothingTakenOut, areas: [{ page: 1, left: 0.1, top: 0.1, width: 0.2, height: 0.05, reason: 'address' }] };
    const bytes = await assembled(await makePdf({ words: 'Letter' }), turned(1), { redact });
    expect(complaints(bytes)).toBe('');
    const words = wordsOn(bytes, 2);
    expect(words.find(({ word }) => word === 'Letter')).toBeDefined();
    expect(words[0]!.pageWidth).toBeGreaterThan(words[0]!.pageHeight);
    expect(textByPage(bytes)[1]).toContain('Page 2 of 2');
  });
});

describe('a turned picture that we printed', () => {
  test.each([[undefined, 0.5, 0.55], [1, 0.45, 0.5], [2, 0.5, 0.45], [3, 0.55, 0.5]] as const)('turned by %s quarters: words that a machine read lie on what it read them off, and run as it does', async (quarters, across, down) => {
    const document = await PDFDocument.create();
    const page = document.addPage([595, 842]);
    const [left, bottom, width, height] = [100, 400, 240, 160];
    page.node.addAnnot(document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [left, bottom, left + width, bottom + height], A: { S: 'URI', URI: PDFString.of(markPicture('door-170-1')) } } as never)));
    const assembly = await Assembly.begin(wasm, font);
    await assembly.addPrinted('front', await document.save());
    assembly.layWords('front', [{ on: { picture: 'door-170-1', ...(quarters === undefined ? {} : { turned: quarters }) }, words: [{ text: 'Lighthouse', left: 0.25, top: 0.5, width: 0.5, height: 0.1 }] }]);
    const { bytes } = await assembly.finish({ title: 'A case', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'front', runs: [{ part: 'front', from: 0, to: 1, exhibitMark: '' }], bookmarks: [], pageNumbers: [] });
    expect(complaints(bytes)).toBe('');
    const found = wordsOn(bytes, 1).find(({ word }) => word === 'Lighthouse');
    expect(found).toBeDefined();
    expect(Math.abs((found!.left + found!.right) / 2 - (left + across * width))).toBeLessThan(8);
    expect(Math.abs((found!.top + found!.bottom) / 2 - (842 - bottom - height + down * height))).toBeLessThan(8);
    const isUpright = found!.bottom - found!.top > found!.right - found!.left;
    expect(isUpright).toBe(quarters === 1 || quarters === 3);
  });
});
