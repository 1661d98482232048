import { z } from 'zod';
import { Dated } from '../dated';
import { Id, UtcInstant } from '../identity';
import { Officer, PersonRole } from '../person';
import { Evidence } from './evidence';
import { Tie, TieKind } from './tie';

/**
 * Somebody on the conflict map. `part`: the weightiest that they had in a dealing she noted; null without. `steps`: how many ties lie between them and the accused, 0 of the accused; null where none leads there.
 */
export const MapPerson = z.object({
  id: Id, name: z.string(), role: PersonRole, officer: Officer, organisation: z.string(), part: z.enum(['in-charge', 'supervisor', 'dealt']).nullable(), steps: z.number().int().nonnegative().nullable(), isErased: z.boolean(),
});
export type MapPerson = z.infer<typeof MapPerson>;

/** That two people of the map know each other, with where it stands in the record. `dealing`: the first supervised, the second was in charge of, one and the same dealing. `number`: by which map and table name it. */
export const MapTie = z.object({
  number: z.number().int().positive(), fromId: Id, toId: Id, kind: z.enum([...TieKind.options, 'dealing']), entryId: Id, entryKind: z.enum(['tie', 'contact']),
  words: z.string(), began: Dated, ended: Dated, known: Tie.shape.known, toldBy: z.string(), source: z.string(), evidence: Evidence, firstRecordedUtc: UtcInstant,
});
export type MapTie = z.infer<typeof MapTie>;

/** Who knew whom, from the ties and dealings that are her record. `untied`: who was in charge or supervised, and nobody they know is noted. */
export const ConflictMap = z.object({ people: z.array(MapPerson), ties: z.array(MapTie), untied: z.array(MapPerson) });
export type ConflictMap = z.infer<typeof ConflictMap>;

/** What of a map lies within so many steps of the accused; null: all of it. */
export function withinSteps({ people, ties, untied }: ConflictMap, steps: number | null): ConflictMap {
  if (steps === null) return { people, ties, untied };
  const near = people.filter((person) => person.steps !== null && person.steps <= steps);
  const ids = new Set(near.map(({ id }) => id));
  return { people: near, ties: ties.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)), untied: [] };
}
