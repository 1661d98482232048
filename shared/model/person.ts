import { z } from 'zod';
import { Id, UtcInstant } from './identity';

/** Who somebody is to her; the record's words, not the law's. `organisation`: a force, a court, a council, a school. */
export const PersonRole = z.enum(['me', 'accused', 'child', 'witness', 'police', 'professional', 'family', 'friend', 'organisation', 'other']);
export type PersonRole = z.infer<typeof PersonRole>;

/** What is known of somebody as an officer or member of police staff; '' where it is not. */
export const Officer = z.object({ force: z.string().max(200), rank: z.string().max(100), collarNumber: z.string().max(50), unit: z.string().max(200) });
export type Officer = z.infer<typeof Officer>;

export const notAnOfficer: Officer = { force: '', rank: '', collarNumber: '', unit: '' };

/** Whether somebody is of the police, as far as the record says: by their role, or by a rank, a force or a number, as the person who did it may have. */
export function isOfficer({ role, officer: { force, rank, collarNumber } }: { readonly role: PersonRole; readonly officer: Officer }): boolean {
  return role === 'police' || [force, rank, collarNumber].some((said) => said.trim() !== '');
}

const Names = z.array(z.string().max(200)).max(50);

const Typed = z.string().max(100_000);

/** Somebody new, half written: the fields as they stand, with nothing made of them yet. `role` null: not said. Kept like any draft, and no part of the record. */
export const HalfWrittenPerson = z.object({
  name: z.string().max(200), role: PersonRole.nullable(), aliases: Typed, handles: Typed, ...Officer.shape, organisation: z.string().max(300), note: z.string().max(5000),
});
export type HalfWrittenPerson = z.infer<typeof HalfWrittenPerson>;

/** What she says of somebody. */
const Said = {
  name: z.string().max(200),
  role: PersonRole,
  /** Other names of the same person: before a marriage, for short, spelled otherwise. */
  aliases: Names,
  /** Names, numbers and handles under which messages show this person. Matched by her, never silently. */
  handles: Names,
  /** Kept when the role changes: an officer who is the accused is both. */
  officer: Officer,
  /** Where a professional works. */
  organisation: z.string().max(300),
  note: z.string().max(5000),
};

/** An entry of People that she said is somebody entered already: as she wrote it, under the one that is kept. `underId`: the entry it was put with, which may itself be put with another. */
export const MergedPerson = z.object({ id: Id, underId: Id, mergedUtc: UtcInstant, ...Said });
export type MergedPerson = z.infer<typeof MergedPerson>;

/** `merged`: what is stored under their ids is this person's (decision 0083). Of two entries of one person, only the one that is kept is listed. */
export const Person = z.object({ id: Id, ...Said, firstRecordedUtc: UtcInstant, merged: z.array(MergedPerson) });
export type Person = z.infer<typeof Person>;

/** Two entries that may be one person, and what they have in common, as one of them has it. */
export const LikelyDouble = z.object({ oneId: Id, otherId: Id, because: z.enum(['number', 'name', 'collar-number']), shared: z.string() });
export type LikelyDouble = z.infer<typeof LikelyDouble>;

/** Who stands under an id; undefined: erased, or nobody. */
export function personOf<P extends Pick<Person, 'id' | 'merged'>>(people: readonly P[], id: Id | null): P | undefined {
  return id === null ? undefined : people.find((person) => person.id === id || person.merged.some((one) => one.id === id));
}

/** What everybody is called, under each id of theirs: for lists, in which each line would have to go through all of them. */
export function namesById(people: readonly Pick<Person, 'id' | 'name' | 'merged'>[]): ReadonlyMap<Id, string> {
  return new Map(people.flatMap((person) => idsOf(person).map((id) => [id, person.name] as const)));
}

/** Every id under which somebody is stored, the kept one first. */
export function idsOf({ id, merged }: Pick<Person, 'id' | 'merged'>): Id[] {
  return [id, ...merged.map((one) => one.id)];
}

type Named = Pick<Person, 'name' | 'aliases' | 'handles' | 'merged'>;

/** Every name of somebody, the one she uses first. */
export function namesOf({ name, aliases, merged }: Pick<Named, 'name' | 'aliases' | 'merged'>): string[] {
  return [...new Set([name, ...aliases, ...merged.flatMap((one) => [one.name, ...one.aliases])])];
}

/** Every number and handle of somebody. */
export function handlesOf({ handles, merged }: Pick<Named, 'handles' | 'merged'>): string[] {
  return [...new Set([...handles, ...merged.flatMap((one) => one.handles)])];
}

/** What is known of them as an officer: what the kept entry leaves open is taken from the others. */
export function officerOf({ officer, merged }: Pick<Person, 'officer' | 'merged'>): Officer {
  const known = (field: keyof Officer): string => [officer, ...merged.map((one) => one.officer)].map((one) => one[field]).find((text) => text !== '') ?? '';
  return { force: known('force'), rank: known('rank'), collarNumber: known('collarNumber'), unit: known('unit') };
}
