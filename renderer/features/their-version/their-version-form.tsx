import { sayDate } from '../../../shared/dates';
import { messages } from '../../../shared/messages/en-gb';
import type { CounterAllegation } from '../../../shared/model/case/counter-allegation';
import { type Person, personOf } from '../../../shared/model/person';
import { useAsk } from '../../app/use-ask';
import { DatedField } from '../../ui/dated-field';
import { Folded } from '../../ui/folded';
import { Facts, Section } from '../../ui/page';
import { TextArea, TextField } from '../../ui/text-field';
import type { CaseEntryForm } from '../../ui-record/case-entry/case-entry-form';
import { EvidenceField } from '../../ui-record/case-entry/evidence-field';
import { IncidentsField } from '../../ui-record/case-entry/incidents-field';
import { OutcomesField } from '../../ui-record/case-entry/outcomes-field';
import { OutcomesReading } from '../../ui-record/case-entry/outcomes-reading';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import { PrivilegedField, PrivilegedReading } from '../../ui-record/case-entry/privileged-field';
import { SaidSection } from '../../ui-record/case-entry/said-section';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';
import { OnePersonField } from '../../ui-record/entry/one-person-field';
import { RecordOfThoseDays } from './record-of-those-days';

/** How a counter-allegation is written and read. `people`: everybody, for names. */
export function theirVersionForm(people: readonly Person[]): CaseEntryForm<'counter-allegation'> {
  return {
    name: messages.theirVersion.name,
    title: ({ title }) => title || null,
    fields: (draft) => <Fields draft={draft} />,
    reading: (content) => <Reading content={content} people={people} />,
    below: (entry) => <><RecordOfThoseDays key={entry.versions.length} id={entry.id} /><div className="row"><PrintCasePage request={{ page: 'side-by-side', entryId: entry.id }} label={messages.theirVersion.print} /></div></>,
  };
}

function Fields({ draft: { content, change, flush } }: { draft: CaseDraft<'counter-allegation'> }) {
  const texts = messages.theirVersion;
  const outcomes = messages.police.outcomes;
  const people = useAsk('people.list', {});
  const save = (): void => void flush();
  return (
    <>
      <TextField label={texts.titleLabel} hint={texts.titleHint} value={content.title} onChange={(title) => change({ title })} onBlur={save} maxLength={300} autoComplete="off" />
      <TextArea label={texts.theirs} hint={texts.theirsHint} value={content.theirVersion} onChange={(theirVersion) => change({ theirVersion })} onBlur={save} />
      <DatedField label={texts.happened} value={content.happened} onChange={(happened) => change({ happened })} onBlur={save} />
      <OnePersonField label={texts.madeBy} value={content.madeById} people={people.value?.people ?? []} newRole="accused" onChange={(madeById) => change({ madeById })} onPeopleChanged={people.again} />
      <TextField label={texts.madeTo} hint={texts.madeToHint} value={content.madeTo} onChange={(madeTo) => change({ madeTo })} onBlur={save} maxLength={2000} autoComplete="off" />
      <DatedField label={texts.made} value={content.made} onChange={(made) => change({ made })} onBlur={save} />
      <DatedField label={texts.learned} hint={texts.learnedHint} value={content.learned} onChange={(learned) => change({ learned })} onBlur={save} />
      <TextField label={texts.reference} value={content.reference} onChange={(reference) => change({ reference })} onBlur={save} maxLength={200} autoComplete="off" />
      <TextArea label={texts.answer} hint={texts.answerHint} value={content.herAnswer} onChange={(herAnswer) => change({ herAnswer })} onBlur={save} />
      <div className="kinds">
        <Folded level={2} title={outcomes.title} summary={content.outcomes.length === 0 ? undefined : outcomes.count(content.outcomes.length)} startsOpen={content.outcomes.length > 0}>
          <div className="stack"><p className="quiet measure">{texts.outcomesHint}</p><OutcomesField value={content.outcomes} onChange={(next) => change({ outcomes: next })} onBlur={save} /></div>
        </Folded>
      </div>
      <Section title={messages.caseEntry.incidents} description={texts.incidentsHint}><IncidentsField value={content.incidentIds} onChange={(incidentIds) => change({ incidentIds })} /></Section>
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={(evidence) => change({ evidence })} /></Section>
      <PrivilegedField value={content.privilegedNote} onChange={(privilegedNote) => change({ privilegedNote })} onBlur={save} />
    </>
  );
}

function Reading({ content, people }: { content: CounterAllegation; people: readonly Person[] }) {
  const texts = messages.theirVersion;
  const facts = [
    { name: texts.happened, value: sayDate(content.happened) }, { name: texts.madeBy, value: content.madeById === null ? '' : personOf(people, content.madeById)?.name ?? messages.people.erasedPerson }, { name: texts.madeTo, value: content.madeTo },
    { name: texts.made, value: sayDate(content.made) }, { name: texts.learned, value: sayDate(content.learned) }, { name: texts.reference, value: content.reference },
  ].filter(({ value }) => value !== '').map(({ name, value }) => ({ name, value: <span dir="auto">{value}</span> }));
  return (
    <div className="reading">
      <Facts facts={facts} />
      <SaidSection title={texts.theirs} text={content.theirVersion} />
      <SaidSection title={texts.answer} text={content.herAnswer} />
      <OutcomesReading outcomes={content.outcomes} />
      {content.incidentIds.length > 0 && <Section title={messages.caseEntry.incidents}><IncidentsField value={content.incidentIds} onChange={null} /></Section>}
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={null} /></Section>
      <PrivilegedReading value={content.privilegedNote} />
    </div>
  );
}
