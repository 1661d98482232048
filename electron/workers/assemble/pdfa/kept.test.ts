import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import * as fontkit from 'fontkit';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFStream, PDFString } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import type { FinishOrder } from '../../../../shared/assemble-protocol';
import { fromFirstPage } from '../../../../shared/model/page-numbering';
import { Assembly } from '../assembly';
import { markCopy } from '../copy-mark/mark-copy';
import { cutDocument } from '../parts/cut-document';
import { protectDocument } from '../protect-document';
import { makePdf } from '../testing/made-pdfs';
import { complaints, textByPage, unpacked } from '../testing/reading';
import { mendForKeeping } from './mend';
import { eachOnce, pageFaults } from './page-faults';
import { srgbProfile } from './srgb-profile';

const modules = join(import.meta.dirname, '../../../../node_modules');
const wasm = new Uint8Array(readFileSync(join(modules, '@embedpdf/pdfium/dist/pdfium.wasm')));
const face = new Uint8Array(readFileSync(join(modules, 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')));
const name = (key: string) => PDFName.of(key);

/** A page that keeps to the rules: its face is with it. */
async function sound(change: (document: PDFDocument) => void = () => undefined): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit as never);
  const font = await document.embedFont(face, { subset: true });
  document.addPage([595, 842]).drawText('A sound letter', { x: 100, y: 700, size: 14, font });
  change(document);
  return document.save();
}

/** Instructions put after those that are there. */
function draw(document: PDFDocument, instructions: string, resources: Record<string, Record<string, unknown>> = {}): void {
  const [page] = document.getPages();
  const { Contents, Resources } = page!.node.normalizedEntries();
  Contents!.push(document.context.register(document.context.stream(instructions)));
  for (const [category, held] of Object.entries(resources)) Resources.set(name(category), document.context.obj(held as never));
}

async function clauses(bytes: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  mendForKeeping(document);
  return eachOnce(pageFaults(document, false).flat()).map(({ clause }) => clause).sort();
}

async function kept(exhibit: Uint8Array) {
  const assembly = await Assembly.begin(wasm, face, true);
  const own = await assembly.addExhibit('exhibit TM1', exhibit, false);
  if (own.gave !== 'pages') throw new Error(own.gave);
  const order: FinishOrder = { title: 'A & B', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'exhibit TM1', runs: [{ part: 'exhibit TM1', from: 0, to: own.pageCount, exhibitMark: 'Exhibit TM1' }], bookmarks: [], pageNumbers: [] };
  return { own, ...(await assembly.finish(order)) };
}

describe('what is against PDF/A-2b on a page', () => {
  test('nothing, where the face is with it', async () => expect(await clauses(await sound())).toEqual([]));

  test.each<[string, string, (document: PDFDocument) => void]>([
    ['inks of a press', '6.2.4.3', (document) => draw(document, '0 0 0 1 k 10 10 20 20 re f')],
    ['an operator that is none', '6.2.2', (document) => draw(document, 'BX 1 2 glow EX')],
    ['more states within each other than there may be', '6.1.13', (document) => draw(document, `${'q '.repeat(25)}${'Q '.repeat(25)}`)],
    ['what is in no list', '6.2.2', (document) => draw(document, '/Nowhere gs')],
    ['a curve for a press that changes tones', '6.2.5', (document) => draw(document, '/G1 gs', { ExtGState: { G1: { TR: document.context.obj({ FunctionType: 2, N: 2, Domain: [0, 1] }) } } })],
    ['a way of mixing that is none', '6.2.10', (document) => draw(document, '/G1 gs', { ExtGState: { G1: { BM: 'Glow' } } })],
    ['a profile of more channels than it has', '6.2.4.2', (document) => draw(document, '/C1 cs 0 0 0 0 sc', { ColorSpace: { C1: [name('ICCBased'), document.context.register(document.context.flateStream(srgbProfile(), { N: 4 }))] } })],
    ['an ink nobody described', '6.2.4.4', (document) => draw(document, '/C1 cs 1 sc', { ColorSpace: { C1: [name('DeviceN'), [name('Gold')], name('DeviceRGB'), document.context.obj({ FunctionType: 2, N: 1, Domain: [0, 1] })] } })],
    ['words that are given in no list', '6.2.2', (document) => draw(document, 'BT (stray) TJ ET')],
    ['a mark of which nobody said how it looks', '6.3.3', (document) => document.getPage(0).node.addAnnot(document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Highlight', Rect: [10, 10, 50, 50] })))],
    ['a page larger than there may be', '6.1.13', (document) => document.getPage(0).setSize(15_000, 842)],
    ['letters said to be wider than they are', '6.2.11.5', widen],
  ])('%s', async (_, clause, change) => expect(await clauses(await sound(change))).toEqual([clause]));

  test('a face that is not with it', async () => expect(await clauses(await makePdf())).toEqual(['6.2.11.4.1']));

  test('but not where its letters are never drawn', async () => {
    const document = await PDFDocument.load(await makePdf());
    const contents = document.getPage(0).node.normalizedEntries().Contents!;
    contents.insert(0, document.context.register(document.context.stream('3 Tr')));
    expect(await clauses(await document.save())).toEqual([]);
  });
});

/** Said of every letter of the one face. */
function widen(document: PDFDocument): void {
  const save = document.save.bind(document);
  document.save = async (options) => {
    await document.flush();
    for (const [, object] of document.context.enumerateIndirectObjects()) if (object instanceof PDFDict && object.get(name('Subtype')) === name('CIDFontType2')) object.set(name('W'), document.context.obj([0, 2000, 900]));
    return save(options);
  };
}

describe('what is mended', () => {
  test('packing, hints for presses, flags of marks, smoothness, odd digits; and nothing is left against it', async () => {
    const bytes = await sound((document) => {
      const { context } = document;
      const picture = context.register(context.flateStream(new Uint8Array(3), { Type: 'XObject', Subtype: 'Image', Width: 1, Height: 1, BitsPerComponent: 8, ColorSpace: 'DeviceRGB', Interpolate: true, Intent: 'Nice' }));
      const form = context.register(context.stream('/G1 gs /P1 Do', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] }));
      draw(document, '/F1x Do', { XObject: { F1x: form, P1: picture }, ExtGState: { G1: { TR: 'Identity', HT: { HalftoneType: 6 } } } });
      const { node } = document.getPage(0);
      node.addAnnot(context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 28, 28], Contents: PDFHexString.of('414') })));
      node.addAnnot(context.register(context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [10, 10, 28, 28], F: 2, Contents: PDFString.of('hidden note') })));
    });
    expect(await clauses(bytes)).toEqual([]);
    const document = await PDFDocument.load(bytes);
    mendForKeeping(document);
    const marks = document.getPage(0).node.lookup(name('Annots'), PDFArray);
    expect(marks.size()).toBe(1);
    const note = marks.lookup(0, PDFDict);
    expect(note.lookup(name('F'), PDFNumber).asNumber()).toBe(4 | 8 | 16);
    expect(note.lookup(name('Contents'), PDFHexString).asString()).toBe('4140');
    expect(note.lookup(name('AP'), PDFDict).lookup(name('N'))).toBeInstanceOf(PDFStream);
  });

  test('a face that does not say what it is loses its list of letters; lengths that are none are told anew; what nobody unpacks is emptied; short names of packing are whole', async () => {
    const document = await PDFDocument.load(await sound());
    const { context } = document;
    const descriptor = context.obj({ FontName: 'ABCDEF+Face', CharSet: PDFString.of('/A/B') });
    const program = context.stream('clear eexec secret', { Length1: 1_309_915_162_058, Length2: 5_401_309_915_162_058, Length3: 9 });
    const [face, known] = [PDFRawStream.of(program.dict, program.getContents()), context.register(descriptor)];
    const [ofFace, potato, short] = [context.register(face), context.register(PDFRawStream.of(context.obj({ Filter: ['Potato'] }), new Uint8Array(7))), context.register(PDFRawStream.of(context.obj({ Filter: 'AHx' }), Buffer.from('4142>')))];
    mendForKeeping(document);
    expect(context.lookup(known, PDFDict).has(name('CharSet'))).toBe(false);
    expect(['Length1', 'Length2', 'Length3'].map((key) => (context.lookup(ofFace) as PDFRawStream).dict.lookup(name(key), PDFNumber).asNumber())).toEqual([11, 7, 0]);
    const emptied = context.lookup(potato) as PDFRawStream;
    expect([emptied.dict.has(name('Filter')), emptied.contents.length]).toEqual([false, 0]);
    expect((context.lookup(short) as PDFRawStream).dict.lookup(name('Filter'), PDFArray).asArray()).toEqual([name('ASCIIHexDecode')]);
  });

  test('LZW is packed anew and holds what it held', async () => {
    // The example of ISO 32000-1, 7.4.4.2.
    const document = await PDFDocument.load(await sound());
    const ref = document.context.register(PDFRawStream.of(document.context.obj({ Filter: 'LZWDecode' }), Uint8Array.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01])));
    mendForKeeping(document);
    const stream = document.context.lookup(ref) as PDFRawStream;
    expect(stream.dict.lookup(name('Filter'))).toBe(name('FlateDecode'));
    expect(inflateSync(stream.contents).toString('latin1')).toBe('-----A---B');
  });
});

