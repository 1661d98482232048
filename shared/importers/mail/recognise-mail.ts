import { readHeaders, type HeaderField } from './headers';
import { readMailDate } from './mail-dates';

/** Written by mail programs and servers, hardly by people. */
const strong = new Set(['message-id', 'received', 'mime-version', 'return-path', 'delivered-to', 'x-mailer', 'x-received', 'dkim-signature', 'x-originating-ip', 'x-unsent']);
const weak = new Set(['from', 'to', 'cc', 'date', 'subject', 'sender', 'reply-to', 'in-reply-to', 'references', 'content-type']);

/** Where the message begins: after a byte order mark and empty lines. */
export function messageStart(head: Uint8Array): number {
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (at < 1000 && (head[at] === 0x0a || head[at] === 0x0d)) at += 1;
  return at;
}

/**
 * Whether these bytes begin with the headers of a mail: what a server or mail program writes, and something of what every mail has. A web page that a browser saved in the form of a mail (MHTML) is none.
 */
export function beginsLikeMail(head: Uint8Array, start: number): boolean {
  const { fields } = readHeaders(head, start, Math.min(head.length, start + 128 * 1024));
  const names = new Set(fields.map(({ key }) => key));
  if (fields[0] === undefined || fields[0].name === '' || names.has('snapshot-content-location') || isSavedPage(fields)) return false;
  const known = [...names].filter((name) => weak.has(name)).length;
  const date = fields.find(({ key }) => key === 'date');
  return [...names].some((name) => strong.has(name)) ? known > 0 : names.has('from') && date !== undefined && readMailDate(date.body) !== null;
}

function isSavedPage(fields: readonly HeaderField[]): boolean {
  return fields.some(({ key, body }) => key === 'from' && /^["<]?Saved by /i.test(body));
}
