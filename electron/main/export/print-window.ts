import type { BrowserWindow } from 'electron';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { neededFaces } from './needed-faces';
import { hiddenWindow, shutSession, withinLimits } from '../sandboxed/hidden-window';

const limitMs = 180_000;
/** A face that came after the page was laid out means printing once more; more often than this something else is wrong. */
const mostPrints = 4;
const quietMs = 120;
/** A world of our own beside the page's, in which scripts stay off: it only asks which faces the page has. */
const ownWorld = 999;
/** Lays the page out, waits for every face that asked for, again until that asks for no more; gives how many there are. */
const facesReady = `(async () => {
  const count = () => (document.body.getBoundingClientRect(), [...document.fonts].filter(({ status }) => status === 'loaded').length);
  for (let before = -1, now = count(); ; before = now, now = count()) {
    if (before === now && document.fonts.status === 'loaded') return now;
    await document.fonts.ready;
  }
})()`;
const policy = "default-src 'none'; img-src print://page; style-src print://page 'unsafe-inline'; font-src print://page; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Prints HTML to tagged PDF in a sandboxed window whose page can run no script and can reach nothing but what it is given. */
export class PrintWindow {
  readonly #fonts: string;
  #window: BrowserWindow | null = null;
  #html = '';
  #pictures: ReadonlyMap<string, Uint8Array> = new Map();
  #fontsAsked = 0;
  #fontsUnderWay = 0;

  /** `assets`: the folder with `fonts/`. */
  constructor(assets: string) { this.#fonts = path.join(assets, 'fonts'); }

  /** `pictures`: JPEGs by the path under which the page names them. Throws when it cannot be printed or the task is cancelled. */
  async print(html: string, pictures: ReadonlyMap<string, Uint8Array>, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
    const faces = await neededFaces(html, this.#fonts);
    this.#html = html.replace('<link', () => `${faces.map((href) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${href}">`).join('')}<link`);
    this.#pictures = pictures;
    // A fresh window for each part: printing slows with what a window printed before, and equal parts then print to equal bytes.
    const window = (this.#window = this.#open());
    try {
      return await withinLimits(window, limitMs, signal, this.#printIn(window));
    } finally {
      this.close();
    }
  }

  close(): void {
    if (this.#window !== null && !this.#window.isDestroyed()) this.#window.destroy();
    this.#window = null;
    this.#html = '';
    this.#pictures = new Map();
  }

  async #printIn(window: BrowserWindow): Promise<Uint8Array<ArrayBuffer>> {
    await window.loadURL('print://page/part');
    let laidOutWith = await this.#facesReady(window);
    for (let prints = 0; prints < mostPrints; prints++) {
      const printed = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true, generateDocumentOutline: false });
      const faces = await this.#facesReady(window);
      if (faces === laidOutWith) return Uint8Array.from(printed);
      laidOutWith = faces;
    }
    throw new Error('the page does not settle');
  }

  /** A face that was fetched is not yet one the page is laid out with: pages printed in between break elsewhere (measured: 177 pages or 178). */
  async #facesReady(window: BrowserWindow): Promise<number> {
    await this.#quiet();
    return Number(await window.webContents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code: facesReady }]));
  }

  /** Waits until no face is being fetched and none has been asked for a moment. */
  async #quiet(): Promise<void> {
    let asked = -1;
    while (asked !== this.#fontsAsked || this.#fontsUnderWay > 0) {
      asked = this.#fontsAsked;
      await new Promise((resolve) => setTimeout(resolve, quietMs));
    }
  }

  #open(): BrowserWindow {
    const own = shutSession('print');
    own.protocol.handle('print', (request) => this.#answer(new URL(request.url)));
    return hiddenWindow(own, { javascript: false, offscreen: true });
  }

  async #answer(url: URL): Promise<Response> {
    const headers = (type: string) => ({ 'Content-Type': type, 'Content-Security-Policy': policy, 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' });
    if (url.pathname === '/part') return new Response(this.#html, { headers: headers('text/html; charset=utf-8') });
    const picture = this.#pictures.get(url.pathname);
    if (picture !== undefined) return new Response(Uint8Array.from(picture), { headers: headers('image/jpeg') });
    const font = /^\/fonts\/([a-z0-9-]+)\/((?:files\/)?[a-z0-9-]+\.(css|woff2))$/.exec(url.pathname);
    if (font === null) return new Response(null, { status: 404 });
    this.#fontsAsked += 1;
    this.#fontsUnderWay += 1;
    const bytes = await readFile(path.join(this.#fonts, font[1] ?? '', font[2] ?? '')).catch(() => null);
    this.#fontsUnderWay -= 1;
    if (bytes === null) return new Response(null, { status: 404 });
    return new Response(Uint8Array.from(bytes), { headers: headers(font[3] === 'css' ? 'text/css; charset=utf-8' : 'font/woff2') });
  }
}
