import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from './support/journey';

test('the page has no Node, no Electron and no way to the network of its own', async ({ tidemark: { page } }) => {
  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    network: ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport', 'WebSocket', 'EventSource'].filter(
      (name) => (globalThis as Record<string, unknown>)[name] !== undefined,
    ),
    bridge: Object.keys((globalThis as unknown as { tidemark: object }).tidemark).sort(),
  }));
  expect(found).toEqual({ node: [], network: [], bridge: ['calls', 'events', 'grantDropped', 'grantDroppedSource'] });
});

test('the page can make no frame: an empty one would have every way to the network again', async ({ tidemark: { page } }) => {
  const made = await page.evaluate(() => {
    const ways = {
      iframe: () => document.createElement('iframe'),
      upperCase: () => document.createElement('IFRAME'),
      namespace: () => document.createElementNS('http://www.w3.org/1999/xhtml', 'x:iframe'),
      otherDocument: () => document.implementation.createHTMLDocument('').createElement('iframe'),
      object: () => document.createElement('object'),
      text: () => document.createElement('div').setHTMLUnsafe('<iframe></iframe>'),
      template: () => void Object.assign(document.createElement('template'), { innerHTML: '<iframe></iframe>' }),
      parser: () => new DOMParser().parseFromString('<iframe></iframe>', 'text/html'),
      range: () => document.createRange().createContextualFragment('<iframe></iframe>'),
      writing: () => document.write('<iframe></iframe>'),
      command: () => document.execCommand('insertHTML', false, '<iframe></iframe>'),
      styleSheet: () => new XSLTProcessor(),
    };
    return Object.entries(ways).filter(([, way]) => {
      try {
        way();
        return true;
      } catch {
        return false;
      }
    }).map(([name]) => name);
  });
  expect(made).toEqual([]);
  expect(await page.evaluate(() => window.length)).toBe(0);
});

test('the bridge offers the calls of the contract by name and nothing generic', async ({ tidemark: { page } }) => {
  const kinds = await page.evaluate(() => {
    const { calls, events } = (globalThis as unknown as { tidemark: { calls: object; events: object } }).tidemark;
    return { names: Object.keys(calls), allFunctions: [...Object.values(calls), ...Object.values(events)].every((each) => typeof each === 'function') };
  });
  expect(kinds.allFunctions).toBe(true);
  expect(kinds.names).toContain('program.state');
  for (const generic of ['invoke', 'send', 'on', 'emit', 'call', 'open.unlock', 'documents.read', 'documents.seal']) expect(kinds.names).not.toContain(generic);
});

test('a call that does not fit the contract is refused with a code and nothing else', async ({ tidemark: { page } }) => {
  const results = await page.evaluate(async () => {
    const { calls } = (globalThis as unknown as { tidemark: { calls: Record<string, (input: unknown) => Promise<unknown>> } }).tidemark;
    return [
      await calls['program.saveSettings']!({ theme: '/etc/passwd' }),
      await calls['documents.add']!({ grant: '../../etc/passwd' }),
      await calls['documents.add']!({ grant: '0'.repeat(32) }),
      await calls['people.list']!({}),
      await calls['documents.show']!({ id: '0'.repeat(32) }),
    ];
  });
  expect(results).toEqual([
    { ok: false, error: { code: 'bad-call' } },
    { ok: false, error: { code: 'bad-call' } },
    { ok: false, error: { code: 'locked' } },
    { ok: false, error: { code: 'locked' } },
    { ok: false, error: { code: 'locked' } },
  ]);
});

