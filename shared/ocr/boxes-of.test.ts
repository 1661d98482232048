import { expect, test } from 'vitest';
import { boxesOf } from './boxes-of';

const box = (start: number, end: number) => ({ start, end, left: start / 100, top: 0.1, width: 0.1, height: 0.05 });
const page = { text: 'Paid â ffonio eto', machineText: null, boxes: [box(0, 4), box(5, 6), box(7, 13), box(14, 17)] };

test('the places of the words that are looked for, accents aside', () => {
  expect(boxesOf(page, 'ffon').map(({ start }) => start)).toEqual([7]);
  expect(boxesOf(page, 'paid a').map(({ start }) => start)).toEqual([0, 5]);
  expect(boxesOf(page, '"ffonio eto"').map(({ start }) => start)).toEqual([7, 14]);
  expect(boxesOf(page, 'nothing')).toEqual([]);
});

test('places belong to what the machine read, also when she put it right', () => {
  expect(boxesOf({ ...page, text: 'Peidiwch â ffonio eto', machineText: page.text }, 'ffonio').map(({ start }) => start)).toEqual([7]);
  expect(boxesOf({ ...page, boxes: null }, 'ffonio')).toEqual([]);
});
