import { messages } from '../../../shared/messages/en-gb';
import type { ElementSummary } from '../../../shared/model/case/course-of-conduct';
import { sayOneDay } from '../../../shared/patterns/say-period';
import { conductElementOf, conductElements, conductOffences, type ConductOffence } from '../../../shared/picklists';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Folded } from '../../ui/folded';
import { ListBox } from '../../ui/list-box';
import { Notice } from '../../ui/notice';
import { Page, PageHeader, Section } from '../../ui/page';
import { CaseEntryPage } from '../../ui-record/case-entry/case-entry-page';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import { conductForm } from './conduct-form';
import { ElementPage } from './element-page';

const texts = messages.conduct;

/** What the law asks for, offence by offence; one element opened; or one thing that she said of an entry. */
export function ConductScreen() {
  const { place, go, goBack } = usePlaces();
  const here = place.name === 'case' ? place : null;
  const element = conductElementOf(here?.elementId ?? '');
  if (here?.entryId !== undefined) return <div className="page"><CaseEntryPage key={here.entryId} id={here.entryId} form={conductForm} onChanged={() => undefined} onGone={goBack} /></div>;
  if (element !== null) return <ElementPage key={element.id} element={element} onBack={() => go({ name: 'case', view: 'patterns', part: 'conduct' })} />;
  return <Elements onOpen={(elementId) => go({ name: 'case', view: 'patterns', part: 'conduct', elementId })} />;
}

function Elements({ onOpen }: { onOpen: (elementId: string) => void }) {
  const asked = useAsk('case.elements', {});
  return (
    <Page>
      <PageHeader title={texts.title} description={texts.description} actions={<PrintCasePage request={{ page: 'course-of-conduct' }} />} />
      {asked.error && <Notice tone="needs-you" announce>{messages.errors.say(asked.error)}</Notice>}
      {asked.value && conductOffences.map((offence) => <Offence key={offence.id} offence={offence} summaries={asked.value?.summaries ?? []} onOpen={onOpen} />)}
    </Page>
  );
}

function Offence({ offence: { id, name, law, words, since, caution, sources }, summaries, onOpen }: { offence: ConductOffence; summaries: readonly ElementSummary[]; onOpen: (elementId: string) => void }) {
  const elements = conductElements.filter(({ offence }) => offence === id);
  return (
    <Section title={name} description={words}>
      <ListBox label={name} openId={null} onOpen={onOpen} entries={elements.map((element) => ({ id: element.id, title: element.name, detail: saySummary(summaries.find(({ elementId }) => elementId === element.id)) }))} />
      <Folded title={law} summary={`${texts.inForce} ${sayOneDay(since)}`}>
        <p className="measure">{caution}</p>
        <ul className="measure small quiet">{sources.map((source) => <li key={source.words}>{source.words}{source.isRead ? '' : ` (${texts.notRead})`}</li>)}</ul>
      </Folded>
    </Section>
  );
}

function saySummary(summary: ElementSummary | undefined): string {
  if (summary === undefined) return '';
  return [summary.chosen > 0 && texts.chosen(summary.chosen), summary.proposed > 0 && texts.proposed(summary.proposed)].filter(Boolean).join(', ') || texts.nothing;
}
