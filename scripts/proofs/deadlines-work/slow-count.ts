/**
 * Counts days the slow way, and by nothing of the product: one day after the other on a UTC clock, bank holidays from the law's own wording (first Monday, last Monday, Easter by Gauss) and the proclaimed exceptions.
 */
const dayMs = 86_400_000;

export const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Easter Sunday by Gauss's rule with its two exceptions, in days of March. */
function easterMs(year: number): number {
  const [a, b, c] = [year % 19, year % 4, year % 7];
  const k = Math.floor(year / 100);
  const p = Math.floor((13 + 8 * k) / 25);
  const m = (15 - p + k - Math.floor(k / 4)) % 30;
  const n = (4 + k - Math.floor(k / 4)) % 7;
  const d = (19 * a + m) % 30;
  const e = (2 * b + 4 * c + 6 * d + n) % 7;
  let ofMarch = 22 + d + e;
  if (d === 29 && e === 6) ofMarch = 50;
  else if (d === 28 && e === 6 && (11 * m + 11) % 30 < 19) ofMarch = 49;
  return Date.UTC(year, 2, ofMarch);
}

const moved: Readonly<Record<string, readonly string[]>> = {
  'early-may': ['1995-05-08', '2020-05-08'],
  spring: ['2002-06-04', '2012-06-04', '2022-06-02'],
  extra: ['1999-12-31', '2002-06-03', '2011-04-29', '2012-06-05', '2022-06-03', '2022-09-19', '2023-05-08'],
};
const ofYear = (list: readonly string[] | undefined, year: number): string[] => (list ?? []).filter((day) => day.startsWith(`${year}-`));
const isWeekend = (ms: number): boolean => [0, 6].includes(new Date(ms).getUTCDay());

function mondays(year: number, month: number): string[] {
  const found: string[] = [];
  for (let ms = Date.UTC(year, month, 1); new Date(ms).getUTCMonth() === month; ms += dayMs) if (new Date(ms).getUTCDay() === 1) found.push(dayOf(ms));
  return found;
}

function holidaysOf(year: number): Set<string> {
  const days = new Set<string>(ofYear(moved['extra'], year));
  const easter = easterMs(year);
  days.add(dayOf(easter - 2 * dayMs)).add(dayOf(easter + dayMs));
  days.add(ofYear(moved['early-may'], year)[0] ?? mondays(year, 4)[0] ?? '');
  days.add(ofYear(moved['spring'], year)[0] ?? mondays(year, 4).at(-1) ?? '');
  days.add(mondays(year, 7).at(-1) ?? '');
  // Each that falls on a weekend is given the next weekday that is none already.
  for (const day of [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]) {
    if (!isWeekend(msOf(day))) days.add(day);
  }
  for (const day of [`${year}-01-01`, `${year}-12-25`, `${year}-12-26`]) {
    if (!isWeekend(msOf(day))) continue;
    let ms = msOf(day);
    while (isWeekend(ms) || days.has(dayOf(ms))) ms += dayMs;
    days.add(dayOf(ms));
  }
  return days;
}

const known = new Map<number, Set<string>>();
export function isHolidaySlowly(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const days = known.get(year) ?? holidaysOf(year);
  known.set(year, days);
  return days.has(day);
}

/** Day after day until so many were counted. */
export function countDaysSlowly(from: string, count: number, counts: (day: string) => boolean): string {
  let ms = msOf(from);
  for (let left = count; left > 0;) {
    ms += dayMs;
    if (counts(dayOf(ms))) left--;
  }
  return dayOf(ms);
}

export const isWorkingDaySlowly = (day: string): boolean => !isWeekend(msOf(day)) && !isHolidaySlowly(day);

/** Day after day through `months` changes of the month, then on to the day of the same number, or to the month's last. */
export function countMonthsSlowly(from: string, months: number): string {
  const wanted = Number(from.slice(8));
  let ms = msOf(from);
  for (let left = months; left > 0;) {
    ms += dayMs;
    if (dayOf(ms).endsWith('-01')) left--;
  }
  while (Number(dayOf(ms).slice(8)) < wanted && !dayOf(ms + dayMs).endsWith('-01')) ms += dayMs;
  return dayOf(ms);
}
