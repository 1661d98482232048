/** Plain words for machine values in printed pages. English (en-GB) and UK clock time whatever the machine's own settings. */

const ukMoment = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'short' });
const ukDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' });
const writtenDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const grouped = new Intl.NumberFormat('en-GB');

function partsOf(instantUtc: string): Record<string, string> {
  return Object.fromEntries(ukMoment.formatToParts(new Date(instantUtc)).map((part) => [part.type, part.value]));
}

/** `2026-05-03T20:04:11.250Z` → `3 May 2026, 21:04 BST`. */
export function sayInstant(instantUtc: string): string {
  const p = partsOf(instantUtc);
  return `${p.day} ${p.month} ${p.year}, ${p.hour}:${p.minute} ${p.timeZoneName}`;
}

/** `2026-05-03T20:04:11.250Z` → `2026-05-03 20:04:11 UTC`, for comparing with other records. */
export function sayInstantExactly(instantUtc: string): string {
  return `${instantUtc.slice(0, 10)} ${instantUtc.slice(11, 19)} UTC`;
}

/** The UK calendar day of an instant, `YYYY-MM-DD`. */
export function ukDayOf(instantUtc: string): string {
  return ukDay.format(new Date(instantUtc));
}

/** A wall-clock day `YYYY-MM-DD` → `Tuesday, 12 March 2019` without a zone. */
export function sayDay(day: string): string {
  return writtenDay.format(new Date(`${day}T00:00:00Z`)).replace(',', '');
}

/** Whole days from one `YYYY-MM-DD` to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** Bytes → `2.4 MB (2,401,337 bytes)`; decimal units, as file managers and e-mail limits count. */
export function saySize(sizeBytes: number): string {
  const exact = `${grouped.format(sizeBytes)} bytes`;
  if (sizeBytes < 1000) return exact;
  const [unit, divisor] = sizeBytes < 1e6 ? ['kB', 1e3] : sizeBytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
  return `${(sizeBytes / (divisor as number)).toFixed(1)} ${unit} (${exact})`;
}

/** From one `YYYY-MM-DD` to a later one, exactly: days up to sixty, else `4 years 8 months 3 days` of the calendar. Of a month that has no such day the last one counts. */
export function sayBetween(from: string, to: string): string {
  const days = daysBetween(from, to);
  if (days <= 60) return sayCount(days, 'day', 'days');
  let months = monthOf(to) - monthOf(from);
  if (monthsAfter(from, months) > to) months -= 1;
  const over = daysBetween(monthsAfter(from, months), to);
  const counts: [number, string, string][] = [[Math.floor(months / 12), 'year', 'years'], [months % 12, 'month', 'months'], [over, 'day', 'days']];
  return counts.filter(([count]) => count > 0).map(([count, one, many]) => sayCount(count, one, many)).join(' ');
}

/** Months since the beginning of the year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

function monthsAfter(day: string, months: number): string {
  const month = monthOf(day) + months;
  const [year, number] = [String(Math.floor(month / 12)).padStart(4, '0'), String((month % 12) + 1).padStart(2, '0')];
  const last = new Date(Date.parse(`${year}-${number}-01T00:00:00Z`));
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  return `${year}-${number}-${String(Math.min(Number(day.slice(8, 10)), last.getUTCDate())).padStart(2, '0')}`;
}

export function sayCount(count: number, one: string, many: string): string {
  return `${grouped.format(count)} ${count === 1 ? one : many}`;
}

/** Names in a row: `A`, `A and B`, `A, B and C`. */
export function sayList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
