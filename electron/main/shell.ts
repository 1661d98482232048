import { app, nativeTheme, powerMonitor, type BrowserWindow, type Session } from 'electron';
import type { CallName } from '../../shared/contract';
import { eventChannel } from '../../shared/contract/channels';
import type { EventName, EventPayload } from '../../shared/contract/events';
import type { ProgramState } from '../../shared/contract/program-calls';
import type { Settings } from '../../shared/model/settings';
import type { Inside } from './inside';
import { AwayWatch } from './lock/watch-idle';
import { ServedBytesShelves } from './protocol/served-bytes';
import { routeCalls, type Answer } from './router/route-calls';
import { SettingsFile } from './settings/settings-file';
import type { TestHooks } from './start/test-hooks';
import { listenForKeys } from './window/keys';
import { loadProgram, makeMainWindow, makeWindowSession } from './window/main-window';
import { offerEditMenu, setMacMenu } from './window/menus';
import { nextZoom } from './window/zoom';

/** The locked door is drawn first; then, while she types, everything behind it is made ready. */
const insideAfterMs = 400;

/** The program from `ready` on: everything made once, joined, and the window opened. */
export class Shell {
  readonly #settings = new SettingsFile(app.getPath('userData'));
  /** Where this start is the end of a lock. */
  readonly #again = this.#settings.takeAgain();
  readonly #shelves = new ServedBytesShelves();
  readonly #away: AwayWatch;
  readonly #windowSession: Session;
  readonly #hooks: TestHooks;
  readonly #isVaultKnown: boolean;
  #loading: Promise<Inside> | null = null;
  #inside: Inside | null = null;
  #window: BrowserWindow | null = null;
  #isEnding = false;
  #crashedAtMs = 0;

  /** `isVault` tells whether a folder holds a vault. */
  constructor(hooks: TestHooks, isVault: (folder: string) => boolean) {
    this.#hooks = hooks;
    this.#windowSession = makeWindowSession(this.#shelves);
    const last = this.#settings.lastVaultFolder;
    this.#isVaultKnown = last !== null && isVault(last);
    this.#away = new AwayWatch({
      powerMonitor, isOpen: () => this.#inside?.session.phase === 'open', lock: () => void this.#inside?.locking.lock(), end: () => app.quit(),
      isBringingIn: () => this.#inside?.isBringingIn ?? false, cover: () => void this.#inside?.locking.cover(),
      limitSeconds: () => hooks.idleSeconds ?? this.#settings.settings.idleLockMinutes * 60,
    });
    routeCalls({
      asker: () => this.#window?.webContents ?? null,
      answerCall: (name, input) => this.#answerCall(name, input),
      answerDropped: async (input) => (await this.#goInside()).answerDropped(input),
      answerDroppedSource: async (input) => (await this.#goInside()).answerDroppedSource(input),
    });
  }

  /** Opens the window, or brings it to the front. */
  async openWindow(): Promise<void> {
    if (this.#window !== null) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.show();
      return this.#window.focus();
    }
    const isMac = process.platform === 'darwin';
    if (isMac) setMacMenu();
    this.#applyTheme();
    const window = makeMainWindow({ session: this.#windowSession, place: this.#settings.window, zoomFactor: this.#zoomFactor(), isDark: nativeTheme.shouldUseDarkColors, isPackaged: app.isPackaged, shownAs: this.#again?.window ?? 'in-front' });
    this.#window = window;
    const contents = window.webContents;
    this.#away.watch(contents);
    offerEditMenu(contents);
    listenForKeys(contents, { quickExit: () => void this.#quickExit(), lock: () => void this.#lock(), zoom: (change) => this.#zoom(change) }, isMac);
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
    setTimeout(() => void this.#makeReady(), insideAfterMs);
  }

  /** Locks for good: the program is about to end. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await (await this.#loading)?.locking.lockForGood();
    this.#settings.flush();
  }

  /** A page that crashed is replaced and the vault locked; one that crashes again at once is left alone. */
  #pageGone(): void {
    const isFirst = Date.now() - this.#crashedAtMs > 10_000;
    this.#crashedAtMs = Date.now();
    if (isFirst) void this.#lock();
  }

  /** The locked door asks one thing, which takes no input: how things stand. It is told without waiting for the rest. */
  async #answerCall(name: CallName, input: unknown): Answer {
    if (name === 'program.state' && this.#inside === null) return { ok: true, value: this.#state() };
    return (await this.#goInside()).answerCall(name, input);
  }

  /** Loads what a vault needs, once. */
  #goInside(): Promise<Inside> {
    this.#loading ??= import('./inside').then(({ Inside }) => (this.#inside = new Inside({
      settings: this.#settings, shelves: this.#shelves, hooks: this.#hooks, isVaultKnown: this.#isVaultKnown, joinNext: this.#joinNext, window: () => this.#window,
      tell: (name, payload) => this.#tell(name, payload), state: () => this.#state(), applySettings: (settings) => this.#applySettings(settings),
    })));
    return this.#loading;
  }

  /** She went out in order to join, and this start is the end of that lock. */
  get #joinNext(): boolean {
    return this.#again?.joinNext ?? false;
  }

  async #makeReady(): Promise<void> {
    if (!this.#isEnding) (await this.#goInside()).vault.warm();
  }

  async #lock(): Promise<void> {
    await (await this.#goInside()).locking.lock();
  }

  async #quickExit(): Promise<void> {
    await (await this.#goInside()).locking.quickExit();
  }

  #state(): ProgramState {
    const { phase, example, readOnly } = this.#inside?.session ?? { phase: this.#isVaultKnown ? 'locked' as const : 'no-vault' as const, example: false, readOnly: false };
    return { phase, example, readOnly, covered: this.#inside?.locking.isCovered ?? false, joinNext: this.#inside?.locking.joinNext ?? this.#joinNext, settings: this.#settings.settings, platform: process.platform as ProgramState['platform'] };
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
