import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts, degrees, rgb } from 'pdf-lib';
import { afterAll, describe, expect, test } from 'vitest';
import { nothingTakenOut, type ExhibitRedaction } from '../../../../shared/assemble-protocol';
import { Assembly } from '../assembly';
import { complaints, json, textByPage, unpacked, withFile } from '../testing/reading';

const modules = join(import.meta.dirname, '../../../../node_modules');
const wasm = new Uint8Array(readFileSync(join(modules, '@embedpdf/pdfium/dist/pdfium.wasm')));
const font = new Uint8Array(readFileSync(join(modules, 'pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf')));
const folder = mkdtempSync(join(tmpdir(), 'tidemark-redact-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const secret = '12 Rose Lane';
const street: ExhibitRedaction = { ...nothingTakenOut, words: [{ words: secret, reason: 'address', isWholeWord: false }] };

async function assembled(exhibit: Uint8Array, redact: ExhibitRedaction): Promise<Uint8Array> {
  const assembly = await Assembly.begin(wasm, font);
  const front = await PDFDocument.create();
  front.addPage([595, 842]).drawText('front');
  const { pageCount } = await assembly.addPrinted('front', await front.save());
  const own = await assembly.addExhibit('exhibit', exhibit, false, redact);
  if (own.gave !== 'pages') throw new Error(JSON.stringify(own));
  const runs = [{ part: 'front', from: 0, to: pageCount, exhibitMark: '' }, { part: 'exhibit', from: 0, to: own.pageCount, exhibitMark: 'TM1' }];
  return (await assembly.finish({ title: 'A case', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'front', runs, bookmarks: [], pageNumbers: [] })).bytes;
}

/** Every trace of the words: in the text, and in all streams and strings as bytes. */
function traces(bytes: Uint8Array): string[] {
  const plain = unpacked(bytes);
  const hex = (text: string, encoding: 'latin1' | 'utf16le') => (encoding === 'latin1' ? Buffer.from(text, 'latin1') : Buffer.from(text, 'utf16le').swap16()).toString('hex');
  const found = ['Rose', 'Lane'].filter((word) => textByPage(bytes).join('\n').toLowerCase().includes(word.toLowerCase())).map((word) => `text ${word}`);
  for (const word of ['Rose', 'Lane', 'ROSE', 'rose lane']) {
    if (plain.includes(word)) found.push(`plain ${word}`);
    if (plain.toLowerCase().includes(hex(word, 'latin1')) || plain.toLowerCase().includes(hex(word, 'utf16le'))) found.push(`hex ${word}`);
    if (plain.includes(Buffer.from(word, 'utf16le').swap16().toString('latin1'))) found.push(`utf-16 ${word}`);
  }
  return found;
}

/** How dark each part of a page of the assembled document is, 0 to 255, at 72 dots to the inch. */
function pixelsOf(bytes: Uint8Array, page: number): { width: number; height: number; at: (x: number, y: number) => number } {
  writeFileSync(join(folder, 'page.pdf'), bytes);
  execFileSync('pdftoppm', ['-r', '72', '-gray', '-f', String(page), '-l', String(page), join(folder, 'page.pdf'), join(folder, 'drawn')]);
  const name = readdirSync(folder).find((file) => file.startsWith('drawn'))!;
  const drawn = readFileSync(join(folder, name));
  rmSync(join(folder, name));
  const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(drawn.toString('latin1', 0, 40))!.map(Number) as [number, number, number];
  const start = drawn.length - width * height;
  return { width, height, at: (x, y) => drawn[start + Math.round(y) * width + Math.round(x)]! };
}

async function made(draw: (document: PDFDocument) => Promise<void> | void): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  await draw(document);
  return document.save({ useObjectStreams: false });
}

describe('words in a PDF', () => {
  test('go with every trace; the rest of the page can still be read, other pages are as they were', async () => {
    const bytes = await assembled(await made(async (document) => {
      const helvetica = await document.embedFont(StandardFonts.Helvetica);
      const first = document.addPage([595, 842]);
      first.drawText('Dear Sir, I live at 12 Rose', { x: 60, y: 700, size: 14, font: helvetica });
      first.drawText('Lane, near the mill pond.', { x: 60, y: 680, size: 14, font: helvetica });
      document.addPage([595, 842]).drawText('The second page says nothing of it.', { x: 60, y: 700, size: 14, font: helvetica });
    }), street);
    expect(complaints(bytes)).toBe('');
    expect(traces(bytes)).toEqual([]);
    const [, first, second] = textByPage(bytes);
    for (const word of ['Dear', 'Sir,', 'live', 'near', 'mill', 'pond.', '[redacted: address]', 'Page 2 of 3']) expect(first).toContain(word);
    expect(second).toContain('The second page says nothing of it.');
    const { qpdf: [, objects] } = json(bytes);
    const elements = Object.values(objects).flatMap(({ value }) => (value?.['/Type'] === '/StructElem' ? [value] : []));
    expect(elements.filter((one) => one['/S'] === '/Figure').map((one) => one['/Alt'])).toEqual(['u:A page as a picture. Blacked out on it: redacted: address.']);
    // Those who listen hear the words that are left.
    expect(withFile(bytes, (file) => execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8' }))).toMatch(/Figure[\s\S]*P \(block\)[\s\S]*"Dear Sir, I live at[\s\S]*near the mill pond/);
    // The black: where "12 Rose" stood, and where "Lane" began the next line. The words beside it are still drawn.
    const seen = pixelsOf(bytes, 2);
    expect([seen.at(205, 842 - 706), seen.at(66, 842 - 678)].map((grey) => grey < 60)).toEqual([true, true]);
    expect(seen.at(300, 842 - 600)).toBeGreaterThan(240);
  });

  test.each([0, 90, 180, 270])('stand where they are seen, on a page turned by %s and cropped', async (turn) => {
    const bytes = await assembled(await made(async (document) => {
      const page = document.addPage([600, 800]);
      page.setRotation(degrees(turn));
      page.setCropBox(50, 50, 500, 700);
      page.drawText('12 Rose Lane', { x: 250, y: 400, size: 20, font: await document.embedFont(StandardFonts.Helvetica) });
    }), street);
    expect(traces(bytes)).toEqual([]);
    const { width, height, at } = pixelsOf(bytes, 2);
    const middle = (x: number, y: number) => Math.min(...[-3, 0, 3].flatMap((by) => [at(x + by, y - 3), at(x + by, y + 3)]));
    const [x, y] = turn === 0 ? [260, 344] : turn === 90 ? [356, 260] : turn === 180 ? [240, 356] : [344, 240];
    expect([width, height]).toEqual([turn % 180 === 0 ? 500 : 700, (turn % 180 === 0 ? 700 : 500) + 34]);
    // Letters of the reason stand on the black in white.
    expect(middle(x, y)).toBeLessThan(10);
  });

  test('go where no page shows them: notes, replacement text, layers that are off, beyond the edge, fields, tags, names of layers, attachments', async () => {
    const bytes = await assembled(await made(async (document) => {
      const helvetica = await document.embedFont(StandardFonts.Helvetica);
      const { context } = document;
      const page = (words: string) => {
        const one = document.addPage([595, 842]);
        one.drawText(words, { x: 60, y: 700, size: 14, font: helvetica });
        return one;
      };
      const noted = page('a note');
      noted.node.set(PDFName.of('Annots'), context.obj([context.register(context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30], Contents: PDFString.of(secret) } as never))]));
      page('beyond').drawText(secret, { x: 900, y: 700, size: 14, font: helvetica });
      const told = page('told');
      told.node.normalizedEntries().Contents?.push(context.register(context.stream('/Span <</ActualText (\\0612 Rose Lane)>> BDC EMC /Span <</ActualText <FEFF0031003200200052006F007300650020004C0061006E0065>>> BDC EMC')));
      const layer = context.register(context.obj({ Type: 'OCG', Name: PDFHexString.fromText(secret) } as never));
      document.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } } as never));
      const layered = page('layered');
      layered.node.normalizedEntries().Resources.set(PDFName.of('Properties'), context.obj({ L1: layer } as never));
      layered.node.normalizedEntries().Contents?.push(context.register(context.stream('/OC /L1 BDC BT 20 0 0 20 90 500 Tm [(12 Ro) -20 (se La)] TJ (ne) Tj ET EMC')));
      const field = document.getForm().createTextField('address');
      field.setText(secret);
      field.addToPage(page('a form'), { x: 150, y: 300, width: 200, height: 20 });
      const element = context.register(context.obj({ Type: 'StructElem', S: 'Figure', Alt: PDFHexString.fromText(`The house at ${secret}`) } as never));
      document.catalog.set(PDFName.of('StructTreeRoot'), context.register(context.obj({ Type: 'StructTreeRoot', K: element, ParentTree: { Nums: [] } } as never)));
      document.setTitle(secret);
      document.setSubject(secret);
      await document.attach(Buffer.from(secret), `${secret}.txt`);
    }), street);
    expect(complaints(bytes)).toBe('');
    expect(traces(bytes)).toEqual([]);
    for (const words of ['a note', 'beyond', 'told', 'layered', 'a form']) expect(textByPage(bytes).join('\n')).toContain(words);
  });

  test('leave no page that cannot be looked at', async () => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', new TextEncoder().encode('%PDF-1.7\nnothing more'), false, street)).toMatchObject({ gave: 'refused' });
  });
});

