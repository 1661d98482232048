/**
 * What Electron runs when it is given a folder: it sets the name and version from the folder's package.json and starts its
 * main module (also Playwright's `-r` preloads and `--version`). The stand-in's package carries somebody else's; this is ours.
 */
const main = `import { app } from 'electron/main';
import fs from 'node:fs';
import { Module, createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const argv = process.argv.slice(1);
const preloads = [];
let file;
for (let i = 0; i < argv.length; i++) {
  if (argv[i] === '--version' || argv[i] === '-v') { console.log('v' + process.versions.electron); process.exit(0); }
  if (argv[i] === '-r' || argv[i] === '--require') { preloads.push(argv[++i]); continue; }
  if (!argv[i].startsWith('-')) { file = argv[i]; break; }
}
if (preloads.length) Module._preloadModules(preloads);
if (!file) { console.error('usage: electron [flags] path/to/app'); process.exit(1); }
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const folder = path.resolve(file);
const manifest = path.join(folder, 'package.json');
if (fs.existsSync(manifest)) {
  const { version, productName, name, desktopName } = JSON.parse(fs.readFileSync(manifest, 'utf8'));
  if (version) app.setVersion(version);
  if (productName || name) app.setName(productName || name);
  app.setDesktopName(desktopName || app.getName() + '.desktop');
  app.setAppPath(folder);
}
const started = createRequire(pathToFileURL(folder + '/_')).resolve(folder);
if (!fs.existsSync(manifest)) app.setAppPath(path.dirname(started));
try {
  await import(pathToFileURL(started).href);
} catch (error) {
  console.error('App threw an error during load');
  console.error(error?.stack || error);
  throw error;
}
`;

/** The files of resources/default_app.asar. */
export const defaultApp = {
  'package.json': Buffer.from('{"name":"electron","productName":"Electron","main":"main.mjs"}'),
  'main.mjs': Buffer.from(main),
};
