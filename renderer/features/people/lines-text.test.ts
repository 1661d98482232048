import { expect, it } from 'vitest';
import { linesOf } from './lines-text';

it('keeps each handle once, in order, within the bounds', () => {
  expect(linesOf(' +44 7700 900123 \r\n\nPaul 🌹\n+44 7700 900123\nبول')).toEqual(['+44 7700 900123', 'Paul 🌹', 'بول']);
  expect(linesOf(Array.from({ length: 80 }, (_, i) => `h${i}`).join('\n'))).toHaveLength(50);
  expect(linesOf('x'.repeat(300))[0]).toHaveLength(200);
});