describe('areas of a PDF', () => {
  test('are black in the picture, with nothing beneath; pictures that all pages share are not carried by the others', async () => {
    const bytes = await assembled(await made(async (document) => {
      const helvetica = await document.embedFont(StandardFonts.Helvetica);
      // A JPEG with the words in its own data, in one list of resources for both pages.
      const jpeg = readFileSync(join(import.meta.dirname, '../../../../assets/sample-case/files/IMG_20210913_074112.jpg'));
      const picture = await document.embedJpg(jpeg);
      const first = document.addPage([595, 842]);
      first.drawImage(picture, { x: 100, y: 400, width: 300, height: 300 });
      first.drawText('beside', { x: 60, y: 100, size: 14, font: helvetica });
      first.drawText('Rose Lane', { x: 150, y: 500, size: 14, font: helvetica });
      const second = document.addPage([595, 842]);
      second.drawText('second', { x: 60, y: 100, size: 14, font: helvetica });
      const fonts = first.node.normalizedEntries().Font;
      for (const [key, value] of second.node.normalizedEntries().Font.entries()) fonts.set(key, value);
      second.node.set(PDFName.of('Resources'), first.node.Resources()!);
    }), { ...nothingTakenOut, areas: [{ page: 1, left: 0.16, top: 0.16, width: 0.53, height: 0.38, reason: 'child' }] });
    expect(traces(bytes)).toEqual([]);
    expect(textByPage(bytes)[1]).toContain('[redacted: child]');
    expect(textByPage(bytes)[1]).toContain('beside');
    expect(unpacked(bytes)).not.toContain('DCTDecode');
    const seen = pixelsOf(bytes, 2);
    for (const [x, y] of [[105, 150], [390, 150], [105, 430], [390, 430]] as const) expect(seen.at(x, y)).toBeLessThan(10);
  });

  test('on a page that a damaged file has lost are not blacked out on another', async () => {
    const assembly = await Assembly.begin(wasm, font);
    const { makePageLost } = await import('../testing/made-pdfs');
    expect(await assembly.addExhibit('a', await makePageLost(), true, { ...nothingTakenOut, areas: [{ page: 3, left: 0, top: 0, width: 1, height: 1, reason: 'child' }] })).toEqual({ gave: 'refused', reason: 'cannot-redact' });
  });
});

