import { expect, test } from 'vitest';
import { numberPages, runsAfterFront, type PrintedPart } from './page-order';

const printed = (part: string, pageCount: number, places: [string, number][], onlyAt?: string): PrintedPart => ({ part, pageCount, places: places.map(([place, pageIndex]) => ({ place, pageIndex })), ...(onlyAt === undefined ? {} : { onlyAt }) });

test('what was printed as one stands each in its own place, with all of its pages', () => {
  const dividers: [string, number][] = [['section-b', 0], ['section-c', 1], ['section-d', 4]];
  const parts = [printed('dividers', 5, dividers, 'section-b'), printed('accounts', 3, [['accounts', 0]]), printed('dividers', 5, dividers, 'section-c'), printed('dividers', 5, dividers, 'section-d')];
  const runs = runsAfterFront(parts);
  expect(runs.map(({ part, from, to }) => [part, from, to])).toEqual([['dividers', 0, 1], ['accounts', 0, 3], ['dividers', 1, 4], ['dividers', 4, 5]]);
  const { numbers, pageCount } = numberPages(runs, parts, 10);
  expect(Object.fromEntries(numbers)).toEqual({ 'section-b': 11, accounts: 12, 'section-c': 15, 'section-d': 18 });
  expect(pageCount).toBe(18);
});

test('a section that was printed nowhere stops the document', () => {
  expect(() => runsAfterFront([printed('dividers', 1, [], 'section-b')])).toThrow('a section is not where it was printed');
});
