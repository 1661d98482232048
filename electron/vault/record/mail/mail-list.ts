import type { MailFilter, MailThread } from '../../../../shared/model/mail';
import type { SqlValue } from '../../store/store';
import { countOf, type Queries } from '../rows';
import { likePattern, lookFor, writtenIn } from '../search/search-query';
import { timeOf } from './mail';

const namesShown = 5;

type ThreadRow = { thread: number; mails: number; attachments: number; tracking: number; findings: number };
type FirstRow = { id: string; subject: string };
type TimeRow = { at: string | null; offset_minutes: number | null; basis: number | null; at_as_written: string; utc: string };

/** Threads in which a mail fits, the one with the newest fitting mail first. Figures are of the whole thread. */
export function listMailThreads(from: Queries, filter: MailFilter, offset: number, limit: number): { total: number; threads: MailThread[] } {
  const { where, parameters } = conditionOf(filter);
  const fitting = `SELECT mail_thread.thread AS thread, max(mail.sort_utc) AS newest FROM mail_thread JOIN mail ON mail.number = mail_thread.mail${where} GROUP BY mail_thread.thread`;
  const threads = from.all<{ thread: number }>(`${fitting} ORDER BY newest DESC, thread DESC LIMIT ? OFFSET ?`, [...parameters, limit, offset]);
  return { total: countOf(from, `(${fitting})`, parameters), threads: threads.map(({ thread }) => exchangeFigures(from, thread)) };
}

export function mailCounts(from: Queries): { mailCount: number; locationCount: number } {
  return { mailCount: countOf(from, `mail_thread`), locationCount: countOf(from, `location_claim WHERE ready = 1`) };
}

/** A thread by its number. */
export function exchangeFigures(from: Queries, thread: number): MailThread {
  const of = `mail_thread JOIN mail ON mail.number = mail_thread.mail WHERE mail_thread.thread = ?`;
  const [figures] = from.all<ThreadRow>(`SELECT mail_thread.thread AS thread, count(*) AS mails, sum(attachment_count) AS attachments, sum(tracking_count) AS tracking, sum(finding_count > 0) AS findings FROM ${of}`, [thread]);
  const [first] = from.all<FirstRow>(`SELECT id, subject FROM ${of} ORDER BY position LIMIT 1`, [thread]);
  const [last] = from.all<TimeRow>(`SELECT at, offset_minutes, basis, at_as_written, utc FROM ${of} ORDER BY coalesce(at, '') = '', sort_utc DESC, number DESC LIMIT 1`, [thread]);
  const names = from.all<{ name: string }>(
    `SELECT CASE mail_address.name WHEN '' THEN written ELSE mail_address.name END AS name, min(position_in) AS place FROM
       (SELECT mail_thread.mail AS mail, mail_thread.position AS position_in FROM mail_thread WHERE thread = ?) JOIN mail_address USING (mail) WHERE role = 'from' GROUP BY 1 ORDER BY place LIMIT ${namesShown}`, [thread]);
  return {
    id: first?.id ?? '', subject: first?.subject ?? '', names: names.map(({ name }) => name),
    mailCount: figures?.mails ?? 0, attachmentCount: figures?.attachments ?? 0, trackingCount: figures?.tracking ?? 0, findingCount: figures?.findings ?? 0,
    lastDate: last === undefined ? null : timeOf(last),
  };
}

function conditionOf({ text, who, fromDay, untilDay, hasAttachment, looksTracked }: MailFilter): { where: string; parameters: SqlValue[] } {
  const all: string[] = [];
  const parameters: SqlValue[] = [];
  const must = (condition: string, ...values: SqlValue[]): void => {
    all.push(condition);
    parameters.push(...values);
  };
  const looking = text.trim() === '' ? null : lookFor(text);
  if (looking !== null) {
    const written = writtenIn(['mail.subject', 'mail.names', 'mail.text'], looking);
    must(`mail.number IN (SELECT docid FROM mail_index WHERE mail_index MATCH ?)${written.sql}`, looking.match, ...written.parameters);
  }
  if (text.trim() !== '' && looking === null) must(`0`);
  if (who.trim() !== '') must(`EXISTS (SELECT 1 FROM mail_address WHERE mail_address.mail = mail.number AND (address LIKE ? ESCAPE '\\' OR name LIKE ? ESCAPE '\\'))`, likePattern(who.toLowerCase()), likePattern(who));
  // The day by the sender's own clock; a mail without one is in every period.
  if (fromDay !== '') must(`(coalesce(mail.at, '') = '' OR substr(mail.at, 1, 10) >= ?)`, fromDay);
  if (untilDay !== '') must(`(coalesce(mail.at, '') = '' OR substr(mail.at, 1, 10) <= ?)`, untilDay);
  if (hasAttachment) must(`mail.attachment_count > 0`);
  if (looksTracked) must(`mail.tracking_count > 0`);
  return { where: all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`, parameters };
}
