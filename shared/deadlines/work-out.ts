import { dayNumber, readDay } from '../dates/calendar';
import type { Deadline } from '../model/case/deadline';
import { lastDayAfter, onOrAfterWorkingDay } from './count';
import { type DaysOfLimit, dayWritten, isNotSure } from './written-days';
import { type Clock, type DeadlineRule, deadlineRule } from './rules';

/** One clock of a rule, as it stands. `lastDay`: '' while its day is not said. */
export interface WorkedClock {
  readonly clock: Clock;
  readonly from: string;
  readonly lastDay: string;
}

/** A time limit as worked out from what she wrote; never stored. */
export interface WorkedDeadline {
  /** null of one that she set herself, or whose rule this version does not know. */
  readonly rule: DeadlineRule | null;
  /** `YYYY-MM-DD`; '' while a day is missing without which nothing can be said, and where the rule says nothing of these days (isOutsideRule, isTurned). */
  readonly lastDay: string;
  readonly clocks: readonly WorkedClock[];
  /** A clock has no day yet: what is shown can become earlier (or later, as the rule has it). */
  readonly isHalf: boolean;
  /** The day it would have been, had it not fallen on a weekend or bank holiday. */
  readonly movedFrom: string | null;
  /** A weekday was counted of which no bank holidays are known (bankHolidaysKnown). */
  readonly holidaysUnknown: boolean;
  /** The days lie before or after what the rule is known to hold for. */
  readonly isOutsideRule: boolean;
  /** The second day lies before the first, which cannot be: of no rule is it so. */
  readonly isTurned: boolean;
  /** A day that it is counted from is not certain ("about 3 March 2024"), so neither is the last. */
  readonly isAbout: boolean;
}

const nothing: Omit<WorkedDeadline, 'rule' | 'lastDay'> = { clocks: [], isHalf: false, movedFrom: null, holidaysUnknown: false, isOutsideRule: false, isTurned: false, isAbout: false };

/** Works out the last day. Pure: the same days give the same answer on every machine. */
export function workOut(deadline: Pick<Deadline, 'rule'> & DaysOfLimit): WorkedDeadline {
  const { rule: id, fromDay, secondDay, ownDay } = deadline;
  const rule = deadlineRule(id);
  if (rule === null) {
    const lastDay = id === '' && readDay(ownDay) !== null ? ownDay : '';
    return { ...nothing, rule: null, lastDay, isAbout: lastDay !== '' && isNotSure(dayWritten(deadline, 'ownDay')) };
  }
  const given = { fromDay, secondDay };
  const isTurned = rule.secondDay !== null && fromDay !== '' && secondDay !== '' && secondDay < fromDay;
  const isOutsideRule = isOutside(rule, given);
  if (isTurned || isOutsideRule) return { ...nothing, rule, lastDay: '', clocks: rule.clocks.map((clock) => ({ clock, from: given[clock.from], lastDay: '' })), isTurned, isOutsideRule };
  const counted = rule.clocks.map((clock) => ({ clock, from: given[clock.from], end: lastDayAfter(given[clock.from], clock.length) }));
  const clocks = counted.map(({ clock, from, end }): WorkedClock => ({ clock, from, lastDay: end?.day ?? '' }));
  const ends = clocks.map(({ lastDay }) => lastDay).filter((day) => day !== '').toSorted();
  const raw = (rule.ends === 'earlier' ? ends[0] : ends.at(-1)) ?? '';
  const moved = raw !== '' && rule.onRestDay === 'next-working-day' ? onOrAfterWorkingDay(raw) : null;
  const lastDay = moved?.day ?? raw;
  return {
    rule, lastDay, clocks,
    isHalf: raw !== '' && ends.length < clocks.length,
    movedFrom: lastDay === raw ? null : raw,
    holidaysUnknown: counted.some(({ end }) => end?.holidaysUnknown) || moved?.holidaysUnknown === true,
    isOutsideRule, isTurned,
    isAbout: lastDay !== '' && clocks.some((clock) => clock.lastDay !== '' && isNotSure(dayWritten(deadline, clock.clock.from))),
  };
}

/** A second day that lies before the rule began says the same of the first, which is never later. */
function isOutside({ since, until, secondDay: asksSecond }: DeadlineRule, { fromDay, secondDay }: Pick<Deadline, 'fromDay' | 'secondDay'>): boolean {
  const days = asksSecond === null ? [fromDay] : [fromDay, secondDay];
  return days.some((day) => day !== '' && day < since) || (until !== '' && fromDay > until);
}

/** How a time limit stands on a day. */
export type Standing = 'running' | 'without-day' | 'ended' | 'settled';

export function standingOf({ lastDay, isSettled }: { lastDay: string; isSettled: boolean }, today: string): Standing {
  return isSettled ? 'settled' : lastDay === '' ? 'without-day' : lastDay >= today ? 'running' : 'ended';
}

const inOrder: readonly Standing[] = ['running', 'without-day', 'ended', 'settled'];

/** Days from `today` to a day, both `YYYY-MM-DD`: negative when it has passed; null when either is no day. */
export function daysUntil(today: string, day: string): number | null {
  const [from, to] = [readDay(today), readDay(day)];
  return from === null || to === null ? null : dayNumber(to) - dayNumber(from);
}

/** Those still to come first, the nearest first; then what has no last day yet; then what has ended, the latest first; last what is settled. */
export function inOrderOfEnd<T extends { lastDay: string; isSettled: boolean }>(deadlines: readonly T[], today: string): T[] {
  const group = (one: T): number => inOrder.indexOf(standingOf(one, today));
  return deadlines.toSorted((a, b) => group(a) - group(b) || (group(a) >= 2 ? -1 : 1) * (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
}
