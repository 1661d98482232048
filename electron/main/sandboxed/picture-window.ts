import type { BrowserWindow, IpcMainEvent } from 'electron';
import { PictureAnswer, type PictureQuestion } from '../../../shared/picture-protocol';
import { hiddenWindow, shutSession, withinLimits } from './hidden-window';

const limitMs = 30_000;
const blankPage = '<!doctype html><title></title>';

/** Draws pictures afresh, one at a time, in a sandboxed window without a page; a picture that breaks or stalls it costs only itself. */
export class PictureWindow {
  readonly #preload: string;
  #window: Promise<BrowserWindow> | null = null;

  constructor(preload: string) { this.#preload = preload; }

  /** The picture drawn; null when it cannot be. Throws only when cancelled. */
  async draw(question: PictureQuestion, signal: AbortSignal): Promise<Extract<PictureAnswer, { drew: true }> | null> {
    const window = await (this.#window ??= this.#open());
    const answered = new Promise<PictureAnswer>((resolve, reject) => {
      window.webContents.ipc.removeAllListeners('picture-drawn');
      window.webContents.ipc.once('picture-drawn', (_event: IpcMainEvent, answer: unknown) => {
        const parsed = PictureAnswer.safeParse(answer);
        if (parsed.success) resolve(parsed.data);
        else reject(new Error('not an answer'));
      });
    });
    window.webContents.send('draw-picture', question);
    try {
      const answer = await withinLimits(window, limitMs, signal, answered);
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
    if (window !== null && window !== undefined && !window.isDestroyed()) window.destroy();
  }

  async #open(): Promise<BrowserWindow> {
    const own = shutSession('picture');
    own.protocol.handle('print', () => new Response(blankPage, { headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': "default-src 'none'; sandbox allow-scripts" } }));
    const window = hiddenWindow(own, { preload: this.#preload });
    await window.loadURL('print://page/picture');
    return window;
  }
}
