import { redactionLabel } from '../messages/en-gb/redaction';
import { decodeWords } from '../importers/mail/encoded-words';
import type { RedactionReason } from '../model/redaction';
import type { WordFinder } from './find-words';

/** `=?utf-8?B?...?=`, several in a row as one: they may share a word. */
const encodedWords = /=\?[^?\s]{1,100}\?[QqBb]\?[^?]*\?=(?:\s+=\?[^?\s]{1,100}\?[QqBb]\?[^?]*\?=)*/g;
/** What stands without a blank and has a character written by its number: an address on the web, a part of quoted-printable. */
const escapedRun = /[^\s<>"]*(?:%[0-9A-Fa-f]{2}|=[0-9A-Fa-f]{2}|&#x?[0-9A-Fa-f]{1,6};)[^\s<>"]*/g;

/**
 * A text with every place of the words replaced by why they were taken out (`[redacted: address]`). Words that stand in a coded form (encoded words of a mail's header, `%20` of an address, `=E9`, `&#101;`) go with the whole of the coded run:
 * part of it would be no code any more. Unchanged where there is none.
 */
export function redactWords(text: string, find: WordFinder): string {
  return putLabels(withoutCoded(text, find), find);
}

/** Whether any of the words stands in the text, coded or not. */
export function holdsWords(text: string, find: WordFinder): boolean {
  return redactWords(text, find) !== text;
}

function putLabels(text: string, find: WordFinder): string {
  const found = find(text);
  if (found.length === 0) return text;
  let out = '';
  let at = 0;
  for (const { start, end, reason } of found) {
    out += text.slice(at, start) + redactionLabel(reason);
    at = end;
  }
  return out + text.slice(at);
}

function withoutCoded(text: string, find: WordFinder): string {
  const instead = (written: string, readings: readonly string[]): string => {
    const reason: RedactionReason | undefined = readings.flatMap((plain) => (plain === written ? [] : find(plain)))[0]?.reason;
    return reason === undefined ? written : redactionLabel(reason);
  };
  let out = text;
  if (out.includes('=?')) out = out.replace(encodedWords, (run) => instead(run, [decodeWords(run).text]));
  if (/%[0-9A-Fa-f]{2}|=[0-9A-Fa-f]{2}|&#/.test(out)) out = out.replace(escapedRun, (run) => instead(run, readingsOf(run)));
  return out;
}

/** What a run may say: as an address on the web, as quoted-printable, or by numbers of characters alone. `?q=12` is no quoted-printable, and nobody can tell. */
function readingsOf(run: string): string[] {
  const numbered = run.replace(/&#(x?)([0-9A-Fa-f]{1,6});/g, (whole, hex: string, digits: string) => {
    const code = Number.parseInt(digits, hex === '' ? 10 : 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
  return [numbered, withBytes(numbered.replaceAll('+', ' '), /(?:%[0-9A-Fa-f]{2})+/g), withBytes(numbered, /(?:=[0-9A-Fa-f]{2})+/g)];
}

/** Bytes written in hexadecimal are read as UTF-8; what is none becomes U+FFFD. */
function withBytes(text: string, written: RegExp): string {
  return text.replace(written, (bytes) => new TextDecoder().decode(Uint8Array.from(bytes.match(/[0-9A-Fa-f]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16))));
}
