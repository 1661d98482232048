import { bankHolidaysKnown, isBankHoliday } from '../../shared/deadlines/bank-holidays';
import { lastDayAfter, onOrAfterWorkingDay } from '../../shared/deadlines/count';
import { type Clock, deadlineRules } from '../../shared/deadlines/rules';
import { workOut } from '../../shared/deadlines/work-out';
import type { Proof } from '../proving/proof';
import { countDaysSlowly, countMonthsSlowly, dayOf, isHolidaySlowly, isWorkingDaySlowly, msOf } from './deadlines-work/slow-count';

const dayMs = 86_400_000;
/** Starts from which every count of a rule stays within the known bank holidays. */
const lastStart = '2025-11-30';
/** Worked by hand, from domain.md and the pages it was read on. */
const worked: readonly (readonly [rule: string, from: string, second: string, end: string])[] = [
  ['complaint-review', '2022-04-01', '', '2022-04-29'], ['vrr-ask', '2022-11-30', '', '2023-02-28'], ['vrr-acknowledged', '2022-04-11', '', '2022-04-27'], ['vrr-decided', '2022-04-11', '', '2022-05-26'],
  ['common-assault', '2023-01-10', '2023-03-31', '2023-09-30'], ['common-assault', '2024-02-29', '2026-01-31', '2026-02-28'], ['complaint-12-months', '2024-02-29', '', '2025-02-28'], ['subject-access-police', '2025-03-18', '', '2025-04-22'],
];

export const proof: Proof = {
  catches: 'a time limit that ends on another day than the law says: a bank holiday, a leap day, the end of a month or a rule counted wrongly, against a counter that walks day by day and knows nothing of the program',
  breaks: 'takes the Platinum Jubilee from the slow counter',
  drivesProgram: false,
  async run({ isSmall, isBroken, say }) {
    const failures: string[] = [];
    const isRest = (day: string): boolean => !(isBroken && day === '2022-06-03') && isHolidaySlowly(day);
    const isWork = (day: string): boolean => isWorkingDaySlowly(day) || (isBroken && day === '2022-06-03');
    const slowly = (from: string, { length: { count, unit } }: Clock): string => {
      switch (unit) {
        case 'days': return countDaysSlowly(from, count, () => true);
        case 'working-days': return countDaysSlowly(from, count, isWork);
        case 'months': return countMonthsSlowly(from, count);
        case 'years': return countMonthsSlowly(from, count * 12);
      }
    };
    const compare = (what: string, got: string | undefined, wanted: string): void => { if (got !== wanted && failures.length < 20) failures.push(`${what}: ${got ?? 'nothing'}, by counting ${wanted}`); };
    let [daysCompared, holidays, counts] = [0, 0, 0];
    for (let ms = msOf(bankHolidaysKnown.from); ms <= msOf(bankHolidaysKnown.until); ms += dayMs, daysCompared++) {
      const day = dayOf(ms);
      if (isRest(day)) holidays++;
      compare(`bank holiday ${day}`, String(isBankHoliday(day)), String(isRest(day)));
    }
    say(`${daysCompared} days, ${holidays} bank holidays`);
    // A step of a prime number of days meets every weekday and every day of the month.
    for (let ms = msOf(bankHolidaysKnown.from); ms <= msOf(lastStart); ms += dayMs * (isSmall ? 31 : 1)) {
      const from = dayOf(ms);
      for (const rule of deadlineRules) {
        const ends = rule.clocks.map((clock) => slowly(from, clock)).toSorted();
        const raw = (rule.ends === 'earlier' ? ends[0] : ends.at(-1)) ?? '';
        const end = rule.onRestDay === 'stays' || isWork(raw) ? raw : countDaysSlowly(raw, 1, isWork);
        compare(`${rule.id} from ${from}`, workOut({ rule: rule.id, fromDay: from, secondDay: rule.secondDay === null ? '' : from, ownDay: '' }).lastDay, isOfTheRule(rule, from) ? end : '');
        counts++;
      }
      // Other lengths than the rules have, so that the counting itself is shown.
      const some = (ms / dayMs) % 397;
      for (const [length, wanted] of [
        [{ count: some, unit: 'days' }, countDaysSlowly(from, some, () => true)], [{ count: some % 61, unit: 'working-days' }, countDaysSlowly(from, some % 61, isWork)],
        [{ count: some % 25, unit: 'months' }, countMonthsSlowly(from, some % 25)],
      ] as const) {
        compare(`${length.count} ${length.unit} from ${from}`, lastDayAfter(from, length)?.day, wanted);
        counts++;
      }
      compare(`working day on or after ${from}`, onOrAfterWorkingDay(from)?.day, isWork(from) ? from : countDaysSlowly(from, 1, isWork));
    }
    for (const [rule, fromDay, secondDay, end] of worked) compare(`worked ${rule} from ${fromDay}`, workOut({ rule, fromDay, secondDay, ownDay: '' }).lastDay, end);
    say(`${counts} counts`);
    return { ok: failures.length === 0, failures, figures: { daysCompared, bankHolidays: holidays, rules: deadlineRules.length, counts, workedByHand: worked.length } };
  },
};

/** Before a rule began, and after it ended, it gives no last day. */
const isOfTheRule = ({ since, until }: { since: string; until: string }, from: string): boolean => from >= since && (until === '' || from <= until);
