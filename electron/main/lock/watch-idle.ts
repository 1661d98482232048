import type { PowerMonitor, WebContents } from 'electron';

/** What tells that she may have walked away, and what to do then. */
export interface AwaySigns {
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  /** Whether there is anything to lock. */
  readonly isOpen: () => boolean;
  /** Whether something that she began is on its way into the vault. */
  readonly isBringingIn: () => boolean;
  readonly limitSeconds: () => number;
  readonly lock: () => void;
  /** Locks for good, and ends the program. */
  readonly end: () => void;
  /** Puts everything out of sight and out of reach, and lets that work go on. */
  readonly cover: () => void;
}

const lookEveryMs = 1000;

/** Nothing running at so many looks one after another: of several files the next begins when one is done. */
const looksAtRest = 3;

/** The longest idle time she could have chosen: work that takes longer, or hangs, keeps no vault open. */
const coveredAtMostMs = 60 * 60 * 1000;

/**
 * Locks when nothing was pressed or pointed at in the window for the limit (her work in other programs counts as being
 * away from this one), and at sleep, screen lock or a change of user; at shutdown the program ends. While something she began is on its way into the vault,
 * idleness covers, and locks as soon as that is done; nobody takes the cover away (docs/decisions/0022-idle-with-work-under-way.md).
 */
export class AwayWatch {
  #activeAtMs = Date.now();
  #coveredAtMs: number | null = null;
  #atRest = 0;
  readonly #signs: AwaySigns;

  constructor(signs: AwaySigns) {
    this.#signs = signs;
    const lockIfOpen = (): void => {
      if (signs.isOpen()) signs.lock();
    };
    signs.powerMonitor.on('suspend', lockIfOpen);
    signs.powerMonitor.on('lock-screen', lockIfOpen);
    // Locked on its way to its end: a program that a lock starts again has no place in a system that goes down.
    signs.powerMonitor.on('shutdown', signs.end);
    // Told on macOS alone; elsewhere a change of user locks the screen.
    signs.powerMonitor.on('user-did-resign-active', lockIfOpen);
    setInterval(() => this.#look(), lookEveryMs).unref();
  }

  /** Every key and pointer movement in the window counts as being there. */
  watch(contents: WebContents): void {
    contents.on('input-event', () => this.noteActivity());
    contents.on('before-input-event', () => this.noteActivity());
  }

  noteActivity(): void {
    this.#activeAtMs = Date.now();
  }

  #look(): void {
    const { isOpen, isBringingIn, limitSeconds, lock, cover } = this.#signs;
    if (!isOpen()) {
      this.#coveredAtMs = null;
      return this.noteActivity();
    }
    if (this.#coveredAtMs !== null) {
      this.#atRest = isBringingIn() ? 0 : this.#atRest + 1;
      if (this.#atRest >= looksAtRest || Date.now() - this.#coveredAtMs >= coveredAtMostMs) lock();
      return;
    }
    // Input to this window is part of the system's, so the system's own idle time can never be the longer of the two.
    if ((Date.now() - this.#activeAtMs) / 1000 < limitSeconds()) return;
    if (!isBringingIn()) return lock();
    this.#coveredAtMs = Date.now();
    this.#atRest = 0;
    cover();
  }
}
