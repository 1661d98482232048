import { bytesAsCharacters } from '../../bytes/byte-text';
import { readMailDate } from '../mail-dates';
import type { MailTime } from '../../../model/mail-facts';

/** The line before a message in an mbox (RFC 4155; "From_ line"). */
export interface FromLine {
  /** As it stands, without the line end. */
  readonly text: string;
  /** When the message came into the mailbox, as the program that keeps it wrote; null where that is no date (Eudora's `From ???@???` has one all the same). */
  readonly time: MailTime | null;
  /** No text would hold this by chance: Google Takeout's `…@xxx`, Thunderbird's `From - `, Eudora's `From ???@???`. It counts without an empty line before it. */
  readonly isUnmistakable: boolean;
  /** `From ` and nothing else, as Thunderbird writes it since 2024 (MboxMsgOutputStream.cpp). */
  readonly isBare: boolean;
}

/** Longer than any that a program writes. */
export const longestFromLine = 500;

const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun),?$/i;

/** A line, without its end, as a From_ line: `From `, whoever sent it, and a date of asctime or of a mail. Null where it is none. */
export function readFromLine(line: Uint8Array): FromLine | null {
  if (line.length > longestFromLine) return null;
  const text = bytesAsCharacters(line);
  if (!text.startsWith('From ')) return null;
  if (text.trim() === 'From') return { text, time: null, isUnmistakable: false, isBare: true };
  const words = text.split(/[ \t]+/);
  const at = words.findIndex((word, index) => index > 0 && weekday.test(word));
  // Some write the date without the day's name.
  const dateFrom = at > 0 ? at : words.findIndex((word, index) => index > 1 && /^\d{1,2}$/.test(word));
  if (dateFrom < 0) return null;
  const time = readMailDate(words.slice(dateFrom).join(' '));
  if (time === null) return null;
  return { text, time, isUnmistakable: /^From (?:\d{5,25}@xxx|-|\?\?\?@\?\?\?) /.test(text), isBare: false };
}
