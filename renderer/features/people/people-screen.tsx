import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { personRoleLabels } from '../../../shared/picklists';
import { useCommands } from '../../app/commands';
import { usePlaces } from '../../app/places';
import { useProgram } from '../../app/program';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { ListBox } from '../../ui/list-box';
import { Notice } from '../../ui/notice';
import { EmptyState, PageHeader } from '../../ui/page';
import '../../ui/place-list.css';
import { SplitView } from '../../ui/split-view';
import { PersonForm } from './person-form';

/** The place "People": who is in her record. */
export function PeopleScreen() {
  const { place, go } = usePlaces();
  const { readOnly } = useProgram();
  const [isAdding, setAdding] = useState(false);
  const asked = useAsk('people.list', {});
  const words = messages.people;
  const everyone = asked.value?.people ?? [];
  const openId = !isAdding && place.name === 'people' ? place.personId ?? null : null;
  const person = everyone.find(({ id }) => id === openId) ?? null;
  const begin = (): void => setAdding(true);
  useCommands(readOnly ? [] : [{ id: 'people-add', label: words.add, icon: UserPlus, run: begin }]);
  if (asked.value && everyone.length === 0 && !isAdding) {
    return <EmptyState isWhole title={words.emptyTitle} action={!readOnly && <Button tone="primary" icon={UserPlus} onPress={begin}>{words.add}</Button>}><p>{words.emptyWords}</p></EmptyState>;
  }
  return (
    <SplitView
      onBack={() => { setAdding(false); go({ name: 'people' }); }}
      list={
        <div className="place-list">
          <div className="place-list-head"><PageHeader title={words.title} actions={!readOnly && <Button icon={UserPlus} onPress={begin}>{words.add}</Button>} /></div>
          {asked.error && <Notice tone="needs-you">{messages.errors.say(asked.error)}</Notice>}
          {everyone.length > 0 && (
            <ListBox
              label={words.listLabel} openId={openId} onOpen={(id) => { setAdding(false); go({ name: 'people', personId: id }); }}
              entries={everyone.map(({ id, name, role }) => ({ id, title: name, detail: personRoleLabels[role].label }))}
            />
          )}
        </div>
      }
      detail={isAdding
        ? <PersonForm key="new" person={null} isReadOnly={readOnly} onSaved={(saved) => { setAdding(false); asked.again(); go({ name: 'people', personId: saved.id }); }} />
        : person ? <PersonForm key={person.id} person={person} isReadOnly={readOnly} onSaved={() => asked.again()} /> : null}
      empty={<EmptyState title={words.pickOne} />}
    />
  );
}
