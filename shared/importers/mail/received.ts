import { clipped } from '../bytes/clipped';
import { readMailDate } from './mail-dates';
import { withoutComments } from './parameters';
import type { HeaderField } from './headers';
import type { TimeClaim } from '../../model/mail-facts';

/**
 * The times that servers and others wrote into the headers, in their order: of Received (RFC 5321 section 4.4) the last server's first. `unread`: how many Received headers have no date that can be read.
 */
export function readClaims(fields: readonly HeaderField[]): { claims: TimeClaim[]; unread: number } {
  const claims: TimeClaim[] = [];
  let unread = 0;
  for (const [index, { key, body }] of fields.entries()) {
    if (claims.length >= 1000) break;
    if (key === 'received' || key === 'x-received') {
      const time = readMailDate(body.slice(body.lastIndexOf(';') + 1));
      if (time === null || !body.includes(';')) {
        unread += 1;
        continue;
      }
      claims.push({ whose: 'server', ...namesIn(body.slice(0, body.lastIndexOf(';'))), header: index, time });
    } else if (key === 'resent-date' || key === 'delivery-date') {
      const time = readMailDate(body);
      if (time !== null) claims.push({ whose: key === 'resent-date' ? 'resender' : 'mailbox', by: '', from: '', header: index, time });
    }
  }
  return { claims, unread };
}

/** The words after `by`, up to the next clause, and all of the `from` clause with its comment: the comment holds the address that the server itself saw. */
function namesIn(clauses: string): { by: string; from: string } {
  const plain = withoutComments(clipped(clauses, 10_000));
  const by = /(?:^|\s)by\s+(\S{1,500})/i.exec(plain)?.[1] ?? '';
  const start = /^\s*from\s/i.exec(clauses)?.[0].length ?? -1;
  if (start < 0) return { by: clipped(by, 500), from: '' };
  const end = clauses.search(/\sby\s/i);
  return { by: clipped(by, 500), from: clipped(clauses.slice(start, end < start ? undefined : end).trim(), 1000) };
}

/** Message-ids between angle brackets, in order, each once (RFC 5322 section 3.6.4); words without brackets where there are none at all. */
export function readMessageIds(body: string, most: number): string[] {
  const text = clipped(body, 500_000);
  const ids = new Set<string>();
  for (let at = text.indexOf('<'); at >= 0 && ids.size < most; ) {
    const end = text.indexOf('>', at);
    if (end < 0) break;
    const id = text.slice(text.lastIndexOf('<', end) + 1, end).replace(/\s/g, '');
    if (id !== '' && id.length <= 2000) ids.add(id);
    at = text.indexOf('<', end);
  }
  if (ids.size === 0) for (const word of text.split(/\s+/).slice(0, most)) if (word.includes('@') && word.length <= 2000) ids.add(word.replace(/[<>]/g, ''));
  return [...ids];
}
