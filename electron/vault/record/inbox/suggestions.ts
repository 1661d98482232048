import { spanOf } from '../../../../shared/dates';
import { dayAt, dayNumber, readDay, writeDay } from '../../../../shared/dates/calendar';
import { offersOf } from '../../../../shared/dates/date-offers';
import { findDates, findDatesInName } from '../../../../shared/dates/find-dates';
import { screenDayOffers } from '../../../../shared/dates/screen-days';
import { openEndDay, openStartDay } from '../../../../shared/dates/span';
import { ukClockAt } from '../../../../shared/dates/uk-clock';
import { ChronologyRow } from '../../../../shared/model/chronology';
import type { DocumentDetails } from '../../../../shared/model/document-details';
import type { Id } from '../../../../shared/model/identity';
import type { InboxKind, InboxSuggestions } from '../../../../shared/model/inbox';
import { getConversation, messagesAt, ordinalAt } from '../conversations/conversations';
import { detailsOf, getDocument } from '../documents/documents';
import { pagesOf } from '../documents/document-pages';
import { listPeople } from '../people/people';
import { fromJson, type Queries } from '../rows';
import { peopleNamed } from './people-named';

type Suggested = InboxSuggestions['dates'][number];

/** Of a long document its beginning is looked through: where a letter has its date, and the names. */
const wordsLookedAt = 200_000;
const datesFromWords = 5;
const datesFromName = 2;
const mostDates = 8;
const mostIncidents = 6;
const mostPeople = 12;
const mostMails = 50;
/** An entry counts as near within so many days, and when its own date says no more than a season. */
const daysNear = 3;
const widestSpanDays = 93;

/** Dates, entries and people that may belong to an item of the inbox. Reads the record and changes nothing. */
export function suggestFor(from: Queries, kind: InboxKind, id: Id): InboxSuggestions {
  switch (kind) {
    case 'document': return suggestForDocument(from, id);
    case 'conversation': return suggestForConversation(from, id);
    case 'mail-thread': return suggestForExchange(from, id);
    case 'location-history': return suggestForHistory(from, id);
  }
}

function suggestForDocument(from: Queries, id: Id): InboxSuggestions {
  const document = getDocument(from, id);
  const name = [...from.all<{ path: string }>(`SELECT path FROM document_within WHERE document_id = ?`, [id]).map(({ path }) => path), document.originalName, document.title].join('\n');
  const words = wordsOf(from, id);
  const dates = distinctDates([
    ...ownDates(detailsOf(from, id)),
    ...findDatesInName(name, datesFromName).map((found): Suggested => ({ written: found.written, foundIn: 'name', readings: found.readings.map((reading) => ({ ...reading, basis: null })) })),
    ...screenDates(from, id, document.originalName),
    ...findDates(words, datesFromWords).map((found): Suggested => ({ written: found.written, foundIn: 'words', readings: found.readings.map((reading) => ({ ...reading, basis: null })) })),
    ...fileDate(document.fileModifiedUtc),
  ]);
  const own = document.happened.edtf;
  const days = [...(own === '' ? [] : [own]), ...dates.filter(({ foundIn }) => foundIn !== 'file-date').flatMap(({ readings }) => readings.map(({ edtf }) => edtf))];
  return {
    dates: dates.filter(({ readings }) => readings[0]?.edtf !== own).slice(0, mostDates),
    incidents: incidentsNear(from, days).filter(({ id: incident }) => !document.linkedIncidentIds.includes(incident)).slice(0, mostIncidents),
    people: peopleNamed(listPeople(from), [{ foundIn: 'name', text: name }, { foundIn: 'words', text: words }]).slice(0, mostPeople),
  };
}

