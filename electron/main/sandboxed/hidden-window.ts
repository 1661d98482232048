import { BrowserWindow, session, type Session, type WebPreferences } from 'electron';
import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import { hardenSession } from '../harden/harden-session';

/** A session of its own that keeps nothing: not on disk, not in a cache, and shut like every other. */
export function shutSession(purpose: string): Session {
  const made = session.fromPartition(`${purpose}-${randomBytes(8).toString('hex')}`, { cache: false });
  hardenSession(made);
  return made;
}

/** A window nobody sees, for pages that must not be trusted. */
export function hiddenWindow(of: Session, more: WebPreferences): BrowserWindow {
  return new BrowserWindow({
    show: false, width: 900, height: 1200, skipTaskbar: true, focusable: false,
    webPreferences: { ...more, session: of, sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, spellcheck: false, backgroundThrottling: false, v8CacheOptions: 'none', devTools: false },
  });
}

/** Ends its process and what that holds, if it is there still. */
export function endWindow(window: BrowserWindow | null | undefined): void {
  if (window !== null && window !== undefined && !window.isDestroyed()) window.destroy();
}

/** Resolves or rejects with the work, rejects when it takes longer than allowed, when the page dies, or when the task is cancelled. */
export async function withinLimits<T>(window: BrowserWindow, limitMs: number, signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop: (error: Error) => void = () => undefined;
  const stopped = new Promise<never>((_resolve, reject) => (stop = reject));
  const gone = () => stop(new Error('page gone'));
  const aborted = () => stop(new Error('cancelled'));
  const timer = setTimeout(() => stop(new Error('took too long')), limitMs);
  window.webContents.once('render-process-gone', gone);
  signal.addEventListener('abort', aborted, { once: true });
  if (signal.aborted) aborted();
  try {
    return await Promise.race([work, stopped]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', aborted);
    if (!window.isDestroyed()) window.webContents.removeListener('render-process-gone', gone);
  }
}

/** One question to a page of our own in such a window: what is sent on `ask`, the one answer on `answer`, in the shape agreed. Rejects for any other, and as `withinLimits`. */
export function askWindow<T>(window: BrowserWindow, { ask, answer, shape }: { ask: string; answer: string; shape: z.ZodType<T> }, question: unknown, limitMs: number, signal: AbortSignal): Promise<T> {
  const { ipc } = window.webContents;
  const answered = new Promise<T>((resolve, reject) => {
    // An answer to a question that was given up is not this one's.
    ipc.removeAllListeners(answer);
    ipc.once(answer, (_event, said: unknown) => {
      const parsed = shape.safeParse(said);
      if (parsed.success) resolve(parsed.data);
      else reject(new Error('not an answer'));
    });
  });
  window.webContents.send(ask, question);
  return withinLimits(window, limitMs, signal, answered);
}
