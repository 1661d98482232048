import { app, BrowserWindow } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Runs in Electron: opens a bag's own checking page from the disk in a window like any browser's, chooses the bag's folder in it, and leaves what it says. */
interface Job { bags: { name: string; folder: string; pageOf: string }[]; answers: string; userData: string }
const job = JSON.parse(readFileSync(process.env.PROOF_JOB ?? '', 'utf8')) as Job;
app.setPath('userData', job.userData);
app.on('window-all-closed', () => undefined);

async function check({ folder, pageOf }: Job['bags'][number]): Promise<string> {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false } });
  const asked: string[] = [];
  window.webContents.session.webRequest.onBeforeRequest((details, respond) => {
    if (!details.url.startsWith(pathToFileURL(pageOf).href)) asked.push(details.url);
    respond({});
  });
  await window.loadFile(join(pageOf, 'check-this-bag.html'));
  const { debugger: tool } = window.webContents;
  tool.attach('1.3');
  const { root } = (await tool.sendCommand('DOM.getDocument')) as { root: { nodeId: number } };
  const { nodeId } = (await tool.sendCommand('DOM.querySelector', { nodeId: root.nodeId, selector: '#folder' })) as { nodeId: number };
  await tool.sendCommand('DOM.setFileInputFiles', { nodeId, files: [folder] });
  const says = String(await window.webContents.executeJavaScript(`new Promise((resolve, reject) => {
    const until = Date.now() + 120000;
    const look = () => { const found = document.querySelector('#verdict'); if (found) resolve(document.querySelector('#result').innerText); else if (Date.now() > until) reject(new Error('no verdict: ' + document.body.innerText)); else setTimeout(look, 50); };
    look();
  })`));
  window.destroy();
  return asked.length === 0 ? says : `${says}\nASKED FOR ${asked.join(' ')}`;
}

app.whenReady().then(async () => {
  const said: Record<string, string> = {};
  for (const bag of job.bags) said[bag.name] = await check(bag);
  writeFileSync(job.answers, JSON.stringify(said));
  app.exit(0);
}).catch((error: unknown) => {
  writeFileSync(job.answers, JSON.stringify({ error: String(error) }));
  app.exit(1);
});
