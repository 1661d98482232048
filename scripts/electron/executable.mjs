import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';

/** Where the program lies inside an unpacked Electron, by platform. */
const programs = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };

/**
 * The program inside an unpacked Electron.
 * @param {string} dist the unpacked folder
 */
export const executableIn = (dist) => join(dist, programs[process.platform] ?? 'electron');

/**
 * True when the folder holds an Electron that may be run here.
 * @param {string} dist
 */
export function holdsElectron(dist) {
  try {
    accessSync(executableIn(dist), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
