import { BrowserWindow, session, type Session } from 'electron';
import { hardenSession } from '../harden/harden-session';
import { programFiles } from '../hosts/program-files';
import { serveWindow } from '../protocol/serve-window';
import type { ServedBytesShelves } from '../protocol/served-bytes';
import type { WindowPlace } from '../settings/settings-file';

/** Says what it is and nothing about what it is for: seen in the task bar, in window lists and over a shoulder. */
export const windowTitle = 'Tidemark';
const windowAddress = 'app://ui/';
/** Another site than the window's own: a page of one site never lives in the process of another's. */
const awayAddress = 'app://away/';

/** The window's own session: in memory only, without a cache, hardened in the tick in which it is made. */
export function makeWindowSession(shelves: ServedBytesShelves): Session {
  const made = session.fromPartition('tidemark-window', { cache: false });
  hardenSession(made);
  serveWindow(made, programFiles.renderer, shelves);
  return made;
}

export interface WindowOptions {
  readonly session: Session;
  readonly place: WindowPlace | null;
  readonly zoomFactor: number;
  readonly isDark: boolean;
  readonly isPackaged: boolean;
  readonly shownAs: 'in-front' | 'behind' | 'minimised';
}

export function makeMainWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: windowTitle,
    width: options.place?.width ?? 1180,
    height: options.place?.height ?? 780,
    minWidth: 360,
    minHeight: 400,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: options.isDark ? '#1b1a18' : '#faf8f4',
    webPreferences: {
      session: options.session,
      preload: programFiles.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
      enableWebSQL: false,
      v8CacheOptions: 'none',
      devTools: !options.isPackaged,
      navigateOnDragDrop: false,
      autoplayPolicy: 'user-gesture-required',
      safeDialogs: true,
      disableDialogs: true,
      zoomFactor: options.zoomFactor,
    },
  });
  // Screen shots and recorders see nothing where the system can do that (not on Linux).
  window.setContentProtection(true);
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (options.shownAs === 'in-front') window.show();
    else if (options.shownAs === 'behind') window.showInactive();
    else window.minimize();
  });
  return window;
}

/**
 * As loadProgram, in a process of its own: the one that drew what was shown ends, and its memory with it. A page loaded afresh from the same place would live on in it.
 */
export async function loadProgramAnew(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  await window.loadURL(awayAddress).catch(() => undefined);
  await loadProgram(window);
  if (!window.isDestroyed()) window.webContents.navigationHistory.clear();
}

/** A fresh page. */
export async function loadProgram(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  // A page that is replaced while it loads rejects; the newer load is what counts.
  await window.loadURL(windowAddress).catch(() => undefined);
}
