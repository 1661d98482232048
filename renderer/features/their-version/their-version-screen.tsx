import { useMemo } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { emptyCounterAllegation } from '../../../shared/model/case/counter-allegation';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { CaseKindScreen } from '../../ui-record/case-entry/case-kind-screen';
import { theirVersionForm } from './their-version-form';

/** What was claimed about her: a list, and the open one beside her own record of those days. */
export function TheirVersionScreen() {
  const { place, go } = usePlaces();
  const people = useAsk('people.list', {}).value?.people;
  const form = useMemo(() => theirVersionForm(people ?? []), [people]);
  return (
    <CaseKindScreen
      kind="counter-allegation" form={form} words={messages.theirVersion} begins={() => emptyCounterAllegation}
      openId={place.name === 'case' ? place.entryId ?? null : null}
      onOpen={(entryId) => go({ name: 'case', view: 'counter-allegations', ...(entryId === null ? {} : { entryId }) })}
    />
  );
}
