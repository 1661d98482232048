import { PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts, degrees } from 'pdf-lib';

/** PDFs as they come from strangers, made in memory. Each page says `words`, so that a reader can find it again. */
export interface Wanted {
  words?: string;
  pages?: number;
  turn?: number;
  /** Text within the lowest 30 points as seen. */
  lowText?: boolean;
  crop?: boolean;
  script?: boolean;
  form?: boolean;
  layers?: boolean;
  size?: [number, number];
}

export async function makePdf({ words = 'A page', pages = 1, turn = 0, lowText = false, crop = false, script = false, form = false, layers = false, size = [595, 842] }: Wanted = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const font = await document.embedFont(StandardFonts.Helvetica);
  const { context } = document;
  for (let index = 0; index < pages; index++) {
    const page = document.addPage(size);
    page.setRotation(degrees(turn));
    page.drawText(`${words} ${index + 1}`, { x: 150, y: 400, size: 14, font });
    if (lowText) {
      const [x, y] = turn === 0 ? [100, 8] : turn === 90 ? [size[0] - 8, 100] : turn === 180 ? [size[0] - 100, size[1] - 8] : [8, size[1] - 100];
      page.drawText('low words', { x, y, size: 12, font, rotate: degrees(turn) });
    }
    if (crop) {
      page.drawText('cropped away', { x: 60, y: 60, size: 12, font });
      page.setCropBox(100, 150, size[0] - 200, size[1] - 300);
    }
    if (script) addActions(document, page.node);
  }
  if (script) {
    document.addJavaScript('go', 'app.alert("hello from a script")');
    document.catalog.set(PDFName.of('OpenAction'), context.obj({ S: 'JavaScript', JS: PDFString.of('app.alert(1)') }));
    await document.attach(new TextEncoder().encode('attached secret'), 'secret.txt', { mimeType: 'text/plain' });
  }
  if (form) {
    const field = document.getForm().createTextField('name');
    field.setText('Typed in the form');
    field.addToPage(document.getPage(0), { x: 150, y: 300, width: 200, height: 20 });
  }
  if (layers) addLayer(document);
  return document.save({ addDefaultPage: false });
}

function addActions(document: PDFDocument, page: PDFDocument['catalog'] | ReturnType<PDFDocument['getPage']>['node']): void {
  const { context } = document;
  const rect = [150, 500, 300, 520];
  const link = (action: Record<string, unknown>) => context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: rect, A: context.obj(action as never) } as never));
  page.set(PDFName.of('Annots'), context.obj([
    link({ S: 'Launch', F: PDFString.of('calc.exe') }),
    link({ S: 'JavaScript', JS: PDFString.of('app.alert(2)') }),
    link({ S: 'URI', URI: PDFString.of('https://tracker.example/beacon') }),
    link({ S: 'SubmitForm', F: PDFString.of('https://tracker.example/form') }),
  ]));
  page.set(PDFName.of('AA'), context.obj({ O: { S: 'JavaScript', JS: PDFString.of('app.alert(3)') } } as never));
  page.set(PDFName.of('Metadata'), context.register(context.stream('<x>where it was made</x>', { Type: 'Metadata', Subtype: 'XML' })));
}

function addLayer(document: PDFDocument): void {
  const { context } = document;
  const page = document.getPage(0);
  const hidden = context.obj({ Type: 'OCG' });
  hidden.set(PDFName.of('Name'), PDFHexString.fromText('Hidden'));
  const ref = context.register(hidden);
  const shown = context.stream('/OC /L1 BDC BT /F1 20 Tf 150 600 Td (hidden words) Tj ET EMC');
  const contents = page.node.normalizedEntries().Contents;
  contents?.push(context.register(shown));
  const resources = page.node.normalizedEntries().Resources;
  resources.set(PDFName.of('Properties'), context.obj({ L1: ref }));
  const fontKey = page.node.normalizedEntries().Font.keys()[0];
  if (fontKey !== undefined) page.node.normalizedEntries().Font.set(PDFName.of('F1'), page.node.normalizedEntries().Font.get(fontKey)!);
  document.catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [ref], D: { OFF: [ref], Order: [ref] } }));
}

/** Bytes a reader must refuse, or mend. */
export async function makeDamaged(): Promise<Uint8Array> {
  const whole = await makePdf({ words: 'Damaged', pages: 3 });
  // Everything after the middle is lost: no cross-reference, no trailer.
  return whole.slice(0, Math.floor(whole.length / 2));
}

/** A sector of the disk lost in the last page of five, and with it the face of all letters: PDFium gives the file up. */
export async function makeTorn(): Promise<Uint8Array> {
  const torn = await makePdf({ words: 'Torn', pages: 5 });
  const lastPage = Buffer.from(torn).lastIndexOf('/Type /Page\n', undefined, 'latin1');
  return torn.fill(0, lastPage - 20, lastPage - 20 + 512);
}

/** The same, and what the second page draws is lost as well: pdf.js alone finds pages in it, and draws three of them (measured). */
export async function makeTornTwice(): Promise<Uint8Array> {
  const torn = Buffer.from(await makeTorn()).toString('latin1');
  return Buffer.from(torn.replace(/\n7 0 obj[\s\S]*?endobj/, (object) => '\0'.repeat(object.length)), 'latin1');
}

/** The second of three pages is gone; the file still counts three, and readers pass over the gap without a word. */
export async function makePageLost(): Promise<Uint8Array> {
  const text = Buffer.from(await makePdf({ words: 'Lost', pages: 3 })).toString('latin1');
  let page = 0;
  return Buffer.from(text.replace(/\d+ 0 obj\n<<\n\/Type \/Page\n[\s\S]*?endobj/g, (object) => (page++ === 1 ? '\0'.repeat(object.length) : object)), 'latin1');
}

/** What draws the second of three pages is damaged half-way. */
export async function makePageTorn(): Promise<Uint8Array> {
  const bytes = Buffer.from(await makePdf({ words: 'Half', pages: 3 }));
  const streams = [...bytes.toString('latin1').matchAll(/\/Length (\d+)\n>>\nstream\n/g)];
  const second = streams[1];
  if (second === undefined) throw new Error('no second page');
  const start = second.index + second[0].length;
  return bytes.fill(0, start + 40, start + Number(second[1]) - 8);
}

export async function makeLocked(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.addPage().drawText('locked');
  document.encrypt({ userPassword: 'secret', ownerPassword: 'other' });
  return document.save();
}
