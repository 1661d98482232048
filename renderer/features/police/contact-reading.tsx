import { sayDate } from '../../../shared/dates';
import type { Contact } from '../../../shared/model/case/contact';
import { type Person, personOf } from '../../../shared/model/person';
import { messages } from '../../../shared/messages/en-gb';
import { contactFormLabels, contactPartLabels, keptLabels, mannerLabels } from '../../../shared/picklists';
import { Facts, Section } from '../../ui/page';
import { EvidenceField } from '../../ui-record/case-entry/evidence-field';
import { IncidentsField } from '../../ui-record/case-entry/incidents-field';
import { OutcomesReading } from '../../ui-record/case-entry/outcomes-reading';
import { PrivilegedReading } from '../../ui-record/case-entry/privileged-field';
import { SaidSection } from '../../ui-record/case-entry/said-section';

/** A contact as it is read, in any version; what is empty is left out. */
export function ContactReading({ content, people }: { content: Contact; people: readonly Person[] }) {
  const texts = messages.police;
  const called = (id: string): string => personOf(people, id)?.name ?? messages.people.erasedPerson;
  const facts = [
    { name: texts.form, value: content.form === null || content.title.trim() === '' ? '' : contactFormLabels[content.form].label },
    { name: texts.happened, value: sayDate(content.happened, { weekday: true }) },
    { name: texts.people, value: content.people.map(({ personId, part }) => `${called(personId)} (${contactPartLabels[part].label.toLocaleLowerCase('en-GB')})`).join('; ') },
    { name: texts.body, value: content.bodyId === null ? '' : called(content.bodyId) },
    { name: texts.reference, value: content.reference },
  ].filter(({ value }) => value !== '').map(({ name, value }) => ({ name, value: <span dir="auto">{value}</span> }));
  return (
    <div className="reading">
      {facts.length > 0 && <Facts facts={facts} />}
      <SaidSection title={texts.said} text={content.said} />
      <SaidSection title={texts.told} text={content.told} />
      {content.promised.length > 0 && (
        <Section title={texts.promised.title}>
          <ul className="said-list">{content.promised.map(({ id, what, by, kept }) => <li key={id}><p className="account-small" dir="auto">{what}</p><p className="quiet small">{[sayDate(by) && texts.story.by(sayDate(by)), kept !== 'not-said' && keptLabels[kept]].filter(Boolean).join(' · ')}</p></li>)}</ul>
        </Section>
      )}
      {content.given.length > 0 && (
        <Section title={texts.given.title}>
          <ul className="said-list">
            {content.given.map(({ id, what, target, manner, receipt }) => (
              <li key={id}>
                <p dir="auto">{what || texts.given.noWords}</p>
                <p className="quiet small" dir="auto">{[manner !== 'not-said' && mannerLabels[manner].label, receipt && texts.given.receiptSays(receipt), target === null && texts.given.notInRecord].filter(Boolean).join(' · ')}</p>
                {target !== null && <EvidenceField value={[target]} onChange={null} />}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <SaidSection title={texts.cameBack.title} text={content.cameBack} />
      <OutcomesReading outcomes={content.outcomes} />
      {content.incidentIds.length > 0 && <Section title={texts.incidents.title}><IncidentsField value={content.incidentIds} onChange={null} /></Section>}
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={null} /></Section>
      <PrivilegedReading value={content.privilegedNote} />
    </div>
  );
}
