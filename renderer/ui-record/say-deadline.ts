import { daysUntil, workOut } from '../../shared/deadlines/work-out';
import { sayDay } from '../../shared/layouts/say';
import { sayDate } from '../../shared/dates';
import { type DaysOfLimit, dayWritten } from '../../shared/deadlines/written-days';
import { messages } from '../../shared/messages/en-gb';
import type { Deadline, LimitDay } from '../../shared/model/case/deadline';

type Said = Pick<Deadline, 'rule' | 'title' | 'settled'> & DaysOfLimit;

/** What a time limit is called: her words, else the rule's name. */
export function nameOfDeadline({ title, ...days }: Said): string {
  if (title !== '') return title;
  return workOut(days).rule?.name ?? (days.rule === '' ? messages.deadlines.unnamed : messages.deadlines.unknownRule);
}

/** "ends on Friday 29 April 2022, in 12 days"; of a day that is not certain "ends about"; what is settled says so instead, and where there is no last day, why. `today`: `YYYY-MM-DD` on her own calendar. */
export function sayDeadline(deadline: Said, today: string): string {
  const texts = messages.deadlines;
  if (deadline.settled !== 'no') return texts.settledChoices[deadline.settled];
  const { rule, lastDay, isAbout } = workOut(deadline);
  const days = daysUntil(today, lastDay);
  if (days === null) return whyNoLastDay(deadline);
  const said = texts[rule?.meaning ?? 'yours'];
  return days < 0 ? said.over(sayDay(lastDay), isAbout) : said.runs(sayDay(lastDay), days, isAbout);
}

/** Why no last day can be said: a day is missing, is none, or does not fit the rule. */
export function whyNoLastDay(deadline: Pick<Deadline, 'rule'> & DaysOfLimit): string {
  const texts = messages.deadlines;
  const { rule, isTurned, isOutsideRule } = workOut(deadline);
  if (isTurned) return texts.turnedShort;
  if (isOutsideRule) return texts.outsideShort;
  const asked: readonly LimitDay[] = rule === null ? ['ownDay'] : rule.secondDay === null ? ['fromDay'] : ['fromDay', 'secondDay'];
  const written = asked.filter((which) => deadline[which] === '').map((which) => sayDate(dayWritten(deadline, which))).find((words) => words !== '');
  return written === undefined ? texts.noDay : texts.noWholeDay(written);
}
