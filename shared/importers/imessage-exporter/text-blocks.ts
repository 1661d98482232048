import { readEnglishClock } from '../conversations/english-clock';
import { readLines, type SourceLine } from '../bytes/lines';

/**
 * A stretch of a text export that one head begins: a message, an announcement of the program, or (`stray`) lines before any head. Every line of the file is in exactly one.
 * `number`: which head of the file it is, counted from 0; -1 for what has no time.
 */
export interface TextBlock {
  readonly kind: 'message' | 'announcement' | 'stray';
  readonly number: number;
  readonly at: string;
  /** The head's time with what stands in brackets behind it. */
  readonly written: string;
  readonly sender: string;
  /** Behind the head; of an announcement its words. */
  readonly lines: SourceLine[];
  readonly line: number;
  readonly offset: number;
  readonly length: number;
}

const receipt = /^ \(Read by [^\n]{1,200} after [\w ,]{1,80}\)$/;
const announced = / (?:(?:re)?named the conversation(?: .*)?|added .+ to the conversation\.|removed .+ from the conversation\.|left the conversation\.|(?:changed|removed) the (?:group photo|chat background)\.|kept an audio message\.|unsent a message[!.]|performed unknown action -?\d+|changed their phone number\.)$/s;
/** What the exporter writes in place of an announcement that it does not know. */
const unformatted = 'Unable to format announcement!';
const longestLine = 600;
const longestText = 900_000;

/** The time that a line is, alone or with what the exporter says of its reading; null where it is none. Apple's clock begins in 2001. */
export function readTimeLine(text: string): { at: string; rest: string } | null {
  if (text.length > longestLine) return null;
  const clock = readEnglishClock(text);
  if (clock === null || Number(clock.at.slice(0, 4)) < 2001) return null;
  const rest = text.slice(clock.length);
  return rest === '' || receipt.test(rest) ? { at: clock.at, rest } : null;
}

/** An announcement of the program: a time and what happened; null where a line is none. */
export function readAnnouncementLine(text: string): { at: string; words: string } | null {
  if (text.length > longestLine) return null;
  const clock = readEnglishClock(text);
  return clock !== null && announced.test(text.slice(clock.length)) ? { at: clock.at, words: text.slice(clock.length + 1) } : null;
}

interface Growing { kind: TextBlock['kind']; number: number; at: string; written: string; sender: string; lines: SourceLine[]; size: number; line: number; offset: number; length: number }

/**
 * Cuts the text that imessage-exporter writes (imessage-exporter/src/exporters/txt.rs; txt/templates/message.txt from version 4) at its heads: after an empty line, a line that is a time
 * and nothing else, then a line that names somebody. `isRefused`: heads that are none, by their number; they stay in the text they stand in.
 */
export async function* readBlocks(source: AsyncIterable<Uint8Array>, isRefused: (number: number) => boolean): AsyncGenerator<TextBlock[]> {
  let growing: Growing | null = null;
  let isAfterBlank = true;
  let waiting: { line: SourceLine; at: string } | null = null;
  let number = 0;
  let blocks: TextBlock[] = [];
  const finish = (): void => {
    if (growing !== null) blocks.push(growing);
    growing = null;
  };
  const begin = (first: SourceLine, kind: TextBlock['kind'], head: { at: string; written: string; sender: string }, headNumber: number): Growing => {
    finish();
    growing = { kind, number: headNumber, ...head, lines: [], size: 0, line: first.number, offset: first.offset, length: first.length };
    return growing;
  };
  const goOn = (line: SourceLine): void => {
    if (growing === null || growing.size + line.text.length > longestText) begin(line, 'stray', { at: '', written: '', sender: '' }, -1).length = 0;
    const block = growing as Growing | null;
    block?.lines.push(line);
    if (block !== null) {
      block.size += line.text.length + 1;
      block.length += line.length;
    }
  };
  let isCut = false;
  const take = (line: SourceLine): void => {
    const goesOn = isCut;
    isCut = line.isCut;
    if (waiting !== null) {
      const { line: first, at } = waiting;
      waiting = null;
      if (line.text.trim() !== '' && line.text.length <= 300 && !line.isCut && readTimeLine(line.text) === null) {
        if (isRefused(number)) {
          goOn(first);
          goOn(line);
        } else begin(first, 'message', { at, written: first.text, sender: line.text }, number).length += line.length;
        number += 1;
        isAfterBlank = false;
        return;
      }
      goOn(first);
      isAfterBlank = false;
    }
    const isFirst = isAfterBlank && !goesOn;
    const time = isFirst && !line.isCut ? readTimeLine(line.text) : null;
    isAfterBlank = line.text === '';
    if (time !== null) {
      waiting = { line, at: time.at };
      return;
    }
    if (isFirst && line.text === unformatted) {
      begin(line, 'announcement', { at: '', written: '', sender: '' }, -1).lines.push(line);
      return;
    }
    const announcement = isFirst && !line.isCut ? readAnnouncementLine(line.text) : null;
    if (announcement === null) {
      goOn(line);
      return;
    }
    if (isRefused(number)) goOn(line);
    else begin(line, 'announcement', { at: announcement.at, written: line.text.slice(0, line.text.length - announcement.words.length - 1), sender: '' }, number).lines.push({ ...line, text: announcement.words });
    number += 1;
  };
  for await (const lines of readLines(source)) {
    for (const line of lines) take(line);
    if (blocks.length > 0) {
      yield blocks;
      blocks = [];
    }
  }
  const left = waiting as { line: SourceLine } | null;
  if (left !== null) goOn(left.line);
  finish();
  if (blocks.length > 0) yield blocks;
}
