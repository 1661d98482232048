/** What the tests may change. All null or false in a packaged program, whatever the environment says. */
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
}

const none: TestHooks = { userDataFolder: null, dialogAnswersFile: null, quickKdf: false, idleSeconds: null, waitsForDriver: false };

export function readTestHooks(isPackaged: boolean, environment: Readonly<Record<string, string | undefined>>): TestHooks {
  if (isPackaged || environment['TIDEMARK_TEST'] !== '1') return none;
  const idle = Number(environment['TIDEMARK_IDLE_SECONDS']);
  return {
    userDataFolder: environment['TIDEMARK_USER_DATA'] ?? null,
    dialogAnswersFile: environment['TIDEMARK_DIALOG_ANSWERS'] ?? null,
    quickKdf: environment['TIDEMARK_QUICK_KDF'] === '1',
    idleSeconds: Number.isFinite(idle) && idle > 0 ? idle : null,
    waitsForDriver: environment['TIDEMARK_WAIT_FOR_DRIVER'] === '1',
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
