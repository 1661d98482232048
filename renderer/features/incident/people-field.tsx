import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import type { Involvement } from '../../../shared/model/incident';
import type { Person, PersonRole } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { partLabels, personRoleLabels } from '../../../shared/picklists';
import { ask } from '../../app/bridge';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { ComboBox, Select } from '../../ui/select';
import { UndoLine } from '../../ui/undo-line';

const parts = (Object.keys(partLabels) as Involvement['part'][]).map((value) => ({ value, label: partLabels[value].label, hint: partLabels[value].explanation }));
const roles = (Object.keys(personRoleLabels) as PersonRole[]).map((value) => ({ value, label: personRoleLabels[value].label, hint: personRoleLabels[value].explanation }));
const newPerson = 'new';

/** Who took part. A name not used before is added to People on the spot. */
export function PeopleField({ value, people, onChange, onPeopleChanged }: { value: readonly Involvement[]; people: readonly Person[]; onChange: (people: Involvement[]) => void; onPeopleChanged: () => void }) {
  const texts = messages.incident;
  const [typed, setTyped] = useState('');
  const [naming, setNaming] = useState<{ name: string; role: PersonRole } | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [taken, setTaken] = useState<Involvement | null>(null);
  const calledOf = (personId: string): string => people.find((person) => person.id === personId)?.name ?? texts.unknownPerson;
  const name = typed.trim();
  const lower = name.toLocaleLowerCase('en-GB');
  const fitting = people.filter((person) => !value.some(({ personId }) => personId === person.id) && person.name.toLocaleLowerCase('en-GB').includes(lower));
  const isNew = name !== '' && !people.some((person) => person.name.toLocaleLowerCase('en-GB') === lower);
  const involve = (personId: string): void => { setTaken(null); onChange([...value, { personId, part: 'involved' }]); setTyped(''); };
  const addNew = async (): Promise<void> => {
    if (!naming) return;
    const added = await ask('people.add', naming);
    if (!added.ok) { setRefused(messages.errors.say(added.error)); return; }
    setRefused(null);
    setNaming(null);
    involve(added.value.id);
    onPeopleChanged();
  };
  return (
    <div className="stack-tight">
      <ul className="involved">
        {value.map((one) => {
          const called = calledOf(one.personId);
          return (
            <li key={one.personId}>
              <span className="involved-name" dir="auto">{called}</span>
              <Select hideLabel label={texts.part(called)} options={parts} value={one.part} onChange={(part) => onChange(value.map((old) => (old === one ? { ...old, part } : old)))} />
              <Button tone="quiet" icon={UserMinus} aria-label={texts.removePerson(called)} onPress={() => { onChange(value.filter((old) => old !== one)); setTaken(one); }}>{texts.remove}</Button>
            </li>
          );
        })}
      </ul>
      {taken && <UndoLine text={texts.takenOut(calledOf(taken.personId))} onUndo={() => { setTaken(null); onChange([...value, taken]); }} />}
      {naming ? (
        <div className="involved-new">
          <Select label={texts.newPersonRole(naming.name)} options={roles} value={naming.role} onChange={(role) => setNaming({ ...naming, role })} />
          <div className="row"><Button onPress={() => void addNew()}>{texts.add}</Button><Button tone="quiet" onPress={() => { setNaming(null); setTyped(''); }}>{messages.ui.cancel}</Button></div>
        </div>
      ) : (
        <ComboBox
          label={texts.addPerson} hint={texts.addPersonHint} inputValue={typed} onInputChange={setTyped}
          options={[...fitting.map((person) => ({ value: person.id, label: person.name, hint: personRoleLabels[person.role].label })), ...(isNew ? [{ value: newPerson, label: texts.addNew(name) }] : [])]}
          onChoose={(id) => (id === newPerson ? setNaming({ name, role: 'other' }) : involve(id))}
        />
      )}
      {refused && <Notice tone="needs-you" announce>{refused}</Notice>}
    </div>
  );
}
