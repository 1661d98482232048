import { expect, test } from 'vitest';
import { greyOf, measureGrounds, pgmOf, turnRound, type GreyPicture } from './grounds';

/** `words`: a stroke every fourth pixel of every fourth row. */
function drawn(widthPx: number, heightPx: number, groundAt: (x: number, y: number) => number, inkAt: (x: number, y: number) => number): GreyPicture {
  const grey = Uint8Array.from({ length: widthPx * heightPx }, (_, at) => {
    const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
    return x % 4 === 0 || y % 9 === 0 ? inkAt(x, y) : groundAt(x, y);
  });
  return { widthPx, heightPx, grey };
}

test('dark words on white paper: one light ground', () => {
  expect(measureGrounds(drawn(200, 300, () => 250, () => 20))).toEqual({ isDark: false, areSeveral: false });
});

test('a scanner’s noise makes no second ground', () => {
  expect(measureGrounds(drawn(200, 300, (x, y) => 235 + ((x * 7 + y * 13) % 20), () => 30))).toEqual({ isDark: false, areSeveral: false });
});

test('light words on a dark ground are told, bubbles of another shade as several grounds', () => {
  expect(measureGrounds(drawn(200, 300, () => 18, () => 235))).toEqual({ isDark: true, areSeveral: false });
  expect(measureGrounds(drawn(200, 300, (x) => (x > 120 ? 75 : 18), () => 235))).toEqual({ isDark: true, areSeveral: true });
});

test('a page lit from one side has several grounds', () => {
  expect(measureGrounds(drawn(320, 200, (x) => 90 + x / 2, () => 10)).areSeveral).toBe(true);
});

test('a picture of one pixel, and one of no pixel in a tile, are measured', () => {
  expect(measureGrounds({ widthPx: 1, heightPx: 1, grey: Uint8Array.of(255) })).toEqual({ isDark: false, areSeveral: false });
  expect(measureGrounds({ widthPx: 17, heightPx: 1, grey: new Uint8Array(17) }).isDark).toBe(true);
});

test('grey is weighted by eye; turned round, black is white', () => {
  const picture = greyOf(Uint8ClampedArray.of(255, 255, 255, 255, 0, 0, 0, 255, 255, 0, 0, 255, 0, 255, 0, 255), 4, 1);
  expect([...picture.grey]).toEqual([255, 0, 76, 150]);
  turnRound(picture);
  expect([...picture.grey]).toEqual([0, 255, 179, 105]);
});

test('a PGM is its head and its pixels', () => {
  const bytes = pgmOf({ widthPx: 3, heightPx: 2, grey: Uint8Array.of(1, 2, 3, 4, 5, 6) });
  expect(new TextDecoder('latin1').decode(bytes.subarray(0, 11))).toBe('P5\n3 2\n255\n');
  expect([...bytes.subarray(11)]).toEqual([1, 2, 3, 4, 5, 6]);
});
