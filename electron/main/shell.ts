import { app, clipboard, nativeTheme, powerMonitor, type BrowserWindow, type Session } from 'electron';
import { eventChannel } from '../../shared/contract/channels';
import type { EventName, EventPayload } from '../../shared/contract/events';
import type { ProgramState } from '../../shared/contract/program-calls';
import type { Settings } from '../../shared/model/settings';
import { exportHandlers } from './export/export-handlers';
import { Dialogs } from './files/dialogs';
import { Grants } from './files/grants';
import { documentHandlers } from './handlers/document-handlers';
import { messageHandlers } from './handlers/message-handlers';
import { programHandlers } from './handlers/program-handlers';
import { vaultHandlers } from './handlers/vault-handlers';
import { VaultHost } from './hosts/vault-host';
import { ClipboardKeeper } from './lock/clipboard-keeper';
import { AwayWatch } from './lock/watch-idle';
import { Locking } from './locking';
import { ServedBytesShelves } from './protocol/served-bytes';
import { routeCalls } from './router/route-calls';
import { SettingsFile } from './settings/settings-file';
import type { ShellServices } from './shell-services';
import type { TestHooks } from './start/test-hooks';
import { VaultSession } from './vault-session';
import { listenForKeys } from './window/keys';
import { loadProgram, makeMainWindow, makeWindowSession } from './window/main-window';
import { offerEditMenu, setProgramMenu } from './window/menus';
import { nextZoom } from './window/zoom';
import { Tasks } from './work/tasks';

/** An acknowledged save is remembered outside the vault at most so much later, when the program is killed before it locks. */
const rememberEveryMs = 3000;

/** The program from `ready` on: everything made once, joined, and the window opened. */
export class Shell {
  readonly #settings = new SettingsFile(app.getPath('userData'));
  readonly #shelves = new ServedBytesShelves();
  readonly #grants = new Grants();
  readonly #clipboard = new ClipboardKeeper(clipboard);
  readonly #vault: VaultHost;
  readonly #tasks: Tasks;
  readonly #session: VaultSession;
  readonly #locking: Locking;
  readonly #away: AwayWatch;
  readonly #windowSession: Session;
  #window: BrowserWindow | null = null;
  #isEnding = false;
  #crashedAtMs = 0;

