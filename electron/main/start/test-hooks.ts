/** What the tests may change. All null or false in a packaged program, whatever the environment says. */
export interface TestHooks {
  readonly userDataFolder: string | null;
  /** JSON file with the answers to dialogs, read anew at each dialog: `{"open":[paths],"save":path,"folder":path}`. */
  readonly dialogAnswersFile: string | null;
  /** Vaults made now get the cheap key derivation. */
  readonly quickKdf: boolean;
  /** Locks after this many seconds without a key or pointer instead of the minutes of the settings. */
  readonly idleSeconds: number | null;
}

const none: TestHooks = { userDataFolder: null, dialogAnswersFile: null, quickKdf: false, idleSeconds: null };

export function readTestHooks(isPackaged: boolean, environment: Readonly<Record<string, string | undefined>>): TestHooks {
  if (isPackaged || environment['TIDEMARK_TEST'] !== '1') return none;
  const idle = Number(environment['TIDEMARK_IDLE_SECONDS']);
  return {
    userDataFolder: environment['TIDEMARK_USER_DATA'] ?? null,
    dialogAnswersFile: environment['TIDEMARK_DIALOG_ANSWERS'] ?? null,
    quickKdf: environment['TIDEMARK_QUICK_KDF'] === '1',
    idleSeconds: Number.isFinite(idle) && idle > 0 ? idle : null,
  };
}
