import { expect, it } from 'vitest';
import { orderColumns, type Across } from './order-columns';

const line = (from: number, to: number, weight = 1): Across => ({ from, to, weight });
const above = (order: readonly number[] | undefined, one: number, other: number): boolean => (order?.indexOf(one) ?? 0) < (order?.indexOf(other) ?? 0);

it('untwists what needs no crossing, over several columns', () => {
  // Three threads of three, given as knotted as can be.
  const across = [line(0, 5), line(1, 4), line(2, 3), line(5, 7), line(4, 8), line(3, 6)];
  const [first, second, third] = orderColumns([0, 0, 0, 1, 1, 1, 2, 2, 2], across);
  const threads = [[0, 5, 7], [1, 4, 8], [2, 3, 6]] as const;
  for (const [a, b, c] of threads) for (const [d, e, f] of threads) expect([above(second, b, e), above(third, c, f)]).toEqual([above(first, a, d), above(first, a, d)]);
});

it('keeps many lines from crossing rather than few', () => {
  // One crossing cannot be avoided: the line that stands for five keeps clear.
  const [, right] = orderColumns([0, 0, 1, 1], [line(0, 2, 5), line(1, 3, 5), line(0, 3), line(1, 2)]);
  const [left] = orderColumns([0, 0, 1, 1], [line(0, 2, 5), line(1, 3, 5), line(0, 3), line(1, 2)]);
  expect(above(right, 2, 3)).toBe(above(left, 0, 1));
});

it('gives the same order to the same map', () => {
  const across = Array.from({ length: 60 }, (_, i) => line(i % 12, 12 + ((i * 7) % 20)));
  const columns = Array.from({ length: 32 }, (_, node) => (node < 12 ? 0 : 1));
  expect(orderColumns(columns, structuredClone(across))).toEqual(orderColumns(columns, across));
  expect(orderColumns(columns, across).flat().sort((a, b) => a - b)).toEqual(columns.map((_, node) => node));
});