  /** `isVault` tells whether a folder holds a vault. */
  constructor(hooks: TestHooks, isVault: (folder: string) => boolean) {
    this.#windowSession = makeWindowSession(this.#shelves);
    this.#vault = new VaultHost((notice) => this.#tasks.note(notice.taskId, notice.done, notice.total, notice.unit), () => void this.#locking.vaultGone());
    this.#tasks = new Tasks((event) => this.#tell('task', event), (taskId) => this.#vault.cancel(taskId));
    const last = this.#settings.lastVaultFolder;
    this.#session = new VaultSession({ vault: this.#vault, settings: this.#settings, ownFolder: app.getPath('userData'), quickKdf: hooks.quickKdf, known: last !== null && isVault(last) });
    const window = (): BrowserWindow | null => this.#window;
    const tellState = (): void => this.#tell('program-state', this.#state());
    this.#locking = new Locking({
      vault: this.#vault, session: this.#session, tasks: this.#tasks, grants: this.#grants, shelves: this.#shelves, clipboard: this.#clipboard, window, tellState,
      tell: (name, payload) => this.#tell(name, payload),
    });
    this.#away = new AwayWatch({
      powerMonitor, isOpen: () => this.#session.phase === 'open', lock: () => void this.#locking.lock(),
      limitSeconds: () => hooks.idleSeconds ?? this.#settings.settings.idleLockMinutes * 60,
    });
    const services: ShellServices = {
      vault: this.#vault, tasks: this.#tasks, shelves: this.#shelves, dialogs: new Dialogs(window, hooks.dialogAnswersFile), grants: this.#grants,
      settings: this.#settings, hooks, window, onLock: (letGo) => this.#locking.onLock(letGo),
    };
    this.#route(services, tellState);
    setInterval(() => void this.#session.rememberMark(), rememberEveryMs).unref();
  }

  /** Opens the window, or brings it to the front. */
  async openWindow(): Promise<void> {
    if (this.#window !== null) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      return this.#window.focus();
    }
    const isMac = process.platform === 'darwin';
    setProgramMenu(isMac);
    this.#applyTheme();
    const window = makeMainWindow({ session: this.#windowSession, place: this.#settings.window, zoomFactor: this.#zoomFactor(), isDark: nativeTheme.shouldUseDarkColors, isPackaged: app.isPackaged });
    this.#window = window;
    const contents = window.webContents;
    this.#away.watch(contents);
    offerEditMenu(contents);
    listenForKeys(contents, { quickExit: () => void this.#locking.quickExit(), lock: () => void this.#locking.lock(), zoom: (change) => this.#zoom(change) }, isMac);
    contents.on('dom-ready', () => contents.setZoomFactor(this.#zoomFactor()));
    contents.on('render-process-gone', (_event, details) => {
      if (details.reason !== 'clean-exit') this.#pageGone();
    });
    window.on('close', (event) => {
      if (this.#isEnding) return;
      // The page lives until its last words are saved; out of sight it goes at once.
      event.preventDefault();
      window.hide();
      app.quit();
    });
    window.on('resize', () => this.#rememberSize(window));
    window.on('closed', () => (this.#window = null));
    await loadProgram(window);
    // Ready before she has typed her passphrase, and not in the way of the first page.
    this.#vault.warm();
  }

  /** Locks for good: the program is about to end. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#locking.lockForGood();
    this.#settings.flush();
  }

  /** A page that crashed is replaced and the vault locked; one that crashes again at once is left alone. */
  #pageGone(): void {
    const isFirst = Date.now() - this.#crashedAtMs > 10_000;
    this.#crashedAtMs = Date.now();
    if (isFirst) void this.#locking.lock();
  }

  #route(services: ShellServices, tellState: () => void): void {
    routeCalls({
      asker: () => this.#window?.webContents ?? null,
      handlers: {
        ...programHandlers({ services, locking: this.#locking, clipboard: this.#clipboard, state: () => this.#state(), applySettings: (settings) => this.#applySettings(settings) }),
        ...vaultHandlers({ services, session: this.#session, locking: this.#locking, tellState }),
        ...documentHandlers(services),
        ...messageHandlers(services),
        ...exportHandlers(services),
      },
      isOpen: () => this.#session.phase === 'open',
      forward: (name, input) => this.#vault.forward(name, input),
      grantDropped: (paths) => this.#grants.giveEach(paths),
    });
  }

  #state(): ProgramState {
    const { phase, example, readOnly } = this.#session;
    return { phase, example, readOnly, settings: this.#settings.settings, platform: process.platform as ProgramState['platform'] };
  }

  #tell<N extends EventName>(name: N, payload: EventPayload<N>): void {
    const contents = this.#window?.webContents;
    if (contents !== undefined && !contents.isDestroyed()) contents.send(eventChannel(name), payload);
  }

  #applySettings(settings: Settings): void {
    this.#settings.saveSettings(settings);
    this.#applyTheme();
    this.#window?.webContents.setZoomFactor(this.#zoomFactor());
    this.#tell('program-state', this.#state());
  }

  #applyTheme(): void {
    nativeTheme.themeSource = this.#settings.settings.theme;
  }

  #zoomFactor(): number {
    return this.#settings.settings.textZoomPercent / 100;
  }

  #zoom(change: 'in' | 'out' | 'reset'): void {
    const settings = this.#settings.settings;
    this.#applySettings({ ...settings, textZoomPercent: nextZoom(settings.textZoomPercent, change) });
  }

  #rememberSize(window: BrowserWindow): void {
    if (window.isMinimized() || window.isMaximized() || window.isFullScreen()) return;
    const { width, height } = window.getNormalBounds();
    this.#settings.rememberWindow({ width, height });
  }
}