test('the system holds the page in its sandbox', async ({ tidemark: { app } }) => {
  const found = await app.evaluate(({ BrowserWindow, app: program }) => {
    const contents = BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.webContents as Electron.WebContents & { getLastWebPreferences(): Electron.WebPreferences };
    return { processId: contents.getOSProcessId(), preferences: contents.getLastWebPreferences(), switches: ['no-sandbox', 'disable-web-security'].filter((name) => program.commandLine.hasSwitch(name)) };
  });
  expect(found.preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  expect(found.switches).toEqual([]);
  test.skip(!existsSync('/proc/self/status'), 'only Linux tells about seccomp');
  const status = readFileSync(`/proc/${found.processId}/status`, 'utf8');
  expect(/^Seccomp:\s+(\d)/m.exec(status)![1]).toBe('2');
  expect(/^NoNewPrivs:\s+(\d)/m.exec(status)![1]).toBe('1');
});

test('no request leaves: fetch, image, beacon, frame, worker, preload link', async ({ tidemark: { page } }) => {
  const outcome = await page.evaluate(async () => {
    const refused = async (work: () => Promise<unknown>) => work().then(() => 'went', () => 'refused');
    const image = (source: string) => new Promise((resolve, reject) => Object.assign(new Image(), { onload: resolve, onerror: reject, src: source }));
    return {
      fetch: await refused(() => fetch('https://example.com/')),
      address: await refused(() => fetch('http://127.0.0.1:9/')),
      image: await refused(() => image('https://example.com/a.png')),
      otherHost: await refused(() => fetch('app://elsewhere/')),
      evaluation: await refused(async () => (0, eval)('1')),
      html: await refused(async () => void (document.createElement('div').innerHTML = '<b>x</b>')),
      worker: await refused(async () => new Worker('https://example.com/w.js')),
      frame: await refused(async () => {
        const frame = Object.assign(document.createElement('iframe'), { src: 'app://ui/' });
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        document.body.append(frame);
        await loaded;
        // A page of ours could be read from here; what stands in place of a refused one could not.
        if (frame.contentDocument === null) throw new Error('refused');
      }),
    };
  });
  expect(new Set(Object.values(outcome))).toEqual(new Set(['refused']));
});

test('no window opens, no page is left, nothing is downloaded', async ({ tidemark: { app, page } }) => {
  await page.evaluate(() => {
    window.open('https://example.com/');
    window.open('app://ui/');
    for (const [href, download] of [['https://example.com/', ''], ['data:text/html,x', ''], ['app://ui/index.html', 'kept.html']] as const) {
      const link = document.createElement('a');
      Object.assign(link, { href, target: download ? '' : '_self' }, download ? { download } : {});
      document.body.append(link);
      link.click();
    }
  });
  await page.waitForTimeout(500);
  // Asked of the shell: Playwright itself waits for ever on a navigation that was refused.
  const pages = await app.evaluate(({ BrowserWindow }) => Promise.all(BrowserWindow.getAllWindows().map(({ webContents }) => webContents.executeJavaScript('location.href + document.links.length'))));
  expect(pages).toEqual(['app://ui/3']);
});

test('every permission is denied', async ({ tidemark: { page } }) => {
  const outcome = await page.evaluate(async () => {
    const answer = async (work: () => Promise<unknown>) => work().then((value) => String(value), () => 'denied');
    const position = () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject, { timeout: 3000 }));
    return [
      await answer(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      await answer(() => navigator.mediaDevices.getDisplayMedia()),
      await answer(position),
      await answer(() => Notification.requestPermission()),
      await answer(() => navigator.clipboard.readText()),
    ];
  });
  expect(new Set(outcome)).toEqual(new Set(['denied']));
});

test('another page in a window of the program gets no answer', async ({ tidemark: { app } }) => {
  const answer = await app.evaluate(async ({ BrowserWindow, app: program }) => {
    const own = BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.webContents;
    const preload = `${program.getAppPath()}/out/preload/index.cjs`;
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true, session: own.session } });
    await other.loadURL('app://ui/');
    const result: unknown = await other.webContents.executeJavaScript("window.tidemark.calls['program.state']({})");
    other.destroy();
    return result;
  });
  expect(answer).toEqual({ ok: false, error: { code: 'bad-call' } });
});

test('the title says nothing, and the page cannot change it', async ({ tidemark: { app, page } }) => {
  await page.evaluate(() => void (document.title = 'something that shows'));
  await page.waitForTimeout(200);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().find((each) => each.isVisible() || each.isMinimized())!.getTitle())).toBe('Tidemark');
});

test('its own folder holds settings that anybody may read, and nothing of Chromium', async ({ start }) => {
  const { app, userData } = await start();
  const places = await app.evaluate(({ app: program }) => ({ session: program.getPath('sessionData'), crashes: program.getPath('crashDumps') }));
  expect(places.session).toContain('tidemark-run-');
  expect(places.crashes).toContain('tidemark-run-');
  expect(existsSync(places.session)).toBe(true);
  await app.close();
  await expect.poll(() => existsSync(places.session)).toBe(false);
  expect(readdirSync(userData).filter((name) => !/^(settings\.json|Singleton\w+|vault)$/.test(name))).toEqual([]);
});

test('every session is shut in the tick in which it is made, also one that nobody thought of', async ({ tidemark: { app } }) => {
  const outcome = await app.evaluate(async ({ session }) => {
    const made = session.fromPartition('made-later');
    const languages = [made.getSpellCheckerLanguages(), session.defaultSession.getSpellCheckerLanguages()];
    const tried = await Promise.all(
      [made, session.defaultSession].map((each) => each.fetch('https://example.com/').then(() => 'went', (error: Error) => error.message)),
    );
    return { languages, tried, enabled: [made.isSpellCheckerEnabled(), session.defaultSession.isSpellCheckerEnabled()] };
  });
  expect(outcome).toEqual({ languages: [[], []], tried: ['net::ERR_BLOCKED_BY_CLIENT', 'net::ERR_BLOCKED_BY_CLIENT'], enabled: [false, false] });
});
