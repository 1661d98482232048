import { spanOf } from '../../../../shared/dates';
import { ukDayOf } from '../../../../shared/layouts/say';
import { emptyIncidentContent } from '../../../../shared/model/incident';
import type { Patterns } from '../../../../shared/model/case/patterns';
import { contactFormLabels, turningPointLabels } from '../../../../shared/picklists';
import { workOutPatterns, type PatternMarkIn } from '../../../../shared/patterns/work-out';
import { canonicalJson } from '../history/canonical-json';
import { countOf, type Queries } from '../rows';
import { recordedContents } from './case-entries';
import { isRough, recordedIncidents } from './recorded-incidents';

/** Contacts that are marked, and as what. */
const sortOf = { report: 'report', complaint: 'complaint', court: 'court' } as const;

/**
 * What her record counts over time: incidents that are her record, with reports, complaints, court contacts and turning points beside them. Days are inclusive, '' without a bound. Answered from the chronology's own lines, so no account is read.
 */
export function patterns(from: Queries, { fromDay, toDay }: { fromDay: string; toDay: string }): Patterns {
  const blank = canonicalJson(emptyIncidentContent);
  const [kept] = from.all<{ at: string | null }>(`SELECT max(first_recorded_utc) AS at FROM incident WHERE status = 'recorded'`);
  return workOutPatterns({
    entries: recordedIncidents(from), marks: marksOf(from), fromDay, toDay,
    drafts: countOf(from, `incident WHERE status = 'draft' AND content <> ?`, [blank]), erased: countOf(from, `incident WHERE status = 'erased'`),
    keptUntil: typeof kept?.at === 'string' ? ukDayOf(kept.at) : '',
  });
}

function marksOf(from: Queries): PatternMarkIn[] {
  const contacts = recordedContents(from, 'contact').flatMap(({ id: entryId, content: { form, title, happened } }): PatternMarkIn[] => {
    const sort = form === null ? undefined : sortOf[form as keyof typeof sortOf];
    return form === null || sort === undefined ? [] : [{ entryId, entryKind: 'contact', sort, what: null, title: title || contactFormLabels[form].label, happened, span: spanOf(happened.edtf), isRough: isRough(happened.edtf) }];
  });
  const turns = recordedContents(from, 'turning-point').map(({ id: entryId, content: { what, words, happened } }): PatternMarkIn => ({
    entryId, entryKind: 'turning-point', sort: what === 'hearing' ? 'court' : 'turning-point', what, title: what === null || what === 'other' ? words.slice(0, 120) || turningPointLabels.other.label : turningPointLabels[what].label, happened, span: spanOf(happened.edtf), isRough: isRough(happened.edtf),
  }));
  const keyOf = ({ span, entryId }: PatternMarkIn): string => `${span.earliest || '9'} ${entryId}`;
  return [...contacts, ...turns].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
