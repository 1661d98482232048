import { messages } from '../../../shared/messages/en-gb';
import { usePlaces } from '../../app/places';
import { ViewTabs } from '../../ui/view-tabs';
import { ConflictMapScreen } from './conflict-map-screen';
import { PeopleScreen } from './people-screen';
import { TiesScreen } from './ties-screen';

const tabs = [{ view: 'list', label: messages.ties.peopleTab }, { view: 'ties', label: messages.ties.tiesTab }, { view: 'map', label: messages.conflictMap.tab }] as const;

/** The place "People": everybody, who knows whom, and the map of it. */
export function PeoplePlace() {
  const { place, go } = usePlaces();
  const here = (place.name === 'people' ? place.view : undefined) ?? 'list';
  return (
    <ViewTabs label={messages.people.title} tabs={tabs} here={here} onGo={(view) => go(view === 'list' ? { name: 'people' } : { name: 'people', view })}>
      {here === 'ties' ? <TiesScreen /> : here === 'map' ? <ConflictMapScreen /> : <PeopleScreen />}
    </ViewTabs>
  );
}
