import { expect, it } from 'vitest';
import { columnCountOf, complaintsOf, matchOf, picksFrom } from './column-picks';

const likely = { date: 0, time: 1, sender: 2, recipient: null, text: 4, hasHeading: true };

it('reads a table once it has a date and words, each in a column of its own', () => {
  expect(matchOf(picksFrom(likely))).toEqual(likely);
  expect(matchOf(picksFrom(null))).toBeNull();
  expect(complaintsOf(picksFrom(null))).toEqual({ date: 'needed', text: 'needed' });
  expect(complaintsOf({ ...likely, sender: 4 })).toEqual({ sender: 'twice', text: 'twice' });
  expect(matchOf({ ...likely, sender: 4 })).toBeNull();
  expect(matchOf({ ...likely, time: null, sender: null })).toEqual({ ...likely, time: null, sender: null });
});

it('has as many columns as its longest row', () => expect(columnCountOf([['a'], ['a', 'b', 'c'], []])).toBe(3));
