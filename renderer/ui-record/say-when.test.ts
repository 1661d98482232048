import { expect, it } from 'vitest';
import { sayDaysFromTo, sayMoment, sayStretch } from './say-when';

it('says moments and stretches in full, a shared day once', () => {
  expect(sayMoment('2019-03-12T21:04:33')).toBe('Tuesday 12 March 2019, 21:04');
  expect(sayStretch('2019-03-12T21:04:33', '2019-03-12T21:04:59')).toBe('Tuesday 12 March 2019, 21:04');
  expect(sayStretch('2019-03-12T21:04:33', '2019-03-12T22:00:00')).toBe('Tuesday 12 March 2019, 21:04 to 22:00');
  expect(sayStretch('2019-03-12T23:58:00', '2019-03-13T00:02:00')).toBe('Tuesday 12 March 2019, 23:58 to Wednesday 13 March 2019, 00:02');
  expect(sayStretch('', '2019-03-13T00:02:00')).toBe('Wednesday 13 March 2019, 00:02');
  expect(sayStretch('', '')).toBe('');
});

it('says the days from the first to the last without weekdays', () => {
  expect(sayDaysFromTo('2021-03-14T11:54:00', '2024-01-01T10:00:00')).toBe('14 March 2021 to 1 January 2024');
  expect(sayDaysFromTo('2021-03-14T11:54:00', '2021-03-14T19:03:00')).toBe('14 March 2021');
  expect(sayDaysFromTo('2021-03-14T11:54:00', '')).toBe('14 March 2021');
});
