import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts, type PDFPage } from 'pdf-lib';

export const secret = '12 Rose Lane';
/** On every page beside it, near its foot: to be read still. */
export const keptWords = ['mill', 'pond'] as const;

const name = (key: string) => PDFName.of(key);

async function made(hide: (document: PDFDocument, page: PDFPage) => Promise<void> | void): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const page = document.addPage([595, 842]);
  page.drawText('near the mill pond', { x: 60, y: 100, size: 14, font });
  await hide(document, page);
  return document.save({ useObjectStreams: false });
}

function drawn(page: PDFPage, instructions: string): void {
  page.node.normalizedEntries().Contents?.push(page.doc.context.register(page.doc.context.stream(instructions)));
}

/** Files that each hold the words in one place. */
export const hidingPlaces: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  text: () => made((_document, page) => page.drawText(`I live at ${secret}.`, { x: 60, y: 700, size: 14 })),
  'two lines': () => made((_document, page) => { page.drawText('I live at 12 Rose', { x: 60, y: 700, size: 14 }); page.drawText('Lane.', { x: 60, y: 680, size: 14 }); }),
  'beyond the edge': () => made((_document, page) => page.drawText(secret, { x: 900, y: 700, size: 14 })),
  'a note': () => made((document, page) => page.node.set(name('Annots'), document.context.obj([document.context.register(document.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [10, 10, 30, 30], Contents: PDFString.of(secret), T: PDFString.of(secret) } as never))]))),
  'replacement text': () => made((_document, page) => drawn(page, `/Span <</ActualText (${secret})>> BDC EMC`)),
  'replacement text in UTF-16': () => made((_document, page) => drawn(page, `/Span <</ActualText <FEFF${Buffer.from(secret, 'utf16le').swap16().toString('hex')}>>> BDC EMC`)),
  'a layer that is off': () => made((document, page) => {
    const layer = document.context.register(document.context.obj({ Type: 'OCG', Name: PDFHexString.fromText(secret) } as never));
    document.catalog.set(name('OCProperties'), document.context.obj({ OCGs: [layer], D: { OFF: [layer] } } as never));
    page.node.normalizedEntries().Resources.set(name('Properties'), document.context.obj({ L1: layer } as never));
    drawn(page, '/OC /L1 BDC BT 20 0 0 20 90 500 Tm [(12 Ro) -20 (se La)] TJ (ne) Tj ET EMC');
  }),
  'a field': () => made((document, page) => {
    const field = document.getForm().createTextField('address');
    field.setText(secret);
    field.addToPage(page, { x: 150, y: 300, width: 200, height: 20 });
  }),
  tags: () => made((document) => {
    const element = document.context.register(document.context.obj({ Type: 'StructElem', S: 'Figure', Alt: PDFHexString.fromText(secret) } as never));
    document.catalog.set(name('StructTreeRoot'), document.context.register(document.context.obj({ Type: 'StructTreeRoot', K: element, ParentTree: { Nums: [] } } as never)));
  }),
  'what it says of itself': () => made((document) => {
    document.setTitle(secret);
    document.setSubject(secret);
    document.catalog.set(name('Metadata'), document.context.register(document.context.stream(`<x>${secret}</x>`, { Type: 'Metadata', Subtype: 'XML' })));
  }),
  'an attachment': () => made((document) => document.attach(Buffer.from(secret), `${secret}.txt`)),
};

export async function makePlain(words: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText(words);
  return document.save();
}
