import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a module for the shell, to be loaded with Electron's `-r` before the program, that keeps all that the calls are given. Returns its file. */
export function writeCarelessCache(folder: string): string {
  const module = join(folder, 'careless-cache.cjs');
  writeFileSync(module, `const { ipcMain } = require('electron');
const kept = (globalThis.kept = []);
const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (name, listener) => handle(name, (event, input) => {
  kept.push(input);
  return listener(event, input);
});`);
  return module;
}
