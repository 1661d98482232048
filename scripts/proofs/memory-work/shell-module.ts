import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ShellModule {
  /** To be loaded with Electron's `-r`, before the program. */
  module: string;
  /** Presses keys as the system would: what comes by the devtools does not pass through the shell's own keys. */
  press(keyCode: string, modifiers: readonly string[]): void;
}

/** A module for the shell. `keepsCalls`: it also keeps all that the calls are given, as a careless cache would. */
export function writeShellModule(folder: string, { keepsCalls }: { keepsCalls: boolean }): ShellModule {
  const module = join(folder, 'in-the-shell.cjs');
  const keys = join(folder, 'keys.json');
  writeFileSync(keys, '');
  writeFileSync(module, `const { app, ipcMain, BrowserWindow } = require('electron');
const { watchFile, readFileSync } = require('node:fs');
const kept = (globalThis.kept = []);
const handle = ipcMain.handle.bind(ipcMain);
if (${keepsCalls}) ipcMain.handle = (name, listener) => handle(name, (event, input) => {
  kept.push(input);
  return listener(event, input);
});
watchFile(${JSON.stringify(keys)}, { interval: 100 }, () => {
  const key = JSON.parse(readFileSync(${JSON.stringify(keys)}, 'utf8'));
  const [window] = BrowserWindow.getAllWindows().filter((each) => each.isVisible());
  window.focus();
  window.webContents.sendInputEvent({ type: 'keyDown', ...key });
  window.webContents.sendInputEvent({ type: 'keyUp', ...key });
});`);
  return { module, press: (keyCode, modifiers) => writeFileSync(keys, JSON.stringify({ keyCode, modifiers })) };
}
