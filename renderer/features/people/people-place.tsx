import { messages } from '../../../shared/messages/en-gb';
import { usePlaces } from '../../app/places';
import { ViewTabs } from '../../ui/view-tabs';
import { PeopleScreen } from './people-screen';
import { TiesScreen } from './ties-screen';

const tabs = [{ view: 'list', label: messages.ties.peopleTab }, { view: 'ties', label: messages.ties.tiesTab }] as const;

/** The place "People": everybody, and who knows whom. */
export function PeoplePlace() {
  const { place, go } = usePlaces();
  const here = place.name === 'people' && place.view === 'ties' ? 'ties' : 'list';
  return (
    <ViewTabs label={messages.people.title} tabs={tabs} here={here} onGo={(view) => go(view === 'list' ? { name: 'people' } : { name: 'people', view })}>
      {here === 'ties' ? <TiesScreen /> : <PeopleScreen />}
    </ViewTabs>
  );
}
