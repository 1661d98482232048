import { useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { handlesOf, namesOf, officerOf, type Person, type PersonRole } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { personRoleLabels } from '../../../shared/picklists';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ComboBox, Select } from '../../ui/select';
import { isNamedBy } from '../named-by';

const roles = (Object.keys(personRoleLabels) as PersonRole[]).map((value) => ({ value, label: personRoleLabels[value].label, hint: personRoleLabels[value].explanation }));
const newPerson = 'new';
/** Of many people the first who fit: each more that she types narrows them, and a list of hundreds would keep the page from standing. */
const mostOffered = 50;

export interface AddPersonProps {
  label: string;
  hint?: string;
  people: readonly Person[];
  /** Who is not offered. */
  except: readonly Id[];
  /** What somebody new is most likely to be. */
  newRole?: PersonRole;
  onAdd: (personId: Id) => void;
  onPeopleChanged: () => void;
}

/** Finds somebody by name while she types. A name not used before is added to People on the spot. */
export function AddPerson({ label, hint, people, except, newRole = 'other', onAdd, onPeopleChanged }: AddPersonProps) {
  const texts = messages.incident;
  const [typed, setTyped] = useState('');
  const [naming, setNaming] = useState<{ name: string; role: PersonRole } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const name = typed.trim();
  const lower = name.toLocaleLowerCase('en-GB');
  const fitting = people.filter((person) => !except.includes(person.id) && isNamedBy([...namesOf(person), ...handlesOf(person), officerOf(person).collarNumber], name)).slice(0, mostOffered);
  const isNew = name !== '' && !people.some((person) => namesOf(person).some((one) => one.toLocaleLowerCase('en-GB') === lower));
  const add = (personId: Id): void => { onAdd(personId); setTyped(''); };
  const addNew = async (): Promise<void> => {
    if (!naming) return;
    const added = await ask('people.add', naming);
    if (!added.ok) { setRefused(messages.errors.say(added.error)); return; }
    setRefused(null);
    setNaming(null);
    add(added.value.id);
    onPeopleChanged();
  };
  return (
    <>
      {naming ? (
        <div className="involved-new">
          <Select label={texts.newPersonRole(naming.name)} options={roles} value={naming.role} onChange={(role) => setNaming({ ...naming, role })} />
          <div className="row"><Button onPress={() => void addNew()}>{texts.add}</Button><Button tone="quiet" onPress={() => { setNaming(null); setTyped(''); }}>{messages.ui.cancel}</Button></div>
        </div>
      ) : (
        <ComboBox
          label={label} hint={hint} inputValue={typed} onInputChange={setTyped}
          options={[...fitting.map((person) => ({ value: person.id, label: person.name, hint: personRoleLabels[person.role].label })), ...(isNew ? [{ value: newPerson, label: texts.addNew(name) }] : [])]}
          onChoose={(id) => (id === newPerson ? setNaming({ name, role: newRole }) : add(id))}
        />
      )}
      {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
    </>
  );
}
