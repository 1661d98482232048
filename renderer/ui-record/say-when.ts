import { sayDay } from '../../shared/layouts/say';

/** Wall-clock `YYYY-MM-DDTHH:MM:SS` → `Tuesday 12 March 2019`; '' for ''. */
export function sayDayOf(at: string): string {
  return at === '' ? '' : sayDay(at.slice(0, 10));
}

/** From one wall-clock moment to another by their days alone, without the weekdays: `14 March 2021 to 1 January 2024`. */
export function sayDaysFromTo(first: string, last: string): string {
  const [from, to] = [first, last].map((at) => sayDayOf(at).replace(/^\p{L}+ /u, ''));
  return from === to || to === '' ? from ?? '' : `${from} to ${to}`;
}

/** Wall-clock `YYYY-MM-DDTHH:MM:SS` → `21:04`; '' for ''. */
export function sayTimeOf(at: string): string {
  return at.slice(11, 16);
}

/** Wall-clock moment in full: `Tuesday 12 March 2019, 21:04`. */
export function sayMoment(at: string): string {
  return at === '' ? '' : `${sayDayOf(at)}, ${sayTimeOf(at)}`;
}

/** From one wall-clock moment to another, saying a shared day once. */
export function sayStretch(first: string, last: string): string {
  if (first === '' || last === '') return sayMoment(first || last);
  if (first.slice(0, 16) === last.slice(0, 16)) return sayMoment(first);
  if (first.slice(0, 10) === last.slice(0, 10)) return `${sayMoment(first)} to ${sayTimeOf(last)}`;
  return `${sayMoment(first)} to ${sayMoment(last)}`;
}
