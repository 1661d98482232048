import { readAddresses } from './addresses';
import { clipped } from '../bytes/clipped';
import { decodeWords } from './encoded-words';
import type { Findings } from './findings';
import type { HeaderField } from './headers';
import { mailLimits } from './limits';
import { minutesBetween, namesWrongWeekday, readMailDate } from './mail-dates';
import type { MailAddress, MailHeader, MailPlace, TimeClaim } from '../../model/mail-facts';
import type { MailPart } from './parts';
import { readClaims, readMessageIds } from './received';

export type MailHead = Pick<MailPart, 'headers' | 'from' | 'sender' | 'to' | 'cc' | 'bcc' | 'replyTo' | 'subject' | 'date' | 'claims' | 'messageId' | 'inReplyTo' | 'references'>;

/** Of these a mail has one at most (RFC 5322 section 3.6); where there are more, readers differ on which they show. The first counts here. */
const once = ['from', 'sender', 'reply-to', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'in-reply-to', 'references', 'content-type', 'content-transfer-encoding'];
/** A mail waits a little between its writer and the first server; beyond this it is worth saying. */
const farMinutes = 60;
const backwardsMinutes = 5;

/** What the headers say, and what is odd about it. `placeOf`: where a field lies in the file. */
export function readHead(fields: readonly HeaderField[], placeOf: (field: HeaderField) => MailPlace, findings: Findings): MailHead {
  const headers = fields.map((field) => headerOf(field, placeOf(field), findings));
  for (const key of once) if (fields.filter((field) => field.key === key).length > 1) findings.add('header-twice', key);
  const addresses = (key: string): MailAddress[] => {
    const all: MailAddress[] = [];
    for (const field of fields) {
      if (field.key !== key) continue;
      const { addresses: found, isBroken, isCut } = readAddresses(field.body);
      if (isBroken) findings.add('word-not-understood', key);
      if (isCut || all.length + found.length > mailLimits.addresses) findings.add('list-cut', key);
      all.push(...found.slice(0, mailLimits.addresses - all.length));
    }
    return all;
  };
  const value = (key: string): string => headers[fields.findIndex((field) => field.key === key)]?.value ?? '';
  const [from, sender, replyTo] = [addresses('from'), addresses('sender'), addresses('reply-to')];
  if (from.length === 0) findings.add('from-missing');
  tellOthers(from, sender, 'sender-differs', findings);
  tellOthers(from, replyTo, 'reply-to-differs', findings);
  const { claims, unread } = readClaims(fields);
  if (unread > 0) findings.add('received-not-understood', String(unread));
  return {
    headers, from, sender, to: addresses('to'), cc: addresses('cc'), bcc: addresses('bcc'), replyTo, subject: clipped(value('subject'), 100_000), date: dateOf(fields, claims, findings), claims,
    messageId: readMessageIds(bodyOf(fields, 'message-id'), 1)[0] ?? '', inReplyTo: readMessageIds(bodyOf(fields, 'in-reply-to'), 1000), references: readMessageIds(bodyOf(fields, 'references'), mailLimits.references),
  };
}

function bodyOf(fields: readonly HeaderField[], key: string): string {
  return fields.find((field) => field.key === key)?.body ?? '';
}

function headerOf(field: HeaderField, place: MailPlace, findings: Findings): MailHeader {
  if (field.name === '') findings.add('header-not-understood');
  if (field.rawIs === 'bytes') findings.add('header-not-ascii', field.key);
  const { text, isBroken } = decodeWords(field.body);
  if (isBroken) findings.add('word-not-understood', field.key);
  return { name: clipped(field.name, 1000), value: clipped(text.replaceAll('\0', '\ufffd'), 1_100_000), raw: field.raw, rawIs: field.rawIs, place };
}

function tellOthers(from: readonly MailAddress[], others: readonly MailAddress[], code: 'sender-differs' | 'reply-to-differs', findings: Findings): void {
  const own = new Set(from.map(({ address }) => address.toLowerCase()));
  for (const { address } of others.slice(0, 10)) if (address !== '' && from.length > 0 && !own.has(address.toLowerCase())) findings.add(code, address);
}

function dateOf(fields: readonly HeaderField[], claims: readonly TimeClaim[], findings: Findings): MailHead['date'] {
  const written = fields.find(({ key }) => key === 'date')?.body;
  if (written === undefined || written.trim() === '') {
    findings.add('date-missing');
    return null;
  }
  const date = readMailDate(written);
  if (date === null) {
    findings.add('date-not-understood', written);
    return { at: '', offsetMinutes: null, basis: 'as-written', atAsWritten: clipped(written, 300), utc: '' };
  }
  if (date.utc === '') findings.add('date-without-zone');
  if (namesWrongWeekday(date)) findings.add('date-weekday-wrong', date.atAsWritten);
  tellDistance(date, claims, findings);
  return date;
}

/** Tells where Date is far from what the first server wrote, and where one server's time is before that of the server before it. */
export function tellDistance(date: NonNullable<MailHead['date']>, claims: readonly TimeClaim[], findings: Findings): void {
  const servers = claims.filter(({ whose, time }) => whose === 'server' && time.utc !== '');
  const first = servers.at(-1);
  const distance = first === undefined ? null : minutesBetween(date, first.time);
  if (distance !== null && Math.abs(distance) > farMinutes) findings.add('date-far-from-first-received', String(distance));
  for (const [index, later] of servers.entries()) {
    const earlier = servers[index + 1];
    const minutes = earlier === undefined ? null : minutesBetween(later.time, earlier.time);
    if (minutes !== null && minutes < -backwardsMinutes) findings.add('received-out-of-order', `${later.by} ${minutes}`);
  }
}

/** A word by which `MailHead.headers` are looked up: the decoded value of the first header of that name in lower case; '' where there is none. */
export function headerValue(headers: readonly MailHeader[], key: string): string {
  return headers.find(({ name }) => name.toLowerCase() === key)?.value ?? '';
}
