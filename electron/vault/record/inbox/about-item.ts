import { Dated } from '../../../../shared/model/dated';
import type { Id, UtcInstant } from '../../../../shared/model/identity';
import type { InboxItem, InboxKind } from '../../../../shared/model/inbox';
import { linkedIncidents } from '../incidents/evidence-threads';
import { timeOf } from '../mail/mail';
import { exchangeFigures } from '../mail/mail-list';
import { fromJson, oneRow, type Queries } from '../rows';

type Told = Pick<InboxItem, 'title' | 'about' | 'linkedIncidentIds'>;
type DocumentAbout = { title: string; original_name: string; form: string; media_type: string; size_bytes: number; happened: string; path: string };
type ConversationAbout = { title: string; message_count: number; first_at: string; last_at: string };
type HistoryAbout = { days: number; first_day: string; last_day: string; visits: number; journeys: number; positions: number };
type TimeRow = Parameters<typeof timeOf>[0];

/** What an item is and what rests on it. Refuses `not-found`. */
export function aboutOf(from: Queries, kind: InboxKind, id: Id, decidedUtc: UtcInstant | null): Told {
  switch (kind) {
    case 'document': return aboutDocument(from, id);
    case 'conversation': return aboutConversation(from, id);
    case 'mail-thread': return aboutExchange(from, id, decidedUtc);
    case 'location-history': return aboutHistory(from, id);
  }
}

function aboutDocument(from: Queries, id: Id): Told {
  const row = oneRow<DocumentAbout>(
    from, `SELECT title, original_name, form, media_type, size_bytes, happened, coalesce(path, '') AS path FROM document LEFT JOIN document_within ON document_id = document.id WHERE document.id = ?`, [id]);
  const form = row.form as Extract<InboxItem['about'], { kind: 'document' }>['form'];
  return {
    title: row.title || row.original_name, about: { kind: 'document', form, mediaType: row.media_type, sizeBytes: row.size_bytes, happened: fromJson(Dated, row.happened), path: row.path }, linkedIncidentIds: linkedIncidents(from, 'document', id),
  };
}

/** Entries that rest on it are those that rest on messages marked in it. */
function aboutConversation(from: Queries, id: Id): Told {
  const row = oneRow<ConversationAbout>(from, `SELECT title, message_count, first_at, last_at FROM conversation WHERE id = ?`, [id]);
  const linked = from.all<{ incident_id: Id }>(
    `SELECT DISTINCT incident_id FROM excerpt JOIN incident_link ON target_kind = 'excerpt' AND target_id = excerpt.id WHERE conversation_id = ? ORDER BY linked_utc`, [id]);
  return { title: row.title, about: { kind: 'conversation', messageCount: row.message_count, firstAt: row.first_at, lastAt: row.last_at }, linkedIncidentIds: linked.map((each) => each.incident_id) };
}

function aboutExchange(from: Queries, id: Id, decidedUtc: UtcInstant | null): Told {
  const { thread } = oneRow<{ thread: number }>(from, `SELECT thread FROM mail_thread JOIN mail ON mail.number = mail_thread.mail WHERE mail.id = ?`, [id]);
  const { id: firstId, subject, names, mailCount, attachmentCount, lastDate } = exchangeFigures(from, thread);
  const [first] = from.all<TimeRow>(`SELECT at, offset_minutes, basis, at_as_written, utc FROM mail_thread JOIN mail ON mail.number = mail_thread.mail WHERE thread = ? ORDER BY sort_utc, number LIMIT 1`, [thread]);
  const fresh = decidedUtc === null ? [] : from.all<{ id: Id }>(
    `SELECT mail.id FROM mail_thread JOIN mail ON mail.number = mail_thread.mail JOIN import ON import.id = mail.import_id WHERE thread = ? AND imported_utc > ? ORDER BY position`, [thread, decidedUtc]);
  const linked = from.all<{ incident_id: Id }>(
    `SELECT incident_id, min(linked_utc) AS since FROM mail_thread JOIN mail ON mail.number = mail_thread.mail JOIN incident_link ON target_kind = 'mail' AND target_id = mail.id WHERE thread = ? GROUP BY incident_id ORDER BY since`, [thread]);
  return {
    title: subject, linkedIncidentIds: linked.map((each) => each.incident_id),
    about: { kind: 'mail-thread', names, mailCount, attachmentCount, firstDate: first === undefined ? null : timeOf(first), lastDate, newCount: fresh.length, showMailId: fresh[0]?.id ?? firstId },
  };
}

/** Nothing rests on positions. */
function aboutHistory(from: Queries, id: Id): Told {
  const { name } = oneRow<{ name: string }>(from, `SELECT name FROM import WHERE id = ? AND ready = 1`, [id]);
  const row = oneRow<HistoryAbout>(
    from,
    `SELECT count(DISTINCT nullif(day, '')) AS days, coalesce(min(nullif(day, '')), '') AS first_day, coalesce(max(day), '') AS last_day, coalesce(sum(kind = 'visit'), 0) AS visits, coalesce(sum(kind = 'journey'), 0) AS journeys,
       coalesce(sum(kind IN ('passed', 'reading')), 0) AS positions FROM location_claim WHERE import_id = ? AND ready = 1`,
    [id],
  );
  return {
    title: name, linkedIncidentIds: [],
    about: { kind: 'location-history', dayCount: row.days, firstDay: row.first_day, lastDay: row.last_day, visitCount: row.visits, journeyCount: row.journeys, positionCount: row.positions },
  };
}
