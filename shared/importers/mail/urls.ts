/** An address that leads to another machine: over the web, by FTP, or a Windows share (which hands over the reader's login name). */
export interface RemoteUrl {
  /** As it stands, without the spaces and line ends that programs pass over. */
  readonly url: string;
  readonly host: string;
}

/**
 * Whether an address in HTML or CSS leads elsewhere, by the URL Standard's rules for what programs pass over (https://url.spec.whatwg.org/#concept-basic-url-parser): leading control characters and spaces, tabs and line ends anywhere,
 * `\` for `/`. `base`: what relative addresses count from, '' in most mails, where they lead nowhere. Null for `cid:`, `data:`, `mailto:` and their like.
 */
export function remoteUrl(written: string, base: string): RemoteUrl | null {
  const url = withoutUnseen(written);
  const scheme = /^([a-z][a-z0-9+.-]{0,30}):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    if (/^[\\/]{2}/.test(url)) return atHost(url, url.slice(2));
    if (base === '' || url === '' || url.startsWith('#')) return null;
    const from = remoteUrl(base, '');
    return from === null ? null : { url, host: from.host };
  }
  const rest = url.slice(scheme.length + 1);
  if (['http', 'https', 'ftp', 'ws', 'wss'].includes(scheme)) return atHost(url, rest.replace(/^[\\/]{1,10}/, ''));
  // file:///C:/… is her own machine, file://server/… is another.
  return scheme === 'file' && /^[\\/]{2}[^\\/]/.test(rest) ? atHost(url, rest.slice(2)) : null;
}

function atHost(url: string, rest: string): RemoteUrl | null {
  const authority = /^[^\\/?#]{0,2000}/.exec(rest)?.[0] ?? '';
  const hostAndPort = authority.slice(authority.lastIndexOf('@') + 1);
  const host = hostAndPort.startsWith('[') ? hostAndPort.slice(0, hostAndPort.indexOf(']') + 1) : (hostAndPort.split(':')[0] ?? '');
  return host === '' ? null : { url, host: host.toLowerCase().slice(0, 255) };
}

function withoutUnseen(written: string): string {
  return written.slice(0, 20_000).replace(/[\t\r\n]/g, '').replace(/^[\u0000-\u0020]+/, '').replace(/[\u0000-\u0020]+$/, '');
}

/** The addresses of a `srcset` (HTML Standard, "parse a srcset attribute"): each is a word, and what follows up to a comma describes it. */
export function srcsetUrls(srcset: string): string[] {
  const urls: string[] = [];
  const text = srcset.slice(0, 100_000);
  for (let at = 0; at < text.length && urls.length < 100; ) {
    const start = at + (/^[\s,]*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0);
    let end = start;
    while (end < text.length && !/\s/.test(text[end] ?? '')) end += 1;
    if (end === start) break;
    const word = text.slice(start, end);
    const url = word.replace(/,{1,100}$/, '');
    if (url !== '') urls.push(url);
    if (word.endsWith(',')) {
      at = end;
      continue;
    }
    const comma = text.indexOf(',', end);
    at = comma < 0 ? text.length : comma + 1;
  }
  return urls;
}

/** The addresses that a style would load: `url(…)`, `@import`, and the strings of `image-set()` (CSS Syntax, CSS Values). Escapes are read, comments passed over. */
export function cssUrls(css: string): { url: string; isImport: boolean }[] {
  const text = plainLetters(withoutCssComments(css.slice(0, 1_000_000)));
  const urls: { url: string; isImport: boolean }[] = [];
  const start = /@import|url\(|image-set\(/gi;
  for (let found = start.exec(text); found !== null && urls.length < 1000; found = start.exec(text)) {
    const kind = found[0].toLowerCase();
    let at = found.index + found[0].length;
    while (at < text.length && /\s/.test(text[at] ?? '')) at += 1;
    // Its own url( is found next.
    if (kind !== 'url(' && !/["']/.test(text[at] ?? '')) continue;
    const quote = /["']/.test(text[at] ?? '') ? (text[at] ?? '') : '';
    if (quote !== '') at += 1;
    const end = endOfCssValue(text, at, quote);
    const url = unescapeCss(text.slice(at, end)).trim();
    if (url !== '') urls.push({ url, isImport: kind === '@import' || /@import\s{0,100}$/i.test(text.slice(Math.max(0, found.index - 108), found.index)) });
    start.lastIndex = Math.max(end, start.lastIndex);
  }
  return urls;
}

/** Letters and `@` written as escapes, so that `u\\72l(` is found like `url(`. */
function plainLetters(text: string): string {
  return text.replace(/\\0{0,4}([4-7][0-9a-fA-F])(?![0-9a-fA-F])[ \t\n]?/g, (escape, hex: string) => {
    const character = String.fromCharCode(Number.parseInt(hex, 16));
    return /[@A-Za-z]/.test(character) ? character : escape;
  });
}

function endOfCssValue(text: string, from: number, quote: string): number {
  let at = from;
  while (at < text.length && text[at] !== (quote === '' ? ')' : quote)) at += text[at] === '\\' ? 2 : 1;
  return Math.min(at, text.length);
}

function withoutCssComments(text: string): string {
  const out: string[] = [];
  let at = 0;
  for (;;) {
    const start = text.indexOf('/*', at);
    // An address may hold the same two characters: within `url(` no comment begins, but nothing there is worth the difference.
    if (start < 0) break;
    const end = text.indexOf('*/', start + 2);
    out.push(text.slice(at, start));
    if (end < 0) return out.join('');
    at = end + 2;
  }
  out.push(text.slice(at));
  return out.join('');
}

function unescapeCss(text: string): string {
  return text.replace(/\\([0-9a-fA-F]{1,6})[ \t\n]?|\\([^\n])/g, (_, hex: string | undefined, character: string | undefined) => {
    if (hex === undefined) return character ?? '';
    const code = Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}
