// Starts either the program named in START_PROGRAM or, without one, an empty window, and says on standard output when its page
// stands: drawn, and with the program also a field to type into. The same few lines watch both, so they cost both the same.
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow } from 'electron';

const { START_PROGRAM, START_SWITCHES = '{}', TIDEMARK_USER_DATA = '' } = process.env;
const wanted = START_PROGRAM ? 'input' : 'body';
const whenDrawn = `new Promise((resolve) => {
  const drawn = () => requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  if (document.querySelector('${wanted}')) return drawn();
  new MutationObserver((_changes, self) => { if (document.querySelector('${wanted}')) { self.disconnect(); drawn(); } }).observe(document, { childList: true, subtree: true });
})`;
app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    await contents.executeJavaScript(whenDrawn);
    process.stdout.write('drawn\n');
  });
});

if (START_PROGRAM) await import(pathToFileURL(START_PROGRAM).href);
else {
  app.setPath('userData', TIDEMARK_USER_DATA);
  for (const [name, value] of Object.entries(JSON.parse(START_SWITCHES))) app.commandLine.appendSwitch(name, value);
  app.enableSandbox();
  // Not awaited: Electron is ready only once this file has run to its end.
  void app.whenReady().then(() => new BrowserWindow({ width: 1180, height: 780, webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false } }).loadFile('empty.html'));
}
