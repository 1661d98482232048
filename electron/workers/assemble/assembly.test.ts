import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { nothingTakenOut, type FinishOrder } from '../../../shared/assemble-protocol';
import { markPlace, pointTo, tellCharacters } from '../../../shared/layouts/places';
import { Assembly } from './assembly';
import { makeDamaged, makeLocked, makePageLost, makePageTorn, makePdf, makeTorn, makeTornTwice, type Wanted } from './testing/made-pdfs';
import { complaints, inkAtFoot, json, textByPage, unpacked, wordsOn } from './testing/reading';

const modules = join(import.meta.dirname, '../../../node_modules');
const wasm = new Uint8Array(readFileSync(join(modules, '@embedpdf/pdfium/dist/pdfium.wasm')));
const font = new Uint8Array(readFileSync(join(modules, 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')));

/** A part as the print window makes it: links of ours, each in the tags, nothing else. */
async function printed(links: { page: number; uri: string; top: number; low?: number; right?: number }[], pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (let index = 0; index < pages; index++) document.addPage([595, 842]).drawText(`printed ${index + 1}`, { x: 100, y: 700 });
  const { context } = document;
  const root = context.nextRef();
  const top = context.nextRef();
  const elements = links.map(({ page, uri, top: height, low = height - 12, right = 300 }, key) => {
    const annotation = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [100, low, right, height], StructParent: key, A: { S: 'URI', URI: PDFString.of(uri) } } as never));
    document.getPage(page).node.addAnnot(annotation);
    return context.register(context.obj({ Type: 'StructElem', S: 'Link', P: top, K: [{ Type: 'OBJR', Obj: annotation, Pg: document.getPage(page).ref }] } as never));
  });
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: elements } as never));
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: top, ParentTree: { Nums: elements.flatMap((element, key) => [key, element]) } } as never));
  document.catalog.set(PDFName.of('StructTreeRoot'), root);
  return document.save();
}

async function assemble(exhibit: Uint8Array, change: (order: FinishOrder) => void = () => undefined): Promise<Uint8Array> {
  const assembly = await Assembly.begin(wasm, font);
  const front = await assembly.addPrinted('front', await printed([{ page: 0, uri: markPlace('contents'), top: 800 }, { page: 0, uri: pointTo('exhibit-tm1'), top: 600 }, { page: 0, uri: tellCharacters('😀'), top: 500, right: 112 }], 1));
  const body = await assembly.addPrinted('body', await printed([{ page: 0, uri: markPlace('exhibit-tm1'), top: 3, low: 0 }, { page: 1, uri: markPlace('exhibit-tm1'), top: 650 }], 2));
  const own = await assembly.addExhibit('exhibit TM1', exhibit, false);
  if (own.gave !== 'pages') throw new Error(own.gave);
  const order: FinishOrder = {
    title: 'A case', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'front',
    runs: [{ part: 'front', from: 0, to: front.pageCount, exhibitMark: '' }, { part: 'body', from: 0, to: body.pageCount, exhibitMark: '' }, { part: 'exhibit TM1', from: 0, to: own.pageCount, exhibitMark: 'Exhibit TM1' }],
    bookmarks: [{ title: 'Contents', place: 'contents', children: [{ title: 'TM1 المستند', place: 'exhibit-tm1', children: [] }] }],
    pageNumbers: [['contents', 1], ['exhibit-tm1', 3]],
  };
  change(order);
  return (await assembly.finish(order)).bytes;
}

test('a heading that goes over the end of a page stands where it begins, whether its part is counted or taken', async () => {
  const assembly = await Assembly.begin(wasm, font);
  const part = await printed([{ page: 0, uri: markPlace('heading-3'), top: 40 }, { page: 1, uri: markPlace('heading-3'), top: 800 }], 2);
  const places = [{ place: 'heading-3', pageIndex: 0 }];
  expect((await assembly.count(part)).places).toEqual(places);
  expect((await assembly.addPrinted('front', part)).places).toEqual(places);
});

