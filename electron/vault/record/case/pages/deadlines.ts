import { Refusal } from '../../../../../shared/contract/errors';
import { bankHolidaysKnown } from '../../../../../shared/deadlines/bank-holidays';
import { type DeadlineRule, noticesOf } from '../../../../../shared/deadlines/rules';
import { type WorkedDeadline, workOut } from '../../../../../shared/deadlines/work-out';
import { sayDate } from '../../../../../shared/dates';
import { sayDay } from '../../../../../shared/layouts/say';
import { pagesDeadlines as words } from '../../../../../shared/messages/en-gb/pages-deadlines';
import type { CasePage, CasePageBlock, CitedText } from '../../../../../shared/model/case/case-page';
import type { Deadline } from '../../../../../shared/model/case/deadline';
import type { Id } from '../../../../../shared/model/identity';
import type { Queries } from '../../rows';
import { recordedContents } from '../case-entries';
import { citesEach, citesEntry, joined, says } from './cited-text';

interface Row { readonly id: Id; readonly content: Deadline; readonly worked: WorkedDeadline }

/** Every time limit of her record by its last day, with the days it was worked out from, its letters, and the rules with their sources. Her notes are left out. Refuses `nothing-chosen` where there is none. */
export function deadlinesPage(from: Queries): CasePage {
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
          rows: rows.map((row) => [whatOf(row), fromOf(row), lastOf(row), stateOf(row), restsOn(row)]),
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

function fromOf({ content: { fromDay, secondDay }, worked: { rule, isOutsideRule } }: Row): CitedText {
  if (rule === null) return says(words.ownDay);
  const days = [[rule.fromDay.label, fromDay], ...(rule.secondDay === null ? [] : [[rule.secondDay.label, secondDay]])] as [string, string][];
  return says([...days.filter(([, day]) => day !== '').map(([label, day]) => `${label}: ${sayDay(day)}`), ...(isOutsideRule ? [words.outside] : [])].join('. '));
}

function lastOf({ worked: { lastDay, clocks, isHalf, movedFrom, holidaysUnknown } }: Row): CitedText {
  if (lastDay === '') return says(words.none);
  const missing = clocks.find((clock) => clock.lastDay === '');
  return says([sayDay(lastDay), ...(isHalf && missing ? [words.half(missing.clock.says)] : []), ...(movedFrom === null ? [] : [words.moved(sayDay(movedFrom))]), ...(holidaysUnknown ? [words.holidaysUnknown] : [])].join('; '));
}

function stateOf({ content: { settled, settledOn } }: Row): CitedText {
  return says([words.states[settled], settled === 'no' ? '' : sayDate(settledOn)].filter((part) => part !== '').join(', '));
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
