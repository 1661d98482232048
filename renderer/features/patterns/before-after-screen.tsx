import { messages } from '../../../shared/messages/en-gb';
import { kindGroups, type Patterns } from '../../../shared/model/case/patterns';
import { sayOneDay } from '../../../shared/patterns/say-period';
import { sayDividing } from '../../../shared/patterns/say-dividing';
import { sayRate, sayStretch } from '../../../shared/patterns/say-stretch';
import { usePlaces } from '../../app/places';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { EmptyState, Page, PageHeader } from '../../ui/page';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import { EntriesToCome } from './entries-to-come';
import { NumbersTable } from './numbers-table';

const texts = messages.patterns.beforeAfter;

/** What was recorded before, between and after separations, with how long each time is. */
export function BeforeAfterScreen() {
  const { go } = usePlaces();
  const asked = useAsk('case.patterns', { fromDay: '', toDay: '' });
  if (asked.error) return <Page><Notice tone="needs-you" announce>{messages.errors.say(asked.error)}</Notice></Page>;
  const found = asked.value;
  if (!found) return null;
  const { farFirst: earliest } = found;
  const last = found.stretches.at(-1);
  if (last === undefined) return <EmptyState isWhole title={texts.title} action={<Button tone="primary" onPress={() => go({ name: 'case', view: 'patterns', part: 'turning-points' })}>{texts.toTurningPoints}</Button>}><p>{texts.none}</p>{sayDividing(found).map((sentence) => <p key={sentence}>{sentence}</p>)}</EmptyState>;
  return (
    <Page wide>
      <PageHeader title={texts.title} description={messages.patterns.recorded} actions={<PrintCasePage request={{ page: 'patterns', fromDay: '', toDay: '' }} />} />
      <EntriesToCome found={found} />
      <StretchesTable found={found} />
      <div className="measure stack-tight quiet">
        <p>{texts.ends(sayOneDay(last.toDay), last.toDay === found.keptUntil)}</p>
        {sayDividing(found).map((sentence) => <p key={sentence}>{sentence}</p>)}
        {earliest !== null && <div className="row"><Button onPress={() => go({ name: 'chronology', open: { subject: 'incident', id: earliest.entryId } })}>{texts.openEarliest}</Button></div>}
      </div>
    </Page>
  );
}

function StretchesTable({ found: { stretches, marks } }: { found: Patterns }) {
  const groups = kindGroups.filter((group) => stretches.some(({ counts }) => counts[group] > 0));
  const { columns } = texts;
  return (
    <NumbersTable
      label={texts.title} columns={[columns.time, columns.length, columns.all, columns.perMonth, ...groups.map((group) => messages.patterns.groups[group])]}
      rows={stretches.map((stretch) => ({
        key: stretch.fromDay,
        cells: [
          <span key="time">{sayStretch(stretch, marks)}<br /><span className="quiet small">{texts.span(sayOneDay(stretch.fromDay), sayOneDay(stretch.toDay))}</span></span>,
          texts.days(stretch.days), stretch.counts.all, sayRate(stretch), ...groups.map((group) => stretch.counts[group]),
        ],
      }))}
    />
  );
}
