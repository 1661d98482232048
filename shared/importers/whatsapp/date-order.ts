import { sayDate } from '../../dates';
import { dayNumber, isRealDay, writeDay, type CalendarDay } from '../../dates/calendar';
import type { DateOrder } from '../../model/date-order';
import type { Question } from '../reading';
import { firstYear, yearOf, type Head } from './head';

type Examples = NonNullable<Question['dateOrder']>['examples'][number][];
const orders = ['dmy', 'mdy', 'ymd'] as const;

/** The day a head means under an order; null when there is no such day, or it lies before the year `from`. */
export function dayOf(head: Pick<Head, 'parts' | 'yearAt'>, order: DateOrder, from = firstYear): CalendarDay | null {
  const [first, middle, last] = head.parts;
  // A four-figure year in front leaves no choice.
  const [yearPart, month, day] = order === 'ymd' || head.yearAt === 'first' ? [first, middle, last] : order === 'dmy' ? [last, middle, first] : [last, first, middle];
  const year = yearOf(yearPart, from);
  return year !== null && isRealDay(year, month, day) ? { year, month, day } : null;
}

/** Whether a head means a day under some order. */
export function isSomeDay(head: Pick<Head, 'parts' | 'yearAt'>): boolean {
  return orders.some((order) => dayOf(head, order) !== null);
}

/** The day a head means whatever the order is (the year in front, 5/5); null when that hangs on the order. */
export function onlyDayOf(head: Pick<Head, 'parts' | 'yearAt'>, from = firstYear): CalendarDay | null {
  const [first, second] = head.parts;
  return head.yearAt === 'first' ? dayOf(head, 'ymd', from) : head.yearAt === 'last' && first === second ? dayOf(head, 'dmy', from) : null;
}

/** Most changes of date that are weighed; a longer conversation has shown its order by then. */
const mostWeighed = 200_000;
/** A phone may deliver a message late: going back by so many days says nothing. */
const lateDays = 2;
/** An order is ruled out by going back in time only when that happens at least so often; once may be a wrong clock. */
const telling = 2;

interface Weighed {
  readonly order: DateOrder;
  impossible: number;
  stepsBack: number;
  newest: number;
}

/**
 * Finds the order of day, month and year by evidence alone: a number that can be no month or no day, and conversations running
 * forward in time. `settled` is null while two orders remain possible, and she is asked with `examples`.
 */
export class DateOrderEvidence {
  private readonly orders: Weighed[] = orders.map((order) => ({ order, impossible: 0, stepsBack: 0, newest: -Infinity }));
  private weighed = 0;
  private last = '';
  private readonly shown: Examples = [];

  /** Years before `from` are none. */
  constructor(private readonly from = firstYear) {}

  /** `written` is the head as it stands, for an example. */
  add(head: Head, written: string): void {
    const key = head.parts.join(' ');
    if (key === this.last || this.weighed >= mostWeighed) return;
    this.last = key;
    const days = this.orders.map(({ order }) => ((order === 'ymd' ? head.yearAt === 'last' : head.yearAt === 'first') ? null : dayOf(head, order, this.from)));
    // A day that is none in any order tells nothing about the order.
    if (days.every((day) => day === null)) return;
    this.weighed += 1;
    for (const [index, weighed] of this.orders.entries()) {
      const day = days[index] ?? null;
      if (day === null) {
        weighed.impossible += 1;
        continue;
      }
      const number = dayNumber(day);
      if (number < weighed.newest - lateDays) weighed.stepsBack += 1;
      weighed.newest = number;
    }
    this.addExample(head, written);
  }

  private addExample(head: Head, written: string): void {
    const [first, middle] = head.parts;
    if (head.yearAt === 'first' || first === middle || this.shown.length >= 4) return;
    const [dmy, mdy] = [dayOf(head, 'dmy', this.from), dayOf(head, 'mdy', this.from)];
    if (dmy && mdy) this.shown.push({ written, dmy: say(dmy), mdy: say(mdy) });
  }

  get examples(): Examples {
    return this.shown;
  }

  /** Whether any date was weighed: without one there is nothing to settle. */
  get hasDates(): boolean {
    return this.weighed > 0;
  }

  get settled(): DateOrder | null {
    if (this.weighed === 0) return null;
    const fewest = Math.min(...this.orders.map(({ impossible }) => impossible));
    // One damaged line must not decide: the right order may have a few impossible days among thousands.
    if (fewest > this.weighed / 20) return null;
    const possible = this.orders.filter(({ impossible }) => impossible === fewest);
    const [only] = possible;
    if (only && possible.length === 1) return only.order;
    const forward = possible.filter(({ stepsBack }) => stepsBack === 0);
    const [runs] = forward;
    if (runs && forward.length === 1 && possible.every((weighed) => weighed === runs || weighed.stepsBack >= telling)) return runs.order;
    // Years of two figures in front are hardly written anywhere: possible by the figures alone, they are no rival to day or month first.
    const usual = possible.filter(({ order }) => order !== 'ymd');
    const [first, second] = usual;
    return second ? this.decideBetween(first, second) : (first?.order ?? null);
  }

  /** Day first or month first, when neither is impossible: by running forward, else not at all. */
  private decideBetween(first: Weighed | undefined, second: Weighed): DateOrder | null {
    if (!first) return null;
    // Every date the same either way (5/5): nothing hangs on it.
    if (this.shown.length === 0) return first.order;
    if (first.stepsBack === 0 && second.stepsBack >= telling) return first.order;
    return second.stepsBack === 0 && first.stepsBack >= telling ? second.order : null;
  }
}

function say(day: CalendarDay): string {
  return sayDate({ edtf: writeDay(day), timeOfDay: '', timeApproximate: false });
}
