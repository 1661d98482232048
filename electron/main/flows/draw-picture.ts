import { Refusal } from '../../../shared/contract/errors';
import type { Document } from '../../../shared/model/document';
import type { PictureAnswer } from '../../../shared/picture-protocol';
import type { ShellServices } from '../shell-services';
import { programFiles } from '../hosts/program-files';
import { PictureWindow } from '../sandboxed/picture-window';

/** A picture larger than this is kept and not drawn: it would be in memory several times over. */
const mostPictureBytes = 256 * 1024 * 1024;
/** Enough for any screen at any size she chooses there, small enough to be quick. */
const mostSidePx = 4096;
const pieceBytes = 4 * 1024 * 1024;
/** So many drawn pages are kept; an older one that the window asks for again is drawn again. */
const mostKept = 6;
/** The window that draws ends after this long without work. */
const idleMs = 30_000;

type Drawn = Extract<PictureAnswer, { drew: true }>;

/** Draws for the window what it cannot show itself, one page at a time, in the sandboxed window that exports draw in too. */
export class PictureDrawer {
  readonly #services: Pick<ShellServices, 'vault' | 'shelves'>;
  readonly #kept = new Map<string, Drawn>();
  #window: PictureWindow | null = null;
  #turn: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;
  #abort = new AbortController();

  constructor(services: Pick<ShellServices, 'vault' | 'shelves'>) {
    this.#services = services;
  }

  /** A page of a kept picture at a place of its own. Refuses as `pictures.drawPage` says. */
  async show(document: Document, page: number): Promise<{ url: string; pageCount: number }> {
    if (document.status === 'erased') throw new Refusal('erased');
    if (document.sizeBytes > mostPictureBytes) throw new Refusal('limit-exceeded', document.originalName);
    const drawn = await this.#draw(document, page);
    const { url } = this.#services.shelves.show('evidence', {
      sizeBytes: drawn.jpeg.length, mediaType: 'image/jpeg',
      read: async (start, end) => (await this.#draw(document, page)).jpeg.subarray(start, end),
    });
    return { url, pageCount: drawn.pageCount };
  }

  /** At a lock: nothing drawn is left, and what is being drawn ends. */
  letGo(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#kept.clear();
    this.#close();
  }

  #draw(document: Document, page: number): Promise<Drawn> {
    const result = this.#turn.then(() => this.#drawNow(document, page));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #drawNow(document: Document, page: number): Promise<Drawn> {
    const key = `${document.id} ${page}`;
    const known = this.#kept.get(key);
    if (known) return known;
    clearTimeout(this.#idle);
    const { signal } = this.#abort;
    const bytes = await this.#read(document, signal);
    const drawn = await (this.#window ??= new PictureWindow(programFiles)).draw({ bytes, mediaType: document.mediaType, page, mostWidthPx: mostSidePx, mostHeightPx: mostSidePx, black: [] }, signal);
    this.#idle = setTimeout(() => this.#close(), idleMs);
    if (drawn === null) throw new Refusal('not-understood', document.originalName);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= mostKept && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(key, drawn);
    return drawn;
  }

  async #read({ id, sizeBytes }: Document, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const whole = new Uint8Array(sizeBytes);
    for (let start = 0; start < sizeBytes; start += pieceBytes) {
      signal.throwIfAborted();
      whole.set((await this.#services.vault.ask('documents.read', { id, start, end: Math.min(sizeBytes, start + pieceBytes) })).bytes, start);
    }
    return whole;
  }

  #close(): void {
    clearTimeout(this.#idle);
    void this.#window?.close();
    this.#window = null;
  }
}
