/** What the tests may change. A packaged program takes none of it, whatever the environment says. */
export interface TestHooks {
  readonly userDataFolder: string | null;
  /** JSON file with the answers to dialogs, read anew at each dialog: `{"open":[paths],"save":path,"folder":path}`. */
  readonly dialogAnswersFile: string | null;
  /** Vaults made now get the cheap key derivation. */
  readonly quickKdf: boolean;
  /** Locks after this many seconds without a key or pointer instead of the minutes of the settings. */
  readonly idleSeconds: number | null;
  /** The first window waits until the driving program has attached. */
  readonly waitsForDriver: boolean;
  /**
   * What a lock does at its end. `relaunch`: ends the program and starts it again. `exit`: ends it with code 75, and who started it starts it again (`npm start`, the proofs).
   * `stay`: for a driver that holds on to one process: only the window's process is replaced.
   */
  readonly atLock: 'relaunch' | 'exit' | 'stay';
}

const none: TestHooks = { userDataFolder: null, dialogAnswersFile: null, quickKdf: false, idleSeconds: null, waitsForDriver: false, atLock: 'relaunch' };

export function readTestHooks(isPackaged: boolean, environment: Readonly<Record<string, string | undefined>>): TestHooks {
  if (isPackaged) return none;
  const atLock = environment['TIDEMARK_AT_LOCK'];
  if (environment['TIDEMARK_TEST'] !== '1') return { ...none, atLock: atLock === 'exit' ? atLock : none.atLock };
  const idle = Number(environment['TIDEMARK_IDLE_SECONDS']);
  return {
    userDataFolder: environment['TIDEMARK_USER_DATA'] ?? null,
    dialogAnswersFile: environment['TIDEMARK_DIALOG_ANSWERS'] ?? null,
    quickKdf: environment['TIDEMARK_QUICK_KDF'] === '1',
    idleSeconds: Number.isFinite(idle) && idle > 0 ? idle : null,
    waitsForDriver: environment['TIDEMARK_WAIT_FOR_DRIVER'] === '1',
    atLock: atLock === 'exit' || atLock === 'stay' ? atLock : none.atLock,
  };
}

const driverWithinMs = 15_000;

/**
 * Playwright attaches while the program starts, and a window that opens in that moment can hang it for good. Once attached it calls the
 * global function `__playwright_run` (playwright-core, ElectronApplication.initialize); without that call the window opens all the same.
 */
export function untilDriverAttached({ waitsForDriver }: TestHooks): Promise<void> {
  if (!waitsForDriver) return Promise.resolve();
  return new Promise((resolve) => {
    Object.assign(globalThis, { __playwright_run: resolve });
    setTimeout(resolve, driverWithinMs);
  });
}
