import { realpathSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/**
 * True when a module was started as a command rather than imported.
 * @param {string} moduleUrl `import.meta.url`
 */
export function isCommand(moduleUrl) {
  const started = process.argv[1];
  return started !== undefined && moduleUrl === pathToFileURL(realpathSync(started)).href;
}
