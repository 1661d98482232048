import { spacingFound } from '../../../../shared/copies/spacing-found';
import { codesIn } from '../../../../shared/copies/copy-code';
import type { MarksRead } from '../../../../shared/assemble-protocol';
import { instructionStreams } from '../page-instructions';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFPageLeaf, PDFRawStream, PDFString } from '../pdf-library';
import { type OpenedFile, Pdfium } from '../pdfium';
import { readPageText } from '../redact/page-text';
import { readableBytesOf } from '../stream-bytes';
import { copyKey } from './mark-copy';
import { pictureLines } from './picture-lines';
import { textLines } from './text-lines';

const dotsPerInch = 300;
const mostDots = 14_000_000;
/** A picture that covers so much of a page makes it a scan, whatever text lies over it. */
const scanShare = 0.4;
const pictureObject = 3;
const a4WidthPt = 595.28;
const a4HeightPt = 841.89;

/** What marks of copies a document has, on at most so many of its pages. Whatever cannot be read says nothing; nothing is thrown. */
export async function readMarks(given: Uint8Array, mostPages: number, pdfiumWasm: Uint8Array, copies: Parameters<typeof spacingFound>[1]): Promise<MarksRead> {
  const bytes = given[0] === 0xff && given[1] === 0xd8 ? await pageOf(given) : given;
  const data = await dataOf(bytes, mostPages);
  const read = (await Pdfium.start(pdfiumWasm)).open(bytes, (file) => {
    const pageCount = file.module.FPDF_GetPageCount(file.document);
    const pages = Array.from({ length: Math.min(pageCount, mostPages) }, (_, index) => readPage(file, index, data.pages[index] ?? []));
    return { pageCount, pages };
  });
  if (read === null || read === 'locked') return { pageCount: data.pages.length, isLocked: read === 'locked', inData: data.file, pages: [], spacing: [] };
  return { pageCount: read.pageCount, isLocked: false, inData: data.file, pages: read.pages.map(({ page, inData, inText, isPicture }) => ({ page, inData, inText, isPicture })), spacing: spacingFound(read.pages, copies) };
}

/** A picture of a page as a page: as wide as A4, on which it was most likely printed. */
async function pageOf(jpeg: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const picture = await document.embedJpg(jpeg);
  const [width, height] = picture.width > picture.height ? [a4HeightPt, (a4HeightPt * picture.height) / picture.width] : [a4WidthPt, (a4WidthPt * picture.height) / picture.width];
  document.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
  return document.save({ useObjectStreams: false });
}

type PageRead = MarksRead['pages'][number] & { readonly lines: readonly number[] };

function readPage(file: OpenedFile, index: number, inData: string[]): PageRead {
  const { module: m } = file;
  const page = m.FPDF_LoadPage(file.document, index);
  if (!page) return { page: index + 1, inData, inText: [], lines: [], isPicture: false };
  try {
    const { text } = readPageText(file, page);
    const isPicture = text.trim() === '' || isScan(file, page);
    return { page: index + 1, inData, inText: codesIn(text), lines: isPicture ? drawnLines(file, page) : textLines(file, page).map(({ fromTop }) => fromTop), isPicture };
  } finally {
    m.FPDF_ClosePage(page);
  }
}

function isScan({ module: m, memory, withMemory }: OpenedFile, page: number): boolean {
  const whole = m.FPDF_GetPageWidthF(page) * m.FPDF_GetPageHeightF(page);
  return withMemory(16, (pointer) => {
    for (let index = 0; index < m.FPDFPage_CountObjects(page); index++) {
      const object = m.FPDFPage_GetObject(page, index);
      if (m.FPDFPageObj_GetType(object) !== pictureObject || !m.FPDFPageObj_GetBounds(object, pointer, pointer + 4, pointer + 8, pointer + 12)) continue;
      const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(memory().slice(pointer, pointer + 16).buffer);
      if (Math.abs((right - left) * (top - bottom)) > whole * scanShare) return true;
    }
    return false;
  });
}

function drawnLines({ module: m, memory }: OpenedFile, page: number): number[] {
  const widthPt = m.FPDF_GetPageWidthF(page);
  const heightPt = m.FPDF_GetPageHeightF(page);
  const scale = Math.min(dotsPerInch / 72, Math.sqrt(mostDots / (widthPt * heightPt)));
  const width = Math.max(1, Math.round(widthPt * scale));
  const height = Math.max(1, Math.round(heightPt * scale));
  const bitmap = m.FPDFBitmap_Create(width, height, 0);
  if (!bitmap) return [];
  try {
    m.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    m.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0);
    const stride = m.FPDFBitmap_GetStride(bitmap);
    const start = m.FPDFBitmap_GetBuffer(bitmap);
    const pixels = memory().subarray(start, start + stride * height);
    const dark = new Uint8Array(width * height);
    for (let row = 0; row < height; row++) for (let column = 0; column < width; column++) dark[row * width + column] = 255 - (pixels[row * stride + column * 4 + 1] ?? 255);
    return pictureLines({ dark, width, height, pointsPerDot: 1 / scale });
  } finally {
    m.FPDFBitmap_Destroy(bitmap);
  }
}

/** Codes in the file's own data: its particulars and its id, and what each page's content says of itself. The id stands in the open even in a file that is shut. */
async function dataOf(bytes: Uint8Array, mostPages: number): Promise<{ file: string[]; pages: string[][] }> {
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, ignoreEncryption: true, parseSpeed: Number.POSITIVE_INFINITY, throwOnInvalidObject: false });
    const { Info, ID } = document.context.trailerInfo;
    const info = document.context.lookup(Info);
    const said = info instanceof PDFDict ? info.lookup(PDFName.of(copyKey)) : undefined;
    const id = document.context.lookup(ID);
    const ids = id instanceof PDFArray ? id.asArray() : [];
    const words = [said, ...ids].flatMap((one) => (one instanceof PDFString || one instanceof PDFHexString ? [Buffer.from(one.asBytes()).toString('latin1')] : []));
    const file = [...new Set(words.flatMap(codesIn))];
    return { file: file.length > 0 ? file : codesOfId(bytes), pages: document.isEncrypted ? [] : document.getPages().slice(0, mostPages).map(({ node }) => codesOfPage(node)) };
  } catch {
    // The objects of a file that is shut cannot be taken apart.
    return { file: codesOfId(bytes), pages: [] };
  }
}

/** The id as it stands in the file's trailer, which is never shut. */
function codesOfId(bytes: Uint8Array): string[] {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = whole.lastIndexOf('/ID');
  const [, hex = ''] = /^\/ID\s*\[\s*<([0-9A-Fa-f]+)>/.exec(at < 0 ? '' : whole.subarray(at, at + 200).toString('latin1')) ?? [];
  return codesIn(Buffer.from(hex, 'hex').toString('latin1'));
}

function codesOfPage(page: PDFPageLeaf): string[] {
  const found = instructionStreams(page).flatMap((stream) => {
    const bytes = stream instanceof PDFRawStream ? readableBytesOf(stream) : null;
    return bytes === null ? [] : [...Buffer.from(bytes).toString('latin1').matchAll(inContent)].flatMap(([, code = '']) => codesIn(code));
  });
  return [...new Set(found)];
}

/** Whoever wrote the file anew may have put blanks in. */
const inContent = new RegExp(`/${copyKey}\\s*\\(([^)]{9})\\)`, 'g');
