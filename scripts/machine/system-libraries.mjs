import { spawnSync } from 'node:child_process';

/** Shared libraries that Electron links, and the Debian 12 package of each. */
const packageOf = {
  'libasound.so.2': 'libasound2', 'libatk-1.0.so.0': 'libatk1.0-0', 'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libatspi.so.0': 'libatspi2.0-0', 'libcairo.so.2': 'libcairo2', 'libcups.so.2': 'libcups2', 'libdbus-1.so.3': 'libdbus-1-3',
  'libdrm.so.2': 'libdrm2', 'libexpat.so.1': 'libexpat1', 'libgbm.so.1': 'libgbm1', 'libgio-2.0.so.0': 'libglib2.0-0',
  'libglib-2.0.so.0': 'libglib2.0-0', 'libgobject-2.0.so.0': 'libglib2.0-0', 'libgtk-3.so.0': 'libgtk-3-0',
  'libnspr4.so': 'libnspr4', 'libnss3.so': 'libnss3', 'libnssutil3.so': 'libnss3', 'libsmime3.so': 'libnss3',
  'libpango-1.0.so.0': 'libpango-1.0-0', 'libudev.so.1': 'libudev1', 'libX11.so.6': 'libx11-6', 'libxcb.so.1': 'libxcb1',
  'libXcomposite.so.1': 'libxcomposite1', 'libXdamage.so.1': 'libxdamage1', 'libXext.so.6': 'libxext6', 'libXfixes.so.3': 'libxfixes3',
  'libxkbcommon.so.0': 'libxkbcommon0', 'libXrandr.so.2': 'libxrandr2',
};

/**
 * The Debian packages of the shared libraries that a program needs and this machine lacks (Linux).
 * @param {string} program
 * @returns {string[]}
 */
export function missingLibraries(program) {
  if (process.platform !== 'linux') return [];
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' });
  const libraries = [...(stdout ?? '').matchAll(/^\s*(\S+) => not found/gm)].map((match) => /** @type {string} */ (match[1]));
  return [...new Set(libraries.map((library) => packageOf[library] ?? library))];
}
