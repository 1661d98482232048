import type { SourceLine } from '../bytes/lines';
import { isDigit, isMark } from './numerals';
import { readHead, type Head } from './head';

/** `ios`: `[date, time] name: text`; `android`: `date, time - name: text`; `android-comma` (Korean): `date time, name : text`. */
export type Layout = 'ios' | 'android' | 'android-comma';

/** A line that begins a message. */
export interface Opening {
  readonly head: Head;
  readonly written: string;
  /** What follows the date and time. */
  readonly rest: string;
}

const dash = /[ \u00a0\u202f][-\u2013] /g;
const furthest = 90;

/** Reads a line as the beginning of a message in one layout; null when it is none. */
export function readOpening(line: string, layout: Layout): Opening | null {
  let at = 0;
  while (at < line.length && at < 8 && isMark(line.charCodeAt(at))) at += 1;
  const first = line.charCodeAt(at);
  if (layout === 'ios') {
    if (first !== 0x5b) return null;
    const end = line.indexOf(']', at);
    if (end < 0 || end > at + furthest) return null;
    return openingOf(line.slice(at + 1, end), line.slice(end + 1));
  }
  if (!isDigit(first)) return null;
  if (layout === 'android-comma') {
    const found = /^(.{8,60}?\d{1,2}:\d{2}), (.*)$/s.exec(line.slice(at));
    return found ? openingOf(found[1] ?? '', found[2] ?? '') : null;
  }
  dash.lastIndex = at;
  // The date itself may hold a dash between spaces, so each is tried.
  for (let found = dash.exec(line); found && found.index < at + furthest; found = dash.exec(line)) {
    const opening = openingOf(line.slice(at, found.index), line.slice(found.index + 3));
    if (opening) return opening;
  }
  return null;
}

function openingOf(written: string, rest: string): Opening | null {
  const head = readHead(written);
  return head && { head, written: written.trim(), rest: rest.replace(/^ /, '') };
}

const dateLike = /^[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]*\[?\p{Nd}{1,4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2,4}[,،]? [^\]]{0,24}?\p{Nd}{1,2}[:.]\p{Nd}{2}[^\]]{0,20}(?:\]| [-\u2013] )/u;

/** Whether a line looks as if it should begin a message of this layout though it could not be read as one. */
export function looksLikeOpening(line: string, layout: Layout): boolean {
  const opened = line.trimStart();
  return dateLike.test(opened.slice(0, 140)) && withoutMarks(opened).startsWith('[') === (layout === 'ios');
}

function withoutMarks(text: string): string {
  let at = 0;
  while (at < text.length && isMark(text.charCodeAt(at))) at += 1;
  return text.slice(at);
}

const layouts: readonly Layout[] = ['ios', 'android', 'android-comma'];

/** The layout in which most of these lines begin messages; null when none does. */
export function layoutOf(lines: readonly string[]): Layout | null {
  const counts = layouts.map((layout) => ({ layout, count: lines.filter((line) => readOpening(line, layout) !== null).length }));
  const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
  return best.count > 0 ? best.layout : null;
}

/** A chat begins within so many lines that are not blank: an export may have been given a heading. */
const headingLines = 20;
const markup = /^[\ufeff\s]*(?:<|\{|%PDF|PK[\u0003\u0005])/;
const mailHeader = /^[A-Za-z][A-Za-z-]{0,60}:[ \t]/;

/** Whether a file that begins with these lines is a chat: text, neither markup nor a mail, in which messages begin near the top. A line or two that looks alike within something else is none. */
export function isChat(lines: readonly SourceLine[]): boolean {
  const texts = lines.map(({ text }) => text.slice(0, 200)).filter((text) => text.trim() !== '');
  const [first = '', second = ''] = texts;
  if (texts.length === 0 || markup.test(first) || !isText(texts) || (mailHeader.test(first) && mailHeader.test(second))) return false;
  const layout = layoutOf(texts);
  if (layout === null) return false;
  const opens = texts.map((text) => readOpening(text, layout) !== null);
  const at = opens.indexOf(true);
  return at < 5 || (at < headingLines && opens.filter(Boolean).length * 5 >= opens.length);
}

/** Packed or compiled bytes hold control characters all over; a text damaged here and there does not. */
function isText(lines: readonly string[]): boolean {
  const text = lines.slice(0, 20).join('');
  const controls = text.match(/[\u0000-\u0008\u000e-\u001f]/g)?.length ?? 0;
  return controls * 10 <= text.length;
}
