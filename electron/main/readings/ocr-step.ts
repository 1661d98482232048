import type { PageRead, ReadingToDo } from '../../../shared/vault-protocol/reading-calls';
import { isDrawnByUs } from '../../../shared/picture-protocol';
import { programFiles } from '../hosts/program-files';
import { ocrData, ocrLanguages } from '../ocr/ocr-data';
import { OcrWindow, type NotRead } from '../sandboxed/ocr-window';
import { PageReader } from '../sandboxed/page-pictures';
import { PictureWindow } from '../sandboxed/picture-window';
import type { ReadingStep, StepEnd, StepWork } from './reading-step';

/** What scanners give, and what Tesseract was taught on. */
const dotsPerInch = 300;
const mostFileBytes = 128 * 1024 * 1024;
const pieceBytes = 4 * 1024 * 1024;
const mostPages = 10_000;
/** The engine holds some 150 MB: it ends after this long without work. */
const idleMs = 20_000;
/** Wide enough for small print on an A3 page at 300 dots to the inch. */
const mostSidePx = 5000;

const done: StepEnd = { state: 'done', why: '', details: null, ocrToo: false };
const failed = (why: 'too-large' | 'damaged' | 'broke'): StepEnd => ({ state: 'failed', why, details: null, ocrToo: false });
const becauseNotRead: Readonly<Record<NotRead, StepEnd>> = { 'too-large': failed('too-large'), 'no-picture': failed('damaged'), broke: failed('broke') };

/** The words of pictures, and of pages of a PDF that hold none, read off them by a machine: page by page, so that what is cut short goes on where it was. */
export class OcrStep implements ReadingStep {
  readonly step = 'ocr';
  readonly #window = new OcrWindow(programFiles.ocrPreload, () => ocrData(programFiles.ocrData));
  #idle: ReturnType<typeof setTimeout> | undefined;

  async run(reading: ReadingToDo, work: StepWork): Promise<StepEnd> {
    clearTimeout(this.#idle);
    try {
      if (reading.sizeBytes > mostFileBytes) return failed('too-large');
      const language = (await ocrLanguages(programFiles.ocrData)).join('+');
      if (reading.form === 'pdf') return await this.#pages(reading, work, language);
      if (reading.form !== 'image') return done;
      return isDrawnByUs(reading.mediaType) ? await this.#drawn(reading, work, language) : await this.#picture(reading, work, language);
    } finally {
      this.#idle = setTimeout(() => void this.#window.close(), idleMs).unref();
    }
  }

  async #picture({ mediaType, sizeBytes }: ReadingToDo, work: StepWork, language: string): Promise<StepEnd> {
    const read = await this.#window.read({ bytes: await wholeOf(sizeBytes, work), mediaType }, work.signal);
    if (typeof read === 'string') return becauseNotRead[read];
    await work.takePages([{ page: 1, origin: 'ocr', language, ...read }], 1, 1);
    return done;
  }

  /** HEIC, and TIFF of many pages: drawn by the window that draws them for the screen. */
  async #drawn({ mediaType, sizeBytes, place }: ReadingToDo, work: StepWork, language: string): Promise<StepEnd> {
    const pictures = new PictureWindow(programFiles);
    try {
      const bytes = await wholeOf(sizeBytes, work);
      let count = place + 1;
      let isAnyDrawn = place > 0;
      for (let page = place + 1; page <= Math.min(count, mostPages); page++) {
        const drawn = await pictures.draw({ bytes, mediaType, page, mostWidthPx: mostSidePx, mostHeightPx: mostSidePx, black: [] }, work.signal);
        isAnyDrawn ||= drawn !== null;
        count = drawn?.pageCount ?? count;
        await this.#take(drawn?.jpeg ?? null, page, page, Math.min(count, mostPages), work, language);
      }
      return isAnyDrawn ? done : failed('damaged');
    } finally {
      await pictures.close();
    }
  }

  async #pages({ documentId, sizeBytes, place }: ReadingToDo, work: StepWork, language: string): Promise<StepEnd> {
    const { details } = await work.vault.askRecord('documents.contents', { id: documentId });
    const reader = new PageReader(await wholeOf(sizeBytes, work), programFiles, work.signal, { dotsPerInch, password: work.password });
    try {
      const count = await reader.open();
      if (count === null) return failed('damaged');
      const wanted = (details.paper?.kind === 'pdf' ? details.paper.pagesWithoutWords : Array.from({ length: count }, (_, index) => index + 1)).filter((page) => page <= count).slice(0, mostPages);
      let stalls = 0;
      for (const [index, page] of wanted.entries()) {
        if (index < place) continue;
        const drawn = await reader.draw(page);
        if (drawn === 'stalled') stalls += 1;
        if (stalls > mostStalls) return failed('broke');
        await this.#take(drawn === null || drawn === 'stalled' ? null : drawn.jpeg, page, index + 1, wanted.length, work, language);
      }
      return done;
    } finally {
      reader.close();
    }
  }

  /** A page that cannot be drawn, or that breaks the engine, costs only itself. */
  async #take(jpeg: Uint8Array | null, page: number, place: number, total: number, work: StepWork, language: string): Promise<void> {
    const read = jpeg === null ? null : await this.#window.read({ bytes: Uint8Array.from(jpeg), mediaType: 'image/jpeg' }, work.signal);
    const pages: PageRead[] = read === null || typeof read === 'string' ? [] : [{ page, origin: 'ocr', language, ...read }];
    await work.takePages(pages, place, total);
  }
}

/** So many pages of one file may break or stall the process that draws them before the rest is given up. */
const mostStalls = 3;

async function wholeOf(sizeBytes: number, { read }: Pick<StepWork, 'read'>): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(sizeBytes);
  for (let start = 0; start < sizeBytes; start += pieceBytes) whole.set(await read(start, Math.min(sizeBytes, start + pieceBytes)), start);
  return whole;
}
