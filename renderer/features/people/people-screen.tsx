import { UserPlus } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { personOf } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { useCommands } from '../../app/commands';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import '../../ui/place-list.css';
import { SplitView } from '../../ui/split-view';
import { PeopleList } from './people-list';
import { NewPerson } from './new-person';
import { PersonPage } from './person-page';

/** The place "People": who is in her record. */
export function PeopleScreen() {
  const { place, go } = usePlaces();
  const { readOnly } = useProgram();
  const [isAdding, setAdding] = useState(false);
  const asked = useAsk('people.list', {});
  const words = messages.people;
  const doubles = useAsk('people.doubles', {});
  const everyone = asked.value?.people ?? [];
  const likely = doubles.value?.doubles;
  const doubled = useMemo(() => new Set((likely ?? []).flatMap(({ oneId, otherId }) => [oneId, otherId])), [likely]);
  const openId = !isAdding && place.name === 'people' ? place.personId ?? null : null;
  const person = personOf(everyone, openId) ?? null;
  const { again } = asked;
  const { again: lookAgain } = doubles;
  const changed = useCallback(() => { again(); lookAgain(); }, [again, lookAgain]);
  const begin = (): void => setAdding(true);
  const half = useAsk('people.halfWritten', {});
  const { again: askHalf } = half;
  const wasAdding = useRef(isAdding);
  useEffect(() => { if (wasAdding.current && !isAdding) askHalf(); wasAdding.current = isAdding; }, [isAdding, askHalf]);
  const halfName = isAdding || readOnly ? null : half.value?.words?.name.trim() ?? null;
  useCommands(readOnly ? [] : [{ id: 'people-add', label: words.add, icon: UserPlus, run: begin }]);
  if (asked.value && everyone.length === 0 && !isAdding) {
    return <EmptyState isWhole title={words.emptyTitle} action={!readOnly && <Button tone="primary" icon={UserPlus} onPress={begin}>{words.add}</Button>}><p>{words.emptyWords}</p>{halfName !== null && <p>{words.halfWritten(halfName)}</p>}</EmptyState>;
  }
  return (
    <SplitView
      onBack={() => { setAdding(false); go({ name: 'people' }); }}
      list={
        <div className="place-list">
          <div className="place-list-head"><PageHeader title={words.title} actions={!readOnly && <Button icon={UserPlus} onPress={begin}>{words.add}</Button>} /></div>
          {halfName !== null && <div className="people-narrow"><Button tone="quiet" onPress={begin}>{words.goOn(halfName)}</Button></div>}
          {asked.error && <Notice tone="needs-you">{messages.errors.say(asked.error)}</Notice>}
          {everyone.length > 0 && (
            <PeopleList people={everyone} doubled={doubled} openId={person?.id ?? null} onOpen={(id) => { setAdding(false); go({ name: 'people', personId: id }); }} />
          )}
        </div>
      }
      detail={isAdding
        ? <NewPerson key="new" onAdded={(added) => { setAdding(false); changed(); go({ name: 'people', personId: added.id }); }} onLetGo={() => setAdding(false)} />
        : person ? <PersonPage key={person.id} person={person} people={everyone} doubles={(likely ?? []).filter(({ oneId, otherId }) => oneId === person.id || otherId === person.id)} isReadOnly={readOnly} onChanged={changed} onGone={() => { changed(); go({ name: 'people' }); }} /> : null}
      empty={<EmptyState title={words.pickOne} />}
    />
  );
}
