import { clipped } from '../bytes/clipped';
import { instantTime, type MessageTime } from '../conversations/message-times';

/** Attributes of one element, long values put back. */
export type Fields = ReadonlyMap<string, string>;

/** '' also where the phone's database had nothing, which the program writes as `null`. Not for words: somebody may have written `null`. */
export function fieldOf(fields: Fields, name: string): string {
  const value = (fields.get(name) ?? '').trim();
  return value === 'null' ? '' : value;
}

/** The name the phone book had for a number; '' where it had none. Several, of a group, are joined by `, `. */
export function contactNameOf(fields: Fields): string {
  const name = fieldOf(fields, 'contact_name');
  return name === '(Unknown)' ? '' : clipped(name, 300);
}

/** The SIM card it went over, as the phone numbers them: `sub_id` (messages), `subscription_id` (calls), else `sim_slot`. Phones with one say nothing, or -1. */
export function lineOf(fields: Fields): { line?: string } {
  const line = ['sub_id', 'subscription_id', 'sim_slot'].map((name) => fieldOf(fields, name)).find((value) => value !== '' && value !== '-1');
  return line === undefined ? {} : { line: clipped(line, 100) };
}

/** Milliseconds since 1970 of the 3 March 1973, as a number of digits: what is shorter counts seconds, which some phones give for MMS. */
const millisecondDigits = 12;

/**
 * `date`: when the phone received it, or sent it (or last changed a draft), in milliseconds since 1970. `date_sent`, where it is there and not 0: when it was sent, by the network's clock, in
 * milliseconds or seconds; it goes into what is written and decides nothing. `readable_date` is the same in the words and the zone of the phone that made the copy, and is not read.
 */
export function timeOf(fields: Fields): MessageTime {
  const written = fieldOf(fields, 'date');
  const sent = fieldOf(fields, 'date_sent');
  const atAsWritten = sent === '' || /^0+$/.test(sent) ? written : `${written}, date_sent ${sent}`;
  // 0 is what a phone writes that does not know.
  const isTime = /^[1-9]\d{0,15}$/.test(written);
  return instantTime(isTime ? Number(written) * (written.length < millisecondDigits ? 1000 : 1) : null, atAsWritten);
}

/** Pieces of at most `most` characters, none of them half a character at its end. At least one. */
export function piecesOf(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    let end = Math.min(at + most, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}
