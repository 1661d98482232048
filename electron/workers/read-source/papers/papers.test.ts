import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { DocumentDetails } from '../../../../shared/model/document-details';
import { PageRead } from '../../../../shared/vault-protocol/reading-calls';
import { tellType } from '../tell-type';
import { rangesOf } from '../testing/ranges-of';
import type { PaperEnd } from './paper-reading';
import { tellText } from '../tell-text';
import { readPaper } from './read-paper';
import { makeCompoundFile, makeWordFile } from './testing/make-compound-file';
import { letter, packed, paperTypes, withEverythingThatActs, wordXml, type MadeKind } from './testing/made-papers';

vi.setConfig({ testTimeout: 60_000 });

const pdfium = new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm')));
interface Told extends PaperEnd { pages: Record<number, string>; places: [number, number][] }

async function told(kind: MadeKind, bytes: Uint8Array, more: { password?: string; fromPage?: number } = {}): Promise<Told> {
  const pages: Record<number, string> = {};
  const places: [number, number][] = [];
  const end = await readPaper({ mediaType: paperTypes[kind], fromPage: more.fromPage ?? 1, password: more.password ?? null, pdfium: kind === 'pdf' ? pdfium : null }, rangesOf(bytes), async (read, place, total) => {
    for (const page of read) pages[PageRead.parse(page).page] = page.text;
    places.push([place, total]);
  });
  DocumentDetails.parse(end.details);
  return { ...end, pages, places };
}

const findingsOf = ({ details }: PaperEnd): Record<string, [number, string[]]> => Object.fromEntries((details.paper?.findings ?? []).map(({ finding, count, names }) => [finding, [count, names]]));
describe('PDF', () => {
  it('gives its words page by page, who it says wrote it, and which pages have none', async () => {
    const found = await told('pdf', await (await letter(['No further action', '', 'Page three'])).save());
    expect(found).toMatchObject({ state: 'done', ocrToo: true, pages: { 1: 'No further action', 3: 'Page three' }, details: { paper: { kind: 'pdf', pageCount: 3, pagesWithoutWords: [2], wasLocked: false } } });
    expect(found.places.at(-1)).toEqual([3, 3]);
    expect(found.details.paper?.claims).toEqual(expect.arrayContaining([{ name: 'title', text: 'Letter of the force', place: 'Info/Title' }, { name: 'author', text: 'PC 4471', place: 'Info/Author' }]));
    expect(findingsOf(found)).toEqual({});
  });

  it('goes on from a page, and still knows which pages before it have no words', async () => {
    const found = await told('pdf', await (await letter(['', ...Array.from({ length: 60 }, (_, i) => `sheet ${i + 2}`)])).save(), { fromPage: 41 });
    expect([Object.keys(found.pages).length, found.pages[41], found.pages[40], found.details.paper?.pagesWithoutWords, found.places.at(-1)]).toEqual([21, 'sheet 41', undefined, [1], [61, 61]]);
  });

  it('that is locked waits for its password, and is read with it', async () => {
    const pdf = await letter(['The safe address']);
    pdf.encrypt({ userPassword: 'gäte 7', ownerPassword: 'other' });
    const bytes = await pdf.save();
    expect(await told('pdf', bytes)).toMatchObject({ state: 'needs-her', why: 'password', pages: {} });
    expect(await told('pdf', bytes, { password: 'wrong' })).toMatchObject({ state: 'needs-her', why: 'password', pages: {} });
    expect(await told('pdf', bytes, { password: 'gäte 7' })).toMatchObject({ state: 'done', pages: { 1: 'The safe address' }, details: { paper: { wasLocked: true } } });
  });

  it('says what in it acts, what lies in it, and what is filled in', async () => {
    const found = await told('pdf', await (await letter(['A form'], withEverythingThatActs)).save({ useObjectStreams: false }));
    expect(findingsOf(found)).toEqual({ javascript: [1, []], launch: [1, []], form: [1, []], 'embedded-file': [1, ['invoice.exe']], link: [1, ['track.example']] });
    expect(found.pages[1]).toBe('A form\nMara Quill\na note in the margin');
  });

  it('that is damaged is read as far as it can be, and that is said', async () => {
    const bytes = Buffer.from(await (await letter(['Still there'])).save({ useObjectStreams: false }));
    const cut = bytes.subarray(0, bytes.lastIndexOf('xref'));
    const found = await told('pdf', cut);
    expect([found.state, found.pages[1], findingsOf(found)['repaired']]).toEqual(['done', 'Still there', [1, []]]);
    expect(await told('pdf', Buffer.from('%PDF-1.7\nnothing more'))).toMatchObject({ state: 'failed', why: 'damaged' });
  });
});

