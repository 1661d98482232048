import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { DrawnPage } from '../../../shared/assemble-protocol';
import { PagePictureAnswer, ReaderFile, type PagePictureQuestion } from '../../../shared/page-picture-protocol';
import { askWindow, endWindow, hiddenWindow, shutSession } from './hidden-window';

/** Of an export. Enough to read small print by, and under the 300 that a bundle may have. */
const exportDotsPerInch = 200;
/** A2 at 200 dots to the inch; a larger page has fewer. */
const mostPixels = 16_000_000;
const mostFileBytes = 256 * 1024 * 1024;
const mostPages = 1000;
const mostPictureBytes = 256 * 1024 * 1024;
const openLimitMs = 60_000;
const pageLimitMs = 30_000;
const wholeLimitMs = 10 * 60_000;
/** So many pages may break or stall the process before the rest is given up. */
const mostStalls = 3;
const blankPage = '<!doctype html><title></title>';
const folders: Readonly<Record<ReaderFile['kind'], string>> = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts', wasmUrl: 'wasm' };

/** Pages of a damaged file that could be drawn, in order, and the numbers (from 1) of those that could not or came out blank. */
export interface DrawnPages { readonly pages: readonly DrawnPage[]; readonly notDrawn: readonly number[] }

/** Where the window's program and pdf.js's own data lie. */
export interface PageReaderFiles { readonly pagePreload: string; readonly pdfjs: string }

/**
 * Draws the pages of a PDF that nothing else can read, by pdf.js in a sandboxed window of its own: it sometimes finds
 * pages in a damaged file where pdf-lib and PDFium do not (measured). null when it finds no more than the `readable` ones, or when the file is too large. Throws only when cancelled.
 */
export async function drawPages(bytes: Uint8Array<ArrayBuffer>, readable: number, { files, counter, signal }: { readonly files: PageReaderFiles; readonly counter: Pick<PageCounter, 'count'>; readonly signal: AbortSignal }): Promise<DrawnPages | null> {
  if (bytes.length > mostFileBytes) return null;
  const findable = await counter.count(bytes, signal);
  if (findable !== null && findable <= readable) return null;
  const reader = new PageReader(bytes, files, signal, { dotsPerInch: exportDotsPerInch, password: null });
  const endsAt = Date.now() + wholeLimitMs;
  try {
    const count = await reader.open();
    if (count === null) return null;
    const pages: DrawnPage[] = [];
    const notDrawn: number[] = [];
    let pictureBytes = 0;
    let stalls = 0;
    for (let number = 1; number <= Math.min(count, mostPages); number++) {
      const isOver = stalls >= mostStalls || pictureBytes > mostPictureBytes || Date.now() > endsAt;
      const page = isOver ? null : await reader.draw(number);
      if (page === 'stalled') stalls += 1;
      if (page === null || page === 'stalled') notDrawn.push(number);
      else {
        pages.push(page);
        pictureBytes += page.jpeg.length;
      }
    }
    for (let number = mostPages + 1; number <= count; number++) notDrawn.push(number);
    return pages.length <= readable ? null : { pages, notDrawn };
  } finally {
    reader.close();
  }
}

/** One PDF in a window of its own, page by page. A page that breaks or stalls the process costs only itself. */
export class PageReader {
  readonly #how: { readonly dotsPerInch: number; readonly password: string | null };
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #files: PageReaderFiles;
  readonly #signal: AbortSignal;
  #window: BrowserWindow | null = null;

  constructor(bytes: Uint8Array<ArrayBuffer>, files: PageReaderFiles, signal: AbortSignal, how: { readonly dotsPerInch: number; readonly password: string | null }) {
    this.#how = how;
    this.#bytes = bytes;
    this.#files = files;
    this.#signal = signal;
  }

  /** How many pages it finds; null when none. */
  async open(): Promise<number | null> {
    const window = (this.#window = openReader(this.#files));
    await window.loadURL(readerPage);
    const answer = await this.#ask({ ask: 'open', bytes: this.#bytes, password: this.#how.password }, openLimitMs);
    return answer?.gave === 'opened' ? answer.pageCount : null;
  }

  async draw(number: number): Promise<DrawnPage | 'stalled' | null> {
    // A page that stalled took the process with it: the file is opened anew for the next.
    if (this.#window === null && (await this.open()) === null) return 'stalled';
    const answer = await this.#ask({ ask: 'draw', number, dotsPerInch: this.#how.dotsPerInch, mostPixels }, pageLimitMs);
    if (answer === null) return 'stalled';
    return answer.gave === 'page' ? { jpeg: answer.jpeg, widthPt: answer.widthPt, heightPt: answer.heightPt } : null;
  }

  close(): void {
    endWindow(this.#window);
    this.#window = null;
  }

  /** null when the process broke, took too long or said what it may not; it is ended then. */
  async #ask(question: PagePictureQuestion, limitMs: number): Promise<PagePictureAnswer | null> {
    const window = this.#window;
    if (window === null) return null;
    try {
      return await askReader(window, question, limitMs, this.#signal);
    } catch {
      this.close();
      this.#signal.throwIfAborted();
      return null;
    }
  }
}

/**
 * Says of damaged PDFs, one after another in one window, how many pages pdf.js would find. A file that takes over this window can misstate the number of those after it, which are then printed without the pages that only
 * pdf.js finds, and say that pages are missing; it can put nothing into their pages, for whatever is drawn is drawn in a window of its own (docs/decisions/0108-drawn-ahead.md).
 */
export class PageCounter {
  readonly #files: PageReaderFiles;
  #window: BrowserWindow | null = null;
  #before: Promise<unknown> = Promise.resolve();

  constructor(files: PageReaderFiles) { this.#files = files; }

  /** How many pages can be found, 0 where none; null when that cannot be told. Throws only when cancelled. */
  count(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<number | null> {
    const counted = this.#before.then(() => this.#count(bytes, signal));
    this.#before = counted.catch(() => undefined);
    return counted;
  }

  close(): void {
    endWindow(this.#window);
    this.#window = null;
  }

  async #count(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<number | null> {
    signal.throwIfAborted();
    try {
      if (this.#window === null) {
        this.#window = openReader(this.#files);
        await this.#window.loadURL(readerPage);
      }
      const answer = await askReader(this.#window, { ask: 'count', bytes, mostPages }, openLimitMs, signal);
      return answer.gave === 'counted' ? answer.findable : 0;
    } catch {
      this.close();
      signal.throwIfAborted();
      return null;
    }
  }
}

const readerPage = 'print://page/pages';

/** A window with pdf.js and no page: the caller loads `readerPage` into it. */
function openReader(files: PageReaderFiles): BrowserWindow {
  const own = shutSession('pages');
  own.protocol.handle('print', () => new Response(blankPage, { headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': "default-src 'none'; sandbox allow-scripts" } }));
  const window = hiddenWindow(own, { preload: files.pagePreload });
  window.webContents.ipc.handle('reader-file', async (_event, asked: unknown) => {
    const { kind, filename } = ReaderFile.parse(asked);
    return Uint8Array.from(await readFile(path.join(files.pdfjs, folders[kind], filename)));
  });
  return window;
}

function askReader(window: BrowserWindow, question: PagePictureQuestion, limitMs: number, signal: AbortSignal): Promise<PagePictureAnswer> {
  return askWindow(window, { ask: 'page-picture', answer: 'page-picture-answer', shape: PagePictureAnswer }, question, limitMs, signal);
}
