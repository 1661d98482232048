import { inOrderOfEnd, type Standing, standingOf, workOut } from '../../../../shared/deadlines/work-out';
import { dayWritten } from '../../../../shared/deadlines/written-days';
import { ChronologyRow } from '../../../../shared/model/chronology';
import { CaseContent, CaseRow, emptyCaseContent } from '../../../../shared/model/case/case-entry';
import type { CaseFront, ListedDeadline, NamedEntry, SomeDeadlines } from '../../../../shared/model/case/case-front';
import type { UtcInstant } from '../../../../shared/model/identity';
import { emptyIncidentContent } from '../../../../shared/model/incident';
import { canonicalJson } from '../history/canonical-json';
import { countInbox } from '../inbox/inbox';
import { countOf, fromJson, type Queries } from '../rows';
import { listDeadlines } from './deadlines';

const shown = { entries: 5, deadlines: 3, given: 3, things: 4, exported: 3, drafts: 5 } as const;

type Found = { subject: 'incident' | 'case'; row: string; at: UtcInstant; is_change: number };

/** What matters now. Every question is answered from an index or from few rows, so that 20,000 incidents make no difference. `today`: `YYYY-MM-DD`. */
export function caseFront(from: Queries, today: string): CaseFront {
  return {
    lastEntries: newest(from, `status = 'recorded'`, 'first_recorded_utc', shown.entries).map((found) => ({ ...named(found), firstRecordedUtc: found.at })),
    waiting: countInbox(from).waiting,
    deadlines: unsettledDeadlines(from, today),
    given: lastGiven(from),
    exported: from.all<{ id: string; at_utc: string; case_name: string; page_count: number }>(`SELECT id, at_utc, case_name, page_count FROM export_record ORDER BY at_utc DESC LIMIT ?`, [shown.exported])
      .map((row) => ({ id: row.id, atUtc: row.at_utc, caseName: row.case_name, pageCount: row.page_count })),
    drafts: {
      total: countOf(from, `incident WHERE ${drafts} AND ${notBlank}`, [blanks]) + countOf(from, `case_entry WHERE ${drafts} AND ${notBlank} AND kind <> 'conduct'`, [blanks]),
      newest: newest(from, `${drafts} AND ${notBlank}`, 'begun_utc', shown.drafts, [blanks]).map((found) => ({ ...named(found), begunUtc: found.at, isAmendment: found.is_change === 1 })),
    },
  };
}

/** Every time limit that is not settled, by how it stands today; one on which nothing is written yet is not among them. */
function unsettledDeadlines(from: Queries, today: string): CaseFront['deadlines'] {
  const worked = listDeadlines(from).filter((deadline) => !isBlank(deadline)).map((deadline) => ({ deadline, lastDay: workOut(deadline).lastDay, isSettled: deadline.settled !== 'no' }));
  const all = inOrderOfEnd(worked, today).map((one) => ({ ...one, standing: standingOf(one, today) }));
  const some = (wanted: Standing): SomeDeadlines => {
    const those = all.filter(({ standing }) => standing === wanted).map(({ deadline }) => deadline);
    return { first: those.slice(0, shown.deadlines), further: Math.max(0, those.length - shown.deadlines) };
  };
  return { running: some('running'), lastToday: all.filter(({ standing, lastDay }) => standing === 'running' && lastDay === today).length, ended: some('ended'), withoutDay: some('without-day') };
}

function isBlank({ status, rule, title, evidenceCount, ...deadline }: ListedDeadline): boolean {
  return status === 'draft' && rule === '' && title === '' && evidenceCount === 0 && dayWritten(deadline, 'ownDay').typed === '';
}

/** As the partial indexes of schema 5 have it, word for word. */
const drafts = `(status = 'draft' OR pending IS NOT NULL)`;

/** A page that was begun and left blank is no work of hers, and the next that she begins: it is not half written. A link to a blank page is work. */
const notBlank = `(pending IS NOT NULL OR content NOT IN (SELECT value FROM json_each(?)) OR id IN (SELECT incident_id FROM incident_link))`;
const blanks = JSON.stringify([emptyIncidentContent, ...Object.values(emptyCaseContent)].map(canonicalJson));

/** The last of both, newest first; a choice for the course of conduct is one tick of many, and not among them. An incident's name stands in its line of the chronology, so that no account is read. */
function newest(from: Queries, which: string, time: 'first_recorded_utc' | 'begun_utc', limit: number, parameters: readonly string[] = []): Found[] {
  const incidents = from.all<Found>(
    `SELECT 'incident' AS subject, line.row AS row, at, is_change FROM (SELECT id AS one, ${time} AS at, pending IS NOT NULL AS is_change FROM incident WHERE ${which} ORDER BY ${time} DESC LIMIT ?)
      JOIN chronology_line AS line ON line.subject = 'incident' AND line.id = one`, [...parameters, limit]);
  const entries = from.all<Found>(`SELECT 'case' AS subject, row, ${time} AS at, pending IS NOT NULL AS is_change FROM case_entry WHERE ${which} AND kind <> 'conduct' ORDER BY ${time} DESC LIMIT ?`, [...parameters, limit]);
  return [...incidents, ...entries].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0)).slice(0, limit);
}

function named({ subject, row }: Found): NamedEntry {
  if (subject === 'incident') {
    const { id, title, happened } = fromJson(ChronologyRow, row);
    return { id, caseKind: null, title, happened };
  }
  const { id, kind, title, happened } = fromJson(CaseRow, row);
  return { id, caseKind: kind, title, happened };
}

/** The newest contacts of her record at which she gave something. */
function lastGiven(from: Queries): CaseFront['given'] {
  return from.all<{ id: string; content: string }>(`SELECT id, content FROM case_entry WHERE kind = 'contact' AND status = 'recorded' AND json_array_length(content, '$.given') > 0 ORDER BY earliest DESC, id DESC LIMIT ?`, [shown.given])
    .flatMap(({ id, content: text }) => {
      const content = fromJson(CaseContent, text);
      return content.kind === 'contact' ? [{ contactId: id, title: content.title, happened: content.happened, what: content.given.slice(0, shown.things).map(({ what }) => what), total: content.given.length }] : [];
    });
}
