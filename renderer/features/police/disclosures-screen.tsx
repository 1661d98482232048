import { useCallback, useMemo } from 'react';
import { sayDate } from '../../../shared/dates';
import { emptyDisclosure, type Disclosure } from '../../../shared/model/case/disclosure';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { Id } from '../../../shared/model/identity';
import { personOf } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { disclosureFormLabels } from '../../../shared/picklists';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { CaseKindScreen } from '../../ui-record/case-entry/case-kind-screen';
import { disclosureForm } from './disclosure-form';

/** Replies and lists that came back, and the open one held against what she gave. */
export function DisclosuresScreen() {
  const { place, go } = usePlaces();
  const people = useAsk('people.list', {}).value?.people;
  const open = useCallback((entryId: Id | null) => go({ name: 'police', view: 'disclosures', ...(entryId === null ? {} : { entryId }) }), [go]);
  const openContact = useCallback((entryId: Id) => go({ name: 'police', view: 'contacts', entryId }), [go]);
  const form = useMemo(() => disclosureForm(people ?? [], openContact), [people, openContact]);
  return (
    <CaseKindScreen
      kind="disclosure" form={form} words={messages.disclosures} begins={() => emptyDisclosure}
      openId={place.name === 'police' && place.view === 'disclosures' ? place.entryId ?? null : null} onOpen={open}
      row={(row) => rowOf(row, personOf(people ?? [], row.bodyId)?.name ?? '')}
    />
  );
}

function rowOf({ title, form, happened, reference }: CaseRow, bodyName: string): { title: string; detail: string } {
  const label = form in disclosureFormLabels ? disclosureFormLabels[form as Disclosure['form']].label : '';
  return { title: title || label || messages.disclosures.untitled, detail: [sayDate(happened) || messages.dates.undated, title !== '' && label, bodyName, reference].filter(Boolean).join(' · ') };
}