describe('an assembled document', () => {
  test('numbers, labels, bookmarks and links agree, and qpdf has nothing against it', async () => {
    const bytes = await assemble(await makePdf({ words: 'Letter', pages: 2 }));
    expect(complaints(bytes)).toBe('');
    textByPage(bytes).forEach((text, index) => expect(text).toContain(`Page ${index + 1} of 5`));
    const read = json(bytes);
    expect(read.pagelabels).toEqual([{ index: 0, label: { '/S': '/D', '/St': 1 } }]);
    expect(read.outlines[0]?.destpageposfrom1).toBe(1);
    expect(read.outlines[0]?.kids[0]).toMatchObject({ title: 'TM1 المستند', destpageposfrom1: 3 });
    expect(unpacked(bytes)).not.toContain('bundle.invalid');
  });

  test('pages have the numbers that are asked for: printed, as labels, and where links are told', async () => {
    const numbering: FinishOrder['numbering'] = { series: [{ fromPage: 0, style: 'roman', prefix: '', first: 1 }, { fromPage: 1, style: 'decimal', prefix: 'A', first: 1 }, { fromPage: 3, style: 'decimal', prefix: 'B', first: 7 }], stamp: 'number' };
    const bytes = await assemble(await makePdf({ words: 'Letter', pages: 2 }), (order) => (order.numbering = numbering));
    expect(complaints(bytes)).toBe('');
    expect(textByPage(bytes).map((text) => text.trim().split(/\s+/).at(-1))).toEqual(['i', 'A1', 'A2', 'B7', 'B8']);
    expect(json(bytes).pagelabels).toEqual([{ index: 0, label: { '/S': '/r', '/St': 1 } }, { index: 1, label: { '/P': 'u:A', '/S': '/D', '/St': 1 } }, { index: 3, label: { '/P': 'u:B', '/S': '/D', '/St': 7 } }]);
    const told = Object.values(json(bytes).qpdf[1]).flatMap(({ value }) => (value?.['/Subtype'] === '/Link' ? [value['/Contents']] : []));
    expect(told.map(String).toSorted()).toEqual(['u:Back to page i', 'u:Back to page i', 'u:Go to page A2']);
    expect(unpacked(bytes)).not.toContain('of 5');
  });

  test('the tags hold the very links of the pages: none more, none less', async () => {
    const objects = Object.entries(json(await assemble(await makePdf())).qpdf[1]).map(([key, { value }]) => [key.replace('obj:', ''), value] as const);
    const isKind = (value: unknown, kind: string): value is Record<string, unknown> => typeof value === 'object' && value !== null && (value as Record<string, unknown>)['/Type'] === kind;
    const onPages = objects.flatMap(([, value]) => (isKind(value, '/Page') ? ((value['/Annots'] ?? []) as string[]) : []));
    const tagged = objects.flatMap(([, value]) => (isKind(value, '/StructElem') && Array.isArray(value['/K']) ? value['/K'] : [])).flatMap((kid: unknown) => (isKind(kid, '/OBJR') ? [kid['/Obj'] as string] : []));
    expect(onPages).toHaveLength(3);
    expect(tagged.sort()).toEqual(onPages.sort());
    expect(objects.filter(([, value]) => isKind(value, '/Annot')).map(([key]) => key).sort()).toEqual(onPages);
  });

  test('an emoji is said to those who follow the tags', async () => {
    const objects = Object.values(json(await assemble(await makePdf())).qpdf[1]).map(({ value }) => value);
    const said = objects.filter((value) => value?.['/ActualText'] !== undefined).map((value) => [value!['/S'], value!['/ActualText']]);
    expect(said).toEqual([['/Span', 'u:😀']]);
  });

  test('the same parts give the same bytes', async () => {
    const exhibit = await makePdf({ words: 'Letter' });
    expect(Buffer.from(await assemble(exhibit)).equals(Buffer.from(await assemble(exhibit)))).toBe(true);
  });

  test('a wrong printed number stops it', async () => {
    await expect(assemble(await makePdf(), (order) => (order.pageNumbers = [['exhibit-tm1', 2]]))).rejects.toThrow('number');
  });

  test('a left-out page stops it', async () => {
    await expect(assemble(await makePdf({ pages: 2 }), (order) => (order.runs[2]!.to = 1))).rejects.toThrow('left out');
  });
});

