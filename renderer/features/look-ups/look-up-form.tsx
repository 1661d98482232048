import { FilePenLine } from 'lucide-react';
import { sayDate } from '../../../shared/dates';
import { lookUpWindow } from '../../../shared/drafts/look-up-window';
import { messages } from '../../../shared/messages/en-gb';
import type { LookUp } from '../../../shared/model/case/look-up';
import type { Id } from '../../../shared/model/identity';
import { type Person, personOf } from '../../../shared/model/person';
import { lookUpSystemLabel } from '../../../shared/picklists';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { DatedField } from '../../ui/dated-field';
import { Folded } from '../../ui/folded';
import { Facts, Section } from '../../ui/page';
import { TextArea, TextField } from '../../ui/text-field';
import type { CaseEntryForm } from '../../ui-record/case-entry/case-entry-form';
import { EvidenceField } from '../../ui-record/case-entry/evidence-field';
import { IncidentsField } from '../../ui-record/case-entry/incidents-field';
import { PrivilegedField, PrivilegedReading } from '../../ui-record/case-entry/privileged-field';
import { SaidSection } from '../../ui-record/case-entry/said-section';
import type { CaseDraft } from '../../ui-record/case-entry/use-case-draft';
import { OnePersonField } from '../../ui-record/entry/one-person-field';
import { SystemsField } from './systems-field';
import { ThroughField } from './through-field';

/** How a suspected look-up is written and read. `people`: everybody, for names. `toRequests`: to what can be drafted from it. */
export function lookUpForm(people: readonly Person[], toRequests: (id: Id) => void): CaseEntryForm<'look-up'> {
  return {
    name: messages.lookUps.name,
    title: ({ title }) => title.trim() || null,
    fields: (draft) => <Fields draft={draft} />,
    reading: (content) => <Reading content={content} people={people} />,
    actions: ({ id }) => <Button icon={FilePenLine} onPress={() => toRequests(id)}>{messages.lookUps.toRequests}</Button>,
  };
}

function Fields({ draft: { content, change, flush } }: { draft: CaseDraft<'look-up'> }) {
  const texts = messages.lookUps;
  const people = useAsk('people.list', {});
  const known = people.value?.people ?? [];
  const save = (): void => void flush();
  return (
    <>
      <TextArea label={texts.known} hint={texts.knownHint} value={content.known} onChange={(next) => change({ known: next })} onBlur={save} maxLength={200_000} />
      <OnePersonField label={texts.who} value={content.personId} people={known} newRole="accused" onChange={(personId) => change({ personId })} onPeopleChanged={people.again} />
      <DatedField label={texts.happened} value={content.happened} onChange={(happened) => change({ happened })} onBlur={save} />
      <TextArea label={texts.howItShowed} hint={texts.howItShowedHint} value={content.howItShowed} onChange={(howItShowed) => change({ howItShowed })} onBlur={save} maxLength={200_000} />
      <DatedField label={texts.knowableSince} hint={texts.knowableSinceHint} value={content.knowableSince} onChange={(knowableSince) => change({ knowableSince })} onBlur={save} />
      <Window of={content} />
      <Section title={texts.systems} description={texts.systemsHint}><SystemsField value={content.systems} onChange={(systems) => change({ systems })} /></Section>
      <TextArea label={texts.otherWays} hint={texts.otherWaysHint} value={content.otherWays} onChange={(otherWays) => change({ otherWays })} onBlur={save} maxLength={200_000} />
      <ThroughField value={content.throughIds} people={known} onChange={(throughIds) => change({ throughIds })} onPeopleChanged={people.again} />
      <div className="kinds">
        <Folded level={2} title={texts.request} startsOpen={content.sayInRequest !== '' || content.searchTerms !== ''}>
          <div className="stack">
            <p className="quiet measure">{texts.requestHint}</p>
            <TextArea label={texts.sayInRequest} hint={texts.sayInRequestHint} value={content.sayInRequest} onChange={(sayInRequest) => change({ sayInRequest })} onBlur={save} maxLength={5000} />
            <TextArea label={texts.searchTerms} hint={texts.searchTermsHint} value={content.searchTerms} onChange={(searchTerms) => change({ searchTerms })} onBlur={save} maxLength={5000} />
          </div>
        </Folded>
      </div>
      <Section title={texts.incidents}><IncidentsField value={content.incidentIds} onChange={(incidentIds) => change({ incidentIds })} /></Section>
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={(evidence) => change({ evidence })} /></Section>
      <TextField label={texts.titleLabel} hint={texts.titleHint} value={content.title} onChange={(title) => change({ title })} onBlur={save} maxLength={300} autoComplete="off" />
      <PrivilegedField value={content.privilegedNote} onChange={(privilegedNote) => change({ privilegedNote })} onBlur={save} />
    </>
  );
}

/** The days in which it may have been looked up, worked out as she writes. */
function Window({ of }: { of: Pick<LookUp, 'knowableSince' | 'happened'> }) {
  const texts = messages.lookUps;
  const { fromDay, toDay, isTurned } = lookUpWindow(of);
  if (isTurned) return <p className="quiet measure" role="status">{texts.turned}</p>;
  const said = texts.windowWords(fromDay, toDay);
  return said === '' ? null : <p className="quiet measure" role="status">{texts.window} {said}.</p>;
}

function Reading({ content, people }: { content: LookUp; people: readonly Person[] }) {
  const texts = messages.lookUps;
  const called = (id: Id): string => personOf(people, id)?.name ?? messages.people.erasedPerson;
  const { fromDay, toDay, isTurned } = lookUpWindow(content);
  const facts = [
    { name: texts.who, value: content.personId === null ? '' : called(content.personId) },
    { name: texts.happened, value: sayDate(content.happened, { weekday: true }) }, { name: texts.knowableSince, value: sayDate(content.knowableSince, { weekday: true }) },
    { name: texts.window, value: isTurned ? texts.turned : texts.windowWords(fromDay, toDay) },
    { name: texts.systems, value: content.systems.map(lookUpSystemLabel).join('; ') }, { name: texts.through, value: content.throughIds.map(called).join('; ') },
  ].filter(({ value }) => value !== '').map(({ name, value }) => ({ name, value: <span dir="auto">{value}</span> }));
  return (
    <div className="reading">
      {facts.length > 0 && <Facts facts={facts} />}
      <SaidSection title={texts.known} text={content.known} />
      <SaidSection title={texts.howItShowed} text={content.howItShowed} />
      <SaidSection title={texts.otherWays} text={content.otherWays} />
      {content.otherWays.trim() === '' && <p className="quiet measure">{texts.otherWaysOpen}</p>}
      <SaidSection title={texts.sayInRequest} text={content.sayInRequest} />
      <SaidSection title={texts.searchTerms} text={content.searchTerms} />
      {content.incidentIds.length > 0 && <Section title={texts.incidents}><IncidentsField value={content.incidentIds} onChange={null} /></Section>}
      <Section title={messages.caseEntry.evidence}><EvidenceField value={content.evidence} onChange={null} /></Section>
      <PrivilegedReading value={content.privilegedNote} />
    </div>
  );
}
