import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { type Person, personOf } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { UndoLine } from '../../ui/undo-line';
import { AddPerson } from '../../ui-record/entry/add-person';

/** Who could have looked or told, each once. */
export function ThroughField({ value, people, onChange, onPeopleChanged }: { value: readonly Id[]; people: readonly Person[]; onChange: (throughIds: Id[]) => void; onPeopleChanged: () => void }) {
  const texts = messages.lookUps;
  const [taken, setTaken] = useState<Id | null>(null);
  const calledOf = (id: Id): string => personOf(people, id)?.name ?? messages.people.erasedPerson;
  return (
    <div className="stack-tight">
      {value.length > 0 && (
        <ul className="involved">
          {value.map((id) => (
            <li key={id}>
              <span className="involved-name" dir="auto">{calledOf(id)}</span>
              <Button tone="quiet" icon={UserMinus} aria-label={messages.incident.removePerson(calledOf(id))} onPress={() => { onChange(value.filter((one) => one !== id)); setTaken(id); }}>{messages.incident.remove}</Button>
            </li>
          ))}
        </ul>
      )}
      {taken !== null && <UndoLine text={messages.incident.takenOut(calledOf(taken))} onUndo={() => { setTaken(null); onChange([...value, taken]); }} />}
      <AddPerson label={texts.through} hint={texts.throughHint} people={people} except={value} newRole="police" onAdd={(id) => { setTaken(null); onChange([...value, id]); }} onPeopleChanged={onPeopleChanged} />
    </div>
  );
}
