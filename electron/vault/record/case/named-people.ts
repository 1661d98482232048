import { idsOf, type Person } from '../../../../shared/model/person';
import type { Id } from '../../../../shared/model/identity';
import { listPeople } from '../people/people';
import type { Queries } from '../rows';

/** Who stands under any id of theirs, also one that was put with another: the kept id, and the name. Who was erased is not among them. For work over many entries; one name: `nameOfPerson`. `everybody`: where they were read already. */
export function namedPeople(from: Queries, everybody: readonly Person[] = listPeople(from)): ReadonlyMap<Id, { readonly id: Id; readonly name: string }> {
  return new Map(everybody.flatMap((person) => idsOf(person).map((id) => [id, { id: person.id, name: person.name }] as const)));
}