describe('a document for keeping', () => {
  test('keeps a sound page as it is, says what it is in data and colours, and is the same made twice', async () => {
    const made = await kept(await sound());
    expect([made.own.drawnToKeep, made.keptFaults]).toEqual([undefined, []]);
    expect(complaints(made.bytes)).toBe('');
    const plain = unpacked(made.bytes);
    expect(plain).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>');
    expect(plain).toContain('<rdf:li xml:lang="x-default">A &amp; B</rdf:li>');
    expect(plain).toMatch(/\/S \/GTS_PDFA1/);
    expect(plain).not.toContain('/Subtype /Image');
    expect(Buffer.from((await kept(await sound())).bytes).equals(Buffer.from(made.bytes))).toBe(true);
  });

  test('draws a page whose face is missing, with its words beneath, and says which', async () => {
    const made = await kept(await makePdf({ words: 'Bare words', pages: 2 }));
    expect([made.own.drawnToKeep, made.keptFaults]).toEqual([[1, 2], []]);
    expect(unpacked(made.bytes)).toContain('/Subtype /Image');
    expect(unpacked(made.bytes)).not.toContain('/BaseFont /Helvetica');
    expect(textByPage(made.bytes).map((text) => text.replace(/\s+/g, ' '))).toEqual([expect.stringContaining('Bare words 1'), expect.stringContaining('Bare words 2')]);
  });

  test('notes that are hidden, or stand on a page that is drawn, are gone and counted', async () => {
    const note = (document: PDFDocument, index: number, more: object) => document.getPage(index).node.addAnnot(document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [10, 10, 28, 28], Contents: PDFString.of('seen by nobody'), ...more } as never)));
    const hidden = await kept(await sound((document) => note(document, 0, { F: 2 })));
    expect(hidden.own.leftOut.notes).toBe(1);
    expect(unpacked(hidden.bytes)).not.toContain('seen by nobody');
    const bare = await PDFDocument.load(await makePdf({ pages: 1 }));
    note(bare, 0, {});
    expect((await kept(await bare.save())).own.leftOut.notes).toBe(1);
    expect((await kept(await sound())).own.leftOut.notes).toBeUndefined();
  });

  test('without the option a page stays as it came, and nothing is claimed', async () => {
    const assembly = await Assembly.begin(wasm, face);
    const own = await assembly.addExhibit('a', await makePdf(), false);
    const made = await assembly.finish({ title: '', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'a', runs: [{ part: 'a', from: 0, to: 1, exhibitMark: '' }], bookmarks: [], pageNumbers: [] });
    expect([own.gave === 'pages' && own.drawnToKeep, made.keptFaults]).toEqual([undefined, undefined]);
    expect(unpacked(made.bytes)).not.toMatch(/pdfaid|GTS_PDFA1/);
  });

  test('layers, and the way in which they are seen has a name', async () => {
    const made = await kept(await sound((document) => {
      const layer = document.context.register(document.context.obj({ Type: 'OCG', Name: PDFString.of('Notes') }));
      document.catalog.set(name('OCProperties'), document.context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
    }));
    expect([made.own.drawnToKeep, made.keptFaults]).toEqual([undefined, []]);
    expect(unpacked(made.bytes)).toContain('/Name (As in the files)');
  });

  test('a page that is a line becomes a picture of a size that a page may have', async () => {
    const made = await kept(await sound((document) => document.getPage(0).setSize(0.002, 842)));
    expect([made.own.drawnToKeep, made.keptFaults]).toEqual([[1], []]);
    expect(complaints(made.bytes)).toBe('');
  });

  test('cut into files and marked for somebody, each still says it; locked it cannot be', async () => {
    const made = await kept(await makePdf({ pages: 2 }));
    const parts = await cutDocument(made.bytes, { title: 'A & B', repeated: 0, numbering: fromFirstPage, parts: [{ from: 0, to: 1 }, { from: 1, to: 2 }] }, face);
    const marked = await markCopy(made.bytes, { code: '7K3F-M4XW', foot: 'Copy 1', footBare: 'Copy 1', printed: [] }, { stampFont: face, pdfiumWasm: wasm });
    for (const { bytes } of [...parts, marked]) expect(unpacked(bytes)).toContain('<pdfaid:part>2</pdfaid:part>');
    await expect(protectDocument(made.bytes, 'velvet harbour')).rejects.toThrow('to be locked');
  });
});

test('the profile of sRGB is one: its size, its signature, and every part where it says', () => {
  const bytes = Buffer.from(srgbProfile());
  expect([bytes.readUInt32BE(0), bytes.toString('latin1', 36, 40), bytes.toString('latin1', 12, 20)]).toEqual([bytes.length, 'acsp', 'mntrRGB ']);
  for (let index = 0; index < bytes.readUInt32BE(128); index++) expect(bytes.readUInt32BE(136 + 12 * index) + bytes.readUInt32BE(140 + 12 * index)).toBeLessThanOrEqual(bytes.length);
  // The three primaries add up to the white of D50 (ISO 15076-1, 7.2.16).
  const sum = ['rXYZ', 'gXYZ', 'bXYZ'].map((tag) => { const at = bytes.readUInt32BE(bytes.indexOf(tag) + 4); return [8, 12, 16].map((place) => bytes.readInt32BE(at + place) / 65_536); }).reduce((all, one) => all.map((value, index) => value + (one[index] ?? 0)));
  [0.9642, 1, 0.8249].forEach((white, index) => expect(sum[index]).toBeCloseTo(white, 3));
});
