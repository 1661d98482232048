import { expect, it } from 'vitest';
import { peaksOf } from './waveform';

it('the loudest moment of each stretch, against the loudest of all', () => {
  expect(peaksOf(Float32Array.from([0, 0.1, -0.5, 0.2, 0, 0, 0.25, 0]), 4)).toEqual([expect.closeTo(0.2), 1, 0, expect.closeTo(0.5)]);
});
it('silence, and nothing at all', () => {
  expect(peaksOf(new Float32Array(4), 2)).toEqual([0, 0]);
  expect(peaksOf(new Float32Array(0), 2)).toEqual([0, 0]);
});
