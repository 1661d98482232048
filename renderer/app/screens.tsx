import type { ComponentType } from 'react';
import { BringIn } from '../features/bring-in/bring-in';
import { ChronologyScreen } from '../features/chronology/chronology-screen';
import { DocumentsScreen } from '../features/documents/documents-screen';
import { HandOverScreen } from '../features/hand-over/hand-over-screen';
import { InboxScreen } from '../features/inbox/inbox-screen';
import { IncidentScreen } from '../features/incident/incident-screen';
import { LocationsScreen } from '../features/locations/locations-screen';
import { MailScreen } from '../features/mail/mail-screen';
import { MessagesScreen } from '../features/messages/messages-screen';
import { PeoplePlace } from '../features/people/people-place';
import { PolicePlace } from '../features/police/police-place';
import { SearchScreen } from '../features/search/search-screen';
import { SettingsScreen } from '../features/settings/settings-screen';
import { StartScreen } from '../features/start/start-screen';
import { VaultScreen } from '../features/vault/vault-screen';
import { CasePlace } from './case-place';
import type { PlaceName } from './places';

function ChronologyPlace() {
  return <ChronologyScreen drawIncident={(id, onChanged) => <IncidentScreen key={id} id={id} onChanged={onChanged} />} />;
}

function MessagesPlace() {
  return <MessagesScreen drawBringIn={(bringing) => <BringIn {...bringing} />} />;
}

function MailPlace() {
  return <MailScreen drawBringIn={(bringing) => <BringIn place="mail" dropped={null} {...bringing} />} />;
}

function LocationsPlace() {
  return <LocationsScreen drawBringIn={(bringing) => <BringIn place="locations" dropped={null} {...bringing} />} />;
}

/**
 * Which screen stands at which place: the only file that knows every feature. A place without a screen is not in the
 * rail; the start page is in no rail. A screen reads where it is from usePlaces().
 */
export const screens: Partial<Record<PlaceName, ComponentType>> = {
  start: StartScreen,
  chronology: ChronologyPlace,
  messages: MessagesPlace,
  documents: DocumentsScreen,
  mail: MailPlace,
  locations: LocationsPlace,
  inbox: InboxScreen,
  people: PeoplePlace,
  case: CasePlace,
  police: PolicePlace,
  'hand-over': HandOverScreen,
  search: SearchScreen,
  vault: VaultScreen,
  settings: SettingsScreen,
};
