import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMonths, dayAt, dayNumber, easterSunday, readDay, weekdayOf, writeDay } from './calendar';

it('agrees with the platform on every day (in UTC)', () => {
  fc.assert(fc.property(fc.integer({ min: -700_000, max: 2_900_000 }), (number) => {
    const day = dayAt(number);
    expect(dayNumber(day)).toBe(number);
    const platform = new Date(number * 86_400_000);
    expect(weekdayOf(day) % 7).toBe(platform.getUTCDay());
    expect(writeDay(day)).toBe(platform.toISOString().slice(0, 10));
  }));
});

it('knows Easter', () => {
  expect([2000, 2019, 2024, 2038].map((year) => writeDay(easterSunday(year)))).toEqual(['2000-04-23', '2019-04-21', '2024-03-31', '2038-04-25']);
});

it('keeps to the last day of a shorter month', () => {
  expect(writeDay(addMonths({ year: 2020, month: 3, day: 31 }, -1))).toBe('2020-02-29');
  expect(writeDay(addMonths({ year: 2020, month: 1, day: 31 }, -1))).toBe('2019-12-31');
});

it('reads only real days', () => {
  expect(readDay('2019-02-29')).toBeNull();
  expect(readDay('2020-02-29')).toEqual({ year: 2020, month: 2, day: 29 });
});
