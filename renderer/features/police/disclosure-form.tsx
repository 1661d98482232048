import { sayDate } from '../../../shared/dates';
import type { Disclosure } from '../../../shared/model/case/disclosure';
import type { CaseEntry } from '../../../shared/model/case/case-entry';
import type { Id } from '../../../shared/model/identity';
import { type Person, personOf } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { disclosureFormLabels } from '../../../shared/picklists';
import { useAsk } from '../../app/use-ask';
import { DatedField } from '../../ui/dated-field';
import { Folded } from '../../ui/folded';
import { Facts, Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import type { CaseEntryForm } from '../../ui-record/case-entry/case-entry-form';
import { EvidenceField } from '../../ui-record/case-entry/evidence-field';
import { PrivilegedField, PrivilegedReading } from '../../ui-record/case-entry/privileged-field';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';
import { OnePersonField } from '../../ui-record/entry/one-person-field';
import { ComparisonBeingWritten, ComparisonKept } from './comparison';
import { ContactField } from './contact-field';
import { ItemsField } from './items-field';
import { ItemsList } from './items-list';
import './police.css';

const forms = (Object.keys(disclosureFormLabels) as Disclosure['form'][]).map((value) => ({ value, label: disclosureFormLabels[value].label, hint: disclosureFormLabels[value].explanation }));

/** How a reply or list is written and read. `openContact`: the way to where something was given. */
export function disclosureForm(people: readonly Person[], openContact: (id: Id) => void): CaseEntryForm<'disclosure'> {
  return {
    name: messages.disclosures.name,
    title: ({ title, form }) => title.trim() || disclosureFormLabels[form].label,
    fields: (draft, entry) => <DisclosureFields draft={draft} entry={entry} openContact={openContact} />,
    reading: (content) => <DisclosureReading content={content} people={people} />,
    below: (entry) => (entry.content.kind === 'disclosure' ? <ComparisonKept key={entry.versions.length} id={entry.id} content={entry.content} openContact={openContact} /> : null),
  };
}

function DisclosureFields({ draft, entry, openContact }: { draft: CaseDraft<'disclosure'>; entry: CaseEntry; openContact: (id: Id) => void }) {
  const { content, change, flush } = draft;
  const texts = messages.disclosures;
  const people = useAsk('people.list', {});
  const known = people.value?.people ?? [];
  const save = (): void => void flush();
  return (
    <>
      <Select label={texts.form} options={forms} value={content.form} onChange={(form) => change({ form })} />
      <DatedField label={texts.happened} value={content.happened} onChange={(happened) => change({ happened })} onBlur={save} />
      <OnePersonField label={texts.body} hint={texts.bodyHint} value={content.bodyId} people={known} newRole="organisation" onChange={(bodyId) => change({ bodyId })} onPeopleChanged={people.again} />
      <TextField label={texts.reference} value={content.reference} onChange={(reference) => change({ reference })} onBlur={save} maxLength={200} autoComplete="off" />
      <ContactField label={texts.contact.find} none={texts.contact.none} value={content.contactId} except={null} onChange={(contactId) => change({ contactId })} />
      <Section title={texts.items.title} description={texts.items.hint}><ItemsField items={content.items} onChange={(items) => change({ items })} /></Section>
      <ComparisonBeingWritten id={entry.id} draft={draft} openContact={openContact} />
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={(evidence) => change({ evidence })} /></Section>
      <TextArea label={texts.note} value={content.note} onChange={(note) => change({ note })} onBlur={save} maxLength={200_000} />
      <TextField label={texts.shortName} hint={texts.shortNameHint} value={content.title} onChange={(title) => change({ title })} onBlur={save} maxLength={300} autoComplete="off" />
      <PrivilegedField value={content.privilegedNote} onChange={(privilegedNote) => change({ privilegedNote })} onBlur={save} />
    </>
  );
}

function DisclosureReading({ content, people }: { content: Disclosure; people: readonly Person[] }) {
  const texts = messages.disclosures;
  const facts = [
    { name: texts.form, value: content.title.trim() === '' ? '' : disclosureFormLabels[content.form].label },
    { name: texts.happened, value: sayDate(content.happened, { weekday: true }) },
    { name: texts.body, value: content.bodyId === null ? '' : personOf(people, content.bodyId)?.name ?? messages.people.erasedPerson },
    { name: texts.reference, value: content.reference },
  ].filter(({ value }) => value !== '').map(({ name, value }) => ({ name, value: <span dir="auto">{value}</span> }));
  return (
    <div className="reading">
      {facts.length > 0 && <Facts facts={facts} />}
      {content.note && <p className="account-small" dir="auto">{content.note}</p>}
      <Folded level={2} title={texts.items.title} summary={texts.items.count(content.items.length)}><ItemsList items={content.items} onChange={null} /></Folded>
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={null} /></Section>
      <PrivilegedReading value={content.privilegedNote} />
    </div>
  );
}
