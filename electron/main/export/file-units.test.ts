import { expect, test } from 'vitest';
import { partsOf, unitsOf } from './file-units';

const run = (part: string, pages: number, exhibitMark = '') => ({ part, from: 0, to: pages, exhibitMark });

test('a document is cut before a sheet or the divider that stands before it, never between a sheet and its pages', () => {
  const units = unitsOf([run('divider b', 1), run('sheets', 1, 'TM1'), run('exhibit TM1', 4, 'TM1'), run('sheets', 2, 'TM2'), run('divider c', 1), run('sheets', 1, 'TM3'), run('exhibit TM3', 9, 'TM3'), run('what could not be included', 1)]);
  expect(units.map((unit) => unit.map(({ part }) => part))).toEqual([['divider b', 'sheets', 'exhibit TM1'], ['sheets'], ['divider c', 'sheets', 'exhibit TM3', 'what could not be included']]);
  // After a cover, an index and four pages of chronology; cover and index are in each file.
  expect(partsOf(units, [0, 2], 6, 2)).toEqual([{ from: 2, to: 14 }, { from: 14, to: 26 }]);
  expect(unitsOf([])).toEqual([]);
});
