import { spanOf } from '../../../../shared/dates';
import { ukDayOf } from '../../../../shared/layouts/say';
import { CaseRow } from '../../../../shared/model/case/case-entry';
import { emptyIncidentContent } from '../../../../shared/model/incident';
import type { Patterns } from '../../../../shared/model/case/patterns';
import { contactFormLabels, turningPointLabels } from '../../../../shared/picklists';
import { workOutPatterns, type PatternMarkIn } from '../../../../shared/patterns/work-out';
import { canonicalJson } from '../history/canonical-json';
import { keptWhileUnchanged } from '../kept-while-unchanged';
import { countOf, fromJson, type Queries } from '../rows';
import { recordedContents } from './case-entries';
import { isRough, recordedIncidents } from './recorded-incidents';

/** What lists show of a contact has all that a mark needs: what was said is not read. */
const MarkedRow = CaseRow.pick({ id: true, form: true, title: true, happened: true, span: true });
/** Contacts that are marked, and as what. */
const sortOf = { report: 'report', complaint: 'complaint', court: 'court' } as const;

/**
 * What her record counts over time: incidents that are her record, with reports, complaints, court contacts and turning points beside them. Days are inclusive, '' without a bound; `today` as well, by the clock in the United Kingdom unless it is given.
 * Answered from the chronology's own lines, so no account is read.
 */
export function patterns(from: Queries, { fromDay, toDay }: AskedPeriod, today = ukDayOf(new Date().toISOString())): Patterns {
  return counted(from, { fromDay, toDay }, today);
}

interface AskedPeriod { readonly fromDay: string; readonly toDay: string }

const counted: (from: Queries, period: AskedPeriod, today: string) => Patterns = keptWhileUnchanged(countPatterns);

function countPatterns(from: Queries, { fromDay, toDay }: AskedPeriod, today: string): Patterns {
  const blank = canonicalJson(emptyIncidentContent);
  const [kept] = from.all<{ at: string | null }>(`SELECT max(first_recorded_utc) AS at FROM incident WHERE status = 'recorded'`);
  return workOutPatterns({
    entries: recordedIncidents(from), marks: marksOf(from), fromDay, toDay, today,
    drafts: countOf(from, `incident WHERE status = 'draft' AND content <> ?`, [blank]), erased: countOf(from, `incident WHERE status = 'erased'`),
    keptUntil: typeof kept?.at === 'string' ? ukDayOf(kept.at) : '',
  });
}

function marksOf(from: Queries): PatternMarkIn[] {
  const contacts = from.all<{ row: string }>(`SELECT row FROM case_entry WHERE kind = 'contact' AND status = 'recorded' AND row ->> '$.form' IN (SELECT value FROM json_each(?))`, [JSON.stringify(Object.keys(sortOf))]).map(({ row }): PatternMarkIn => {
    const { id: entryId, form, title, happened, span } = fromJson(MarkedRow, row);
    return { entryId, entryKind: 'contact', sort: sortOf[form as keyof typeof sortOf], what: null, title: title || contactFormLabels[form as keyof typeof sortOf].label, happened, span, isRough: isRough(happened.edtf) };
  });
  const turns = recordedContents(from, 'turning-point').map(({ id: entryId, content: { what, words, happened } }): PatternMarkIn => ({
    entryId, entryKind: 'turning-point', sort: what === 'hearing' ? 'court' : 'turning-point', what, title: what === null || what === 'other' ? words.slice(0, 120) || turningPointLabels.other.label : turningPointLabels[what].label, happened, span: spanOf(happened.edtf), isRough: isRough(happened.edtf),
  }));
  const keyOf = ({ span, entryId }: PatternMarkIn): string => `${span.earliest || '9'} ${entryId}`;
  return [...contacts, ...turns].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
