import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** What the next system dialogs answer; a missing key means that she cancels. */
export interface DialogAnswers {
  open?: readonly string[];
  save?: string;
  folder?: string;
}

export interface LaunchOptions {
  /** The program's own settings folder; a fresh one by default. Pass the last one to start the program again. */
  userData?: string;
  /** The folder that holds package.json and out/; the project by default (or TIDEMARK_APP). */
  appFolder?: string;
  /** What to start: an Electron or a script around it. Default: what scripts/ made ready (ELECTRON_LAUNCHER). */
  launcher?: string;
  /** Full-strength key derivation (256 MiB) instead of the tests' quick one. */
  fullKdf?: boolean;
  env?: Record<string, string>;
}

/** A running Tidemark with its first window. */
export interface Tidemark {
  app: ElectronApplication;
  page: Page;
  userData: string;
  /** From now on, dialogs give these answers. */
  answerDialogs(answers: DialogAnswers): void;
  /** Gives the window the keyboard; without it `toBeFocused` and key presses fail under Xvfb. */
  focusWindow(): Promise<void>;
  close(): Promise<void>;
}

const LAUNCH_TIMEOUT_MS = 30_000;

function launcherHere(): string {
  const launcher = process.env['ELECTRON_LAUNCHER'];
  if (!launcher) throw new Error('No Electron was made ready: start with `npm run test:e2e` or `node scripts/with-display.mjs <command>`.');
  return launcher;
}

/**
 * Starts the built program, sandbox on, with the shell's test hooks: own settings folder, dialogs answered from a file, quick
 * key derivation. Resolves when the first window has loaded.
 */
export async function launchTidemark(options: LaunchOptions = {}): Promise<Tidemark> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'tidemark-e2e-'));
  mkdirSync(userData, { recursive: true });
  const answersFile = `${userData}-dialogs.json`;
  const answerDialogs = (answers: DialogAnswers) => writeFileSync(answersFile, JSON.stringify(answers));
  answerDialogs({});
  const app = await _electron.launch({
    executablePath: options.launcher ?? launcherHere(),
    args: [resolve(options.appFolder ?? process.env['TIDEMARK_APP'] ?? process.cwd())],
    chromiumSandbox: true,
    timeout: LAUNCH_TIMEOUT_MS,
    env: {
      ...(process.env as Record<string, string>),
      TIDEMARK_TEST: '1',
      TIDEMARK_WAIT_FOR_DRIVER: '1',
      // Playwright holds on to one process; the proofs see the lock that ends it.
      TIDEMARK_AT_LOCK: 'stay',
      TIDEMARK_USER_DATA: userData,
      TIDEMARK_DIALOG_ANSWERS: answersFile,
      ...(options.fullKdf ? {} : { TIDEMARK_QUICK_KDF: '1' }),
      ...options.env,
    },
  });
  const page = await app.firstWindow();
  await page.waitForLoadState();
  // Its page is there before its window is shown, and tests tell hers from those nobody sees by that.
  await app.evaluate(async ({ BrowserWindow }) => {
    for (const until = Date.now() + 5000; Date.now() < until && !BrowserWindow.getAllWindows().some((each) => each.isVisible() || each.isMinimized());) await new Promise((resolve) => setTimeout(resolve, 20));
  });
  return {
    app,
    page,
    userData,
    answerDialogs,
    focusWindow: () =>
      app.evaluate(({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows().find((each) => each.isVisible());
        window?.focus();
        window?.webContents.focus();
      }),
    close: () => app.close(),
  };
}
