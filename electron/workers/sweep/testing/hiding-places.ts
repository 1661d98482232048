import { deflateSync } from 'node:zlib';
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFOperator, PDFOperatorNames, PDFString, StandardFonts } from 'pdf-lib';
import { makeArchive } from '../../read-source/testing/make-archive';
import { packed, wordXml } from '../../read-source/papers/testing/made-papers';

/** What a stranger might find something in: one finished file for each place, with `words` hidden there. */
export interface HidingPlace { readonly name: string; readonly path: string; readonly mediaType: string; make(words: string): Promise<Uint8Array> | Uint8Array; readonly pathOf?: (words: string) => string }

const foretoldColumns = 8;
/** In rows of so many bytes, each byte as its difference to the one before: PNG's first way (ISO/IEC 15948, 9.2). */
function foretold(text: string): Uint8Array {
  const plain = Buffer.from(text.padEnd(Math.ceil(text.length / foretoldColumns) * foretoldColumns), 'latin1');
  return Uint8Array.from([...plain].flatMap((value, at) => (at % foretoldColumns === 0 ? [1, value] : [(value - (plain[at - 1] ?? 0) + 256) % 256])));
}

type Change = (pdf: PDFDocument, words: string) => void | Promise<void>;

async function pdfOf(change: Change, words: string, text = 'Nothing is written here.'): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const page = pdf.addPage([400, 400]);
  page.drawText(text, { x: 20, y: 350, size: 12, font: await pdf.embedFont(StandardFonts.Helvetica) });
  await change(pdf, words);
  return pdf.save();
}

const inPdf = (name: string, change: Change): HidingPlace => ({ name, path: `${name.replaceAll(' ', '-')}.pdf`, mediaType: 'application/pdf', make: (words) => pdfOf(change, words) });
const plain = (name: string, path: string, mediaType: string, make: (words: string) => string | Uint8Array): HidingPlace => ({ name, path, mediaType, make: (words) => { const made = make(words); return typeof made === 'string' ? Buffer.from(made) : made; } });

const office = 'application/vnd.openxmlformats-officedocument';
const wordTypes = `<Types><Override PartName="/word/document.xml" ContentType="${office}.wordprocessingml.document.main+xml"/></Types>`;
const word = (parts: Readonly<Record<string, string>>): Uint8Array => packed({ '[Content_Types].xml': wordTypes, 'word/document.xml': wordXml('<w:p><w:r><w:t>Dear Madam</w:t></w:r></w:p>'), ...parts });
const inWord = (name: string, parts: (words: string) => Readonly<Record<string, string>>): HidingPlace => plain(name, `${name.replaceAll(' ', '-')}.docx`, `${office}.wordprocessingml.document`, (words) => word(parts(words)));
const mail = (headers: string, body: string): string => `From: a@force.example\r\nTo: b@post.example\r\nSubject: About the report\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`;

/** An APP1 segment with one text tag (ImageDescription), and the smallest frame that is a JPEG. */
export function jpegWith(description: string, gps = false): Uint8Array {
  const text = Buffer.from(`${description}\0`, 'latin1');
  const entries = gps ? 2 : 1;
  const tiff = Buffer.alloc(8 + 2 + entries * 12 + 4);
  tiff.write('II*\0', 0, 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(entries, 8);
  const put = (at: number, tag: number, type: number, count: number, value: number): void => { tiff.writeUInt16LE(tag, at); tiff.writeUInt16LE(type, at + 2); tiff.writeUInt32LE(count, at + 4); tiff.writeUInt32LE(value, at + 8); };
  put(10, 0x010e, 2, text.length, tiff.length);
  const parts = [tiff, text];
  if (gps) {
    const at = tiff.length + text.length;
    put(22, 0x8825, 4, 1, at);
    const directory = Buffer.alloc(2 + 4 * 12 + 4 + 48);
    directory.writeUInt16LE(4, 0);
    const values = at + 2 + 48 + 4;
    const tag = (index: number, id: number, type: number, count: number, value: Buffer | number): void => {
      const from = 2 + index * 12;
      directory.writeUInt16LE(id, from); directory.writeUInt16LE(type, from + 2); directory.writeUInt32LE(count, from + 4);
      if (typeof value === 'number') directory.writeUInt32LE(value, from + 8); else value.copy(directory, from + 8);
    };
    tag(0, 1, 2, 2, Buffer.from('N\0')); tag(1, 2, 5, 3, values); tag(2, 3, 2, 2, Buffer.from('W\0')); tag(3, 4, 5, 3, values + 24);
    for (const [index, value] of [51, 30, 26, 0, 7, 39].entries()) { directory.writeUInt32LE(value, 2 + 48 + 4 + index * 8); directory.writeUInt32LE(1, 2 + 48 + 4 + index * 8 + 4); }
    parts.push(directory);
  }
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), ...parts]);
  const app1 = Buffer.alloc(4);
  app1.writeUInt16BE(0xffe1, 0);
  app1.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), app1, exif, smallestPicture]);
}
/** One grey point, without the mark of its beginning. */
const smallestPicture = Buffer.from('/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/8AACwgAAQABAQERAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAAgBAQAAPwD9U6//2Q==', 'base64');

