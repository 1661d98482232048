import type { Id } from '../../../../shared/model/identity';
import { handlesOf, personOf } from '../../../../shared/model/person';
import type { SearchHit } from '../../../../shared/model/search';
import { sameHandle } from '../../../../shared/text/phone-number';
import type { SqlValue } from '../../store/store';
import { listPeople } from '../people/people';
import type { Queries } from '../rows';
import { countedAtLeast, hasPeriod, pageOf, periodOf, type Asked, type Found } from './asked';
import { writtenIn } from './search-query';
import { snippetOf } from './snippet';

type MailRow = { id: string; subject: string; names: string; text: string; day: string };

/** By the sender's own clock; of a mail without a time of its own the first that a server or mailbox noted. */
const dayOfMail = `substr(coalesce(nullif(mail.at, ''), mail.sort_utc), 1, 10)`;

/** Mails: the one that came in last first. */
export function findMails(from: Queries, asked: Asked, offset: number, limit: number): Found {
  const counted = Math.max(countedAtLeast, offset + limit);
  const { total, more, chosen } = pageOf(numbersOf(from, asked, counted + 1), counted, offset, limit);
  return { total, more, hits: hitsAt(from, chosen, asked.text) };
}

function numbersOf(from: Queries, { looking, filter }: Asked, most: number): number[] {
  const written = writtenIn(['subject', 'names', 'text'], looking);
  const parameters: SqlValue[] = [looking.match, ...written.parameters];
  let fits = `ready = 1`;
  if (hasPeriod(filter)) {
    fits += ` AND ${dayOfMail} BETWEEN ? AND ?`;
    parameters.push(...periodOf(filter));
  }
  if (filter.hasFile) fits += ` AND attachment_count > 0`;
  if (filter.personId !== null) {
    // By the addresses she gave for somebody: a name in a mail is what the sender chose to write.
    fits += ` AND number IN (SELECT mail_address.mail FROM json_each(?) AS handle JOIN mail_address ON address = handle.value)`;
    parameters.push(JSON.stringify(addressesOf(from, filter.personId)));
  }
  return from.all<{ docid: number }>(
    `SELECT docid FROM mail_index WHERE mail_index MATCH ?${written.sql} AND EXISTS (SELECT 1 FROM mail WHERE number = docid AND ${fits}) ORDER BY docid DESC LIMIT ?`, [...parameters, most]).map(({ docid }) => docid);
}

/** What she gave for somebody under any of their entries; an address that was erased with its person finds nothing. */
function addressesOf(from: Queries, personId: Id): string[] {
  const person = personOf(listPeople(from), personId);
  return person === undefined ? [] : handlesOf(person).map(sameHandle);
}

function hitsAt(from: Queries, numbers: readonly number[], text: string): SearchHit[] {
  if (numbers.length === 0) return [];
  const rows = from.all<MailRow>(`SELECT id, subject, names, text, ${dayOfMail} AS day FROM mail WHERE number IN (SELECT value FROM json_each(?)) ORDER BY number DESC`, [JSON.stringify(numbers)]);
  return rows.map((row) => ({
    subject: 'mail', id: row.id, conversationId: null, ordinal: null, page: null, caseKind: null, isMachineRead: false, title: row.subject, day: row.day, ...snippetOf([row.text, row.names].join('\n'), text),
  }));
}
