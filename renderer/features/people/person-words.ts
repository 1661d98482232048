import type { HalfWrittenPerson, Officer, Person } from '../../../shared/model/person';
import { linesOf } from './lines-text';

/** What the form of a person holds while it is typed. */
export type PersonWords = HalfWrittenPerson;

export const emptyWords: PersonWords = { name: '', role: null, aliases: '', handles: '', force: '', rank: '', collarNumber: '', unit: '', organisation: '', note: '' };

export function wordsOf({ name, role, aliases, handles, officer, organisation, note }: Person): PersonWords {
  return { name, role, aliases: aliases.join('\n'), handles: handles.join('\n'), ...officer, organisation, note };
}

/** Whether nothing was changed: somebody only looked at is not amended. */
export function isSame(one: PersonWords, other: PersonWords): boolean {
  return (Object.keys(one) as (keyof PersonWords)[]).every((field) => one[field] === other[field]);
}

/** Whether anything is said of them as an officer. */
export function hasOfficer({ force, rank, collarNumber, unit }: Officer): boolean {
  return [force, rank, collarNumber, unit].some((text) => text.trim() !== '');
}

/** The words as they are kept, or null while the name or who they are is missing. */
export function savable(words: PersonWords): Omit<Person, 'id' | 'firstRecordedUtc' | 'merged'> | null {
  const { name, role, aliases, handles, force, rank, collarNumber, unit, organisation, note } = words;
  if (name.trim() === '' || role === null) return null;
  return {
    name: name.trim(), role, aliases: linesOf(aliases), handles: linesOf(handles), officer: { force: force.trim(), rank: rank.trim(), collarNumber: collarNumber.trim(), unit: unit.trim() },
    organisation: organisation.trim(), note: note.trim(),
  };
}
