import { dayNumber, readDay } from '../dates/calendar';
import type { Deadline } from '../model/case/deadline';
import { lastDayAfter, onOrAfterWorkingDay } from './count';
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
  /** `YYYY-MM-DD`; '' while a day is missing without which nothing can be said. */
  readonly lastDay: string;
  readonly clocks: readonly WorkedClock[];
  /** A clock has no day yet: what is shown can become earlier (or later, as the rule has it). */
  readonly isHalf: boolean;
  /** The day it would have been, had it not fallen on a weekend or bank holiday. */
  readonly movedFrom: string | null;
  /** A weekday was counted of which no bank holidays are known (bankHolidaysKnown). */
  readonly holidaysUnknown: boolean;
  /** The first day lies before or after what the rule is known to hold for. */
  readonly isOutsideRule: boolean;
}

const nothing: Omit<WorkedDeadline, 'rule' | 'lastDay'> = { clocks: [], isHalf: false, movedFrom: null, holidaysUnknown: false, isOutsideRule: false };

/** Works out the last day. Pure: the same days give the same answer on every machine. */
export function workOut({ rule: id, fromDay, secondDay, ownDay }: Pick<Deadline, 'rule' | 'fromDay' | 'secondDay' | 'ownDay'>): WorkedDeadline {
  const rule = deadlineRule(id);
  if (rule === null) return { ...nothing, rule: null, lastDay: id === '' && readDay(ownDay) !== null ? ownDay : '' };
  const given = { fromDay, secondDay };
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
    isOutsideRule: fromDay !== '' && ((rule.since !== '' && fromDay < rule.since) || (rule.until !== '' && fromDay > rule.until)),
  };
}

/** Days from `today` to a day, both `YYYY-MM-DD`: negative when it has passed; null when either is no day. */
export function daysUntil(today: string, day: string): number | null {
  const [from, to] = [readDay(today), readDay(day)];
  return from === null || to === null ? null : dayNumber(to) - dayNumber(from);
}

/** Those still to come first, the nearest first; then what has no last day yet; then what has ended, the latest first; last what is settled. */
export function inOrderOfEnd<T extends { lastDay: string; isSettled: boolean }>(deadlines: readonly T[], today: string): T[] {
  const group = ({ lastDay, isSettled }: T): number => (isSettled ? 3 : lastDay === '' ? 1 : lastDay >= today ? 0 : 2);
  return deadlines.toSorted((a, b) => group(a) - group(b) || (group(a) >= 2 ? -1 : 1) * (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0));
}
