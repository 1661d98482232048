import { messages } from '../../../shared/messages/en-gb';
import { usePlaces } from '../../app/places';
import { ViewTabs } from '../../ui/view-tabs';
import { ContactsScreen } from './contacts-screen';
import { DisclosuresScreen } from './disclosures-screen';

const tabs = [{ view: 'contacts', label: messages.police.tabs.contacts }, { view: 'disclosures', label: messages.police.tabs.disclosures }] as const;

/** The place "Police & agencies": every contact with them, and what they say they have. */
export function PolicePlace() {
  const { place, go } = usePlaces();
  const here = place.name === 'police' && place.view === 'disclosures' ? 'disclosures' : 'contacts';
  return (
    <ViewTabs label={messages.police.placeLabel} tabs={tabs} here={here} onGo={(view) => go({ name: 'police', view })}>
      {here === 'disclosures' ? <DisclosuresScreen /> : <ContactsScreen />}
    </ViewTabs>
  );
}
