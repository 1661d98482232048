import { asUtf8, bytesAsCharacters, isAscii } from './byte-text';

/**
 * Names that mail programs give to what the Encoding Standard calls otherwise (https://encoding.spec.whatwg.org/#names-and-labels), by their letters and digits alone. Code pages by Microsoft's numbers
 * (https://learn.microsoft.com/windows/win32/intl/code-page-identifiers). What has no equivalent there (cp437, UTF-7) stays unknown: a wrong guess would look like words.
 */
const otherNames: Readonly<Record<string, string>> = {
  cp932: 'shift_jis', ms932: 'shift_jis', windows932: 'shift_jis', cp936: 'gbk', windows936: 'gbk', cp949: 'euc-kr', uhc: 'euc-kr', cp950: 'big5', windows950: 'big5', cp874: 'windows-874', cp51932: 'euc-jp',
  cp50220: 'iso-2022-jp', cp50221: 'iso-2022-jp', iso2022jp1: 'iso-2022-jp', iso2022jp2: 'iso-2022-jp', iso88598i: 'iso-8859-8-i', iso88598e: 'iso-8859-8', cp65001: 'utf-8', utf8mb4: 'utf-8', cp1200: 'utf-16le',
  cp1201: 'utf-16be', cp20127: 'windows-1252', cp28591: 'windows-1252', cp28592: 'iso-8859-2', cp28595: 'iso-8859-5', cp28599: 'windows-1254', cp28605: 'iso-8859-15', cp20866: 'koi8-r', cp21866: 'koi8-u', cp10000: 'macintosh',
  cp54936: 'gb18030', '8bit': 'utf-8', unknown8bit: 'utf-8',
};

/** Bytes 0x80 to 0x9F of windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt). Read here, because some versions of Node 20 and 22 take windows-1252 for ISO 8859-1 (nodejs/node#56542). */
const western = '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178';

export function decodeWestern(bytes: Uint8Array): string {
  return bytesAsCharacters(bytes).replace(/[\u0080-\u009f]/g, (character) => western[character.charCodeAt(0) - 0x80] ?? character);
}

interface Decoding {
  readonly name: string;
  decode(bytes: Uint8Array): string;
}

const known = new Map<string, Decoding | null>();

function decodingFor(label: string): Decoding | null {
  let decoding = known.get(label);
  if (decoding === undefined) {
    try {
      const decoder = new TextDecoder(label) as InstanceType<typeof TextDecoder> & { readonly encoding: string };
      const name = decoder.encoding;
      decoding = name === 'windows-1252' || name === 'latin1' ? { name: 'windows-1252', decode: decodeWestern } : { name, decode: (bytes) => decoder.decode(bytes) };
    } catch {
      decoding = null;
    }
    // A mail makes up names as it likes.
    if (known.size < 500) known.set(label, decoding);
  }
  return decoding;
}

/** What reads a charset by the name that mails give it; `name` is the standard's own. Null where the runtime has none. */
export function decodingOf(charset: string): Decoding | null {
  const label = charset.trim().toLowerCase().slice(0, 100);
  const plain = label.replace(/^x-(?:ms-)?|^cs/, '').replace(/[^a-z0-9]/g, '');
  const codePage = /^(?:windows|win|ibm|ms)?(\d{3,5})$/.exec(plain)?.[1];
  const other = otherNames[plain] ?? (codePage === undefined ? undefined : otherNames[`cp${codePage}`]);
  for (const candidate of [label, other, label.replace(/^x-/, ''), plain, codePage === undefined ? undefined : `windows-${codePage}`]) {
    const decoding = candidate === undefined || candidate === '' ? null : decodingFor(candidate);
    if (decoding !== null) return decoding;
  }
  return null;
}

export interface ReadText {
  readonly text: string;
  readonly charset: string;
  /** `charset-guessed`: nothing or ASCII was claimed and there is more. `charset-unknown`: the claim names nothing known. `text-broken`: some bytes mean nothing in it. */
  readonly problem: 'charset-unknown' | 'charset-guessed' | 'text-broken' | null;
}

/**
 * Text in the encoding it claims. Where that is nothing, ASCII or unknown: UTF-8 if all of it is, else windows-1252, and it is said that this was a guess. Bytes that mean nothing become U+FFFD.
 */
export function readText(bytes: Uint8Array, claimed: string): ReadText {
  const label = claimed.trim().toLowerCase();
  const isPlain = label === '' || label === 'us-ascii' || label === 'ascii' || label === 'ansi_x3.4-1968';
  // ISO-2022-JP and its like are ASCII too.
  if (isPlain && isAscii(bytes)) return { text: bytesAsCharacters(bytes), charset: 'us-ascii', problem: null };
  const found = isPlain ? null : decodingOf(label);
  if (found !== null) {
    const text = found.decode(bytes);
    return { text, charset: found.name, problem: text.includes('\ufffd') && !hasReplacement(bytes, found.name) ? 'text-broken' : null };
  }
  const problem = isPlain ? 'charset-guessed' : 'charset-unknown';
  const utf8 = asUtf8(bytes);
  if (utf8 !== null) return { text: utf8.startsWith('\ufeff') ? utf8.slice(1) : utf8, charset: 'utf-8', problem };
  return { text: decodeWestern(bytes), charset: 'windows-1252', problem };
}

/** Whether U+FFFD was written there, and so is no sign of damage. */
function hasReplacement(bytes: Uint8Array, charset: string): boolean {
  return charset === 'utf-8' ? asUtf8(bytes) !== null : charset.startsWith('utf-16');
}