/** Everywhere but in pixels, which only a drawn picture has (`withPicture`). */
export const hidingPlaces: readonly HidingPlace[] = [
  { name: 'text of a page', path: 'text.pdf', mediaType: 'application/pdf', make: (words) => pdfOf(() => undefined, '', words) },
  inPdf('letters set one by one', async (pdf, words) => {
    const font = await pdf.embedFont(StandardFonts.TimesRoman);
    const [page] = pdf.getPages();
    let x = 20;
    for (const letter of words) {
      if (letter !== ' ') page?.drawText(letter, { x, y: 200, size: 11, font });
      x += font.widthOfTextAtSize(letter, 11) + (letter === ' ' ? 1.5 : 0.15);
    }
  }),
  inPdf('keywords of a PDF', (pdf, words) => pdf.setKeywords([words])),
  inPdf('XMP of a PDF', (pdf, words) => pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(pdf.context.stream(`<?xpacket begin=""?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF><rdf:Description><dc:description><rdf:Alt><rdf:li>${words}</rdf:li></rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' })))),
  inPdf('note on a page', (pdf, words) => { pdf.getPage(0).node.addAnnot(pdf.context.register(pdf.context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 20, 20], Contents: PDFHexString.fromText(words) } as never))); }),
  inPdf('file attached to a PDF', (pdf, words) => pdf.attach(Buffer.from(`She lives at ${words}.`), 'note.txt', { mimeType: 'text/plain' })),
  inPdf('name of a file attached to a PDF', (pdf, words) => pdf.attach(Buffer.from('x'), `${words}.bin.txt`, { mimeType: 'text/plain' })),
  inPdf('form field', (pdf, words) => { const field = pdf.getForm().createTextField('line'); field.addToPage(pdf.getPage(0), { x: 20, y: 100, width: 300, height: 20 }); field.setText(words); }),
  inPdf('hidden layer', async (pdf, words) => {
    const layer = pdf.context.register(pdf.context.obj({ Type: 'OCG', Name: PDFString.of('draft') } as never));
    pdf.catalog.set(PDFName.of('OCProperties'), pdf.context.obj({ OCGs: [layer], D: { OFF: [layer], Order: [layer] } } as never));
    const page = pdf.getPage(0);
    const resources = page.node.Resources();
    resources?.set(PDFName.of('Properties'), pdf.context.obj({ L: layer } as never));
    page.pushOperators(PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [PDFName.of('OC'), PDFName.of('L')]));
    page.drawText(words, { x: 20, y: 50, size: 10, font: await pdf.embedFont(StandardFonts.Courier) });
    page.pushOperators(PDFOperator.of(PDFOperatorNames.EndMarkedContent));
  }),
  inPdf('alternative text', (pdf, words) => pdf.catalog.set(PDFName.of('StructTreeRoot'), pdf.context.register(pdf.context.obj({ Type: 'StructTreeRoot', K: { Type: 'StructElem', S: 'Figure', Alt: PDFHexString.fromText(words) } } as never)))),
  inPdf('bookmark', (pdf, words) => {
    const item = pdf.context.register(pdf.context.obj({ Title: PDFHexString.fromText(words), Dest: [pdf.getPage(0).ref, 'Fit'] } as never));
    pdf.catalog.set(PDFName.of('Outlines'), pdf.context.register(pdf.context.obj({ Type: 'Outlines', First: item, Last: item, Count: 1 } as never)));
  }),
  inPdf('object that nothing uses', (pdf, words) => { pdf.context.register(pdf.context.flateStream(`BT /F1 12 Tf (${words.slice(0, 4)}) Tj (${words.slice(4)}) Tj ET`)); }),
  inPdf('stream packed with a predictor', (pdf, words) => { pdf.context.register(pdf.context.stream(deflateSync(foretold(`BT /F1 12 Tf (${words}) Tj ET`)), { Filter: 'FlateDecode', DecodeParms: { Predictor: 15, Columns: foretoldColumns } })); }),
  inPdf('attached file packed with a predictor', (pdf, words) => {
    const file = pdf.context.register(pdf.context.stream(deflateSync(foretold(`She lives at ${words}.`)), { Type: 'EmbeddedFile', Filter: ['FlateDecode'], DecodeParms: [{ Predictor: 15, Columns: foretoldColumns }] }));
    pdf.context.register(pdf.context.obj({ Type: 'Filespec', F: PDFString.of('note.txt'), EF: { F: file } } as never));
  }),
  { name: 'version before the last', path: 'amended.pdf', mediaType: 'application/pdf', make: async (words) => amended(await pdfOf(() => undefined, '', words)) },
  plain('words in the data of a photograph', 'IMG_2041.jpg', 'image/jpeg', (words) => jpegWith(words)),
  { name: 'name of a file', path: '', pathOf: (words) => `${words.replaceAll(', ', '_').replaceAll(' ', '_')}.txt`, mediaType: 'text/plain', make: () => Buffer.from('nothing') },
  plain('header of a mail', 'mail.eml', 'message/rfc822', (words) => mail(`X-Delivery: =?utf-8?B?${Buffer.from(words).toString('base64')}?=`, 'Good morning')),
  plain('file attached to a mail', 'reply.eml', 'message/rfc822', (words) => mail('Content-Type: multipart/mixed; boundary=x', `--x\r\nContent-Type: text/plain\r\n\r\nhello\r\n--x\r\nContent-Type: application/octet-stream; name="a.zip"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(packed({ 'inner.csv': `x,"${words}"` })).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--x--\r\n`)),
  plain('comment of a web page', 'page.html', 'text/html', (words) => `<!doctype html><p>Hello</p><!-- ${words} -->`),
  plain('element that a web page hides', 'page2.html', 'text/html', (words) => `<!doctype html><p>Hello</p><div style="display:none" hidden>${words.replace(' ', '&#32;').replace('a', '<b>a</b>')}</div>`),
  inWord('properties of a Word file', (words) => ({ 'docProps/app.xml': `<Properties><HyperlinkBase>${words}</HyperlinkBase></Properties>` })),
  inWord('comment in a Word file', (words) => ({ 'word/comments.xml': wordXml(`<w:comment w:id="1"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:comment>`) })),
  inWord('deletion tracked in a Word file', (words) => ({ 'word/document.xml': wordXml(`<w:p><w:r><w:t>Dear</w:t></w:r><w:del w:id="2"><w:r><w:delText>${words.slice(0, 5)}</w:delText></w:r><w:r><w:rPr><w:b/></w:rPr><w:delText>${words.slice(5)}</w:delText></w:r></w:del></w:p>`) })),
  plain('hidden sheet of a table', 'accounts.xlsx', `${office}.spreadsheetml.sheet`, (words) => packed({
    '[Content_Types].xml': `<Types><Override PartName="/xl/workbook.xml" ContentType="${office}.spreadsheetml.sheet.main+xml"/></Types>`,
    'xl/workbook.xml': '<workbook><sheets><sheet name="Bank" sheetId="1" r:id="a"/><sheet name="His" state="veryHidden" sheetId="2" r:id="b"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="worksheets/sheet2.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst><si><t>Rent</t></si><si><r><t>${words.slice(0, 6)}</t></r><r><t>${words.slice(6)}</t></r></si></sst>`,
    'xl/worksheets/sheet1.xml': '<w><sheetData><row><c t="s"><v>0</v></c></row></sheetData></w>', 'xl/worksheets/sheet2.xml': '<w><sheetData><row><c t="s"><v>1</v></c></row></sheetData></w>',
  })),
  plain('member of an archive in an archive', 'bag.zip', 'application/zip', (words) => makeArchive([{ name: 'a.txt', bytes: Buffer.from('x') }, { name: 'inner.zip', bytes: makeArchive([{ name: 'data/list.txt', bytes: Buffer.from(words, 'utf16le') }]) }])),
  plain('escaped in an index', 'index.json', 'application/json', (words) => JSON.stringify({ places: [words] }).replace(/[a-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`)),
];

/** The file with one more version at its end, in which the page shows something else (an incremental update, ISO 32000-2, 7.5.6). */
async function amended(first: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(first, { updateMetadata: false });
  const contents = pdf.getPage(0).node.get(PDFName.of('Contents'));
  const ref = contents instanceof PDFArray ? contents.get(0) : contents;
  const [number] = /\d+/.exec(String(ref)) ?? ['4'];
  const stream = 'BT ET';
  const body = Buffer.from(first).toString('latin1');
  const at = body.length + 1;
  const size = pdf.context.largestObjectNumber + 1;
  const root = /\d+ \d+ R/.exec(String(pdf.context.trailerInfo.Root))?.[0] ?? '1 0 R';
  const startOfTable = Number(/startxref\s+(\d+)/.exec(body)?.[1] ?? 0);
  const object = `${number} 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`;
  const table = `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \ntrailer\n<< /Size ${size} /Root ${root} /Prev ${startOfTable} >>\nstartxref\n${at + object.length}\n%%EOF\n`;
  return Buffer.from(`${body}\n${object}${table}`, 'latin1');
}

/** A PDF whose page shows a picture, with nothing written. */
export async function pdfWithPicture(jpeg: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const picture = await pdf.embedJpg(jpeg);
  pdf.addPage([picture.width / 3, picture.height / 3]).drawImage(picture, { x: 0, y: 0, width: picture.width / 3, height: picture.height / 3 });
  return pdf.save();
}

/** A page that shows words, to be drawn as a picture. */
export const pageShowing = (words: string): Promise<Uint8Array> => pdfOf(() => undefined, '', words);