describe('the stamp', () => {
  const cases: [string, Wanted][] = [0, 90, 180, 270].flatMap((turn) => [
    [`turned ${turn}, margin free`, { turn, words: 'Letter' }] as [string, Wanted],
    [`turned ${turn}, margin taken`, { turn, words: 'Letter', lowText: true }] as [string, Wanted],
    [`turned ${turn}, cropped`, { turn, words: 'Letter', crop: true }] as [string, Wanted],
  ]);
  test.each([...cases, ['landscape', { size: [842, 595], lowText: true }], ['a till receipt', { size: [160, 900] }]] as [string, Wanted][])('%s: at the lower edge as seen, upright, over no words', async (_name, wanted) => {
    const bytes = await assemble(await makePdf(wanted));
    const words = wordsOn(bytes, 4);
    const own = words.filter(({ word }) => ['Page', '4', 'of', 'Exhibit', 'TM1'].includes(word));
    expect(own.map(({ word }) => word).sort()).toEqual(['4', '4', 'Exhibit', 'Page', 'TM1', 'of'].sort());
    for (const { left, right, top, bottom, pageWidth, pageHeight } of own) {
      expect(top).toBeGreaterThan(pageHeight - 34);
      expect(bottom).toBeLessThanOrEqual(pageHeight);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(pageWidth);
    }
    expect(own.find(({ word }) => word === 'Exhibit')!.left).toBeLessThan(own.find(({ word }) => word === 'Page')!.left);
    const overlaps = words.filter((other) => !own.includes(other)).filter((other) => own.some((mine) => mine.left < other.right && other.left < mine.right && mine.top < other.bottom && other.top < mine.bottom));
    expect(overlaps).toEqual([]);
  });

  test('it is as wide on a page with emoji as on any other', async () => {
    const bytes = await assemble(await makePdf());
    const widthOn = (page: number) => wordsOn(bytes, page).filter(({ word, top }) => word === 'Page' && top > 780).map(({ left, right }) => right - left);
    expect(widthOn(1)).toEqual([expect.closeTo(widthOn(2)[0]!, 1)]);
  });

  test('it is seen on every page, pages that are pictures too', async () => {
    const picture = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../assets/sample-case/files/IMG_20210913_074112.jpg')));
    const assembly = await Assembly.begin(wasm, font);
    await assembly.addPrinted('front', await printed([{ page: 0, uri: markPlace('contents'), top: 800 }], 1));
    await assembly.addDrawn('exhibit TM1', [{ jpeg: picture, widthPt: 595, heightPt: 842 }]);
    const runs = [{ part: 'front', from: 0, to: 1, exhibitMark: '' }, { part: 'exhibit TM1', from: 0, to: 1, exhibitMark: 'Exhibit TM1' }];
    const { bytes } = await assembly.finish({ title: 'A case', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'front', runs, bookmarks: [], pageNumbers: [['contents', 1]] });
    expect(complaints(bytes)).toBe('');
    expect(wordsOn(bytes, 2)[0]?.pageHeight).toBe(876);
    for (const page of [1, 2]) expect(inkAtFoot(bytes, page, page === 1 ? 60 : 34)).toBeGreaterThan(60);
  });

  test('a free margin leaves the page its size; a taken one makes it longer by the strip', async () => {
    const height = async (wanted: Wanted) => wordsOn(await assemble(await makePdf(wanted)), 4)[0]?.pageHeight;
    expect(await height({})).toBe(842);
    expect(await height({ lowText: true })).toBe(876);
  });
});

