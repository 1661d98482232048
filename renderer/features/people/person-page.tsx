import { Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { LikelyDouble, Person } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { ask } from '../../app/bridge';
import { AskReason } from '../../ui/ask-reason';
import { Button } from '../../ui/button';
import { EntryHistory } from '../../ui-record/entry/entry-history';
import '../../ui-record/entry/entry.css';
import { PersonForm } from './person-form';
import { SamePerson } from './same-person';

export interface PersonPageProps {
  person: Person;
  people: readonly Person[];
  doubles: readonly LikelyDouble[];
  isReadOnly: boolean;
  onChanged: () => void;
  /** They were erased. */
  onGone: () => void;
}

/** Somebody who is in the record: what she says of them, their other entries, what happened to this one, and the way to erase it. Give it `key={person.id}`. */
export function PersonPage({ person, people, doubles, isReadOnly, onChanged, onGone }: PersonPageProps) {
  const texts = messages.people;
  const [isErasing, setErasing] = useState(false);
  const entry = useMemo(() => ({ id: person.id, versions: [], of: person }), [person]);
  const erase = async (reason: string): Promise<string | null> => {
    const erased = await ask('people.erase', { id: person.id, reason });
    if (!erased.ok) return messages.errors.say(erased.error);
    onGone();
    return null;
  };
  return (
    <PersonForm
      person={person} isReadOnly={isReadOnly} onSaved={onChanged}
      below={
        <div className="stack measure">
          {!isReadOnly && <SamePerson person={person} people={people} doubles={doubles} onChanged={onChanged} />}
          <EntryHistory entry={entry} level={2} />
          {!isReadOnly && <div className="row"><Button tone="quiet" icon={Trash2} onPress={() => setErasing(true)}>{texts.erase}</Button></div>}
          <AskReason title={texts.eraseTitle} reasonLabel={texts.eraseReason} confirmLabel={texts.eraseConfirm} isOpen={isErasing} onClose={() => setErasing(false)} onConfirm={erase} loses><p>{texts.eraseText}</p><p>{texts.eraseStays}</p></AskReason>
        </div>
      }
    />
  );
}
