import { expect, it } from 'vitest';
import { spanOf } from './span';
import { calendarLength, lengthBetween } from './length-between';

it('counts the days between two whole days', () => {
  expect(lengthBetween(spanOf('2022-03-01'), spanOf('2022-03-04'))).toEqual({ leastDays: 3, mostDays: 3 });
  expect(lengthBetween(spanOf('2024-02-28'), spanOf('2024-03-01'))).toEqual({ leastDays: 2, mostDays: 2 });
  expect(lengthBetween(spanOf('2022-03-04'), spanOf('2022-03-04'))).toEqual({ leastDays: 0, mostDays: 0 });
});
it('says the fewest and the most of vague dates', () => {
  expect(lengthBetween(spanOf('2022-03'), spanOf('2022-05-01'))).toEqual({ leastDays: 31, mostDays: 61 });
  expect(lengthBetween(spanOf('2022'), spanOf('2022-05-01'))).toEqual({ leastDays: 0, mostDays: 120 });
});
it('says nothing of what is not known, has no bound, or lies before', () => {
  for (const [from, to] of [['', '2022-01-01'], ['2022-01-01', ''], ['../2015', '2022-01-01'], ['2015', '2022/..'], ['2022-03-04', '2022-03-03']] as const) expect(lengthBetween(spanOf(from), spanOf(to))).toBeNull();
});
it('says a length as a calendar does', () => {
  expect(calendarLength('2019-07-14', '2024-03-14')).toEqual({ years: 4, months: 8, days: 0 });
  expect(calendarLength('2019-07-14', '2024-03-13')).toEqual({ years: 4, months: 7, days: 28 });
  expect(calendarLength('2023-01-31', '2023-03-01')).toEqual({ years: 0, months: 1, days: 1 });
  expect(calendarLength('2024-02-29', '2025-02-28')).toEqual({ years: 1, months: 0, days: 0 });
  expect(calendarLength('2024-03-01', '2024-02-29')).toBeNull();
});
