import type { Person, PersonRole } from '../../../shared/model/person';

/** What the form of a person holds while it is typed. */
export interface PersonWords { name: string; role: PersonRole | null; handles: string; note: string }

export const emptyWords: PersonWords = { name: '', role: null, handles: '', note: '' };

export function wordsOf({ name, role, handles, note }: Person): PersonWords {
  return { name, role, handles: handles.join('\n'), note };
}

export function isSame(one: PersonWords, other: PersonWords): boolean {
  return one.name === other.name && one.role === other.role && one.handles === other.handles && one.note === other.note;
}

/** The words as they are kept, or null while the name or who they are is missing. */
export function savable({ name, role, handles, note }: PersonWords): { name: string; role: PersonRole; handles: string; note: string } | null {
  return name.trim() === '' || role === null ? null : { name: name.trim(), role, handles, note: note.trim() };
}
