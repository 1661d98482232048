import type { ContactPerson } from '../../../shared/model/case/contact';
import type { Person } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { contactPartLabels } from '../../../shared/picklists';
import { PeopleWithParts } from '../../ui-record/entry/people-with-parts';

/** Whom she dealt with, and as what. */
export function DealtWithField(props: { value: readonly ContactPerson[]; people: readonly Person[]; onChange: (people: ContactPerson[]) => void; onPeopleChanged: () => void }) {
  const texts = messages.police;
  return <PeopleWithParts {...props} parts={contactPartLabels} firstPart="spoke-to" newRole="police" label={texts.people} hint={texts.peopleHint} partOf={texts.partOf} />;
}
