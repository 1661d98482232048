import type { WordsRead } from '../../../shared/assemble-protocol';
import { laidOutTypeOf } from '../../../shared/importers/papers/lay-out/laid-out-kinds';
import type { Document } from '../../../shared/model/document';
import { hasPages, pagesThatGo, turnOf } from '../../../shared/model/exhibit-said';
import type { PlannedExhibit } from '../../../shared/model/export-plan';
import { keyOf, type PrintedPicture, type RenderedExhibit, type Rendition } from '../../../shared/layouts/rendition';
import type { AssemblerHost } from './assembler-host';
import { drawPages, type DrawnPages, type PageCounter, type PageReaderFiles } from '../sandboxed/page-pictures';
import type { PictureWindow } from '../sandboxed/picture-window';
import { partOfExhibit } from './page-order';
import type { ExportFiles, ExportSource } from './ports';
import { mostPixels, printedSize, wholePage, withinMessage, type Space } from './printed-size';
import { layOutDocument, layOutMailHtml } from './render-laid-out';
import { beginPdf } from './render-pdf';
import type { DrawingAhead } from './drawing-ahead';
import { readText } from './read-text';
import { onPagesThatGo, wordsRead } from './words-read';
import type { ExhibitRedactions } from './exhibit-redactions';

const mostPictureBytes = 256 * 1024 * 1024;
/** A scan of more pages is printed that far, and says so. */
const mostPicturePages = 500;
const mostPdfBytes = 1024 * 1024 * 1024;

export interface RenderWith { readonly source: ExportSource; readonly drawing: Pick<DrawingAhead, 'begin'>; readonly counter: Pick<PageCounter, 'count'>; readonly assembler: AssemblerHost; readonly files: PageReaderFiles & Pick<ExportFiles, 'readSource'>; readonly redactions: ExhibitRedactions; readonly signal: AbortSignal }

/** An exhibit ready to print, and the pictures its pages name. */
export interface Rendered extends RenderedExhibit { readonly jpegs: ReadonlyMap<string, Uint8Array>; /** Words that a machine read on those pictures. */ readonly read: readonly WordsRead[] }

/** The first half is done: what is drawn of it is being drawn. `heldBytes`: what of its file stays in memory meanwhile. `finish` is asked in the order of the exhibits, each after the one before has answered. */
export interface BegunExhibit { readonly exhibit: PlannedExhibit; readonly heldBytes: number; finish(): Promise<Rendered> }

/** With the picture window, while it is this one's turn. */
interface DrawWith extends RenderWith { readonly pictures: PictureWindow }

/** What of an exhibit's pictures goes along with its pages. */
interface Pictures { readonly jpegs: Map<string, Uint8Array>; readonly read: WordsRead[] }

/** The file whose pages the assembler is asked for; null of an exhibit that is drawn or laid out. */
export function pdfIn({ thing }: PlannedExhibit): Document | null {
  return thing.kind === 'document' && thing.document.status !== 'erased' && thing.document.form === 'pdf' ? thing.document : null;
}

/**
 * Begins to make of a PDF what can be printed of it; `at`: its place among all exhibits. A file that cannot be read is an answer with its reason; throws when cancelled or when the vault refuses. What the assembler is asked depends on the exhibits and their order alone, never on which was drawn first: the same plan gives the same
 * bytes.
 */
export async function beginPdfExhibit(exhibit: PlannedExhibit, document: Document, at: number, by: RenderWith): Promise<BegunExhibit> {
  const pdf = await beginPdfDocument(exhibit, document, at, by);
  return { exhibit, heldBytes: pdf.heldBytes, finish: async () => ({ exhibit, rendition: await pdf.finish(), jpegs: new Map(), read: [] }) };
}

/** The same of any other: nothing is asked of the assembler, so that it may begin long before its turn. */
export function beginDrawn(exhibit: PlannedExhibit, at: number, by: RenderWith): BegunExhibit {
  const pictures: Pictures = { jpegs: new Map(), read: [] };
  const drawing = by.drawing.begin(at, (window) => renderThing(exhibit, { ...by, pictures: window }, pictures), (rendition) => heldBy(rendition, pictures));
  return { exhibit, heldBytes: 0, finish: async () => ({ exhibit, rendition: await drawing.take(), ...pictures }) };
}

