import { expect, test } from 'vitest';
import { refusedBefore } from './refused-before';

const now = Date.parse('2026-11-21T08:00:00.000Z');

test('attempts of another time are counted, with the last one; slips at this opening are not', () => {
  expect(refusedBefore([], now)).toBeNull();
  expect(refusedBefore(['2026-11-21T07:55:00.000Z'], now)).toBeNull();
  expect(refusedBefore(['2026-11-19T02:10:00.000Z', '2026-11-19T02:13:00.000Z', '2026-11-21T07:55:00.000Z'], now)).toEqual({ count: 2, lastUtc: '2026-11-19T02:13:00.000Z' });
});

test('more tries in a row than anybody slips are told, however late', () => {
  const tries = ['07:51', '07:52', '07:53', '07:54'].map((time) => `2026-11-21T${time}:00.000Z`);
  expect(refusedBefore(tries.slice(1), now)).toBeNull();
  expect(refusedBefore(['2026-11-19T02:10:00.000Z', ...tries], now)).toEqual({ count: 5, lastUtc: '2026-11-21T07:54:00.000Z' });
});

test('a clock that was put back hides nothing', () => {
  expect(refusedBefore(['2026-12-24T02:13:00.000Z'], now)).toEqual({ count: 1, lastUtc: '2026-12-24T02:13:00.000Z' });
});
