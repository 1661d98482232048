import type { Involvement } from '../../../shared/model/incident';
import type { Person } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { partLabels } from '../../../shared/picklists';
import { PeopleWithParts } from '../../ui-record/entry/people-with-parts';

/** Who took part in an incident. */
export function PeopleField(props: { value: readonly Involvement[]; people: readonly Person[]; onChange: (people: Involvement[]) => void; onPeopleChanged: () => void }) {
  const texts = messages.incident;
  return <PeopleWithParts {...props} parts={partLabels} firstPart="involved" label={texts.addPerson} hint={texts.addPersonHint} partOf={texts.part} />;
}
