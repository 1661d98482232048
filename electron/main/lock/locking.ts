import type { BrowserWindow } from 'electron';
import type { ClipboardKeeper } from './clipboard-keeper';
import type { VaultSession } from '../vault-session';
import type { VaultHost } from '../hosts/vault-host';
import type { Tasks } from '../work/tasks';
import type { Grants } from '../files/grants';
import type { ServedBytesShelves } from '../protocol/served-bytes';
import type { EventName, EventPayload } from '../../../shared/contract/events';
import type { Again } from '../settings/settings-file';
import { loadProgramAnew } from '../window/main-window';

/** What a lock has to empty. */
export interface Locked {
  readonly vault: VaultHost;
  readonly session: VaultSession;
  readonly tasks: Tasks;
  readonly grants: Grants;
  readonly shelves: ServedBytesShelves;
  readonly clipboard: ClipboardKeeper;
  readonly window: () => BrowserWindow | null;
  readonly tell: <N extends EventName>(name: N, payload: EventPayload<N>) => void;
  readonly tellState: () => void;
  /** Why the lock before this start was asked for. */
  readonly joinNext: boolean;
  /** Ends the program and starts it again; null: it stays, and only the window's process is replaced. */
  readonly startAgain: ((again: Again) => void) | null;
}

/** Time for the page to hand over what is still being typed. It is saved as she types; this is the last half-second of it. */
const lastWordsMs = 300;

/** Time for the mark outside the vault: it follows every save within seconds anyway. */
const markMs = 200;

/** Time for an opening under way to end by itself. */
const openingMs = 3000;

/**
 * All closing of a vault is here. A lock: last words, running work cancelled, the vault closed and its process ended (which is the lock),
 * everything on show withdrawn, the clipboard cleared, the page blanked at once; and where anything of the record was in the program, it ends as a whole and starts again.
 * Two seconds when running work and the closing hang, then by force; an opening under way gets three, and is then ended with the vault's process.
 */
export class Locking {
  readonly #locked: Locked;
  readonly #letGo: (() => void)[] = [];
  readonly #leave: (() => void)[] = [];
  #underWay: Promise<void> | null = null;
  #covered: 'no' | 'last-words' | 'yes' = 'no';
  #isLast = false;
  #joinNext: boolean;

  constructor(locked: Locked) {
    this.#locked = locked;
    this.#joinNext = locked.joinNext;
  }

  /** For parts that hold something of the record outside the vault. */
  onLock(letGo: () => void): void {
    this.#letGo.push(letGo);
  }

  /** For work in the background that nobody waits for: called when a lock begins, and when the page is covered. */
  onLeave(stop: () => void): void {
    this.#leave.push(stop);
  }

  /** A lock is under way. */
  get isLeaving(): boolean {
    return this.#underWay !== null;
  }

  /** `toJoin`: she goes out in order to join this damaged vault with a backup. */
  lock({ toJoin = false } = {}): Promise<void> {
    this.#joinNext = toJoin;
    return this.#once(false);
  }

  /** Out of sight first, locked after. */
  quickExit(): Promise<void> {
    this.#joinNext = false;
    this.#locked.tell('leaving', { blank: true });
    this.#locked.window()?.minimize();
    return this.#once(true);
  }

  /** Why the last lock was asked for: the locked door begins with joining. */
  get joinNext(): boolean {
    return this.#joinNext;
  }

  /** The page is covered, because nobody was there, until the work under way has ended and the lock comes. */
  get isCovered(): boolean {
    return this.#covered !== 'no';
  }

  /**
   * As `isCovered`, and what was still being typed has had its time: from now on the page is told nothing of the record, only how
   * far the work is and how it ended; of calls that need an open vault it may make one, to hand in a file more of those she chose.
   */
  get isShut(): boolean {
    return this.#covered === 'yes';
  }