/** Of a conversation: entries from a day on which there are messages, and people who have its participants' names or numbers. */
function suggestForConversation(from: Queries, id: Id): InboxSuggestions {
  const { firstAt, lastAt, title, participants } = getConversation(from, id);
  const within = firstAt === '' ? [] : incidentRows(from, firstAt.slice(0, 10), lastAt.slice(0, 10)).filter(({ span }) => span.earliest === span.latest);
  const incidents = within.filter(({ span: { earliest } }) => {
    const ordinal = ordinalAt(from, id, earliest);
    return messagesAt(from, id, [ordinal]).get(ordinal)?.at.startsWith(earliest) === true;
  });
  const names = participants.flatMap(({ name, handle }) => [name, handle]).join('\n');
  return {
    dates: [],
    incidents: incidents.slice(0, mostIncidents).map((row) => asNear(row, 0, row.span.earliest)),
    people: peopleNamed(listPeople(from), [{ foundIn: 'name', text: title }, { foundIn: 'messages', text: names }]).slice(0, mostPeople),
  };
}

/** Of an exchange: entries near a day on which one of its mails says it was written, and people who wrote or got one, or are named in it. An exchange has no date of its own to be given. */
function suggestForExchange(from: Queries, id: Id): InboxSuggestions {
  const of = `FROM mail_thread JOIN mail ON mail.number = mail_thread.mail WHERE mail_thread.thread = (SELECT thread FROM mail_thread JOIN mail AS first ON first.number = mail_thread.mail WHERE first.id = ?)`;
  const days = from.all<{ day: string }>(`SELECT DISTINCT substr(at, 1, 10) AS day ${of} AND coalesce(at, '') <> '' ORDER BY day DESC LIMIT ${mostMails}`, [id]).map(({ day }) => day);
  const mails = from.all<{ subject: string; names: string; text: string }>(`SELECT subject, names, substr(text, 1, ?) AS text ${of} ORDER BY position LIMIT ${mostMails}`, [wordsLookedAt / mostMails, id]);
  const linked = new Set(from.all<{ incident_id: Id }>(`SELECT incident_id FROM incident_link WHERE target_kind = 'mail' AND target_id IN (SELECT mail.id ${of})`, [id]).map((row) => row.incident_id));
  const told = (key: 'subject' | 'names' | 'text'): string => mails.map((mail) => mail[key]).join('\n');
  return {
    dates: [], incidents: incidentsNear(from, days).filter((incident) => !linked.has(incident.id)).slice(0, mostIncidents),
    people: peopleNamed(listPeople(from), [{ foundIn: 'mail-head', text: told('names') }, { foundIn: 'mail-head', text: told('subject') }, { foundIn: 'words', text: told('text') }]).slice(0, mostPeople),
  };
}

/** Of a location history: entries of one day of which it says something. What it says is not looked at. */
function suggestForHistory(from: Queries, id: Id): InboxSuggestions {
  const rows = from.all<{ row: string }>(
    `SELECT row FROM chronology_line WHERE subject = 'incident' AND status <> 'erased' AND earliest <> '' AND earliest = latest AND EXISTS (SELECT 1 FROM location_claim WHERE day = earliest AND ready = 1 AND import_id = ?)
     ORDER BY sort_key LIMIT ${mostIncidents}`, [id]);
  return { dates: [], incidents: rows.map(({ row }) => fromJson(ChronologyRow, row)).map((row) => asNear(row, 0, row.span.earliest)), people: [] };
}

function wordsOf(from: Queries, id: Id): string {
  const pages = from.all<{ text: string }>(`SELECT substr(text, 1, ?) AS text FROM document_page WHERE document_id = ? ORDER BY page LIMIT 50`, [wordsLookedAt, id]).map(({ text }) => text);
  return pages.join('\n').slice(0, wordsLookedAt);
}

/** The same that the document's page offers (decision 0067), the file's name apart, which is looked through here by itself. */
function ownDates({ picture, recording }: DocumentDetails): Suggested[] {
  return offersOf([...(picture?.times ?? []), ...(recording?.times ?? [])], '').map(({ written, isFromUtc, dated: { edtf, timeOfDay, basis } }): Suggested => (
    { written: written.slice(0, 200), foundIn: isFromUtc ? 'own-data-utc' : 'own-data', readings: [{ edtf, timeOfDay, basis }] }));
}

