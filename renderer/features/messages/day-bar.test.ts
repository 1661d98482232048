import { expect, it } from 'vitest';
import { dayToGoTo } from './day-bar';

it('finds the first day of what is typed', () => {
  expect(['12 March 2019', 'June 2021', '2020', '04/03/2019', 'soon'].map((typed) => dayToGoTo(typed, '2026-05-03'))).toEqual(['2019-03-12', '2021-06-01', '2020-01-01', '2019-03-04', null]);
});
