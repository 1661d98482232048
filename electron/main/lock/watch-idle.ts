import type { PowerMonitor, WebContents } from 'electron';

/** What tells that she may have walked away. */
export interface AwaySigns {
  readonly powerMonitor: Pick<PowerMonitor, 'on'>;
  /** Whether there is anything to lock. */
  readonly isOpen: () => boolean;
  readonly limitSeconds: () => number;
  readonly lock: () => void;
}

const lookEveryMs = 1000;

/**
 * Locks when nothing was pressed or pointed at in the window for the limit (her work in other programs counts as being
 * away from this one), and at sleep, screen lock, a change of user or shutdown.
 */
export class AwayWatch {
  #activeAtMs = Date.now();
  readonly #signs: AwaySigns;

  constructor(signs: AwaySigns) {
    this.#signs = signs;
    const lockIfOpen = (): void => {
      if (signs.isOpen()) signs.lock();
    };
    signs.powerMonitor.on('suspend', lockIfOpen);
    signs.powerMonitor.on('lock-screen', lockIfOpen);
    signs.powerMonitor.on('shutdown', lockIfOpen);
    if (process.platform === 'darwin') signs.powerMonitor.on('user-did-resign-active', lockIfOpen);
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
    if (!this.#signs.isOpen()) return this.noteActivity();
    // Input to this window is part of the system's, so the system's own idle time can never be the longer of the two.
    if ((Date.now() - this.#activeAtMs) / 1000 >= this.#signs.limitSeconds()) this.#signs.lock();
  }
}