describe('Word, OpenDocument and Excel', () => {
  it('docx: words, headers, notes and remarks; who changed what; what it would fetch', async () => {
    const found = await told('docx', packed({
      'word/document.xml': wordXml('<w:p><w:r><w:t>Dear</w:t><w:tab/><w:t xml:space="preserve"> Madam &amp; others</w:t></w:r></w:p><w:p><w:ins w:author="DS Hale"><w:r><w:t>added words</w:t></w:r></w:ins><w:del w:author="DS Hale"><w:r><w:delText>struck</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r></w:p>'),
      'word/header1.xml': wordXml('<w:p><w:r><w:t>Reference 12/3</w:t></w:r></w:p>'), 'word/comments.xml': wordXml('<w:comment w:author="Legal"><w:p><w:r><w:t>leave this out</w:t></w:r></w:p></w:comment>'),
      'word/_rels/document.xml.rels': '<Relationships><Relationship Id="1" Type="http://x/image" Target="https://pixel.example/a.png" TargetMode="External"/><Relationship Id="2" Type="http://x/hyperlink" Target="https://force.example/" TargetMode="External"/></Relationships>',
      'word/vbaProject.bin': 'x', 'docProps/core.xml': '<cp:coreProperties><dc:creator>A. Clerk</dc:creator><dcterms:modified>2021-03-04T10:00:00Z</dcterms:modified></cp:coreProperties>',
    }));
    expect(found.pages[1]).toBe('Dear\t Madam & others\nadded wordsunseen\n\nleave this out\n\nReference 12/3');
    expect(findingsOf(found)).toEqual({ inserted: [1, ['DS Hale']], deleted: [1, ['DS Hale']], 'hidden-text': [1, []], comment: [1, ['Legal']], 'remote-content': [1, ['pixel.example']], link: [1, ['force.example']], macros: [1, []] });
    expect(found.details.paper?.claims).toEqual([{ name: 'author', text: 'A. Clerk', place: 'docProps/core.xml' }, { name: 'changed', text: '2021-03-04T10:00:00Z', place: 'docProps/core.xml' }]);
  });

  it('odt: words without what was deleted; one that is encrypted is locked', async () => {
    const content = '<office:document-content><text:tracked-changes><text:changed-region><text:deletion><text:p>struck</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h>Statement</text:h><text:p>I<text:s/>saw<text:tab/>him</text:p></office:document-content>';
    const found = await told('odt', packed({ mimetype: 'x', 'content.xml': content, 'meta.xml': '<m><meta:initial-creator>Mara</meta:initial-creator></m>' }));
    expect([found.pages[1], found.details.paper?.claims.map(({ text }) => text), findingsOf(found)]).toEqual(['Statement\nI saw\thim', ['Mara'], { deleted: [1, []] }]);
    expect(await told('odt', packed({ 'content.xml': 'x', 'META-INF/manifest.xml': '<manifest:encryption-data />' }))).toMatchObject({ state: 'failed', why: 'locked' });
  });

  it('a sheet of OpenDocument: a line to a row, cells apart by tabs', async () => {
    const bytes = packed({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office:document-content><table:table table:name="Bank"><table:table-row><table:table-cell><text:p>Rent</text:p></table:table-cell><table:table-cell><text:p>450.50</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>paid late</text:p></table:table-cell></table:table-row></table:table></office:document-content>' });
    const found = await told('ods', bytes);
    expect(found.pages[1]?.split('\n').map((line) => line.trim()).filter((line) => line !== '')).toEqual(['Rent', '450.50', 'paid late']);
    expect(found.details.paper?.kind).toBe('ods');
  });

  it('an old Word file: its words in both ways of writing letters, a field by its result alone', async () => {
    const bytes = makeWordFile('He came at \u0013 DATE \u0014five\u0015.\r', 'Łódź 警察\r');
    expect(await tellType(bytes)).toMatchObject({ mediaType: paperTypes.doc });
    expect(await told('doc', bytes)).toMatchObject({ state: 'done', pages: { 1: 'He came at five.\nŁódź 警察\n' }, details: { paper: { kind: 'doc' } } });
  });

  // [MS-OFFCRYPTO]: a docx or xlsx with a password is a compound file with these streams, and no archive.
  it('Word and Excel files with a password are told from their bytes, and said to be locked', async () => {
    const bytes = makeCompoundFile({ EncryptedPackage: Buffer.alloc(5000, 7), EncryptionInfo: Buffer.from([4, 0, 4, 0]) });
    expect(await tellType(bytes)).toMatchObject({ mediaType: paperTypes.doc });
    expect(await told('doc', bytes)).toMatchObject({ state: 'failed', why: 'locked', pages: {} });
    expect(await told('doc', makeWordFile('secret', 'secret', true))).toMatchObject({ state: 'failed', why: 'locked', pages: {} });
  });

  it('xlsx: a page to a sheet, a line to a row', async () => {
    const found = await told('xlsx', packed({
      'xl/workbook.xml': '<workbook><sheets><sheet name="Bank" sheetId="1" r:id="a"/><sheet name="His" state="hidden" sheetId="2" r:id="b"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<r><Relationship Id="a" Target="worksheets/sheet1.xml"/><Relationship Id="b" Target="/xl/worksheets/sheet2.xml"/></r>',
      'xl/sharedStrings.xml': '<sst><si><t>Rent</t></si><si><r><t>paid </t></r><r><t>late</t></r></si></sst>',
      'xl/worksheets/sheet1.xml': '<w><sheetData><row><c t="s"><v>0</v></c><c><v>450.5</v></c></row><row><c t="s"><v>1</v></c><c t="inlineStr"><is><t>in line</t></is></c></row></sheetData></w>',
      'xl/worksheets/sheet2.xml': '<w><sheetData><row><c t="str"><v>secret</v></c></row></sheetData></w>',
    }));
    expect(found.pages).toEqual({ 1: 'Bank\nRent\t450.5\npaid late\tin line', 2: 'His\nsecret' });
    expect(findingsOf(found)).toEqual({ 'hidden-sheet': [1, ['His']] });
  });

  it('what is no such file, or lies about what it holds, is said and costs nothing', async () => {
    expect(await told('docx', Buffer.from('PK no archive'))).toMatchObject({ state: 'failed', why: 'damaged' });
    expect(await told('docx', packed({ 'other.xml': 'x' }))).toMatchObject({ state: 'failed', why: 'damaged' });
    const bomb = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>${wordXml('<w:p><w:t>&c;&c;</w:t></w:p>')}`;
    expect((await told('docx', packed({ 'word/document.xml': bomb }))).pages[1]).not.toContain('haha');
    const deep = wordXml('<w:p>'.repeat(200_000) + '<w:t>deep</w:t>');
    const begun = performance.now();
    expect((await told('docx', packed({ 'word/document.xml': deep }))).state).toBe('done');
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

describe('RTF, saved pages and text', () => {
  it('RTF and text in its own encoding', async () => {
    expect((await told('rtf', Buffer.from('{\\rtf1\\ansi Caf\\\'e9 at five.\\par He \\u8220?shouted\\u8221?.}'))).pages[1]?.trim()).toBe('Café at five.\nHe “shouted”.');
    expect((await told('text', Buffer.from('Łódź 警察', 'utf16le'))).pages[1]).toBe('Łódź 警察');
  });

  it('a page: its words, where it was saved from, what a browser would fetch, and nothing of its scripts', async () => {
    const found = await told('html', Buffer.from('<!DOCTYPE html>\n<!-- saved from url=(0023)https://social.example/m -->\n<html><head><title>Messages</title></head><body><script>steal()</script><p>You <b>will</b> pay</p><img src="https://pixel.example/1.gif"></body></html>'));
    expect(found.pages[1]).toBe('You will pay');
    expect(found.details.paper?.claims).toEqual([{ name: 'title', text: 'Messages', place: 'title' }, { name: 'saved-from', text: 'https://social.example/m', place: 'saved from url' }]);
    expect(findingsOf(found)).toEqual({ 'remote-content': [1, ['pixel.example']], javascript: [1, []] });
  });
});

it('a page saved in one file: told from a mail, its words decoded, and where it was saved from', async () => {
  const page = Buffer.from('<html><head><title>Messages</title></head><body><p>Café: you <b>will</b> pay</p><img src="https://pixel.example/1.gif"></body></html>');
  const lines = (head: string): Buffer => Buffer.from(`${head}Subject: Messages\r\nDate: Mon, 1 Jul 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n`
    + `------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n------b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://social.example/inner\r\n\r\n${page.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n------b--\r\n`);
  const chromium = lines('From: <Saved by Blink>\r\nSnapshot-Content-Location: https://social.example/m\r\n');
  const explorer = lines('From: "Saved by Windows Internet Explorer 11"\r\n');
  for (const [bytes, from, place] of [[chromium, 'https://social.example/m', 'snapshot-content-location'], [explorer, 'https://social.example/inner', 'content-location']] as const) {
    expect(tellText(bytes)).toBe('multipart/related; charset=utf-8');
    const found = await told('mhtml', bytes);
    expect(found.pages[1]).toBe('Café: you will pay');
    expect(found.details.paper).toMatchObject({ kind: 'mhtml', claims: [{ name: 'title', text: 'Messages', place: 'title' }, { name: 'saved-from', text: from, place }] });
    expect(findingsOf(found)).toEqual({ 'remote-content': [1, ['pixel.example']] });
  }
  expect(tellText(lines('From: ruth@example.com\r\n'))).toBe('message/rfc822; charset=utf-8');
  expect(await told('mhtml', Buffer.from('Content-Type: multipart/related\r\n\r\n'))).toMatchObject({ state: 'failed', why: 'damaged' });
});

it('spoilt papers always come to an end that is said, in time', async () => {
  const pdf = new Uint8Array(await (await letter(['one', 'two'])).save({ useObjectStreams: false }));
  const samples: [MadeKind, Uint8Array][] = [
    ['pdf', pdf], ['docx', packed({ 'word/document.xml': wordXml('<w:p><w:t>a</w:t></w:p>'), 'docProps/core.xml': '<x><dc:title>t</dc:title></x>' })], ['xlsx', packed({ 'xl/workbook.xml': '<w><sheet name="a" r:id="1"/></w>' })],
    ['odt', packed({ 'content.xml': '<text:p>a</text:p>' })], ['rtf', Buffer.from('{\\rtf1 {\\b a}\\u99?}')], ['html', Buffer.from('<p>a<img srcset="x 1x"></p>')], ['doc', Buffer.alloc(2048, 'ÐÏ\u0011à¡±\u001aá', 'latin1')],
  ];
  await fc.assert(fc.asyncProperty(fc.constantFrom(...samples), fc.array(fc.record({ at: fc.nat(4000), put: fc.uint8Array({ maxLength: 8 }), remove: fc.nat(8) }), { maxLength: 8 }), async ([kind, sample], changes) => {
    let bytes: Uint8Array = sample;
    for (const { at, put, remove } of changes) bytes = Buffer.concat([bytes.subarray(0, at % (bytes.length + 1)), put, bytes.subarray((at % (bytes.length + 1)) + remove)]);
    const begun = performance.now();
    const found = await told(kind, bytes);
    expect(['done', 'failed', 'needs-her']).toContain(found.state);
    expect(performance.now() - begun).toBeLessThan(5000);
  }), { numRuns: 150 });
});
