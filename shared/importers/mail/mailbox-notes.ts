import { clipped } from '../bytes/clipped';
import type { Findings } from './findings';
import { headerValue } from './message-head';
import type { MailHeader } from '../../model/mail-facts';
import type { MailPart } from './parts';

/** nsMsgMessageFlags.idl of Thunderbird. */
const thunderbirdFlags: readonly (readonly [number, string])[] = [[0x0001, 'read'], [0x0002, 'answered'], [0x0004, 'flagged'], [0x0008, 'deleted'], [0x1000, 'forwarded']];
const statusFlags: Readonly<Record<string, string>> = { R: 'read', A: 'answered', F: 'flagged', D: 'deleted', T: 'draft' };

/**
 * What the program that kept the mail wrote into its headers: Gmail (Takeout: X-GM-THRID, X-Gmail-Labels, comma-separated with quotes), Thunderbird (X-Mozilla-Status, -Keys), mail programs of Unix (Status, X-Status), drafts. A mail marked
 * deleted in Thunderbird stays in the file until the folder is compacted.
 */
export function readMailboxNotes(headers: readonly MailHeader[], findings: Findings): MailPart['mailbox'] {
  const flags = new Set<string>();
  const mozilla = Number.parseInt(headerValue(headers, 'x-mozilla-status').slice(0, 8), 16);
  for (const [bit, flag] of thunderbirdFlags) if ((mozilla & bit) !== 0) flags.add(flag);
  for (const letter of `${headerValue(headers, 'status')}${headerValue(headers, 'x-status')}`.slice(0, 20)) {
    const flag = statusFlags[letter];
    if (flag !== undefined) flags.add(flag);
  }
  for (const tag of headerValue(headers, 'x-mozilla-keys').split(/\s+/).slice(0, 20)) if (tag !== '') flags.add(`tag:${clipped(tag, 50)}`);
  if (headerValue(headers, 'x-unsent').trim() === '1' || headers.some(({ name }) => name.toLowerCase() === 'x-mozilla-draft-info')) flags.add('draft');
  const labels = csvWords(headerValue(headers, 'x-gmail-labels'));
  if (flags.has('deleted')) findings.add('deleted-in-mailbox');
  if (flags.has('draft') || labels.includes('Drafts')) findings.add('draft');
  return { thread: clipped(headerValue(headers, 'x-gm-thrid'), 300), labels, flags: [...flags].slice(0, 40) };
}

function csvWords(text: string): string[] {
  const words: string[] = [];
  let [word, isQuoted] = ['', false];
  for (const character of text.slice(0, 100_000)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === ',' && !isQuoted) {
      words.push(word);
      word = '';
    } else word += character;
  }
  words.push(word);
  return words.map((one) => clipped(one.trim(), 500)).filter((one) => one !== '').slice(0, 500);
}
