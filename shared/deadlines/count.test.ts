import { expect, it } from 'vitest';
import { addDays, easterSunday, readDay, weekdayOf, writeDay } from '../dates/calendar';
import { bankHolidays, isBankHoliday } from './bank-holidays';
import { lastDayAfter, onOrAfterWorkingDay } from './count';

const after = (from: string, count: number, unit: 'days' | 'working-days' | 'months' | 'years'): string | undefined => lastDayAfter(from, { count, unit })?.day;

it('counts days from the day after, over the ends of months and leap days', () => {
  expect([after('2022-04-01', 28, 'days'), after('2024-02-01', 28, 'days'), after('2023-02-01', 28, 'days'), after('2023-12-20', 28, 'days'), after('2024-02-29', 0, 'days')])
    .toEqual(['2022-04-29', '2024-02-29', '2023-03-01', '2024-01-17', '2024-02-29']);
});

it('ends months on the day of the same number, or on the last of a shorter month', () => {
  expect([after('2022-08-31', 6, 'months'), after('2023-08-31', 6, 'months'), after('2022-01-30', 1, 'months'), after('2024-01-31', 1, 'months'), after('2022-11-30', 3, 'months'), after('2022-12-15', 3, 'months')])
    .toEqual(['2023-02-28', '2024-02-29', '2022-02-28', '2024-02-29', '2023-02-28', '2023-03-15']);
  expect([after('2024-02-29', 2, 'years'), after('2024-02-29', 4, 'years'), after('2022-06-28', 2, 'years'), after('2000-02-29', 1, 'years'), after('2100-02-28', 1, 'years')])
    .toEqual(['2026-02-28', '2028-02-29', '2024-06-28', '2001-02-28', '2101-02-28']);
});

it('counts working days without weekends and bank holidays, substitute and extra days included', () => {
  // Thursday before Easter 2022; Christmas 2021 with two substitute days; the Jubilee; the Queen's funeral; the Coronation.
  expect([after('2022-04-14', 1, 'working-days'), after('2021-12-24', 1, 'working-days'), after('2022-05-31', 2, 'working-days'), after('2022-09-16', 1, 'working-days'), after('2023-05-05', 1, 'working-days')])
    .toEqual(['2022-04-19', '2021-12-29', '2022-06-06', '2022-09-20', '2023-05-09']);
  expect([after('2022-04-01', 10, 'working-days'), after('2022-04-01', 30, 'working-days'), after('2022-04-02', 10, 'working-days')]).toEqual(['2022-04-19', '2022-05-18', '2022-04-19']);
});

it('says when it counted where bank holidays are not known, and only there', () => {
  expect(lastDayAfter('2027-12-30', { count: 1, unit: 'working-days' })).toEqual({ day: '2027-12-31', holidaysUnknown: false });
  expect(lastDayAfter('2027-12-31', { count: 1, unit: 'working-days' })).toEqual({ day: '2028-01-03', holidaysUnknown: true });
  expect(lastDayAfter('1994-12-20', { count: 2, unit: 'working-days' })).toEqual({ day: '1994-12-22', holidaysUnknown: true });
  expect(lastDayAfter('2027-12-31', { count: 28, unit: 'days' })).toEqual({ day: '2028-01-28', holidaysUnknown: false });
});

it('moves a last day off a weekend or bank holiday, and leaves a working day', () => {
  expect(['2022-04-15', '2022-04-19', '2022-12-24', '2022-06-04'].map((day) => onOrAfterWorkingDay(day)?.day)).toEqual(['2022-04-19', '2022-04-19', '2022-12-28', '2022-06-06']);
});

it('says nothing of what is no day or no length', () => {
  expect([lastDayAfter('2023-02-29', { count: 1, unit: 'days' }), lastDayAfter('', { count: 1, unit: 'days' }), lastDayAfter('2023-01-01', { count: -1, unit: 'days' }), lastDayAfter('2023-01-01', { count: 1e9, unit: 'working-days' }), lastDayAfter('9999-12-31', { count: 1, unit: 'days' }), onOrAfterWorkingDay('2023-13-01')])
    .toEqual([null, null, null, null, null, null]);
});

it('holds Good Friday and Easter Monday of each year as computed, eight days at least, all on weekdays', () => {
  for (let year = 1995; year <= 2027; year++) {
    const easter = easterSunday(year);
    expect([isBankHoliday(writeDay(addDays(easter, -2))), isBankHoliday(writeDay(addDays(easter, 1)))], String(year)).toEqual([true, true]);
    expect(bankHolidays.filter((day) => day.startsWith(String(year))).length, String(year)).toBe({ 1999: 9, 2002: 9, 2011: 9, 2012: 9, 2022: 10, 2023: 9 }[year] ?? 8);
  }
  expect(bankHolidays.filter((day) => weekdayOf(readDay(day)!) > 5)).toEqual([]);
});

it('knows the days that were moved or added', () => {
  for (const day of ['1995-05-08', '1999-12-31', '2002-06-03', '2002-06-04', '2011-04-29', '2012-06-04', '2012-06-05', '2020-05-08', '2022-06-02', '2022-06-03', '2022-09-19', '2023-05-08', '2020-12-28', '2022-12-27']) expect(isBankHoliday(day), day).toBe(true);
  for (const day of ['1995-05-01', '2002-05-27', '2012-05-28', '2020-05-04', '2022-05-30', '2026-12-26', '2026-12-24']) expect(isBankHoliday(day), day).toBe(false);
  expect([isBankHoliday('2028-01-03'), isBankHoliday('1994-12-26')]).toEqual([null, null]);
});
