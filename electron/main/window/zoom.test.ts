import { expect, test } from 'vitest';
import { Settings, defaultSettings } from '../../../shared/model/settings';
import { nextZoom } from './zoom';

test('reaches 200 % and 80 %, and stops there', () => {
  let percent = 100;
  for (let press = 0; press < 20; press++) percent = nextZoom(percent, 'in');
  expect(percent).toBe(200);
  for (let press = 0; press < 20; press++) percent = nextZoom(percent, 'out');
  expect(percent).toBe(80);
  expect(Settings.safeParse({ ...defaultSettings, textZoomPercent: percent }).success).toBe(true);
  expect(nextZoom(percent, 'reset')).toBe(100);
});
test('goes on from a size between the steps', () => {
  expect([nextZoom(137, 'in'), nextZoom(137, 'out')]).toEqual([150, 125]);
});
