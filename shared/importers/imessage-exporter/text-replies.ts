import type { SourceLine } from '../bytes/lines';
import { readTimeLine, type TextBlock } from './text-blocks';

/** The line that ends a reply in its own place. */
export const replyMark = 'This message responded to an earlier message.';
const indent = '    ';
const longestReply = 200;
const mostEnds = 20;
const mostTried = 500;

/** What a reply says, whichever way it is indented: the same in its thread and in its own place. */
export function identityOf(at: string, sender: string, lines: readonly string[]): number {
  return hash(`${at}\n${sender}\n${lines.map((line) => line.trim()).filter((line) => line !== '').join('\n')}`);
}

/** The identity of a message that stands in its own place and says that it is a reply; null where it says no such thing. Its mark, with what follows, is not part of it. */
export function identityOfReply(block: TextBlock): { identity: number; mark: number } | null {
  for (let at = block.lines.length - 1; at >= 0 && at > block.lines.length - 6; at -= 1) {
    const text = block.lines[at]?.text ?? '';
    if (text === replyMark) return { identity: identityOf(block.at, block.sender, block.lines.slice(0, at).map((line) => line.text)), mark: at };
    if (text.trim() !== '') return null;
  }
  return null;
}

export interface ThreadReply { readonly first: number; readonly end: number; readonly identity: number }

/**
 * Replies that a message's block repeats, indented by four spaces: stretches of its lines. Only what stands word for word in its own place too is taken for one (`isReply`); `doubtful`:
 * lines that look like the head of a reply and are found nowhere else.
 */
export function repliesWithin(lines: readonly SourceLine[], isReply: (identity: number) => boolean): { replies: ThreadReply[]; doubtful: number[] } {
  const replies: ThreadReply[] = [];
  const doubtful: number[] = [];
  let tried = 0;
  for (let at = 0; at + 1 < lines.length; at += 1) {
    const head = lines[at]?.text ?? '';
    const sender = lines[at + 1]?.text ?? '';
    if (!head.startsWith(indent) || !sender.startsWith(indent) || sender.trim() === '') continue;
    const time = readTimeLine(head.slice(indent.length));
    if (time === null) continue;
    tried += 1;
    const found = tried > mostTried ? null : endOfReply(lines, at, time.at, sender.slice(indent.length), isReply);
    if (found === null) doubtful.push(at);
    else {
      replies.push({ first: at, ...found });
      at = found.end - 1;
    }
  }
  return { replies, doubtful };
}

/** A reply ends at an empty line; its own text may hold some, so each is tried. */
function endOfReply(lines: readonly SourceLine[], first: number, at: string, sender: string, isReply: (identity: number) => boolean): { end: number; identity: number } | null {
  const words: string[] = [];
  let ends = 0;
  for (let line = first + 2; line <= lines.length && line < first + longestReply && ends < mostEnds; line += 1) {
    const text = lines[line]?.text;
    if (text !== undefined && text.trim() !== '') {
      words.push(text);
      continue;
    }
    ends += 1;
    const identity = identityOf(at, sender, words);
    if (isReply(identity)) return { end: Math.min(line + 1, lines.length), identity };
  }
  return null;
}

/** 53 bits of a text (cyrb53, public domain): enough to tell messages of one file apart that also agree in time and sender. */
function hash(text: string): number {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
}
