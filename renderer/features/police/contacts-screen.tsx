import { useCallback, useMemo, useState } from 'react';
import { sayDate } from '../../../shared/dates';
import { emptyContact } from '../../../shared/model/case/contact';
import type { CaseRow } from '../../../shared/model/case/case-entry';
import type { Id } from '../../../shared/model/identity';
import { idsOf, namesById, personOf } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { contactFormLabels } from '../../../shared/picklists';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { useOnChange } from '../../app/use-on-change';
import { CaseKindScreen } from '../../ui-record/case-entry/case-kind-screen';
import { contactForm } from './contact-form';
import { NarrowBar } from './narrow-bar';
import { allContacts, isNarrowed, narrowing } from './narrow-contacts';
import { formOfRow, nameOfContact } from './say-contact';

/** Every contact with the police and other bodies: the list by day, what narrows it, and the open one. */
export function ContactsScreen() {
  const { place, go } = usePlaces();
  const openId = place.name === 'police' && place.view !== 'disclosures' ? place.entryId ?? null : null;
  const [narrowed, setNarrowed] = useState(allContacts);
  const { value: known, again: askPeople } = useAsk('people.list', {});
  const people = useMemo(() => known?.people ?? [], [known]);
  const open = useCallback((entryId: Id | null) => go({ name: 'police', view: 'contacts', ...(entryId === null ? {} : { entryId }) }), [go]);
  // Somebody may have been added in the entry that she leaves.
  useOnChange(openId, useCallback((left: Id | null) => { if (left !== null) askPeople(); }, [askPeople]));
  const names = useMemo(() => namesById(people), [people]);
  const nameOf = useCallback((id: Id) => names.get(id) ?? '', [names]);
  const chosenIds = useMemo(() => { const chosen = personOf(people, narrowed.personId); return chosen === undefined ? [] : idsOf(chosen); }, [people, narrowed.personId]);
  const narrow = useMemo(() => (isNarrowed(narrowed) ? (all: readonly CaseRow[]) => narrowing(all, narrowed, chosenIds, nameOf) : undefined), [narrowed, chosenIds, nameOf]);
  const form = useMemo(() => contactForm(people, open), [people, open]);
  const texts = messages.police;
  return (
    <CaseKindScreen
      kind="contact" form={form} words={texts} begins={() => emptyContact} openId={openId} onOpen={open} narrow={narrow}
      head={(all) => (all.length > 1 ? <NarrowBar value={narrowed} onChange={setNarrowed} rows={all} people={people} shownCount={narrow ? all.filter(narrow(all)).length : all.length} /> : null)}
      row={(row) => rowOf(row, nameOf)}
    />
  );
}

function rowOf(row: CaseRow, nameOf: (id: Id) => string): { title: string; detail: string; end?: string } {
  const form = formOfRow(row);
  const detail = [sayDate(row.happened) || messages.dates.undated, row.title !== '' && form !== null && contactFormLabels[form].label, row.bodyId !== null && nameOf(row.bodyId), row.reference].filter(Boolean).join(' · ');
  return { title: nameOfContact({ title: row.title, form }), detail, ...(row.hasOutcome ? { end: messages.police.hasOutcome } : {}) };
}
