import { expect, test } from 'vitest';
import { fromFirstPage, labelOf, numberingOfPages, PageNumbering } from './page-numbering';

const lettered: PageNumbering = {
  series: [{ fromPage: 0, style: 'roman', prefix: '', first: 1 }, { fromPage: 4, style: 'decimal', prefix: 'A', first: 1 }, { fromPage: 6, style: 'decimal', prefix: 'B', first: 1 }, { fromPage: 7, style: 'decimal', prefix: 'B', first: 20 }],
  stamp: 'number',
};

test('from the first page on', () => {
  expect([0, 1, 194].map((index) => labelOf(fromFirstPage, index))).toEqual(['1', '2', '195']);
});

test('each section anew under its letter, the index before them in Roman numerals, a later part where the numbers go on', () => {
  expect(Array.from({ length: 9 }, (_, index) => labelOf(lettered, index))).toEqual(['i', 'ii', 'iii', 'iv', 'A1', 'A2', 'B1', 'B20', 'B21']);
});

test('Roman numerals as they are written', () => {
  const only = { series: [{ fromPage: 0, style: 'roman' as const, prefix: '', first: 1 }] };
  expect([4, 9, 14, 40, 44, 90, 99, 400, 949, 1994].map((number) => labelOf(only, number - 1))).toEqual(['iv', 'ix', 'xiv', 'xl', 'xliv', 'xc', 'xcix', 'cd', 'cmxlix', 'mcmxciv']);
});

test('a page that no series numbers is no page', () => {
  expect(() => labelOf({ series: [{ fromPage: 2, style: 'decimal', prefix: '', first: 1 }] }, 1)).toThrow('no series');
});

test('pages that stand in a document of their own keep the numbers they have', () => {
  const whole: PageNumbering = { series: [{ fromPage: 0, style: 'roman', prefix: '', first: 1 }, { fromPage: 2, style: 'decimal', prefix: 'A', first: 1 }, { fromPage: 8, style: 'decimal', prefix: 'B', first: 1 }], stamp: 'number' };
  const own = numberingOfPages(whole, [{ from: 0, to: 2 }, { from: 6, to: 10 }]);
  expect([0, 1, 2, 3, 4, 5].map((index) => labelOf(own, index))).toEqual(['i', 'ii', 'A5', 'A6', 'B1', 'B2']);
});