describe('exhibits from strangers', () => {
  test('nothing that acts, reaches out or hides comes along; the words do', async () => {
    const bytes = await assemble(await makePdf({ words: 'Hostile', script: true, form: true }));
    expect(complaints(bytes)).toBe('');
    const all = unpacked(bytes);
    for (const bad of ['/JavaScript', '/JS', '/Launch', '/SubmitForm', '/URI', 'tracker.example', '/AA', '/EmbeddedFile', 'attached secret', 'where it was made', '/AcroForm', '/Widget', 'app.alert']) expect(all, bad).not.toContain(bad);
    expect(textByPage(bytes)[3]).toContain('Hostile 1');
    expect(textByPage(bytes)[3]).toContain('Typed in the form');
  });

  test('what a layer hides stays hidden', async () => {
    const exhibit = await makePdf({ words: 'Layers', layers: true });
    expect(unpacked(exhibit)).toContain('hidden words');
    const [pages, , off] = [json(await assemble(exhibit)), null, unpacked(await assemble(exhibit))];
    expect(pages.pages.length).toBe(4);
    expect(off).toMatch(/\/OCProperties/);
    expect(off).toMatch(/\/OFF \[\s*\d+ 0 R/);
  });

  test('a damaged file is mended or refused, never half in', async () => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', new TextEncoder().encode('%PDF-1.7\nnothing more'), false)).toEqual({ gave: 'refused', reason: 'damaged' });
    expect(await assembly.addExhibit('b', new Uint8Array(0), false)).toEqual({ gave: 'refused', reason: 'damaged' });
    const half = await assembly.addExhibit('c', await makeDamaged(), false);
    expect(['pages', 'refused']).toContain(half.gave);
  });

  test('a page that is lost is told, and its file given up only if there is nothing better', async () => {
    const assembly = await Assembly.begin(wasm, font);
    const lost = await makePageLost();
    expect(await assembly.addExhibit('a', lost, false)).toEqual({ gave: 'short', readablePages: 2, claimedPages: 3 });
    expect(await assembly.addExhibit('a', lost, true)).toMatchObject({ gave: 'pages', pageCount: 2, damage: { lostPages: 1 } });
  });

  test('what was left out of it is told: scripts, what opens, attached files by name', async () => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', await makePdf({ script: true }), false)).toMatchObject({ gave: 'pages', leftOut: { scripts: true, opens: true, media: false, xmlForm: false, attachedCount: 1, attached: ['secret.txt'] } });
    expect(await assembly.addExhibit('b', await makePdf({ form: true }), false)).toMatchObject({ gave: 'pages', leftOut: { scripts: false, opens: false, attachedCount: 0, attached: [] } });
  });

  test('what stands in a field that does not say how it looks is on the page, in any of its letters', async () => {
    const file = await PDFDocument.create();
    file.addPage([595, 842]);
    const field = file.getForm().createTextField('name');
    field.addToPage(file.getPage(0), { x: 150, y: 300, width: 300, height: 20 });
    field.acroField.setValue(PDFHexString.fromText('Żądanie Ключ'));
    for (const { dict } of field.acroField.getWidgets()) dict.delete(PDFName.of('AP'));
    expect(wordsOn(await assemble(await file.save({ updateFieldAppearances: false })), 4).map(({ word }) => word)).toEqual(expect.arrayContaining(['Żądanie', 'Ключ']));
  });

  test('a page whose drawing is cut off is told, though every reader shows something of it', async () => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', await makePageTorn(), false)).toMatchObject({ gave: 'pages', pageCount: 3, damage: { how: 'own', lostPages: 0, partlyRead: [2] } });
    expect(await assembly.addExhibit('b', await makePdf({ pages: 3 }), false)).toMatchObject({ gave: 'pages', damage: null });
  });

  test('where the face of the letters is lost, another stands in for it and is told; nothing is taken out of such words', async () => {
    const assembly = await Assembly.begin(wasm, font);
    const torn = await makeTorn();
    // The last of five pages is lost with it.
    expect(await assembly.addExhibit('a', torn, false)).toEqual({ gave: 'short', readablePages: 4, claimedPages: 5 });
    expect(await assembly.addExhibit('a', torn, true)).toMatchObject({ gave: 'pages', pageCount: 4, damage: { how: 'repaired', lostPages: 1, partlyRead: [], facesLost: [1, 2, 3, 4] } });
    const { bytes } = await assembly.finish({ title: 'Torn', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: '', runs: [{ part: 'a', from: 0, to: 4, exhibitMark: 'Exhibit TM1' }], bookmarks: [], pageNumbers: [] });
    expect(complaints(bytes)).toBe('');
    expect(textByPage(bytes).map((text) => /Torn \d/.exec(text)?.[0])).toEqual(['Torn 1', 'Torn 2', 'Torn 3', 'Torn 4']);
    const other = await Assembly.begin(wasm, font);
    const redact = { ...nothingTakenOut, areas: [{ page: 1, left: 0.1, top: 0.1, width: 0.2, height: 0.2, reason: 'address' as const }] };
    expect(await other.addExhibit('a', torn, true, redact)).toEqual({ gave: 'refused', reason: 'cannot-redact' });
  });

  test('a file of which more is lost than faces is refused', async () => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', await makeTornTwice(), true)).toEqual({ gave: 'refused', reason: 'damaged' });
  });

  test('a locked file is named as locked', async () => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', await makeLocked(), false)).toEqual({ gave: 'refused', reason: 'locked-with-password' });
  });

  test('a photograph inside a PDF loses its place, not its look', async () => {
    const { withoutPictureData } = await import('./picture-data');
    const exif = [0xff, 0xe1, 0, 8, 0x45, 0x78, 0x69, 0x66, 0, 0];
    const rest = [0xff, 0xdb, 0, 4, 1, 2, 0xff, 0xda, 0, 4, 9, 9, 1, 2, 3, 0xff, 0xd9];
    expect([...withoutPictureData(Uint8Array.from([0xff, 0xd8, ...exif, ...rest]))]).toEqual([0xff, 0xd8, ...rest]);
    const clean = Uint8Array.from([0xff, 0xd8, ...rest]);
    expect(withoutPictureData(clean)).toBe(clean);
  });

  test('the tags of a tagged exhibit lead to its page', async () => {
    const bytes = await assemble(await makePdf());
    const catalog = (await PDFDocument.load(bytes)).catalog;
    expect(catalog.get(PDFName.of('StructTreeRoot'))).toBeDefined();
    expect(catalog.get(PDFName.of('Lang'))).toBeDefined();
  });
});