/** “Yesterday” on a picture of a screen: the same that the document's page asks. */
function screenDates(from: Queries, id: Id, originalName: string): Suggested[] {
  const { picture } = detailsOf(from, id);
  const page = picture === undefined ? undefined : pagesOf(from, id, 1, 1).pages.find((each) => each.page === 1 && each.origin === 'ocr');
  if (picture === undefined || page === undefined) return [];
  return screenDayOffers(picture, originalName, page.text, page.machineText === null ? page.boxes : null)
    .filter(({ days }) => days.length > 0).map(({ written, days, timeOfDay }): Suggested => ({ written: written.slice(0, 200), foundIn: 'screen', readings: days.map((edtf) => ({ edtf, timeOfDay, basis: 'other' })) }));
}

/** On the clock of the United Kingdom, as all instants are shown. */
function fileDate(modifiedUtc: string | null): Suggested[] {
  const clock = modifiedUtc === null ? null : ukClockAt(Date.parse(modifiedUtc));
  return clock === null ? [] : [{ written: modifiedUtc ?? '', foundIn: 'file-date', readings: [{ edtf: clock.at.slice(0, 10), timeOfDay: clock.at.slice(11, 16), basis: null }] }];
}

/** Each day once, where it was found first; a time of day it has only in one place stays. */
function distinctDates(dates: readonly Suggested[]): Suggested[] {
  const key = ({ readings }: Suggested): string => readings.map(({ edtf }) => edtf).join(' ');
  return dates.filter((date, index) => dates.findIndex((other) => key(other) === key(date)) === index);
}

function incidentsNear(from: Queries, edtfs: readonly string[]): InboxSuggestions['incidents'] {
  const near = new Map<Id, InboxSuggestions['incidents'][number]>();
  for (const edtf of new Set(edtfs)) {
    const { earliest, latest } = spanOf(edtf);
    const [first, last] = [numberOf(earliest), numberOf(latest)];
    if (first === null || last === null) continue;
    for (const row of incidentRows(from, earliest, latest)) {
      const [begins, ends] = [numberOf(row.span.earliest) ?? 0, numberOf(row.span.latest) ?? 0];
      const daysApart = begins > last ? begins - last : ends < first ? first - ends : 0;
      const known = near.get(row.id);
      if (daysApart <= daysNear && (known === undefined || daysApart < known.daysApart)) near.set(row.id, asNear(row, daysApart, edtf));
    }
  }
  return [...near.values()].sort((a, b) => a.daysApart - b.daysApart);
}

/** Entries whose own date is no vaguer than a season, and which may lie within some days of a span, oldest first. */
function incidentRows(from: Queries, earliest: string, latest: string): ChronologyRow[] {
  const rows = from.all<{ row: string }>(
    `SELECT row FROM chronology_line WHERE subject = 'incident' AND status <> 'erased' AND earliest <> '' AND earliest <= ? AND latest >= ? AND julianday(latest) - julianday(earliest) <= ?
     ORDER BY sort_key LIMIT 200`,
    [dayBy(latest, daysNear), dayBy(earliest, -daysNear), widestSpanDays]);
  return rows.map(({ row }) => fromJson(ChronologyRow, row));
}

/** A day so many days later; an open end stays one. */
function dayBy(text: string, days: number): string {
  const number = numberOf(text);
  return number === null || text === openStartDay || text === openEndDay ? text : writeDay(dayAt(number + days));
}

const numberOf = (text: string): number | null => {
  const day = readDay(text);
  return day === null ? null : dayNumber(day);
};

const asNear = ({ id, title, opening, happened }: ChronologyRow, daysApart: number, near: string): InboxSuggestions['incidents'][number] => ({ id, title, opening, happened, daysApart, near });
