import type { BrowserWindow, WebContents } from 'electron';
import path from 'node:path';
import { noNetworkHere } from '../../../shared/no-network-in-pages';
import { signalled } from '../work/signalled';
import { PrintFaces, type Face, type PageFaces } from './print-faces';
import { programMediaType } from '../protocol/media-types';
import { endWindow, hiddenWindow, shutSession, withinLimits } from '../sandboxed/hidden-window';

/** A watchdog for one part: other things are drawn at the same time. */
const limitMs = 360_000;
/** A face that came after the page was laid out means printing once more; more often than this something else is wrong. */
const mostPrints = 4;
/** A world of our own beside the page's, in which scripts stay off: it only asks which faces the page has. */
const ownWorld = 999;
/** Nothing is laid out but for printing: on a screen that nobody sees it would be laid out and painted besides, which took longer than printing (measured). */
const onPaperAlone = '<style>@media screen { body { display: none } }</style>';
/** Waits for the faces that are needed, and for every one that printing asked for besides; gives how many there are. */
const facesReady = (needed: readonly Face[]): string => `(async () => {
  const all = [...document.fonts];
  await Promise.all(${JSON.stringify(needed.map(({ index }) => index))}.map((index) => all[index]?.load().catch(() => undefined)));
  const count = () => all.filter(({ status }) => status === 'loaded').length;
  for (let before = -1, now = count(); ; before = now, now = count()) {
    if (before === now && document.fonts.status === 'loaded') return now;
    await document.fonts.ready;
  }
})()`;
const policy = "default-src 'none'; img-src print://page; style-src 'unsafe-inline'; font-src print://page; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A page that is known only later: what it begins with up to its body, and which characters it has, `likely` has as well. */
export interface ComingPage { readonly likely: string; readonly comes: Promise<string> }

/** `html`: where it comes later, all else is got ready meanwhile. `pictures`: JPEGs by the path under which the page names them. `isDraft`: it is only counted; without tags it takes half as long, and has the same pages. */
export interface PageToPrint { readonly html: string | ComingPage; readonly pictures?: ReadonlyMap<string, Uint8Array>; readonly isDraft?: boolean }

/**
 * Prints HTML to tagged PDF, each part in a sandboxed window of its own whose page can run no script and can reach nothing but what it is given. One part is printed at a time, and the next is laid out meanwhile: opening a window is a third of what a part takes (measured).
 */
export class PrintWindow {
  readonly #faces: PrintFaces;
  readonly #parts = new Set<PrintedPart>();
  /** Of the part that was asked for last: that it is being printed, or is no more; and that it has ended. */
  #last = { isPrinting: Promise.resolve(), hasEnded: Promise.resolve() };

