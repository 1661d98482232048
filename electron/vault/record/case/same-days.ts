import { Refusal } from '../../../../shared/contract/errors';
import { spanOf } from '../../../../shared/dates';
import { ukDayOf } from '../../../../shared/layouts/say';
import type { CounterAllegation } from '../../../../shared/model/case/counter-allegation';
import type { SameDay, SameDays } from '../../../../shared/model/case/same-days';
import { ChronologyRow, type ChronologySubject } from '../../../../shared/model/chronology';
import type { DaySpan } from '../../../../shared/model/dated';
import type { Id } from '../../../../shared/model/identity';
import { fromJson, type Queries } from '../rows';
import { getCaseEntry } from './case-entries';

const mostListed = 200;

/**
 * What her record holds of the days on which something is said to have happened: entries, documents, marked messages and contacts whose own span touches them, and what she linked. Only what is in the record: drafts are left out.
 * Refuses `not-found` of an entry that is no counter-allegation.
 */
export function sameDays(from: Queries, id: Id): SameDays {
  const { content } = getCaseEntry(from, id);
  if (content.kind !== 'counter-allegation') throw new Refusal('not-found');
  return sameDaysAs(from, content);
}

export function sameDaysAs(from: Queries, { happened, learned, made, incidentIds, evidence }: CounterAllegation): SameDays {
  const span = spanOf(happened.edtf);
  const hasDate = span.earliest !== '';
  const linked = new Set([...incidentIds, ...evidence.map((target) => (target.kind === 'document' ? target.documentId : target.kind === 'excerpt' ? target.excerptId : target.mailId))]);
  const isBefore = (firstRecordedUtc: string, { earliest }: DaySpan): boolean => earliest !== '' && ukDayOf(firstRecordedUtc) < earliest;
  const [learnedSpan, madeSpan] = [spanOf(learned.edtf), spanOf(made.edtf)];
  const all = chronologyThings(from, span, [...linked]).map((thing): SameDay & { id: Id } => ({
    ...thing, isLinked: linked.has(thing.id), isBeforeLearned: isBefore(thing.firstRecordedUtc, learnedSpan), isBeforeMade: isBefore(thing.firstRecordedUtc, madeSpan),
  }));
  const sorted = all.sort((a, b) => keyOf(a).localeCompare(keyOf(b)));
  return { hasDate, things: sorted.slice(0, mostListed).map(({ id: _, ...thing }) => thing), more: Math.max(0, sorted.length - mostListed) };
}

type Thing = Omit<SameDay, 'isLinked' | 'isBeforeLearned' | 'isBeforeMade'> & { id: Id };
const keyOf = ({ span, happened, firstRecordedUtc }: SameDay): string => [span.earliest || '9', happened.timeOfDay || '~', firstRecordedUtc].join(' ');

/** `touches`: SQL over columns earliest and latest; a span without a date touches nothing. */
const touches = `earliest <> '' AND earliest <= ? AND latest >= ?`;

/** What stands in the chronology on those days, besides what others claim and what is only suspected: that is not her record of them. */
const hers = `'incident', 'document', 'excerpt', 'contact'`;

function chronologyThings(from: Queries, { earliest, latest }: DaySpan, linked: readonly Id[]): Thing[] {
  const rows = from.all<{ row: string }>(`SELECT row FROM chronology_line WHERE subject IN (${hers}) AND status NOT IN ('draft', 'erased') AND ((? <> '' AND ${touches}) OR id IN (SELECT value FROM json_each(?)))`, [earliest, latest, earliest, JSON.stringify(linked)]);
  return rows.flatMap(({ row }) => {
    const { subject, id, title, opening, happened, span, amended, firstRecordedUtc } = fromJson(ChronologyRow, row);
    return firstRecordedUtc === null ? [] : [{ ...citedAs(subject, id), id, title, opening, happened, span, amended, firstRecordedUtc }];
  });
}

function citedAs(subject: ChronologySubject, id: Id): Pick<Thing, 'citation' | 'subject'> {
  switch (subject) {
    case 'incident': return { citation: { kind: subject, incidentId: id }, subject };
    case 'document': return { citation: { kind: subject, documentId: id }, subject };
    case 'excerpt': return { citation: { kind: subject, excerptId: id }, subject };
    default: return { citation: { kind: 'case', entryId: id }, subject: 'case' };
  }
}
