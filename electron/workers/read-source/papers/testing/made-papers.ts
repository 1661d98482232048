import { PDFDocument, PDFString, StandardFonts } from 'pdf-lib';
import { makeArchive } from '../../testing/make-archive';
import { makeWordFile } from './make-compound-file';

/** Media types as `tell-type.ts` tells them from the bytes. */
export const paperTypes = {
  pdf: 'application/pdf', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text', ods: 'application/vnd.oasis.opendocument.spreadsheet', rtf: 'application/rtf', doc: 'application/x-cfb', html: 'text/html; charset=utf-8', mhtml: 'multipart/related; charset=utf-8', text: 'text/plain; charset=utf-16le', csv: 'text/csv; charset=utf-8',
} as const;
export type MadeKind = keyof typeof paperTypes;

/** A packed paper of these parts, by their paths. */
export const packed = (parts: Readonly<Record<string, string>>): Uint8Array => makeArchive(Object.entries(parts).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));

export const wordXml = (body: string): string => `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;

/** A PDF with a page for each text ('' for one without words), changed before it is saved. */
export async function letter(texts: readonly string[], change: (pdf: PDFDocument) => void = () => undefined): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.setTitle('Letter of the force');
  pdf.setAuthor('PC 4471');
  for (const text of texts) {
    const page = pdf.addPage([300, 400]);
    if (text !== '') page.drawText(text, { x: 20, y: 300, size: 12, font });
  }
  change(pdf);
  return pdf;
}

/** Scripts, a file inside, a filled-in field, links that act, a note: all that `pdf-words.ts` names. */
export function withEverythingThatActs(pdf: PDFDocument): void {
  pdf.addJavaScript('greet', 'app.alert(1)');
  void pdf.attach(Buffer.from('x'), 'invoice.exe', { mimeType: 'application/octet-stream' });
  const page = pdf.getPage(0);
  pdf.getForm().createTextField('name').addToPage(page, { x: 20, y: 100, width: 100, height: 20 });
  pdf.getForm().getTextField('name').setText('Mara Quill');
  const annotate = (fields: Readonly<Record<string, unknown>>): void => page.node.addAnnot(pdf.context.register(pdf.context.obj({ Type: 'Annot', Rect: [0, 0, 50, 50], ...fields } as never)));
  annotate({ Subtype: 'Link', A: { S: 'Launch', F: PDFString.of('calc.exe') } });
  annotate({ Subtype: 'Link', A: { S: 'URI', URI: PDFString.of('https://track.example/x?y') } });
  annotate({ Subtype: 'Text', Contents: PDFString.of('a note in the margin') });
}

/** A paper as its one file, or as the parts that are packed into it. */
export type MadePaper = { readonly kind: MadeKind } & ({ readonly bytes: Uint8Array } | { readonly parts: Readonly<Record<string, string>> });

/** One of each kind, with everything in it that is read. */
export async function madePapers(): Promise<MadePaper[]> {
  const text = (kind: MadeKind, words: string): MadePaper => ({ kind, bytes: Buffer.from(words) });
  const plain = await letter(['No further action', '', 'Page three'], withEverythingThatActs);
  const locked = await letter(['The safe address']);
  locked.encrypt({ userPassword: '', ownerPassword: 'other' });
  return [
    { kind: 'pdf', bytes: await plain.save({ useObjectStreams: false }) },
    { kind: 'pdf', bytes: await (await letter(['one', 'two', ''])).save() },
    { kind: 'pdf', bytes: await locked.save() },
    { kind: 'docx', parts: docx },
    { kind: 'xlsx', parts: xlsx },
    { kind: 'odt', parts: odt },
    { kind: 'doc', bytes: makeWordFile('He came at \u0013 DATE \u0014five\u0015.\r', 'Łódź 警察\r') },
    text('rtf', '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 Arial;}}{\\info{\\title x}}\\f0 Caf\\\'e9 at five.\\par He \\u8220?shouted\\u8221?.\\bin4 abcd{\\*\\htmltag64 <b>}{\\pict 00ff}\\uc2\\u1087??\\cell\\row}'),
    text('html', '<!DOCTYPE html>\n<!-- saved from url=(0023)https://social.example/m -->\n<html><head><meta charset="windows-1251"><title>Messages</title><style>p{background:url(https://css.example/a.png)}</style></head><body><script>steal()</script><p>You <b>will</b> pay &amp; &#8364;&notit;</p><img srcset="https://pixel.example/1.gif 1x, b 2x"><table><tr><td>a<td>b</table></body></html>'),
    { kind: 'text', bytes: Buffer.from('\ufeffŁódź 警察\r\nTuesday, he rang.\r\n', 'utf16le') },
    text('text', 'Diary\n\nTuesday 3 March: he came to the school.\n'),
    text('csv', 'Date,Paid,To\n2021-03-04,"450,00","Rent ""late"""\n'),
  ];
}

const docx: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  'word/document.xml': wordXml('<w:p><w:r><w:t>Dear</w:t><w:tab/><w:t xml:space="preserve"> Madam &amp; others</w:t></w:r></w:p><w:p><w:ins w:author="DS Hale"><w:r><w:t>added words</w:t></w:r></w:ins><w:del w:author="DS Hale"><w:r><w:delText>struck</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>'),
  'word/header1.xml': wordXml('<w:p><w:r><w:t>Reference 12/3</w:t></w:r></w:p>'),
  'word/comments.xml': wordXml('<w:comment w:author="Legal"><w:p><w:r><w:t>leave this out</w:t></w:r></w:p></w:comment>'),
  'word/_rels/document.xml.rels': '<Relationships><Relationship Id="1" Type="http://x/image" Target="https://pixel.example/a.png" TargetMode="External"/><Relationship Id="2" Type="http://x/hyperlink" Target="https://force.example/" TargetMode="External"/></Relationships>',
  'word/vbaProject.bin': 'x',
  'docProps/core.xml': '<cp:coreProperties><dc:creator>A. Clerk</dc:creator><dcterms:modified>2021-03-04T10:00:00Z</dcterms:modified></cp:coreProperties>',
};
const xlsx: Readonly<Record<string, string>> = {
  '[Content_Types].xml': '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
  'xl/workbook.xml': '<workbook><sheets><sheet name="Bank" sheetId="1" r:id="a"/><sheet name="His" state="hidden" sheetId="2" r:id="b"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<r><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></r>',
  'xl/sharedStrings.xml': '<sst><si><t>Rent</t></si><si><r><t>paid </t></r><r><t>late</t></r></si></sst>',
  'xl/worksheets/sheet1.xml': '<w><sheetData><row><c t="s"><v>0</v></c><c><v>450.5</v></c></row><row><c t="s"><v>1</v></c><c t="inlineStr"><is><t>in line</t></is></c></row></sheetData></w>',
  'xl/worksheets/sheet2.xml': '<w><sheetData><row><c t="str"><v>secret</v></c></row></sheetData></w>',
  'xl/comments1.xml': '<comments><commentList><comment ref="A1"><text><t>ask him</t></text></comment></commentList></comments>',
};
const odt: Readonly<Record<string, string>> = {
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': '<office:document-content><text:tracked-changes><text:changed-region><text:deletion><text:p>struck</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h>Statement</text:h><text:p>I<text:s/>saw<text:tab/>him</text:p><draw:image xlink:href="https://pixel.example/b.png"/></office:document-content>',
  'meta.xml': '<m><meta:initial-creator>Mara</meta:initial-creator></m>',
  'META-INF/manifest.xml': '<manifest:manifest/>',
};
