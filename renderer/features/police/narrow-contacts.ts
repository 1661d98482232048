import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { ContactForm } from '../../../shared/model/case/contact';
import type { Id } from '../../../shared/model/identity';

/** Which contacts the list shows. */
export interface ContactNarrowing {
  readonly form: ContactForm | null;
  readonly personId: Id | null;
  readonly text: string;
  readonly withoutOutcome: boolean;
}

export const allContacts: ContactNarrowing = { form: null, personId: null, text: '', withoutOutcome: false };

export function isNarrowed({ form, personId, text, withoutOutcome }: ContactNarrowing): boolean {
  return form !== null || personId !== null || text.trim() !== '' || withoutOutcome;
}

/**
 * Whether a row is shown. "Without an outcome" is said of a whole report: a row goes when anything that belongs to the same report has one. `chosenIds`: every id under which the chosen person is stored. `nameOf`: of a person, for the text.
 */
export function narrowing(rows: readonly CaseRow[], { form, personId, text, withoutOutcome }: ContactNarrowing, chosenIds: readonly Id[], nameOf: (id: Id) => string): (row: CaseRow) => boolean {
  const lower = text.trim().toLocaleLowerCase('en-GB');
  const open = withoutOutcome ? withoutOutcomeOf(rows) : null;
  return (row) =>
    (form === null || row.form === form)
    && (personId === null || row.personIds.some((id) => chosenIds.includes(id)))
    && (lower === '' || [row.title, row.opening, row.reference, ...row.personIds.map(nameOf)].some((words) => words.toLocaleLowerCase('en-GB').includes(lower)))
    && (open === null || open.has(row.id));
}

/** Rows of reports in which nothing has an outcome. */
function withoutOutcomeOf(rows: readonly CaseRow[]): Set<Id> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const firstOf = (start: CaseRow): Id => {
    const passed = new Set<Id>();
    let row = start;
    for (;;) {
      passed.add(row.id);
      const next = row.reportId === null ? undefined : byId.get(row.reportId);
      // A ring has no first; any name will do, so long as it is the same for all of it.
      if (next !== undefined && passed.has(next.id)) return [...passed].sort()[0] ?? row.id;
      if (next === undefined) return row.id;
      row = next;
    }
  };
  const firsts = new Map(rows.map((row) => [row.id, firstOf(row)]));
  const settled = new Set(rows.filter(({ hasOutcome }) => hasOutcome).map(({ id }) => firsts.get(id)));
  return new Set(rows.filter(({ id }) => !settled.has(firsts.get(id))).map(({ id }) => id));
}
