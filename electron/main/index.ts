import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, protocol } from 'electron';
import { holdsVaultSync } from './flows/vault-heads';
import { hardenProgram } from './harden/harden-contents';
import { hardenSessionsAsMade } from './harden/harden-session';
import { programSchemes } from './protocol/serve-window';
import { Shell } from './shell';
import { chromiumSwitches } from './start/chromium-switches';
import { findForbiddenSwitches } from './start/forbidden-switches';
import { makeRunFolder, removeRunFolder, sweepRunFolders } from './start/run-folder';
import { readTestHooks, untilDriverAttached } from './start/test-hooks';
import { removeMenuBar } from './window/menus';

/** EX_CONFIG of sysexits.h: started in a way it must not run. */
const refusedToStart = 78;
/** EX_SOFTWARE of sysexits.h: a bug. */
const broken = 70;

/** The order matters: what looks inside is refused first, what Chromium writes is redirected before it writes, sessions are shut as they are made. */
function start(): void {
  if (app.isPackaged && findForbiddenSwitches((name) => app.commandLine.hasSwitch(name)).length > 0) {
    app.exit(refusedToStart);
    process.kill(process.pid, 'SIGKILL');
  }
  if (app.isPackaged) {
    // Electron would show a box with names of files and lines of code. What was acknowledged is safe; the children end with the shell.
    process.on('uncaughtException', () => app.exit(broken));
    process.on('unhandledRejection', () => app.exit(broken));
  }
  const hooks = readTestHooks(app.isPackaged, process.env);
  for (const [name, value] of Object.entries(chromiumSwitches)) app.commandLine.appendSwitch(name, value);

  const userData = hooks.userDataFolder ?? path.join(app.getPath('appData'), 'Tidemark');
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  app.setPath('userData', userData);
  if (!app.requestSingleInstanceLock()) {
    // The one that is open comes to the front (second-instance below); for who started this one from a terminal, a line.
    process.stderr.write('Tidemark is already open. Its window has been brought to the front.\n');
    app.exit(0);
    return;
  }
  sweepRunFolders();
  const runFolder = makeRunFolder();
  app.setPath('sessionData', runFolder);
  app.setPath('crashDumps', path.join(runFolder, 'crashes'));
  process.on('exit', () => removeRunFolder(runFolder));

  hardenProgram(app);
  hardenSessionsAsMade(app);
  protocol.registerSchemesAsPrivileged(programSchemes);
  if (process.platform !== 'darwin') removeMenuBar();
  const driverAttached = untilDriverAttached(hooks);
  void app.whenReady().then(() => run(hooks, driverAttached));
}

async function run(hooks: ReturnType<typeof readTestHooks>, driverAttached: Promise<void>): Promise<void> {
  const shell = new Shell(hooks, holdsVaultSync);
  let ended = false;
  app.on('second-instance', () => void shell.openWindow());
  app.on('activate', () => void shell.openWindow());
  // Without this handler, closing a hidden printing window would end the program; with it, only the last real one does.
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void shell.end().catch(() => undefined).finally(() => {
      ended = true;
      app.quit();
    });
  });
  await driverAttached;
  await shell.openWindow();
}

start();
