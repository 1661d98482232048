import { UserMinus } from 'lucide-react';
import type { Id } from '../../../shared/model/identity';
import { type Person, personOf, type PersonRole } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { AddPerson } from './add-person';

export interface OnePersonFieldProps {
  label: string;
  hint?: string;
  value: Id | null;
  people: readonly Person[];
  except?: readonly Id[];
  newRole?: PersonRole;
  onChange: (personId: Id | null) => void;
  onPeopleChanged: () => void;
}

/** One person, or nobody yet. */
export function OnePersonField({ label, hint, value, people, except = [], newRole, onChange, onPeopleChanged }: OnePersonFieldProps) {
  if (value === null) return <AddPerson label={label} hint={hint} people={people} except={except} newRole={newRole} onAdd={onChange} onPeopleChanged={onPeopleChanged} />;
  const name = personOf(people, value)?.name ?? messages.people.erasedPerson;
  return (
    <div className="field" role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <div className="row"><span className="involved-name" dir="auto">{name}</span><Button tone="quiet" icon={UserMinus} aria-label={messages.incident.removePerson(name)} onPress={() => onChange(null)}>{messages.incident.remove}</Button></div>
    </div>
  );
}
