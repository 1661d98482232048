import type { SweepPlace } from '../../../shared/model/sweep';
import type { ToBeRead } from '../../../shared/sweep-protocol';
import { isDrawnByUs } from '../../../shared/picture-protocol';
import { OcrWindow, type OcrData } from '../sandboxed/ocr-window';
import { PageReader, type PageReaderFiles } from '../sandboxed/page-pictures';
import { PictureWindow, type PictureWindowFiles } from '../sandboxed/picture-window';

const dotsPerInch = 300;
const mostSidePx = 5000;
const mostStalls = 3;

export interface ReadingFiles extends PageReaderFiles, PictureWindowFiles { readonly ocrPreload: string }

/** Has a machine read the words of pictures and pages, in the sandboxed windows that do so for her record. Ends with `close`. */
export class PictureReading {
  readonly #files: ReadingFiles;
  readonly #ocr: OcrWindow;
  readonly #pictures: PictureWindow;

  constructor(files: ReadingFiles, data: () => Promise<OcrData>) {
    this.#files = files;
    this.#ocr = new OcrWindow(files.ocrPreload, data);
    this.#pictures = new PictureWindow(files);
  }

  /** Gives what was read in each place, one after another; null where it could not be. Throws only when cancelled, or when the machine itself cannot be started. */
  async *read({ place, mediaType, pages }: Omit<ToBeRead, 'bytes'>, bytes: Uint8Array, signal: AbortSignal): AsyncGenerator<{ place: SweepPlace; text: string | null }> {
    const own = Uint8Array.from(bytes);
    if (pages !== null) yield* this.#pages(place, own, pages, signal);
    else if (isDrawnByUs(mediaType)) yield* this.#drawn(place, own, mediaType, signal);
    else yield { place, text: await this.#words(own, mediaType, signal) };
  }

  async close(): Promise<void> {
    await Promise.all([this.#ocr.close(), this.#pictures.close()]);
  }

  async *#pages(place: SweepPlace, bytes: Uint8Array<ArrayBuffer>, pages: readonly number[], signal: AbortSignal): AsyncGenerator<{ place: SweepPlace; text: string | null }> {
    const reader = new PageReader(bytes, this.#files, signal, { dotsPerInch, password: null });
    let stalls = 0;
    try {
      const isOpen = (await reader.open()) !== null;
      for (const page of pages) {
        const drawn = isOpen && stalls < mostStalls ? await reader.draw(page) : null;
        if (drawn === 'stalled') stalls += 1;
        yield { place: { ...place, page }, text: drawn === null || drawn === 'stalled' ? null : await this.#words(Uint8Array.from(drawn.jpeg), 'image/jpeg', signal) };
      }
    } finally {
      reader.close();
    }
  }

  /** HEIC, and TIFF of many pages. */
  async *#drawn(place: SweepPlace, bytes: Uint8Array<ArrayBuffer>, mediaType: string, signal: AbortSignal): AsyncGenerator<{ place: SweepPlace; text: string | null }> {
    let count = 1;
    for (let page = 1; page <= Math.min(count, 1000); page += 1) {
      const drawn = await this.#pictures.draw({ bytes, mediaType, page, mostWidthPx: mostSidePx, mostHeightPx: mostSidePx, black: [] }, signal);
      count = drawn?.pageCount ?? count;
      yield { place: count > 1 ? { ...place, page } : place, text: drawn === null ? null : await this.#words(Uint8Array.from(drawn.jpeg), 'image/jpeg', signal) };
    }
  }

  async #words(bytes: Uint8Array<ArrayBuffer>, mediaType: string, signal: AbortSignal): Promise<string | null> {
    const read = await this.#ocr.read({ bytes, mediaType }, signal);
    return typeof read === 'string' ? null : read.text;
  }
}
