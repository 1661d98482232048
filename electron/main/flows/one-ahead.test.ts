import { expect, test } from 'vitest';
import { OneAhead } from './one-ahead';

interface Waiting { batch: number; resolve: () => void; reject: (error: Error) => void }

const settled = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

test('hands over in order, never more than two at once, and tells of the first that failed', async () => {
  const waiting: Waiting[] = [];
  const ahead = new OneAhead<number>((batch) => new Promise((resolve, reject) => void waiting.push({ batch, resolve, reject })));
  await ahead.add(1);
  await ahead.add(2);
  let isTaken = false;
  const third = ahead.add(3).then(() => void (isTaken = true));
  await settled();
  expect([waiting.map(({ batch }) => batch), isTaken]).toEqual([[1, 2], false]);
  waiting[0]?.resolve();
  await third;
  expect(waiting.map(({ batch }) => batch)).toEqual([1, 2, 3]);
  waiting[1]?.reject(new Error('full'));
  await expect(ahead.add(4)).rejects.toThrow('full');
  expect(waiting.length).toBe(3);
  waiting[2]?.reject(new Error('behind it'));
  await expect(ahead.stored()).rejects.toThrow('full');
});
