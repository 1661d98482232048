import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import type { ContactPerson } from '../../../shared/model/case/contact';
import { type Person, personOf } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { contactPartLabels } from '../../../shared/picklists';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';
import { UndoLine } from '../../ui/undo-line';
import { AddPerson } from '../../ui-record/entry/add-person';

const parts = (Object.keys(contactPartLabels) as ContactPerson['part'][]).map((value) => ({ value, label: contactPartLabels[value].label, hint: contactPartLabels[value].explanation }));

/** Whom she dealt with, and as what. */
export function DealtWithField({ value, people, onChange, onPeopleChanged }: { value: readonly ContactPerson[]; people: readonly Person[]; onChange: (people: ContactPerson[]) => void; onPeopleChanged: () => void }) {
  const texts = messages.police;
  const [taken, setTaken] = useState<ContactPerson | null>(null);
  const calledOf = (personId: string): string => personOf(people, personId)?.name ?? messages.people.erasedPerson;
  return (
    <div className="stack-tight">
      <ul className="involved">
        {value.map((one) => {
          const called = calledOf(one.personId);
          return (
            <li key={one.personId}>
              <span className="involved-name" dir="auto">{called}</span>
              <Select hideLabel label={texts.partOf(called)} options={parts} value={one.part} onChange={(part) => onChange(value.map((old) => (old === one ? { ...old, part } : old)))} />
              <Button tone="quiet" icon={UserMinus} aria-label={messages.incident.removePerson(called)} onPress={() => { onChange(value.filter((old) => old !== one)); setTaken(one); }}>{messages.incident.remove}</Button>
            </li>
          );
        })}
      </ul>
      {taken && <UndoLine text={messages.incident.takenOut(calledOf(taken.personId))} onUndo={() => { setTaken(null); onChange([...value, taken]); }} />}
      <AddPerson label={texts.people} hint={texts.peopleHint} people={people} except={value.map(({ personId }) => personId)} newRole="police" onAdd={(personId) => { setTaken(null); onChange([...value, { personId, part: 'spoke-to' }]); }} onPeopleChanged={onPeopleChanged} />
    </div>
  );
}
