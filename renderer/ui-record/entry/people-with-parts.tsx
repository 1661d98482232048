import { UserMinus } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../../../shared/model/identity';
import { idsOf, type Person, personOf, type PersonRole } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { Button } from '../../ui/button';
import { Select } from '../../ui/select';
import { UndoLine } from '../../ui/undo-line';
import { AddPerson } from './add-person';

export interface PeopleWithPartsProps<Part extends string> {
  value: readonly { personId: Id; part: Part }[];
  /** Every part, each once, with its words. */
  parts: Readonly<Record<Part, { label: string; explanation: string }>>;
  /** The part of somebody just added. */
  firstPart: Part;
  label: string;
  hint: string;
  /** What the choice of somebody's part is called. */
  partOf: (name: string) => string;
  /** What somebody written here for the first time is, in People. */
  newRole?: PersonRole;
  people: readonly Person[];
  onChange: (people: { personId: Id; part: Part }[]) => void;
  onPeopleChanged: () => void;
}

/** Who took part, and as what. A name not used before is added to People on the spot; two entries of one person count as one. */
export function PeopleWithParts<Part extends string>({ value, parts, firstPart, label, hint, partOf, newRole, people, onChange, onPeopleChanged }: PeopleWithPartsProps<Part>) {
  const texts = messages.incident;
  const [taken, setTaken] = useState<{ personId: Id; part: Part } | null>(null);
  const options = (Object.keys(parts) as Part[]).map((part) => ({ value: part, label: parts[part].label, hint: parts[part].explanation }));
  const calledOf = (personId: Id): string => personOf(people, personId)?.name ?? messages.people.erasedPerson;
  const here = value.flatMap(({ personId }) => { const person = personOf(people, personId); return person ? idsOf(person) : [personId]; });
  return (
    <div className="stack-tight">
      <ul className="involved">
        {value.map((one) => {
          const called = calledOf(one.personId);
          return (
            <li key={one.personId}>
              <span className="involved-name" dir="auto">{called}</span>
              <Select hideLabel label={partOf(called)} options={options} value={one.part} onChange={(part) => onChange(value.map((old) => (old === one ? { ...old, part } : old)))} />
              <Button tone="quiet" icon={UserMinus} aria-label={texts.removePerson(called)} onPress={() => { onChange(value.filter((old) => old !== one)); setTaken(one); }}>{texts.remove}</Button>
            </li>
          );
        })}
      </ul>
      {taken && <UndoLine text={texts.takenOut(calledOf(taken.personId))} onUndo={() => { setTaken(null); onChange([...value, taken]); }} />}
      <AddPerson label={label} hint={hint} people={people} except={here} {...(newRole && { newRole })} onAdd={(personId) => { setTaken(null); onChange([...value, { personId, part: firstPart }]); }} onPeopleChanged={onPeopleChanged} />
    </div>
  );
}
