import type { DaySpan } from '../model/dated';
import type { NotDividing } from '../model/case/patterns';
import type { Id } from '../model/identity';
import { numberOf } from './gaps-between';
import { isBounded } from './periods';

/** A separation as it is noted. `isRough`: its date is about or uncertain. */
export interface Separation { readonly entryId: Id; readonly span: DaySpan; readonly isRough: boolean }

/**
 * Which separations divide time, by their first day, and why each other one does not. One whose date holds another's that is known more exactly leaves the dividing to it: counted by both, the vaguer would leave out what the exact one tells apart.
 * Of several with the very same date the first divides. Whether two of them are one and the same is not said. `today`: `YYYY-MM-DD`.
 */
export function chooseDividers<S extends Separation>(separations: readonly S[], today: string): { dividing: S[]; left: NotDividing[] } {
  const left: NotDividing[] = [];
  const able = separations.filter(({ entryId, span, isRough }) => {
    const why = span.earliest === '' ? 'no-date' : isRough || !isBounded(span) ? 'rough' : span.earliest > today ? 'to-come' : null;
    if (why !== null) left.push({ entryId, why, by: null });
    return why === null;
  });
  // The shortest first, so that what takes another's place divides itself.
  const dividing: S[] = [];
  for (const one of able.toSorted((a, b) => lengthOf(a) - lengthOf(b) || byDay(a, b))) {
    const other = dividing.find(({ span }) => span.earliest >= one.span.earliest && span.latest <= one.span.latest);
    if (other === undefined) dividing.push(one);
    else left.push({ entryId: one.entryId, why: lengthOf(other) === lengthOf(one) ? 'same-date' : 'more-exact', by: other.entryId });
  }
  const order = new Map(separations.map(({ entryId }, at) => [entryId, at]));
  return { dividing: dividing.sort(byDay), left: left.sort((a, b) => (order.get(a.entryId) ?? 0) - (order.get(b.entryId) ?? 0)) };
}

const byDay = (a: Separation, b: Separation): number => (a.span.earliest < b.span.earliest ? -1 : a.span.earliest > b.span.earliest ? 1 : 0);

function lengthOf({ span }: Separation): number {
  return numberOf(span.latest) - numberOf(span.earliest);
}
