import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { PictureAnswer, type HeifDecoderFiles, type PictureQuestion } from '../../../shared/picture-protocol';
import { askWindow, endWindow, hiddenWindow, shutSession } from './hidden-window';

const limitMs = 30_000;
const blankPage = '<!doctype html><title></title>';

/** Where the window's program and libheif's two files lie. */
export interface PictureWindowFiles { readonly picturePreload: string; readonly assets: string }

/** Draws pictures afresh, one at a time, in a sandboxed window without a page; a picture that breaks or stalls it costs only itself. */
export class PictureWindow {
  readonly #files: PictureWindowFiles;
  #window: Promise<BrowserWindow> | null = null;

  constructor(files: PictureWindowFiles) { this.#files = files; }

  /** The picture drawn; null when it cannot be. Throws only when cancelled. */
  async draw(question: PictureQuestion, signal: AbortSignal): Promise<Extract<PictureAnswer, { drew: true }> | null> {
    const window = await (this.#window ??= this.#open());
    try {
      const answer = await askWindow(window, { ask: 'draw-picture', answer: 'picture-drawn', shape: PictureAnswer }, question, limitMs, signal);
      return answer.drew ? answer : null;
    } catch {
      await this.close();
      signal.throwIfAborted();
      return null;
    }
  }

  async close(): Promise<void> {
    const window = await this.#window?.catch(() => null);
    this.#window = null;
    endWindow(window);
  }

  async #open(): Promise<BrowserWindow> {
    const own = shutSession('picture');
    own.protocol.handle('print', () => new Response(blankPage, { headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': "default-src 'none'; script-src 'wasm-unsafe-eval'; sandbox allow-scripts" } }));
    const window = hiddenWindow(own, { preload: this.#files.picturePreload });
    window.webContents.ipc.handle('heif-decoder', () => this.#heifDecoder());
    await window.loadURL('print://page/picture');
    return window;
  }

  async #heifDecoder(): Promise<HeifDecoderFiles> {
    const [script, wasm] = await Promise.all([readFile(path.join(this.#files.assets, 'libheif', 'libheif.js'), 'utf8'), readFile(path.join(this.#files.assets, 'libheif', 'libheif.wasm'))]);
    return { script, wasm: Uint8Array.from(wasm) };
  }
}
