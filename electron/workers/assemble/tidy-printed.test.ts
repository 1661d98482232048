import { expect, test } from 'vitest';
import { PDFDict, PDFDocument, PDFName, PDFString } from './pdf-library';
import { tidyPrinted } from './tidy-printed';

const name = (key: string) => PDFName.of(key);

/** A page with one tagged paragraph, as Chromium prints it: the element has an id, which a tree finds. */
async function printed(id: string): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  const page = document.addPage();
  const element = context.register(context.obj({ Type: 'StructElem', S: 'P', K: 0, Pg: page.ref, ID: PDFString.of(id) }));
  const names = context.register(context.obj({ Names: [PDFString.of(id), element], Limits: [PDFString.of(id), PDFString.of(id)] }));
  document.catalog.set(name('StructTreeRoot'), context.register(context.obj({ Type: 'StructTreeRoot', K: element, IDTree: names })));
  document.setCreator(`Printed by process ${id}`);
  return document.save();
}

test('one document printed by two processes, which count their elements otherwise, is the same byte for byte', async () => {
  const [one, two] = await Promise.all(['node00000027', 'node00000002'].map(async (id) => (await tidyPrinted(await printed(id))).bytes));
  expect(Buffer.from(one ?? [])).toEqual(Buffer.from(two ?? []));
});

test('its tags stay', async () => {
  const { bytes } = await tidyPrinted(await printed('node00000027'));
  const root = (await PDFDocument.load(bytes)).catalog.lookup(name('StructTreeRoot'), PDFDict);
  expect(root.lookup(name('K'), PDFDict).get(name('S'))).toBe(name('P'));
  expect(root.has(name('IDTree'))).toBe(false);
});
