import { isToldKind } from '../../../shared/model/case/told-in-chronology';
import type { ChronologyRow } from '../../../shared/model/chronology';
import type { ExportChoice } from '../../../shared/model/export';
import type { Id } from '../../../shared/model/identity';
import type { FoundRedactionDecision } from '../../../shared/model/redaction';
import type { AsideThing } from '../../../shared/model/search';

/** What she has said about what goes: everything recorded goes unless she took it out. */
export interface Choice {
  readonly caseName: string;
  /** Rows and things put aside alike: what stands in both lists has one tick. */
  readonly takenOut: ReadonlySet<Id>;
  readonly withoutExhibits: ReadonlySet<Id>;
  readonly includePrivileged: boolean;
  /** What is taken out of this copy. */
  readonly redactionListId: Id | null;
  readonly foundRedactions: readonly FoundRedactionDecision[];
}

export const wholeChoice: Choice = { caseName: '', takenOut: new Set(), withoutExhibits: new Set(), includePrivileged: false, redactionListId: null, foundRedactions: [] };

/** Rows that can go: recorded incidents and entries of the case, kept documents and marked messages. Drafts and what was erased never do. */
export function canGo(row: ChronologyRow): boolean {
  return row.status === 'recorded' || row.status === 'kept' || row.status === 'marked';
}

/** Puts ids in or out of a set, leaving the set given as it was. */
export function toggled(ids: ReadonlySet<Id>, id: Id, isIn: boolean): ReadonlySet<Id> {
  const next = new Set(ids);
  if (isIn) next.add(id);
  else next.delete(id);
  return next;
}

/** Every one of these in, or out. */
export function withAll(choice: Choice, rows: readonly Pick<ChronologyRow, 'id'>[], isIn: boolean): Choice {
  const theirs = new Set(rows.map(({ id }) => id));
  const others = [...choice.takenOut].filter((id) => !theirs.has(id));
  return { ...choice, takenOut: new Set(isIn ? others : [...others, ...theirs]) };
}

/** Of these only what may lie in a time goes, as the chronology narrows to one: what has no date does not. Days are inclusive; '' has no bound. What she took out stays out. */
export function onlyWithin(choice: Choice, rows: readonly Pick<ChronologyRow, 'id' | 'span'>[], { fromDay, toDay }: { readonly fromDay: string; readonly toDay: string }): Choice {
  return withAll(choice, rows.filter(({ span }) => span.earliest === '' || (fromDay !== '' && span.latest < fromDay) || (toDay !== '' && span.earliest > toDay)), false);
}

/** Whether a row brings exhibits that can stay home: a document is its own exhibit, and so are marked messages. */
export function bringsExhibits({ subject, evidenceCount }: Pick<ChronologyRow, 'subject' | 'evidenceCount'>): boolean {
  return subject !== 'document' && subject !== 'excerpt' && evidenceCount > 0;
}

/** The choice as the record is asked for it. Exhibits are left out only for entries that go; an incident put aside goes as the entry it is. */
export function exportChoice(choice: Choice, rows: readonly ChronologyRow[], aside: readonly AsideThing[]): ExportChoice {
  const going = rows.filter((row) => canGo(row) && !choice.takenOut.has(row.id));
  const idsOf = (subject: ChronologyRow['subject']): Id[] => going.filter((row) => row.subject === subject).map((row) => row.id);
  return {
    caseName: choice.caseName.trim(),
    incidentIds: idsOf('incident'), caseIds: going.filter(({ subject }) => isToldKind(subject)).map(({ id }) => id), documentIds: idsOf('document'), excerptIds: idsOf('excerpt'),
    redactionListId: choice.redactionListId,
    foundRedactions: [...choice.foundRedactions],
    leaveOutExhibitOf: going.filter((row) => bringsExhibits(row) && choice.withoutExhibits.has(row.id)).map(({ id }) => id),
    aside: aside.flatMap(({ kind, id, canGo: can }) => (kind === 'incident' || !can || choice.takenOut.has(id) ? [] : [{ kind, id }])),
    includePrivileged: choice.includePrivileged,
  };
}