  /** Out of sight and out of reach; running work goes on. Only a lock ends it. */
  async cover(): Promise<void> {
    if (this.#covered !== 'no' || this.#underWay !== null) return;
    this.#covered = 'last-words';
    for (const stop of this.#leave) stop();
    this.#locked.tellState();
    this.#locked.tell('leaving', { blank: false });
    await new Promise((resolve) => setTimeout(resolve, lastWordsMs));
    if (this.#underWay !== null) return;
    this.#covered = 'yes';
    this.#locked.shelves.withdrawAll();
    await this.#locked.clipboard.clearIfOurs();
  }

  /** As lock, and nothing starts again after it. */
  async lockForGood(): Promise<void> {
    this.#isLast = true;
    await this.lock();
    this.#locked.vault.kill();
  }

  /** The vault's process ended by itself: nothing acknowledged is lost, everything shown is put away. */
  async vaultGone(): Promise<void> {
    if (this.#underWay !== null || this.#locked.session.phase !== 'open') return;
    await this.#putAway(true);
  }

  /**
   * The example was stopped half made. Closed and emptied as by a lock, but the page stays, to say that nothing was changed, and so does
   * running work: this is the end of one. A lock under way waits for that end, so this waits for no lock.
   */
  async closeStopped(): Promise<void> {
    await this.#locked.vault.close();
    this.#empty();
    await this.#locked.clipboard.clearIfOurs();
  }

  #once(isBlanked: boolean): Promise<void> {
    this.#underWay ??= this.#close(isBlanked).finally(() => (this.#underWay = null));
    return this.#underWay;
  }

  async #close(isBlanked: boolean): Promise<void> {
    const { session, tasks, vault } = this.#locked;
    for (const stop of this.#leave) stop();
    const hadRecord = session.phase === 'open' || session.isOpening;
    if (session.phase === 'open') {
      if (!isBlanked) this.#locked.tell('leaving', { blank: true });
      await new Promise((resolve) => setTimeout(resolve, lastWordsMs));
    }
    vault.leave();
    // First of all, because an opening may be long work of its own: a backup that is being restored.
    const stopped = tasks.cancelAll();
    // An opening that hangs (a drive that does not answer) must not keep her from leaving: ending its process ends its call.
    while (session.isOpening) {
      await Promise.race([session.settled(), new Promise((resolve) => setTimeout(resolve, openingMs))]);
      if (session.isOpening) vault.kill();
    }
    await stopped;
    await tasks.cancelAll();
    await Promise.race([session.rememberMark(), new Promise((resolve) => setTimeout(resolve, markMs))]);
    await vault.close();
    const isEnding = await this.#putAway(hadRecord);
    if (!isEnding) vault.warm();
  }

  /** Returns whether the program is ending. */
  async #putAway(hadRecord: boolean): Promise<boolean> {
    const { tasks, clipboard, startAgain } = this.#locked;
    this.#empty();
    await tasks.cancelAll();
    await clipboard.clearIfOurs();
    if (this.#isLast) return true;
    const window = this.#locked.window();
    // Nothing of the record was here: ending would only make the window flicker, and a page that falls at once would fall again and again.
    if (hadRecord && startAgain !== null) {
      startAgain({ window: standOf(window), joinNext: this.#joinNext });
      return true;
    }
    if (window !== null && !window.isDestroyed()) await loadProgramAnew(window);
    this.#locked.tellState();
    return false;
  }

  /** From now on nothing is open, and nothing of what was is held here. */
  #empty(): void {
    const { session, grants, shelves } = this.#locked;
    session.forget();
    this.#covered = 'no';
    shelves.withdrawAll();
    grants.forgetAll();
    for (const letGo of this.#letGo) letGo();
  }
}

/** A window that comes again must not take the keys from what she types elsewhere, nor show what she put out of sight. */
function standOf(window: BrowserWindow | null): Again['window'] {
  if (window === null || window.isDestroyed() || window.isMinimized() || !window.isVisible()) return 'minimised';
  return window.isFocused() ? 'in-front' : 'behind';
}
