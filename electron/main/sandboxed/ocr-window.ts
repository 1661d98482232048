import { constants, setPriority } from 'node:os';
import type { BrowserWindow } from 'electron';
import type { MachineReading } from '../../../shared/ocr/machine-reading';
import { OcrAnswer, type OcrQuestion } from '../../../shared/ocr-protocol';
import { askWindow, endWindow, hiddenWindow, shutSession } from './hidden-window';

/** What Tesseract needs, as bytes; languages in the order in which it tries them. */
export interface OcrData {
  readonly engine: Uint8Array<ArrayBuffer>;
  readonly languages: readonly { readonly name: string; readonly data: Uint8Array<ArrayBuffer> }[];
}

const startLimitMs = 60_000;
const pictureLimitMs = 180_000;
/** About a page of A4 at 400 dots to the inch. In the engine some 12 bytes a pixel (measured). */
const mostPixels = 16_000_000;
const mostFileBytes = 128 * 1024 * 1024;
const blankPage = '<!doctype html><title></title>';
/** A page's policy holds for its preload as well; only compiling WebAssembly is let through. */
const policy = "default-src 'none'; script-src 'wasm-unsafe-eval'; sandbox allow-scripts";

/** Why a picture has no reading: Chromium cannot draw it, it is too large, or it broke or stalled the window. */
export type NotRead = 'no-picture' | 'too-large' | 'broke';

/** Reads words off pictures by Tesseract in a sandboxed window of its own, one at a time. A picture that breaks or stalls it costs only itself. */
export class OcrWindow {
  readonly #preload: string;
  readonly #data: () => Promise<OcrData>;
  #window: Promise<BrowserWindow> | null = null;

  /** `data` is asked for each time a window is made, and not kept. */
  constructor(preload: string, data: () => Promise<OcrData>) {
    this.#preload = preload;
    this.#data = data;
  }

  /** Throws when cancelled, or when the engine itself cannot be started. */
  async read(picture: { readonly bytes: Uint8Array<ArrayBuffer>; readonly mediaType: string }, signal: AbortSignal): Promise<MachineReading | NotRead> {
    signal.throwIfAborted();
    if (picture.bytes.length > mostFileBytes) return 'too-large';
    const window = await (this.#window ??= this.#start(signal));
    const answer = await this.#ask(window, { ask: 'read', bytes: picture.bytes, mediaType: picture.mediaType, mostPixels }, pictureLimitMs, signal);
    if (answer?.gave === 'words') return answer.reading;
    return answer?.gave === 'no-picture' ? 'no-picture' : 'broke';
  }

  /** Ends its process and what that holds. It starts again at the next picture. */
  async close(): Promise<void> {
    const window = await this.#window?.catch(() => null);
    this.#window = null;
    endWindow(window);
  }

  async #start(signal: AbortSignal): Promise<BrowserWindow> {
    const own = shutSession('ocr');
    own.protocol.handle('print', () => new Response(blankPage, { headers: { 'Content-Type': 'text/html', 'Content-Security-Policy': policy } }));
    const window = hiddenWindow(own, { preload: this.#preload });
    try {
      await window.loadURL('print://page/ocr');
      giveWay(window.webContents.getOSProcessId());
      const answer = await askOne(window, { ask: 'start', ...(await this.#data()) }, startLimitMs, signal);
      if (answer.gave !== 'started') throw new Error('the reading engine did not start');
      window.webContents.once('render-process-gone', () => void this.close());
      return window;
    } catch (error) {
      this.#window = null;
      endWindow(window);
      throw error;
    }
  }

  /** null when the process broke, took too long or said what it may not; it is ended then. */
  async #ask(window: BrowserWindow, question: OcrQuestion, limitMs: number, signal: AbortSignal): Promise<OcrAnswer | null> {
    try {
      return await askOne(window, question, limitMs, signal);
    } catch {
      await this.close();
      signal.throwIfAborted();
      return null;
    }
  }
}

/** Everything she does goes first; where the system does not let us, it is read all the same. */
function giveWay(processId: number): void {
  try {
    setPriority(processId, constants.priority.PRIORITY_LOW);
  } catch {
    // Not ours to change here.
  }
}

const askOne = (window: BrowserWindow, question: OcrQuestion, limitMs: number, signal: AbortSignal): Promise<OcrAnswer> => askWindow(window, { ask: 'ocr', answer: 'ocr-answer', shape: OcrAnswer }, question, limitMs, signal);
