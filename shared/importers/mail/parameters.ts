import { clipped } from '../bytes/clipped';
import { charactersAsBytes } from '../bytes/byte-text';
import { decodingOf } from '../bytes/charsets';
import { decodeWords } from './encoded-words';

export interface ParameterisedValue {
  /** In lower case, without comments: `text/plain`, `attachment`, `base64`. */
  readonly value: string;
  /** By names in lower case; the first of a name counts. Continuations are joined and percent-encoded values decoded (RFC 2231), words decoded where a program wrote them against the rules. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly isBroken: boolean;
}

const mostParameters = 200;

/** Content-Type, Content-Disposition and their like: RFC 2045 section 5.1 with RFC 2231. */
export function readParameters(body: string): ParameterisedValue {
  const pieces = splitAtSemicolons(withoutComments(clipped(body, 100_000)));
  const written = new Map<string, { value: string; wasQuoted: boolean }>();
  for (const piece of pieces.slice(1, mostParameters)) {
    const equals = piece.indexOf('=');
    if (equals <= 0) continue;
    const name = piece.slice(0, equals).trim().toLowerCase();
    const value = piece.slice(equals + 1).trim();
    if (!written.has(name)) written.set(name, value.startsWith('"') ? { value: unquote(value), wasQuoted: true } : { value, wasQuoted: false });
  }
  const parameters = new Map<string, string>();
  let isBroken = false;
  for (const [name, { value }] of written) {
    const star = name.indexOf('*');
    const base = star < 0 ? name : name.slice(0, star);
    // The encoded form says more than the plain one beside it (RFC 6266 appendix D), so it replaces it.
    if (star < 0) {
      const decoded = decodeWords(value);
      isBroken ||= decoded.isBroken;
      if (!parameters.has(base)) parameters.set(base, decoded.text);
    } else if (name === `${base}*` || name === `${base}*0` || name === `${base}*0*`) {
      const joined = continued(base, written);
      isBroken ||= joined === null;
      if (joined !== null) parameters.set(base, joined);
    }
  }
  return { value: (pieces[0] ?? '').trim().replace(/\s*\/\s*/, '/').toLowerCase(), parameters, isBroken };
}

/** RFC 2231 sections 3 and 4: `name*=charset'language'…`, or `name*0*=charset'…`, `name*1=…`. Null where it cannot be decoded. */
function continued(base: string, written: ReadonlyMap<string, { value: string }>): string | null {
  const single = written.get(`${base}*`)?.value;
  if (single !== undefined) return decodePercent(single, true);
  const segments: { text: string; isEncoded: boolean }[] = [];
  for (let index = 0; index < mostParameters; index += 1) {
    const encoded = written.get(`${base}*${index}*`);
    const segment = encoded ?? written.get(`${base}*${index}`);
    if (segment === undefined) break;
    segments.push({ text: segment.value, isEncoded: encoded !== undefined });
  }
  const first = segments[0];
  if (first === undefined) return null;
  if (!segments.some(({ isEncoded }) => isEncoded)) return decodeWords(segments.map(({ text }) => text).join('')).text;
  const [head, ...rest] = segments;
  const start = head?.isEncoded === true ? head.text : `''${escapePercent(head?.text ?? '')}`;
  return decodePercent(start + rest.map(({ text, isEncoded }) => (isEncoded ? text : escapePercent(text))).join(''), true);
}

function escapePercent(text: string): string {
  return text.replaceAll('%', '%25');
}

function decodePercent(text: string, hasCharset: boolean): string | null {
  const [charset, , ...rest] = hasCharset ? text.split("'") : ['', '', text];
  if (hasCharset && rest.length === 0) return null;
  const characters = rest.join("'").replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  if (/[^\u0000-\u00ff]/.test(characters)) return characters;
  const decoded = decodingOf(charset === '' || charset === undefined ? 'utf-8' : charset)?.decode(charactersAsBytes(characters));
  return decoded === undefined || decoded.includes('\ufffd') ? null : decoded;
}

/** Comments of RFC 5322 section 3.2.2 taken out, outside quoted strings; they nest. */
export function withoutComments(text: string): string {
  if (!text.includes('(')) return text;
  const out: string[] = [];
  let [depth, isQuoted, from] = [0, false, 0];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '"' && depth === 0) isQuoted = !isQuoted;
    else if (character === '(' && !isQuoted) {
      if (depth === 0) out.push(text.slice(from, at));
      depth += 1;
    } else if (character === ')' && !isQuoted && depth > 0) {
      depth -= 1;
      if (depth === 0) from = at + 1;
    }
  }
  if (depth === 0) out.push(text.slice(from));
  return out.join(' ');
}

function splitAtSemicolons(text: string): string[] {
  const pieces: string[] = [];
  let [from, isQuoted] = [0, false];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\' && isQuoted) at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === ';' && !isQuoted) {
      pieces.push(text.slice(from, at));
      from = at + 1;
      if (pieces.length > mostParameters) break;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}

function unquote(value: string): string {
  const end = value.length > 1 && value.endsWith('"') ? value.length - 1 : value.length;
  return value.slice(1, end).replace(/\\(["\\])/g, '$1');
}
