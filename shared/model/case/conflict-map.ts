import { z } from 'zod';
import { Dated } from '../dated';
import { Id, UtcInstant } from '../identity';
import { Officer, PersonRole } from '../person';
import { Evidence, NamedEvidence } from './evidence';
import { Tie, TieKind } from './tie';

/**
 * Somebody on the conflict map. `part`: the weightiest that they had in a contact she noted; null without. `steps`: how many ties lie between them and the accused, 0 of the accused; null where none leads there.
 */
export const MapPerson = z.object({
  id: Id, name: z.string(), role: PersonRole, officer: Officer, organisation: z.string(), part: z.enum(['in-charge', 'supervisor', 'dealt']).nullable(), steps: z.number().int().nonnegative().nullable(), isErased: z.boolean(),
});
export type MapPerson = z.infer<typeof MapPerson>;

/** That two people of the map know each other. `contact`: the first supervised, the second was in charge of, one and the same contact. `number`: by which map and table name it. */
export const KnownTie = z.object({ number: z.number().int().positive(), fromId: Id, toId: Id, kind: z.enum([...TieKind.options, 'contact']), entryId: Id, entryKind: z.enum(['tie', 'contact']) });
export type KnownTie = z.infer<typeof KnownTie>;

/** The same with where it stands in the record, and how it is known. */
export const MapTie = KnownTie.extend({ words: z.string(), began: Dated, ended: Dated, known: Tie.shape.known, toldBy: z.string(), source: z.string(), evidence: Evidence, firstRecordedUtc: UtcInstant });
export type MapTie = z.infer<typeof MapTie>;

/** Who knew whom, from the ties and contacts that are her record. `untied`: who was in charge or supervised, and nobody they know is noted. */
export interface ConflictMap<T extends KnownTie = MapTie> { readonly people: readonly MapPerson[]; readonly ties: readonly T[]; readonly untied: readonly MapPerson[] }

/** What of a map lies within so many steps of the accused; null: all of it. */
export function withinSteps<T extends KnownTie>({ people, ties, untied }: ConflictMap<T>, steps: number | null): ConflictMap<T> {
  if (steps === null) return { people, ties, untied };
  const near = people.filter((person) => person.steps !== null && person.steps <= steps);
  const ids = new Set(near.map(({ id }) => id));
  return { people: near, ties: ties.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)), untied: [] };
}

/** How many steps from the accused are asked for; null: everybody. */
export const Steps = z.number().int().nonnegative().nullable();

/** How somebody stands out: by shape and by the words in it, never by a colour alone. */
export const PersonLook = z.enum(['accused', 'in-charge', 'supervisor', 'me', 'other']);
export type PersonLook = z.infer<typeof PersonLook>;

const Px = z.number();
const box = { x: Px, y: Px, width: Px, height: Px };

/** Somebody as drawn. `nameLines`, `who`: as they are broken into lines; `ties`: how many lead to them, where several between the same two are one. In px, x and y of the left upper corner. */
export const ShownPerson = z.object({ id: Id, name: z.string(), isErased: z.boolean(), look: PersonLook, nameLines: z.array(z.string()), who: z.array(z.string()), ties: z.number().int(), ...box });
export type ShownPerson = z.infer<typeof ShownPerson>;

/** A tie as drawn. `one`, `other`: places in the list of people; `curve`, `arrow` ('' without): path data; `label`: null where there was no room. */
export const ShownTie = z.object({ one: z.number().int(), other: z.number().int(), curve: z.string(), arrow: z.string(), label: z.object({ lines: z.array(z.string()), ...box }).nullable() });
export type ShownTie = z.infer<typeof ShownTie>;

/** The map as a screen shows it. `peopleCount`, `tieCount`: on the map, of whom not all may be drawn. `untied`: names. `isEmpty`: no tie is recorded, however many steps are asked for. */
export const ShownMap = z.object({ width: Px, height: Px, people: z.array(ShownPerson), ties: z.array(ShownTie), peopleCount: z.number().int(), tieCount: z.number().int(), untied: z.array(z.string()), isEmpty: z.boolean() });
export type ShownMap = z.infer<typeof ShownMap>;

/** A tie as a line of the table beside the map, with names where the map has ids. */
export const ListedTie = MapTie.omit({ fromId: true, toId: true, evidence: true }).extend({ fromName: z.string(), toName: z.string(), evidence: z.array(NamedEvidence) });
export type ListedTie = z.infer<typeof ListedTie>;
