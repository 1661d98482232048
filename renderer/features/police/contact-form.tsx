import type { ContactForm } from '../../../shared/model/case/contact';
import type { Id } from '../../../shared/model/identity';
import type { Person } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { contactFormLabels } from '../../../shared/picklists';
import { useAsk } from '../../app/use-ask';
import { DatedField } from '../../ui/dated-field';
import { Folded } from '../../ui/folded';
import { Later } from '../../ui/later';
import { Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { TextArea, TextField } from '../../ui/text-field';
import type { CaseEntryForm } from '../../ui-record/case-entry/case-entry-form';
import { EvidenceField } from '../../ui-record/case-entry/evidence-field';
import { IncidentsField } from '../../ui-record/case-entry/incidents-field';
import { PrivilegedField } from '../../ui-record/case-entry/privileged-field';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';
import { DeadlineOffer } from '../../ui-record/deadline-offer';
import { OnePersonField } from '../../ui-record/entry/one-person-field';
import { ContactField } from './contact-field';
import { ContactReading } from './contact-reading';
import { DealtWithField } from './dealt-with-field';
import { GivenField } from './given-field';
import { OutcomesField } from '../../ui-record/case-entry/outcomes-field';
import './police.css';
import { PromisedField } from './promised-field';
import { nameOfContact } from './say-contact';
import { ToldAndHappenedPart } from './told-and-happened';

const forms = (Object.keys(contactFormLabels) as ContactForm[]).map((value) => ({ value, label: contactFormLabels[value].label, hint: contactFormLabels[value].explanation }));

/** How a contact is written and read. `people`: everybody, for names. `onOpen`: the way to another contact of the same report. */
export function contactForm(people: readonly Person[], onOpen: (id: Id) => void): CaseEntryForm<'contact'> {
  return {
    name: messages.police.name,
    title: (content) => nameOfContact(content),
    fields: (draft, { id }) => <ContactFields draft={draft} id={id} />,
    reading: (content) => <ContactReading content={content} people={people} />,
    below: (entry) => (
      <>
        <ToldAndHappenedPart key={`${entry.id} ${entry.versions.length}`} contactId={entry.id} onOpen={onOpen} />
        {entry.content.kind === 'contact' && <DeadlineOffer contactId={entry.id} contact={entry.content} />}
      </>
    ),
  };
}

/** In the order in which it is told; the long lists are folded while they are empty, and nothing is needed. */
function ContactFields({ draft: { content, change, flush }, id }: { draft: CaseDraft<'contact'>; id: Id }) {
  const texts = messages.police;
  const people = useAsk('people.list', {});
  const known = people.value?.people ?? [];
  const save = (): void => void flush();
  return (
    <>
      <Select label={texts.form} options={forms} value={content.form} onChange={(form) => change({ form })} />
      <DatedField label={texts.happened} value={content.happened} onChange={(happened) => change({ happened })} onBlur={save} />
      <DealtWithField value={content.people} people={known} onChange={(dealtWith) => change({ people: dealtWith })} onPeopleChanged={people.again} />
      <OnePersonField label={texts.body} hint={texts.bodyHint} value={content.bodyId} people={known} newRole="organisation" onChange={(bodyId) => change({ bodyId })} onPeopleChanged={people.again} />
      <TextField label={texts.reference} hint={texts.referenceHint} value={content.reference} onChange={(reference) => change({ reference })} onBlur={save} maxLength={200} autoComplete="off" />
      <TextArea label={texts.said} look="account" value={content.said} onChange={(said) => change({ said })} onBlur={save} maxLength={200_000} />
      <TextArea label={texts.told} hint={texts.toldHint} look="account" value={content.told} onChange={(told) => change({ told })} onBlur={save} maxLength={200_000} />
      <Later>
        <div className="kinds">
          <Folded level={2} title={texts.promised.title} summary={content.promised.length === 0 ? undefined : texts.promised.count(content.promised.length)} startsOpen={content.promised.length > 0}>
            <PromisedField value={content.promised} onChange={(promised) => change({ promised })} onBlur={save} />
          </Folded>
          <Folded level={2} title={texts.given.title} summary={content.given.length === 0 ? undefined : texts.given.count(content.given.length)} startsOpen={content.given.length > 0}>
            <div className="stack"><p className="quiet measure">{texts.given.hint}</p><GivenField value={content.given} onChange={(given) => change({ given })} onBlur={save} /></div>
          </Folded>
          <Folded level={2} title={texts.cameBack.title} startsOpen={content.cameBack !== ''}>
            <TextArea label={texts.cameBack.label} hint={texts.cameBack.hint} value={content.cameBack} onChange={(cameBack) => change({ cameBack })} onBlur={save} maxLength={200_000} />
          </Folded>
          <Folded level={2} title={texts.outcomes.title} summary={content.outcomes.length === 0 ? undefined : texts.outcomes.count(content.outcomes.length)} startsOpen={content.outcomes.length > 0}>
            <div className="stack"><p className="quiet measure">{texts.outcomes.hint}</p><OutcomesField value={content.outcomes} onChange={(outcomes) => change({ outcomes })} onBlur={save} /></div>
          </Folded>
          <Folded level={2} title={texts.report.title} startsOpen={content.reportId !== null}>
            <ContactField label={texts.report.find} hint={texts.report.hint} none={texts.report.none} value={content.reportId} except={id} onChange={(reportId) => change({ reportId })} />
          </Folded>
          <Folded level={2} title={texts.incidents.title} summary={content.incidentIds.length === 0 ? undefined : texts.incidents.count(content.incidentIds.length)} startsOpen={content.incidentIds.length > 0}>
            <div className="stack-tight"><p className="quiet measure">{texts.incidents.hint}</p><IncidentsField value={content.incidentIds} onChange={(incidentIds) => change({ incidentIds })} /></div>
          </Folded>
        </div>
        <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={(evidence) => change({ evidence })} /></Section>
        <TextField label={texts.shortName} hint={texts.shortNameHint} value={content.title} onChange={(title) => change({ title })} onBlur={save} maxLength={300} autoComplete="off" />
        <PrivilegedField value={content.privilegedNote} onChange={(privilegedNote) => change({ privilegedNote })} onBlur={save} />
      </Later>
    </>
  );
}
