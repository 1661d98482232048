import { Refusal } from '../../../../../shared/contract/errors';
import { bankHolidaysKnown } from '../../../../../shared/deadlines/bank-holidays';
import { type DeadlineRule, noticesOf } from '../../../../../shared/deadlines/rules';
import { standingOf, type WorkedDeadline, workOut } from '../../../../../shared/deadlines/work-out';
import { dayWritten } from '../../../../../shared/deadlines/written-days';
import { sayDate } from '../../../../../shared/dates';
import { sayDay, ukDayOf } from '../../../../../shared/layouts/say';
import { pagesDeadlines as words } from '../../../../../shared/messages/en-gb/pages-deadlines';
import type { CasePage, CasePageBlock, CitedText } from '../../../../../shared/model/case/case-page';
import { type Deadline, type LimitDay, limitDays } from '../../../../../shared/model/case/deadline';
import type { Id } from '../../../../../shared/model/identity';
import type { RecordContext } from '../../record-context';
import type { Queries } from '../../rows';
import { recordedContents } from '../case-entries';
import { citesEach, citesEntry, joined, says } from './cited-text';

interface Row { readonly id: Id; readonly content: Deadline; readonly worked: WorkedDeadline }

/** Every time limit of her record by its last day, with the days it was worked out from, its letters, and the rules with their sources. Her notes are left out. Refuses `nothing-chosen` where there is none. */
export function deadlinesPage(from: Queries, _request: unknown, context: Pick<RecordContext, 'now'>): CasePage {
  const today = ukDayOf(context.now());
  const rows = recordedContents(from, 'deadline').map(({ id, content }): Row => ({ id, content, worked: workOut(content) }))
    .toSorted((a, b) => Number(a.worked.lastDay === '') - Number(b.worked.lastDay === '') || (a.worked.lastDay < b.worked.lastDay ? -1 : a.worked.lastDay > b.worked.lastDay ? 1 : 0));
  if (rows.length === 0) throw new Refusal('nothing-chosen');
  const rules = [...new Map(rows.flatMap(({ worked: { rule } }) => (rule === null ? [] : [[rule.id, rule] as const]))).values()];
  return {
    title: words.title, intro: words.intro, isLandscape: true,
    blocks: [
      {
        block: 'table', table: {
          caption: words.caption,
          columns: [{ name: words.what, width: 'wide' }, { name: words.from, width: 'middle' }, { name: words.last, width: 'middle' }, { name: words.state, width: 'narrow' }, { name: words.rests, width: 'middle' }],
          rows: rows.map((row) => [whatOf(row), fromOf(row), lastOf(row), stateOf(row, today), restsOn(row)]),
        },
      },
      { block: 'paragraph', look: 'quiet', text: says(words.holidays(sayDay(bankHolidaysKnown.from), sayDay(bankHolidaysKnown.until))) },
      ...(rules.length === 0 ? [] : [{ block: 'heading', level: 2, words: words.rules } as const, ...rules.flatMap(blocksOf)]),
    ],
  };
}

function whatOf({ id, content: { title, rule: ruleId }, worked: { rule } }: Row): CitedText {
  const name = rule?.name ?? (ruleId === '' ? '' : words.unknownRule);
  return joined([says([title.trim(), name].filter((part) => part !== '').join(': ') || words.unnamed), citesEntry(id)], ', ');
}

function fromOf({ content, worked: { rule } }: Row): CitedText {
  const own = dayAsSaid(content, 'ownDay');
  if (rule === null) return says([words.ownDay, content.ownDay === '' ? own : ''].filter((part) => part !== '').join(': '));
  const days = [[rule.fromDay.label, dayAsSaid(content, 'fromDay')], ...(rule.secondDay === null ? [] : [[rule.secondDay.label, dayAsSaid(content, 'secondDay')]])] as [string, string][];
  return says(days.filter(([, day]) => day !== '').map(([label, day]) => `${label}: ${day}`).join('. '));
}

/** "Sunday 3 March 2024", "about Sunday 3 March 2024"; what is no day, in the words it was written in. */
function dayAsSaid(content: Deadline, which: LimitDay): string {
  const written = dayWritten(content, which);
  if (content[which] !== '') return sayDate({ ...written, timeOfDay: '' }, { weekday: true });
  const inHerWords = sayDate(written);
  return inHerWords === '' ? '' : words.asWritten(inHerWords);
}

function lastOf({ content, worked: { lastDay, clocks, isHalf, movedFrom, holidaysUnknown, isOutsideRule, isTurned, isAbout } }: Row): CitedText {
  if (lastDay === '') {
    const isWritten = limitDays.some((which) => content[which] === '' && dayAsSaid(content, which) !== '');
    return says(isTurned ? words.turned : isOutsideRule ? words.outside : isWritten ? words.notADay : words.none);
  }
  const missing = clocks.find((clock) => clock.lastDay === '');
  return says([isAbout ? words.about(sayDay(lastDay)) : sayDay(lastDay), ...(isHalf && missing ? [words.half(missing.clock.says)] : []), ...(movedFrom === null ? [] : [words.moved(sayDay(movedFrom))]), ...(holidaysUnknown ? [words.holidaysUnknown] : [])].join('; '));
}

/** `today`: the day on which the page is made, `YYYY-MM-DD`. */
function stateOf({ content: { settled, settledOn }, worked: { rule, lastDay, isAbout } }: Row, today: string): CitedText {
  if (settled !== 'no') return says([words.states[settled], sayDate(settledOn)].filter((part) => part !== '').join(', '));
  switch (standingOf({ lastDay, isSettled: false }, today)) {
    case 'ended': return says(words.over[rule?.meaning ?? 'yours'](sayDay(lastDay), isAbout));
    case 'without-day': return says(words.notSettled);
    default: return says(words.open);
  }
}

function restsOn({ content: { evidence, contactId } }: Row): CitedText {
  const on = joined([citesEach(evidence), contactId === null ? [] : citesEntry(contactId)], ', ');
  return on.length === 0 ? says(words.noEvidence) : on;
}

function blocksOf(rule: DeadlineRule): CasePageBlock[] {
  return [
    { block: 'heading', level: 3, words: rule.name },
    { block: 'paragraph', look: 'plain', text: says(rule.words) },
    { block: 'facts', facts: [...rule.clocks.map(({ says: counted }) => ({ name: words.counted, value: says(counted) })), ...rule.sources.map(({ words: source, isRead }) => ({ name: words.source, value: says(isRead ? source : `${source}. ${words.notConfirmed}`) }))] },
    ...(rule.caution === '' ? [] : [{ block: 'paragraph', look: 'quiet', text: says(rule.caution) } as const]),
    ...noticesOf(rule).map((notice): CasePageBlock => ({ block: 'paragraph', look: 'notice', text: says(`${notice.words} (${notice.source})`) })),
  ];
}
