import type { CallError } from '../../../shared/contract/errors';
import { sayDate, spanOf, understandDate } from '../../../shared/dates';
import { sayDay } from '../../../shared/layouts/say';
import { messages } from '../../../shared/messages/en-gb';
import { pagesCase } from '../../../shared/messages/en-gb/pages-case';
import type { CaseKind } from '../../../shared/model/case/case-entry';
import { isToldKind } from '../../../shared/model/case/told-in-chronology';
import { type Citation, keyOfCitation } from '../../../shared/model/case/narrative';
import { wholeChronology } from '../../../shared/model/chronology';
import type { DaySpan } from '../../../shared/model/dated';
import { everywhere, type SearchHit } from '../../../shared/model/search';
import { showHidden } from '../../../shared/text/show-hidden';
import { ask } from '../../app/bridge';

/** Something a narrative can cite, as it is offered. */
export interface Citable { readonly key: string; readonly citation: Citation; readonly title: string; readonly detail: string }

const most = 100;
const mostThreads = 20;
/** What is cited of the case: what was done and said. A narrative does not rest on a narrative, nor on a time limit. */
const citableKinds: readonly CaseKind[] = ['contact', 'counter-allegation', 'look-up', 'disclosure', 'turning-point', 'tie'];
const datedKinds: readonly CaseKind[] = ['contact', 'counter-allegation', 'look-up', 'disclosure', 'turning-point'];
const words = messages.narrative.find;
const { kinds } = pagesCase.sources;

const citable = (citation: Citation, title: string, ...details: (string | false)[]): Citable =>
  ({ key: keyOfCitation(citation), citation, title: showHidden(title.replace(/\s+/g, ' ').trim()), detail: details.filter(Boolean).join(' · ') });

type Found = { readonly ok: true; readonly things: readonly Citable[] } | { readonly ok: false; readonly error: CallError };

/**
 * What can be cited, by what she typed: a date gives what lies on those days, everything else what holds the words, nothing her incidents. Each once.
 * @param today `YYYY-MM-DD`, for "last summer".
 */
export async function findCitable(typed: string, today: string): Promise<Found> {
  const text = typed.trim();
  const days = text === '' ? null : daysOf(text, today);
  const [ofDays, ofWords] = await Promise.all([days === null ? null : onDays(days), text === '' ? incidents() : withWords(text)]);
  if (ofDays !== null && !ofDays.ok) return ofDays;
  if (!ofWords.ok) return ofWords;
  const all = [...(ofDays?.things ?? []), ...ofWords.things];
  return { ok: true, things: [...new Map(all.map((thing) => [thing.key, thing] as const).reverse()).values()].reverse() };
}

/** The days a typed date may mean, the widest of its readings; null of what is no date. */
function daysOf(typed: string, today: string): DaySpan | null {
  const read = understandDate(typed, today);
  if (read.kind === 'not-understood') return null;
  const spans = (read.kind === 'understood' ? [read.edtf] : read.readings.map(({ edtf }) => edtf)).map((edtf) => spanOf(edtf));
  const earliest = spans.map((span) => span.earliest).sort()[0] ?? '';
  const latest = spans.map((span) => span.latest).sort().at(-1) ?? '';
  return earliest === '' || latest === '' ? null : { earliest, latest };
}

async function incidents(): Promise<Found> {
  return ofChronology({ ...wholeChronology, show: ['incident'] });
}

async function ofChronology(filter: typeof wholeChronology): Promise<Found> {
  const rows = await ask('chronology.rows', { filter, offset: 0, limit: most });
  if (!rows.ok) return rows;
  return {
    ok: true,
    things: rows.value.rows.filter(({ status }) => status !== 'erased').map(({ subject, id, title, opening, happened, status }) =>
      citable(citationOf(isToldKind(subject) ? 'case' : subject, id), title || opening.slice(0, 80) || kinds[subject], kinds[subject], sayDate(happened) || words.undated, status === 'draft' && words.draft)),
  };
}

function citationOf(subject: 'incident' | 'document' | 'page' | 'excerpt' | 'mail' | 'case', id: string): Citation {
  switch (subject) {
    case 'incident': return { kind: 'incident', incidentId: id };
    case 'document': case 'page': return { kind: 'document', documentId: id };
    case 'excerpt': return { kind: 'excerpt', excerptId: id };
    case 'mail': return { kind: 'mail', mailId: id };
    case 'case': return { kind: 'case', entryId: id };
  }
}

async function withWords(text: string): Promise<Found> {
  const found = await ask('search.find', { text, filter: { ...everywhere, subjects: ['incident', 'excerpt', 'mail', 'page', 'document', 'case'] }, offset: 0, limit: most });
  if (!found.ok) return found;
  return { ok: true, things: found.value.hits.flatMap(ofHit) };
}

function ofHit({ subject, id, title, snippet, day, caseKind }: SearchHit): Citable[] {
  if (subject === 'message' || subject === 'person') return [];
  if (subject === 'case' && (caseKind === null || !citableKinds.includes(caseKind))) return [];
  const kind = subject === 'case' ? kinds[caseKind ?? 'case'] : subject === 'page' ? kinds.document : kinds[subject];
  return [citable(citationOf(subject, id), title || snippet.slice(0, 80) || kind, kind, day === '' ? words.undated : sayDay(day))];
}

async function onDays({ earliest, latest }: DaySpan): Promise<Found> {
  const [lines, mails, ...lists] = await Promise.all([
    ofChronology({ ...wholeChronology, show: ['incident', 'excerpt', 'document'], fromDay: earliest, toDay: latest }), mailsOn(earliest, latest), ...datedKinds.map((kind) => ask('case.list', { kind })),
  ]);
  if (!lines.ok) return lines;
  if (!mails.ok) return mails;
  const entries: Citable[] = [];
  for (const list of lists) {
    if (!list.ok) return list;
    for (const { id, kind, title, opening, happened, span, status } of list.value.rows) {
      if (span.earliest === '' || span.earliest > latest || span.latest < earliest) continue;
      entries.push(citable({ kind: 'case', entryId: id }, title || opening.slice(0, 80) || kinds[kind], kinds[kind], sayDate(happened), status === 'draft' && words.draft));
    }
  }
  return { ok: true, things: [...lines.things, ...entries, ...mails.things] };
}

/** Mails of those days, out of the first exchanges that have one. */
async function mailsOn(fromDay: string, untilDay: string): Promise<Found> {
  const found = await ask('mail.threads', { filter: { text: '', who: '', fromDay, untilDay, hasAttachment: false, looksTracked: false }, offset: 0, limit: mostThreads });
  if (!found.ok) return found;
  const threads = await Promise.all(found.value.threads.map(({ id }) => ask('mail.thread', { id })));
  const things: Citable[] = [];
  for (const thread of threads) {
    if (!thread.ok) return thread;
    for (const { id, subject, date } of thread.value.mails) {
      const day = date?.at.slice(0, 10) ?? '';
      if (day >= fromDay && day <= untilDay) things.push(citable({ kind: 'mail', mailId: id }, subject || kinds.mail, kinds.mail, sayDay(day)));
    }
  }
  return { ok: true, things };
}
