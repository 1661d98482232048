import type { Participant } from '../../../shared/model/conversation';
import type { Person } from '../../../shared/model/person';
import { nationalFigures } from './named-by';

/** Why somebody of People may be this participant: the same number, address or user name; or the same name. */
export interface Suggestion { readonly person: Person; readonly because: 'handle' | 'name' }

/**
 * Whom of People a participant may be. Only ever a suggestion: she says so, or it is not so. A number or address stands before a name; where two of People fit as well, none is suggested.
 */
export function suggestFor({ name, handle }: Pick<Participant, 'name' | 'handle'>, people: readonly Person[]): Suggestion | null {
  const handles = [handle, name].map(plainHandle).filter((plain) => plain !== '');
  const byHandle = people.filter((person) => person.handles.some((one) => handles.includes(plainHandle(one))));
  if (byHandle.length > 0) return byHandle[0] && byHandle.length === 1 ? { person: byHandle[0], because: 'handle' } : null;
  const plain = plainName(name);
  const byName = plain === '' ? [] : people.filter((person) => plainName(person.name) === plain);
  return byName[0] && byName.length === 1 ? { person: byName[0], because: 'name' } : null;
}

/** A telephone number by its figures, with a British one at home and abroad alike; anything else without case and spaces. '' for what tells nobody apart. */
function plainHandle(handle: string): string {
  const figures = handle.replace(/\D/g, '');
  if (figures.length >= 7 && /^[\d\s()+./-]+$/.test(handle.trim())) return nationalFigures(handle);
  return plainName(handle).replace(/\s/g, '');
}

function plainName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}
