import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import type { Involvement } from '../../../shared/model/incident';
import { idsOf, type Person, personOf } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { partLabels } from '../../../shared/picklists';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';
import { UndoLine } from '../../ui/undo-line';
import { AddPerson } from '../../ui-record/entry/add-person';

const parts = (Object.keys(partLabels) as Involvement['part'][]).map((value) => ({ value, label: partLabels[value].label, hint: partLabels[value].explanation }));

/** Who took part. A name not used before is added to People on the spot. */
export function PeopleField({ value, people, onChange, onPeopleChanged }: { value: readonly Involvement[]; people: readonly Person[]; onChange: (people: Involvement[]) => void; onPeopleChanged: () => void }) {
  const texts = messages.incident;
  const [taken, setTaken] = useState<Involvement | null>(null);
  const calledOf = (personId: string): string => personOf(people, personId)?.name ?? messages.people.erasedPerson;
  const involve = (personId: string): void => { setTaken(null); onChange([...value, { personId, part: 'involved' }]); };
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
      <AddPerson label={texts.addPerson} hint={texts.addPersonHint} people={people} except={value.flatMap(({ personId }) => { const person = personOf(people, personId); return person ? idsOf(person) : [personId]; })} onAdd={involve} onPeopleChanged={onPeopleChanged} />
    </div>
  );
}
