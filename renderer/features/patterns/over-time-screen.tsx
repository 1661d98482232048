import { useState } from 'react';
import { messages } from '../../../shared/messages/en-gb';
import { countOf } from '../../../shared/messages/plural';
import { kindGroups, type Patterns } from '../../../shared/model/case/patterns';
import { filledPeriods } from '../../../shared/patterns/filled-periods';
import { sayOneDay } from '../../../shared/patterns/say-period';
import { sayKindDates } from '../../../shared/patterns/say-dividing';
import { abuseKindOf } from '../../../shared/picklists';
import { usePlaces } from '../../app/places';
import { useAfterPaint } from '../../ui/use-after-paint';
import { useAsk } from '../../app/use-ask';
import { Button } from '../../ui/button';
import { Notice } from '../../ui/notice';
import { EmptyState, Page, PageHeader, Section } from '../../ui/page';
import { Select } from '../../ui/select';
import { PrintCasePage } from '../../ui-record/case-entry/print-case-page';
import { MarksTable } from './marks-table';
import { EntriesToCome } from './entries-to-come';
import { NumbersTable } from './numbers-table';
import { PatternsFigure } from './patterns-figure';

const texts = messages.patterns;
const whole = '';

/** Entries over time: drawn, and the same as numbers; marks, gaps and kinds below. */
export function OverTimeScreen() {
  const [years, setYears] = useState({ from: whole, to: whole });
  const period = { fromDay: years.from && `${years.from}-01-01`, toDay: years.to && `${years.to}-12-31` };
  const asked = useAsk('case.patterns', period);
  const found = asked.value;
  if (asked.error) return <Page><Notice tone="needs-you" announce>{messages.errors.say(asked.error)}</Notice></Page>;
  if (!found) return null;
  if (found.years.length === 0 && found.marks.length === 0) return <EmptyState isWhole title={texts.emptyTitle}><p>{texts.emptyWords}</p></EmptyState>;
  const options = (bound: string, fits: (year: string) => boolean) => [{ value: whole, label: bound }, ...yearsBetween(found.years).map(String).filter(fits).map((year) => ({ value: year, label: year }))];
  return (
    <Page wide>
      <PageHeader title={texts.overTime.title} description={texts.recorded} actions={<PrintCasePage request={{ page: 'patterns', ...period }} />}>
        <div className="patterns-narrow">
          <Select label={texts.overTime.from} value={years.from} options={options(texts.overTime.firstYear, (year) => years.to === whole || year <= years.to)} onChange={(from) => setYears({ ...years, from })} />
          <Select label={texts.overTime.to} value={years.to} options={options(texts.overTime.lastYear, (year) => year >= years.from)} onChange={(to) => setYears({ ...years, to })} />
        </div>
      </PageHeader>
      <p role="status">{`${texts.overTime.counted(found.counted)} ${texts.overTime.perUnit[found.unit]}.`}</p>
      <EntriesToCome found={found} />
      <PatternsFigure found={found} />
      <Beside found={found} />
      <Section title={texts.overTime.tableTitle} description={`${texts.overTime.pickHint} ${texts.overTime.emptyLeftOut}`}><Numbers found={found} /></Section>
      <Below found={found} />
    </Page>
  );
}

/** What lies below a drawing and a table, and never in sight when the page opens: it comes when they are painted. */
function Below({ found }: { found: Patterns }) {
  if (!useAfterPaint()) return null;
  return (
    <>
      <Section title={texts.marks.title} description={texts.marks.hint}>{found.marks.length === 0 ? <p className="quiet">{texts.marks.none}</p> : <MarksTable found={found} />}</Section>
      <Section title={texts.gaps.title} description={texts.gaps.hint}><Gaps found={found} /></Section>
      <Section title={texts.kinds.title} description={texts.kinds.hint}><Kinds found={found} /></Section>
    </>
  );
}

function yearsBetween(years: readonly number[]): number[] {
  const [first, last] = [years[0], years.at(-1)];
  return first === undefined || last === undefined ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** What the drawing leaves out, and how it counts. */
function Beside({ found: { notWellKnown, undated, drafts, erased } }: { found: Patterns }) {
  const { overTime } = texts;
  return (
    <div className="measure stack-tight">
      {notWellKnown > 0 && <p>{[overTime.notWellKnown(notWellKnown), undated > 0 && overTime.undated(undated)].filter(Boolean).join(' ')}</p>}
      <p className="quiet">{[drafts + erased > 0 && overTime.notCounted(drafts, erased), overTime.severalKinds].filter(Boolean).join(' ')}</p>
    </div>
  );
}

function Numbers({ found }: { found: Patterns }) {
  const { go } = usePlaces();
  const { overTime, groups } = texts;
  const shown = kindGroups.filter((group) => found.buckets.some(({ counts }) => counts[group] > 0));
  return (
    <NumbersTable
      label={overTime.tableTitle} columns={[overTime.period, overTime.all, ...shown.map((group) => groups[group]), overTime.mayLieIn]}
      rows={filledPeriods(found).map(({ name, fromDay, toDay, counts, mayLieIn }) => {
        return { key: fromDay, cells: [<Button key="open" tone="quiet" aria-label={overTime.openPeriod(name)} onPress={() => go({ name: 'chronology', period: { fromDay, toDay } })}>{name}</Button>, counts.all, ...shown.map((group) => counts[group]), mayLieIn] };
      })}
    />
  );
}

function Gaps({ found: { gaps } }: { found: Patterns }) {
  if (gaps.length === 0) return <p className="quiet">{texts.gaps.none}</p>;
  return <ul className="stack-tight">{gaps.map(({ fromDay, toDay, days, mayLieIn }) => <li key={fromDay}>{[texts.gaps.one(sayOneDay(fromDay), sayOneDay(toDay), days), mayLieIn > 0 && texts.gaps.mayLieIn(mayLieIn)].filter(Boolean).join(' ')}</li>)}</ul>;
}

function Kinds({ found: { kinds } }: { found: Patterns }) {
  const { kind, first, last, count } = texts.kinds;
  if (kinds.length === 0) return <p className="quiet">{countOf(0, 'entry', 'entries')}</p>;
  return <NumbersTable label={texts.kinds.title} columns={[kind, first, last, count]} inWords={[0, 1, 2]} rows={kinds.map((one) => ({ key: one.kind, cells: [abuseKindOf(one.kind)?.label ?? one.kind, sayKindDates(one.first), sayKindDates(one.last), one.count] }))} />;
}