describe('words that somebody only covered', () => {
  const covered = (how: 'box' | 'mark' | 'square' | 'under') => made(async (document) => {
    const helvetica = await document.embedFont(StandardFonts.Helvetica);
    document.addPage([595, 842]).drawText('nothing covered', { x: 60, y: 700, size: 14, font: helvetica });
    const page = document.addPage([595, 842]);
    if (how === 'under') page.drawRectangle({ x: 55, y: 690, width: 120, height: 22, color: rgb(0, 0, 0) });
    page.drawText(secret, { x: 60, y: 695, size: 14, font: helvetica, color: how === 'under' ? rgb(1, 1, 1) : rgb(0, 0, 0) });
    page.drawText('open words', { x: 60, y: 600, size: 14, font: helvetica });
    if (how === 'box') page.drawRectangle({ x: 55, y: 690, width: 120, height: 22, color: rgb(0, 0, 0) });
    const mark = { Type: 'Annot', Rect: [55, 690, 175, 712], Subtype: how === 'mark' ? 'Redact' : 'Square', IC: [0, 0, 0] };
    if (how === 'mark' || how === 'square') page.node.set(PDFName.of('Annots'), document.context.obj([document.context.register(document.context.obj(mark as never))]));
  });
  test.each(['box', 'mark', 'square'] as const)('(%s) are found, and the file stops; burned, nothing is left; as it is, no mark stays', async (how) => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', await covered(how), false)).toEqual({ gave: 'found-redactions', pages: [2] });
    const burned = await assembled(await covered(how), { ...nothingTakenOut, found: 'burn' });
    expect([traces(burned), complaints(burned)]).toEqual([[], '']);
    expect(textByPage(burned)[2]).toContain('open');
    expect(textByPage(burned)[1]).toContain('nothing covered');
    const open = await assembled(await covered(how), { ...nothingTakenOut, found: 'as-it-is' });
    expect(textByPage(open)[2]).toContain(secret);
    expect(unpacked(open)).not.toContain('/Redact');
  });
  const tinted = (given: { color: [number, number, number]; opacity: number; blend?: 'Multiply'; words?: [number, number, number] }) => made(async (document) => {
    const page = document.addPage([595, 842]);
    page.drawText(secret, { x: 60, y: 695, size: 14, font: await document.embedFont(StandardFonts.Helvetica), color: rgb(...given.words ?? [0, 0, 0]) });
    page.drawRectangle({ x: 55, y: 690, width: 120, height: 22, color: rgb(...given.color), opacity: given.opacity, ...(given.blend === undefined ? {} : { blendMode: given.blend as never }) });
  });
  test.each([
    ['a dark cover through which one reads', { color: [0, 0, 0], opacity: 0.5 }], ['a dark one through which nobody does', { color: [0, 0, 0], opacity: 0.9 }],
    ['a white one', { color: [1, 1, 1], opacity: 0.92 }], ['a blue one', { color: [0, 0, 0.6], opacity: 0.7 }],
  ] as const)('beneath %s are found, and burned nothing is left', async (_, cover) => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', await tinted(cover as never), false)).toEqual({ gave: 'found-redactions', pages: [1] });
    expect(traces(await assembled(await tinted(cover as never), { ...nothingTakenOut, found: 'burn' }))).toEqual([]);
  });
  test.each([
    ['a highlighter', { color: [1, 1, 0], opacity: 0.4 }], ['a highlighter that lets letters through', { color: [1, 0.9, 0.2], opacity: 1, blend: 'Multiply' }], ['grey shading', { color: [0, 0, 0], opacity: 0.15 }],
  ] as const)('beneath %s can be read, and are no find', async (_, cover) => {
    const assembly = await Assembly.begin(wasm, font);
    expect(await assembly.addExhibit('a', await tinted(cover as never), false)).toMatchObject({ gave: 'pages', redactedPages: 0 });
  });
  test('a box beneath words is none', async () => expect(textByPage(await assembled(await covered('under'), nothingTakenOut))[2]).toContain(secret));
});
