import type { Document } from '../../../shared/model/document';
import type { PlannedExhibit } from '../../../shared/model/export-plan';
import type { PrintedPicture, RenderedExhibit, Rendition } from '../../../shared/layouts/rendition';
import type { AssemblerHost } from './assembler-host';
import { drawPages, type PageReaderFiles } from '../sandboxed/page-pictures';
import type { PictureWindow } from '../sandboxed/picture-window';
import type { ExportSource } from './ports';
import { mostPixels, printedSize, wholePage, withinMessage, type Space } from './printed-size';
import { renderPdf } from './render-pdf';
import { readText } from './read-text';
import type { ExhibitRedactions } from './exhibit-redactions';

const mostPictureBytes = 256 * 1024 * 1024;
/** A scan of more pages is printed that far, and says so. */
const mostPicturePages = 500;
const mostPdfBytes = 1024 * 1024 * 1024;

export interface RenderWith { readonly source: ExportSource; readonly pictures: PictureWindow; readonly assembler: AssemblerHost; readonly files: PageReaderFiles; readonly redactions: ExhibitRedactions; readonly signal: AbortSignal }

/** An exhibit ready to print, and the pictures its pages name. */
export interface Rendered extends RenderedExhibit { readonly jpegs: ReadonlyMap<string, Uint8Array> }

const ownPart = 'exhibit ';

/** The part under which an exhibit's own PDF pages are known to the assembler. */
export function partOfExhibit(mark: string): string { return `${ownPart}${mark}`; }

export function isExhibitsOwn(part: string): boolean { return part.startsWith(ownPart); }

/** Makes of one exhibit what can be printed of it. A file that cannot be read is an answer with its reason; throws when cancelled or when the vault refuses. */
export async function renderExhibit(exhibit: PlannedExhibit, by: RenderWith): Promise<Rendered> {
  const jpegs = new Map<string, Uint8Array>();
  return { exhibit, rendition: await renderThing(exhibit, by, jpegs), jpegs };
}

async function renderThing({ mark, thing }: PlannedExhibit, by: RenderWith, jpegs: Map<string, Uint8Array>): Promise<Rendition> {
  switch (thing.kind) {
    case 'document': return renderDocument(mark, thing.document, by, jpegs);
    case 'excerpt': return renderMessages(thing.messages, by, jpegs);
    case 'mail': return { kind: 'mail' };
  }
}

async function renderDocument(mark: string, document: Document, by: RenderWith, jpegs: Map<string, Uint8Array>): Promise<Rendition> {
  if (document.status === 'erased') return { kind: 'missing', reason: 'erased' };
  switch (document.form) {
    case 'image': {
      if (document.sizeBytes > mostPictureBytes) return { kind: 'missing', reason: 'too-large' };
      return drawPicturePages(document, by, jpegs);
    }
    case 'pdf': {
      if (document.sizeBytes > mostPdfBytes) return { kind: 'missing', reason: 'too-large' };
      const bytes = await by.source.bytes(document, by.signal);
      return renderPdf(partOfExhibit(mark), Uint8Array.from(bytes), { ...by, redact: by.redactions.ofPdf(document.id), drawPages });
    }
    case 'text': {
      if (document.sizeBytes > mostPictureBytes) return { kind: 'missing', reason: 'too-large' };
      const text = readText(await by.source.bytes(document, by.signal));
      return text === null ? { kind: 'missing', reason: 'text-not-readable' } : { kind: 'text', ...text, text: by.redactions.ofText(text.text) };
    }
    case 'audio': case 'video': case 'other': return { kind: 'native' };
  }
}

/** A picture, or the pages of one that has many, up to the first that cannot be drawn. */
async function drawPicturePages(document: Document, by: RenderWith, jpegs: Map<string, Uint8Array>): Promise<Rendition> {
  const bytes = await by.source.bytes(document, by.signal);
  const pictures: PrintedPicture[] = [];
  let pageCount = 1;
  for (let page = 1; page <= Math.min(pageCount, document.mediaType === 'image/tiff' ? mostPicturePages : 1); page += 1) {
    const drawn = await drawPicture(document, bytes, page, wholePage, by, jpegs);
    if (drawn === null) break;
    pictures.push(drawn.picture);
    if (document.mediaType === 'image/tiff') pageCount = drawn.pageCount;
  }
  return pictures.length === 0 ? { kind: 'missing', reason: 'picture-not-readable' } : { kind: 'picture', pictures, pageCount, isRedacted: pictures.some((_, index) => by.redactions.ofPicture(document.id, index + 1).length > 0) };
}

async function renderMessages(messages: Extract<PlannedExhibit['thing'], { kind: 'excerpt' }>['messages'], by: RenderWith, jpegs: Map<string, Uint8Array>): Promise<Rendition> {
  const pictures = new Map<string, PrintedPicture>();
  const attachments = new Map<string, Document>();
  for (const { documentId: id } of messages.flatMap((message) => message.attachments)) {
    if (id === null || attachments.has(id)) continue;
    const document = await by.source.document(id);
    attachments.set(id, document);
    if (document.status !== 'kept' || document.form !== 'image' || document.sizeBytes > mostPictureBytes) continue;
    const drawn = await drawPicture(document, await by.source.bytes(document, by.signal), 1, withinMessage, by, jpegs);
    if (drawn !== null) pictures.set(id, drawn.picture);
  }
  return { kind: 'messages', pictures, attachments };
}

async function drawPicture(document: Document, bytes: Uint8Array, page: number, space: Space, by: RenderWith, jpegs: Map<string, Uint8Array>): Promise<{ picture: PrintedPicture; pageCount: number } | null> {
  const { widthPx, heightPx } = mostPixels(space);
  const drawn = await by.pictures.draw({ bytes: Uint8Array.from(bytes), mediaType: document.mediaType, page, mostWidthPx: widthPx, mostHeightPx: heightPx, black: by.redactions.ofPicture(document.id, page) }, by.signal);
  if (drawn === null) return null;
  const href = `/picture/${document.id}-${space.widthMm}-${page}.jpg`;
  jpegs.set(href, drawn.jpeg);
  return { picture: { href, ...printedSize(drawn.widthPx, drawn.heightPx, space) }, pageCount: drawn.pageCount };
}
