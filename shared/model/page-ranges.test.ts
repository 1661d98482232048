import { expect, test } from 'vitest';
import { pagesThatGo, turnOf } from './exhibit-said';
import { pagesIn, rangesOf, readPageRanges } from './page-ranges';

test.each([
  ['3 to 7', [{ from: 3, to: 7 }]], ['3-7', [{ from: 3, to: 7 }]], ['3–7, 12', [{ from: 3, to: 7 }, { from: 12, to: 12 }]], ['Pages 12 and 3 to 7', [{ from: 3, to: 7 }, { from: 12, to: 12 }]],
  ['5; 6; 4', [{ from: 4, to: 6 }]], ['2, 2', [{ from: 2, to: 2 }]], ['40', [{ from: 40, to: 40 }]],
])('“%s” is read as it is meant', (typed, ranges) => {
  expect(readPageRanges(typed, 40)).toEqual(ranges);
});

test('nothing typed, and every page, are the whole file', () => {
  expect([readPageRanges('  ', 40), readPageRanges('1 to 40', 40), readPageRanges('1-20, 21-40', 40)]).toEqual([[], [], []]);
});

test.each(['0', '41', '7 to 3', 'three', '3 to', '3,,4', '1-', '-3', '3.5', '1 2'])('“%s” is not guessed at', (typed) => {
  expect(readPageRanges(typed, 40)).toBeNull();
});

test('ranges are in order, apart, and end where the file ends', () => {
  expect(rangesOf([9, 3, 4, 4, 5])).toEqual([{ from: 3, to: 5 }, { from: 9, to: 9 }]);
  expect(pagesIn([{ from: 38, to: 60 }, { from: 2, to: 2 }], 40)).toEqual([2, 38, 39, 40]);
  expect(pagesThatGo({ extract: { ranges: [{ from: 2, to: 3 }], of: 9 } })).toEqual([2, 3]);
  expect([pagesThatGo(undefined), pagesThatGo({ extract: null })]).toEqual([null, null]);
  expect([turnOf({ turns: [{ page: 2, quarters: 3 }] }, 2), turnOf({ turns: [] }, 2), turnOf(undefined, 1)]).toEqual([3, 0, 0]);
});