function heldBy(rendition: Rendition, { jpegs }: Pictures): number {
  return pictureBytesOf(jpegs) + (rendition.kind === 'text' ? rendition.text.length * 2 : 0);
}

export function pictureBytesOf(jpegs: ReadonlyMap<string, Uint8Array>): number {
  return [...jpegs.values()].reduce((sum, jpeg) => sum + jpeg.length, 0);
}

async function renderThing({ thing, inCopy }: PlannedExhibit, by: DrawWith, drawn: Pictures): Promise<Rendition> {
  switch (thing.kind) {
    case 'document': return renderDocument(thing.document, inCopy, by, drawn);
    case 'excerpt': return renderMessages(thing.messages, by, drawn);
    case 'mail': return { kind: 'mail', asHtml: await layOutMailHtml(thing, by, drawn.jpegs) };
  }
}

/** How it stands in this copy. */
type InCopy = PlannedExhibit['inCopy'];

async function renderDocument(document: Document, inCopy: InCopy, by: DrawWith, drawn: Pictures): Promise<Rendition> {
  if (document.status === 'erased') return { kind: 'missing', reason: 'erased' };
  const laidOutType = laidOutTypeOf(document);
  switch (document.form) {
    case 'image': {
      if (document.sizeBytes > mostPictureBytes) return { kind: 'missing', reason: 'too-large' };
      return drawPicturePages(document, inCopy, by, drawn);
    }
    case 'text': {
      const laidOut = laidOutType === null ? null : await layOutDocument(document, laidOutType, by, drawn.jpegs);
      // A page that cannot be laid out has its text still.
      if (laidOut?.kind === 'laid-out') return laidOut;
      if (document.sizeBytes > mostPictureBytes) return { kind: 'missing', reason: 'too-large' };
      const text = readText(await by.source.bytes(document, by.signal));
      return text === null ? { kind: 'missing', reason: 'text-not-readable' } : { kind: 'text', ...text, text: by.redactions.ofText(text.text) };
    }
    case 'other': return laidOutType === null ? { kind: 'native' } : layOutDocument(document, laidOutType, by, drawn.jpegs);
    case 'pdf': throw new RangeError('a PDF’s pages go into the assembler');
    case 'audio': case 'video': return { kind: 'native' };
  }
}

async function beginPdfDocument({ mark, inCopy }: PlannedExhibit, document: Document, at: number, by: RenderWith): Promise<{ heldBytes: number; finish(): Promise<Rendition> }> {
  if (document.sizeBytes > mostPdfBytes) return { heldBytes: 0, finish: async () => ({ kind: 'missing', reason: 'too-large' }) };
  const part = partOfExhibit(mark);
  const draw = (bytes: Uint8Array<ArrayBuffer>, readable: number) => by.drawing.begin(at, () => drawPages(bytes, readable, by), weighDrawn);
  const begun = await beginPdf(part, Uint8Array.from(await by.source.bytes(document, by.signal)), { assembler: by.assembler, draw, redact: by.redactions.ofPdf(document.id), wanted: { extract: inCopy?.extract ?? null, turns: inCopy?.turns ?? [] } });
  return {
    heldBytes: begun.heldBytes,
    async finish() {
      const rendition = await begun.finish();
      if (rendition.kind === 'pages') await layWords(part, document, inCopy, rendition, by);
      return rendition;
    },
  };
}

function weighDrawn(drawn: DrawnPages | null): number { return drawn?.pages.reduce((sum, { jpeg }) => sum + jpeg.length, 0) ?? 0; }

/** Where pages are lost, nobody knows on which of the others words that were read belong. */
async function layWords(part: string, document: Document, inCopy: InCopy, { damage }: Extract<Rendition, { kind: 'pages' }>, by: RenderWith): Promise<void> {
  if (damage !== null && damage.lostPages > 0) return;
  const read = onPagesThatGo(await wordsRead(document, by), pagesThatGo(inCopy)).map(([page, words]): WordsRead => ({ on: { page }, words: [...words] }));
  if (read.length > 0) await by.assembler.ask({ ask: 'lay-words', part, read }, 'ready');
}

