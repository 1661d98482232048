import { expect, test } from 'vitest';
import { turnedArea } from './turned-area';

const area = { left: 0.1, top: 0.2, width: 0.3, height: 0.05 };
const near = (a: object, b: object) => { for (const [key, value] of Object.entries(b)) expect((a as Record<string, number>)[key], key).toBeCloseTo(value, 10); };

test('what was at the upper left is at the upper right after a quarter to the right, and at the lower left after one to the left', () => {
  near(turnedArea(area, 1), { left: 0.75, top: 0.1, width: 0.05, height: 0.3 });
  near(turnedArea(area, 2), { left: 0.6, top: 0.75, width: 0.3, height: 0.05 });
  near(turnedArea(area, 3), { left: 0.2, top: 0.6, width: 0.05, height: 0.3 });
});

test('four quarters are none, and one to the right undoes one to the left', () => {
  near(turnedArea(turnedArea(turnedArea(turnedArea(area, 1), 1), 1), 1), area);
  near(turnedArea(turnedArea(area, 1), 3), area);
  near(turnedArea(turnedArea(area, 2), 2), turnedArea(area, 0));
});
