import { expect, test } from 'vitest';
import { ShiftPresses } from './keys';

const key = (name: string, more: Partial<{ type: string; isAutoRepeat: boolean; control: boolean }> = {}) => ({
  type: 'keyDown' as const, key: name, isAutoRepeat: false, control: false, alt: false, meta: false, ...more,
} as Parameters<ShiftPresses['press']>[0]);
const presses = (...at: [ReturnType<typeof key>, number][]) => {
  const shift = new ShiftPresses();
  return at.map(([input, ms]) => shift.press(input, ms));
};

test('three presses of Shift alone', () => {
  expect(presses([key('Shift'), 0], [key('Shift'), 300], [key('Shift'), 600])).toEqual([false, false, true]);
});
test('letting go of the key does not count, nor does holding it', () => {
  expect(presses([key('Shift'), 0], [key('Shift', { type: 'keyUp' }), 100], [key('Shift', { isAutoRepeat: true }), 200], [key('Shift', { isAutoRepeat: true }), 300])).not.toContain(true);
});
test('writing capitals is not leaving', () => {
  expect(presses([key('Shift'), 0], [key('A'), 100], [key('Shift'), 200], [key('B'), 300], [key('Shift'), 400], [key('C'), 500])).not.toContain(true);
});
test('Shift with another modifier is a shortcut', () => {
  expect(presses([key('Shift', { control: true }), 0], [key('Shift', { control: true }), 100], [key('Shift', { control: true }), 200])).not.toContain(true);
});
test('slow presses do not add up', () => {
  expect(presses([key('Shift'), 0], [key('Shift'), 2000], [key('Shift'), 4000])).not.toContain(true);
});
test('it works again after it has worked', () => {
  const all = presses(...[0, 100, 200, 1000, 1100, 1200].map((ms) => [key('Shift'), ms] as [ReturnType<typeof key>, number]));
  expect(all).toEqual([false, false, true, false, false, true]);
});
