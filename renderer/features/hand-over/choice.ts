import { isToldKind } from '../../../shared/model/case/told-in-chronology';
import type { ChronologyRow } from '../../../shared/model/chronology';
import type { UndatedDocument } from '../../../shared/model/document';
import type { ExportChoice } from '../../../shared/model/export';
import { type ExhibitInCopy, type ExhibitSaid, saysSomething } from '../../../shared/model/exhibit-said';
import type { Id } from '../../../shared/model/identity';
import type { FoundRedactionDecision } from '../../../shared/model/redaction';
import type { AsideThing } from '../../../shared/model/search';

/** `name`: as it is shown to her. */
export interface ExhibitOut extends Pick<ExhibitSaid, 'kind' | 'id'> { readonly name: string }

/** How one stands in this copy. */
export interface SaidInCopy extends Pick<ExhibitSaid, 'kind' | 'id'> { readonly inCopy: ExhibitInCopy }

/** What she has said about what goes: everything recorded goes unless she took it out. */
export interface Choice {
  readonly caseName: string;
  /** Rows and things put aside alike: what stands in both lists has one tick. */
  readonly takenOut: ReadonlySet<Id>;
  readonly withoutExhibits: ReadonlySet<Id>;
  /** Documents without a date that go with no entry, and go. */
  readonly undatedIn: ReadonlySet<Id>;
  /** Exhibits that stay out, whoever cites them. */
  readonly exhibitsOut: readonly ExhibitOut[];
  /** Exhibits of which she said how they stand in this copy; of the others nothing is said. */
  readonly inCopy: readonly SaidInCopy[];
  readonly includePrivileged: boolean;
  /** What is taken out of this copy. */
  readonly redactionListId: Id | null;
  readonly foundRedactions: readonly FoundRedactionDecision[];
}

export const wholeChoice: Choice = { caseName: '', takenOut: new Set(), withoutExhibits: new Set(), undatedIn: new Set(), exhibitsOut: [], inCopy: [], includePrivileged: false, redactionListId: null, foundRedactions: [] };

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

const isSame = (one: Pick<ExhibitSaid, 'kind' | 'id'>, other: Pick<ExhibitSaid, 'kind' | 'id'>): boolean => one.kind === other.kind && one.id === other.id;

/** How an exhibit stands in this copy: as she said, else as in the bundle that is gone on from (`before`); undefined: as in the record. */
export function inCopyOf(choice: Pick<Choice, 'inCopy'>, before: readonly ExhibitSaid[], thing: Pick<ExhibitSaid, 'kind' | 'id'>): ExhibitInCopy | undefined {
  return (choice.inCopy.find((one) => isSame(one, thing)) ?? before.find((one) => isSame(one, thing)))?.inCopy;
}

/** The same with that said of it. What says nothing is left away, unless the bundle that is gone on from says something. */
export function withInCopy(choice: Choice, before: readonly ExhibitSaid[], { kind, id }: Pick<ExhibitSaid, 'kind' | 'id'>, inCopy: ExhibitInCopy): Choice {
  const others = choice.inCopy.filter((one) => !isSame(one, { kind, id }));
  const mustBeSaid = saysSomething(inCopy) || before.some((one) => isSame(one, { kind, id }));
  return { ...choice, inCopy: mustBeSaid ? [...others, { kind, id, inCopy }] : others };
}

/** The same with all that was said of exhibits in something handed over before. */
export function withSameSaid(choice: Choice, said: readonly ExhibitSaid[]): Choice {
  const again = said.flatMap(({ kind, id, inCopy }): SaidInCopy[] => (inCopy === undefined ? [] : [{ kind, id, inCopy }]));
  return { ...choice, inCopy: [...choice.inCopy.filter((one) => !again.some((other) => isSame(one, other))), ...again] };
}

/** The choice as the record is asked for it. Exhibits are left out only for entries that go; an incident put aside goes as the entry it is. `undated`: those that are offered now; one that was ticked and has a date by now goes or not as its row says. */
export function exportChoice(choice: Choice, rows: readonly ChronologyRow[], aside: readonly AsideThing[], undated: readonly Pick<UndatedDocument, 'id'>[] = []): ExportChoice {
  const going = rows.filter((row) => canGo(row) && !choice.takenOut.has(row.id));
  const isOut = (thing: Pick<ExhibitSaid, 'kind' | 'id'>): boolean => choice.exhibitsOut.some((out) => isSame(out, thing));
  const exhibits: ExhibitSaid[] = [...choice.exhibitsOut.map(({ kind, id }) => ({ kind, id, leftOut: true })), ...choice.inCopy.filter((one) => !isOut(one)).map(({ kind, id, inCopy }) => ({ kind, id, leftOut: false, inCopy }))];
  const idsOf = (subject: ChronologyRow['subject']): Id[] => going.filter((row) => row.subject === subject).map((row) => row.id);
  return {
    caseName: choice.caseName.trim(),
    incidentIds: idsOf('incident'), caseIds: going.filter(({ subject }) => isToldKind(subject)).map(({ id }) => id), documentIds: [...idsOf('document'), ...undated.filter(({ id }) => choice.undatedIn.has(id)).map(({ id }) => id)], excerptIds: idsOf('excerpt'),
    ...(exhibits.length > 0 ? { exhibits } : {}),
    redactionListId: choice.redactionListId,
    foundRedactions: [...choice.foundRedactions],
    leaveOutExhibitOf: going.filter((row) => bringsExhibits(row) && choice.withoutExhibits.has(row.id)).map(({ id }) => id),
    aside: aside.flatMap(({ kind, id, canGo: can }) => (kind === 'incident' || !can || choice.takenOut.has(id) ? [] : [{ kind, id }])),
    includePrivileged: choice.includePrivileged,
  };
}