  /** `assets`: the folder with `fonts/`. */
  constructor(assets: string) { this.#faces = new PrintFaces(path.join(assets, 'fonts')); }

  /** Throws when it cannot be printed or the task is cancelled. */
  async print({ html, pictures = new Map(), isDraft = false }: PageToPrint, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const before = this.#last;
    const [prints, ends] = [signalled(), signalled()];
    this.#last = { isPrinting: prints.come, hasEnded: ends.come };
    try {
      const page = typeof html === 'string' ? { likely: html, comes: Promise.resolve(html) } : html;
      const faces = await this.#faces.of(page.likely);
      await before.isPrinting;
      signal.throwIfAborted();
      // A fresh window for each part: printing slows with what a window printed before, and equal parts then print to equal bytes.
      const part = new PrintedPart({ page, faces, pictures, files: this.#faces, isDraft });
      this.#parts.add(part);
      try {
        await part.layOut(signal);
        await before.hasEnded;
        prints.say();
        return await part.print(signal);
      } finally {
        part.close();
        this.#parts.delete(part);
      }
    } finally {
      prints.say();
      ends.say();
    }
  }

  close(): void {
    for (const part of this.#parts) part.close();
  }
}

/**
 * Electron lines up all printing of a program in one promise, so that a print that fails, as one does whose window is closed meanwhile, lets every later one fail until the program is started again (electron/electron 30753, 51145; measured). What is asked beneath it
 * gives nothing instead of failing with it. Where an Electron has no such thing beneath, it stays as it is.
 */
function mayFailAlone(contents: WebContents): void {
  const beneath = contents as unknown as { _printToPDF?: (settings: unknown) => Promise<unknown> };
  const { _printToPDF: print } = beneath;
  if (print !== undefined) beneath._printToPDF = (settings) => print.call(contents, settings).catch(() => null);
}

interface PartToPrint { readonly page: ComingPage; readonly faces: PageFaces; readonly pictures: ReadonlyMap<string, Uint8Array>; readonly files: Pick<PrintFaces, 'file'>; readonly isDraft: boolean }

/** What every page of ours has, once before anything of a person's but its title (shared/layouts/document.ts). */
const [styleBegins, bodyBegins] = ['<style>', '<body>'];

class PrintedPart {
  readonly #given: PartToPrint;
  readonly #window: BrowserWindow;

  constructor(given: PartToPrint) {
    this.#given = given;
    this.#window = this.#open();
  }

  async layOut(signal: AbortSignal): Promise<void> {
    await withinLimits(this.#window, limitMs, signal, this.#load(this.#window));
  }

  async print(signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    return withinLimits(this.#window, limitMs, signal, this.#printIn(this.#window));
  }

  close(): void {
    endWindow(this.#window);
  }

  async #load(window: BrowserWindow): Promise<void> {
    mayFailAlone(window.webContents);
    await window.loadURL('print://page/part');
    // Whoever took the page over could use that world, too: it has a network's calls until they are taken from it.
    await window.webContents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code: `${noNetworkHere}; 0` }]);
    await this.#facesReady(window);
  }

  async #printIn(window: BrowserWindow): Promise<Uint8Array<ArrayBuffer>> {
    // While it waited for the part before it, nobody looked.
    if (window.webContents.isCrashed()) throw new Error('page gone');
    let laidOutWith = await this.#facesReady(window);
    for (let prints = 0; prints < mostPrints; prints++) {
      const printed: unknown = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: !this.#given.isDraft, generateDocumentOutline: false });
      if (!(printed instanceof Uint8Array)) throw new Error('not printed');
      const faces = await this.#facesReady(window);
      if (faces === laidOutWith) return Uint8Array.from(printed);
      laidOutWith = faces;
    }
    throw new Error('the page does not settle');
  }

  /** A face that was fetched is not yet one the page is laid out with: pages printed in between break elsewhere (measured: 177 pages or 178). */
  async #facesReady(window: BrowserWindow): Promise<number> {
    return Number(await window.webContents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code: facesReady(this.#given.faces.needed) }]));
  }

  #open(): BrowserWindow {
    const own = shutSession('print');
    own.protocol.handle('print', (request) => this.#answer(new URL(request.url)));
    return hiddenWindow(own, { javascript: false, offscreen: true });
  }

  async #answer(url: URL): Promise<Response> {
    const headers = (type: string) => ({ 'Content-Type': type, 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    if (url.pathname === '/part') return new Response(this.#page(), { headers: headers('text/html; charset=utf-8') });
    const picture = this.#given.pictures.get(url.pathname);
    if (picture !== undefined) return new Response(Uint8Array.from(picture), { headers: headers('image/jpeg') });
    const font = await this.#given.files.file(url.pathname);
    if (font === null) return new Response(null, { status: 404 });
    return new Response(font, { headers: headers(programMediaType(url.pathname)) });
  }

  /** What stands before its body goes at once: with it, faces are fetched while the body is still to come. */
  #page(): ReadableStream<Uint8Array> {
    const { page: { likely, comes }, faces: { css, needed } } = this.#given;
    const ahead = needed.map(({ href }) => `<link rel="preload" as="font" type="${programMediaType(href)}" crossorigin href="${href}">`).join('');
    const [before = ''] = likely.split(bodyBegins, 1);
    const encoder = new TextEncoder();
    return new ReadableStream<Uint8Array>({
      async start(stream) {
        stream.enqueue(encoder.encode(before.replace(styleBegins, () => `${onPaperAlone}${ahead}<style>${css}</style>${styleBegins}`)));
        const whole = await comes;
        if (!whole.startsWith(before + bodyBegins)) throw new Error('another page than was told');
        stream.enqueue(encoder.encode(whole.slice(before.length)));
        stream.close();
      },
    });
  }
}
