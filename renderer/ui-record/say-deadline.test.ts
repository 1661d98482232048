import { expect, it } from 'vitest';
import { emptyDeadline } from '../../shared/model/case/deadline';
import { withDay } from '../../shared/deadlines/written-days';
import { undated } from '../../shared/model/dated';
import { nameOfDeadline, sayDeadline } from './say-deadline';

const review = { ...emptyDeadline, rule: 'complaint-review', fromDay: '2022-04-01' };

it('names the last day and how far it is, without hurry; what is over, is due from others or done says so', () => {
  expect(sayDeadline(review, '2022-04-17')).toBe('ends on Friday 29 April 2022, in 12 days');
  expect(sayDeadline(review, '2022-04-28')).toBe('ends on Friday 29 April 2022, tomorrow');
  expect(sayDeadline(review, '2022-04-29')).toBe('ends on Friday 29 April 2022, today');
  expect(sayDeadline(review, '2022-04-30')).toBe('ended on Friday 29 April 2022');
  expect(sayDeadline({ ...emptyDeadline, rule: 'subject-access-police', fromDay: '2025-03-18' }, '2025-05-01')).toBe('was due from them by Tuesday 22 April 2025');
  expect(sayDeadline({ ...emptyDeadline, rule: 'complaint-12-months', fromDay: '2021-05-01' }, '2022-04-17')).toBe('after Sunday 1 May 2022 you are asked why it took as long');
  expect([sayDeadline({ ...review, settled: 'done' }, '2022-04-17'), sayDeadline(emptyDeadline, '2022-04-17')]).toEqual(['Done', 'no last day yet']);
});

it('is no surer than the day it is counted from, and says why there is no last day', () => {
  const about = { ...review, ...withDay(review, 'fromDay', { ...undated, typed: 'about 1 April 2022', edtf: '2022-04-01~' }) };
  expect([sayDeadline(about, '2022-04-17'), sayDeadline(about, '2022-05-01')]).toEqual(['ends about Friday 29 April 2022, in 12 days', 'ended about Friday 29 April 2022']);
  expect(sayDeadline({ ...emptyDeadline, rule: 'common-assault', fromDay: '2025-06-01', secondDay: '2024-03-01' }, '2026-01-01')).toBe('no last day: one day lies before the other');
  const wrong = withDay(review, 'fromDay', { ...undated, typed: '31 February 2024' });
  expect(sayDeadline({ ...review, ...wrong }, '2026-01-01')).toBe('no last day yet: “31 February 2024” is no whole day');
  expect(sayDeadline({ ...emptyDeadline, rule: 'common-assault', fromDay: '2022-01-01' }, '2026-01-01')).toBe('no last day: the rule did not hold then');
});

it('is called by her words, else by the rule', () => {
  expect([nameOfDeadline(review), nameOfDeadline({ ...review, title: 'Mine' }), nameOfDeadline(emptyDeadline), nameOfDeadline({ ...emptyDeadline, rule: 'of-another-version' })])
    .toEqual(['Ask for a review of a complaint’s outcome', 'Mine', 'Not named yet', 'A rule that this version of Tidemark does not have']);
});
