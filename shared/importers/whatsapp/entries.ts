import { readLines, type SourceLine } from '../bytes/lines';
import type { Head } from './head';
import { layoutOf, looksLikeOpening, readOpening, type Layout } from './layout';

/** One stretch of the source: a message with the lines that go on from it, or lines that could not be read. Every byte is in exactly one. */
export interface Entry {
  /** null: not understood. */
  readonly head: Head | null;
  readonly written: string;
  /** The beginning of the first line up to `rest`, as it stands. */
  readonly lead: string;
  /** What follows the head, all lines, joined by line feeds. */
  readonly rest: string;
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

/** Lines looked at to tell the layout. */
const tellingLines = 400;
/** As long as a neutral record's text may be, with room for what is taken off. What goes beyond becomes a record of its own. */
const longestText = 900_000;

interface Growing {
  head: Head | null;
  written: string;
  lead: string;
  rest: string[];
  size: number;
  line: number;
  offset: number;
  length: number;
}

/** Cuts a WhatsApp text into entries, in order, a batch at a time. Yields `layout` null when no line begins a message. */
export async function* readEntries(source: AsyncIterable<Uint8Array>): AsyncGenerator<{ layout: Layout | null; entries: Entry[] }> {
  let layout: Layout | null = null;
  let isTold = false;
  let waiting: SourceLine[] = [];
  let growing: Growing | null = null;
  let wasCut = false;

  const finish = (entries: Entry[]): void => {
    if (growing) entries.push({ head: growing.head, written: growing.written, lead: growing.lead, rest: growing.rest.join(''), line: growing.line, offset: growing.offset, length: growing.length });
    growing = null;
  };
  const begin = (line: SourceLine, head: Head | null, written: string, rest: string): void => {
    growing = { head, written, lead: line.text.slice(0, line.text.length - rest.length), rest: [rest], size: rest.length, line: line.number, offset: line.offset, length: line.length };
  };
  const take = (lines: readonly SourceLine[]): Entry[] => {
    const entries: Entry[] = [];
    for (const line of lines) {
      const goesOn = wasCut;
      wasCut = line.isCut;
      const opening = goesOn || layout === null ? null : readOpening(line.text, layout);
      if (opening) {
        finish(entries);
        begin(line, opening.head, opening.written, opening.rest);
      } else if (!goesOn && layout !== null && looksLikeOpening(line.text, layout)) {
        finish(entries);
        begin(line, null, '', line.text);
      } else if (growing === null) {
        begin(line, null, '', line.text);
      } else if (growing.size + line.text.length > longestText) {
        finish(entries);
        begin(line, null, '', line.text);
      } else {
        growing.rest.push(goesOn ? line.text : `\n${line.text}`);
        growing.size += line.text.length + 1;
        growing.length += line.length;
      }
    }
    return entries;
  };
  const tell = (): Entry[] => {
    isTold = true;
    layout = layoutOf(waiting.map((line) => line.text.slice(0, 200)));
    const entries = take(waiting);
    waiting = [];
    return entries;
  };

  for await (const lines of readLines(source)) {
    if (isTold) {
      const entries = take(lines);
      if (entries.length > 0) yield { layout, entries };
      continue;
    }
    waiting = waiting.concat(lines);
    if (waiting.length < tellingLines) continue;
    const entries = tell();
    yield { layout, entries };
  }
  const last = isTold ? [] : tell();
  finish(last);
  yield { layout, entries: last };
}
