import { daysUntil, workOut } from '../../shared/deadlines/work-out';
import { sayDay } from '../../shared/layouts/say';
import { messages } from '../../shared/messages/en-gb';
import type { Deadline } from '../../shared/model/case/deadline';

type Said = Pick<Deadline, 'rule' | 'title' | 'fromDay' | 'secondDay' | 'ownDay' | 'settled'>;

/** What a time limit is called: her words, else the rule's name. */
export function nameOfDeadline({ title, ...days }: Said): string {
  if (title !== '') return title;
  return workOut(days).rule?.name ?? (days.rule === '' ? messages.deadlines.unnamed : messages.deadlines.unknownRule);
}

/** "ends on Friday 29 April 2022, in 12 days"; what is settled says so instead. `today`: `YYYY-MM-DD` on her own calendar. */
export function sayDeadline(deadline: Said, today: string): string {
  const texts = messages.deadlines;
  if (deadline.settled !== 'no') return texts.settledChoices[deadline.settled];
  const { rule, lastDay } = workOut(deadline);
  const days = daysUntil(today, lastDay);
  if (days === null) return texts.noDay;
  const said = texts[rule?.meaning ?? 'yours'];
  return days < 0 ? said.over(sayDay(lastDay)) : said.runs(sayDay(lastDay), days);
}