/** A picture, or the pages of one that has many, up to the first that cannot be drawn; of an extract those that go, or none. */
async function drawPicturePages(document: Document, inCopy: InCopy, by: DrawWith, drawn: Pictures): Promise<Rendition> {
  const bytes = await by.source.bytes(document, by.signal);
  const read = await wordsRead(document, by);
  const pictures: PrintedPicture[] = [];
  const going = pagesThatGo(inCopy);
  let pageCount = 1;
  const pageAt = (index: number): number => (going === null ? index + 1 : (going[index] ?? Number.POSITIVE_INFINITY));
  for (let index = 0; index === 0 || pageAt(index) <= pageCount; index += 1) {
    if (index >= (hasPages(document) ? mostPicturePages : 1)) break;
    const page = pageAt(index);
    const one = await drawPicture({ document, bytes, read, page, turned: turnOf(inCopy, page) }, wholePage, by, drawn);
    if (one === null) break;
    if (hasPages(document)) pageCount = one.pageCount;
    pictures.push(one.picture);
  }
  if (pictures.length === 0) return { kind: 'missing', reason: 'picture-not-readable' };
  // She chose from pages that are not these, or one of hers cannot be drawn: which are here could not be told.
  if (going !== null && (inCopy?.extract?.of !== pageCount || pictures.length < going.length)) return { kind: 'missing', reason: 'cannot-extract' };
  return { kind: 'picture', pictures, pageCount, isRedacted: pictures.some((_, index) => by.redactions.ofPicture(document.id, pageAt(index)).length > 0) };
}

async function renderMessages(messages: Extract<PlannedExhibit['thing'], { kind: 'excerpt' }>['messages'], by: DrawWith, drawn: Pictures): Promise<Rendition> {
  const pictures = new Map<string, PrintedPicture>();
  const attachments = new Map<string, Document>();
  for (const { documentId: id } of messages.flatMap((message) => message.attachments)) {
    if (id === null || attachments.has(id)) continue;
    const document = await by.source.document(id);
    attachments.set(id, document);
    if (document.status !== 'kept' || document.form !== 'image' || document.sizeBytes > mostPictureBytes) continue;
    const one = await drawPicture({ document, bytes: await by.source.bytes(document, by.signal), read: await wordsRead(document, by), page: 1, turned: 0 }, withinMessage, by, drawn);
    if (one !== null) pictures.set(id, one.picture);
  }
  return { kind: 'messages', pictures, attachments };
}

/** A page of a picture, and what a machine read on all of them, by page. */
interface PageToDraw { readonly document: Document; readonly bytes: Uint8Array; readonly read: Awaited<ReturnType<typeof wordsRead>>; readonly page: number; readonly turned: 0 | 1 | 2 | 3 }

async function drawPicture({ document, bytes, read, page, turned }: PageToDraw, space: Space, by: DrawWith, drawn: Pictures): Promise<{ picture: PrintedPicture; pageCount: number } | null> {
  const { widthPx, heightPx } = mostPixels(space);
  const answer = await by.pictures.draw({ bytes: Uint8Array.from(bytes), mediaType: document.mediaType, page, mostWidthPx: widthPx, mostHeightPx: heightPx, turned, black: by.redactions.ofPicture(document.id, page) }, by.signal);
  if (answer === null) return null;
  const href = `/picture/${document.id}-${space.widthMm}-${page}.jpg`;
  drawn.jpegs.set(href, answer.jpeg);
  const words = read.get(page) ?? [];
  if (words.length > 0) drawn.read.push({ on: { picture: keyOf(href), ...(turned === 0 ? {} : { turned }) }, words: [...words] });
  return { picture: { href, ...printedSize(answer.widthPx, answer.heightPx, space), wordsRead: words.map(({ text }) => text).join(' ') }, pageCount: answer.pageCount };
}
