import { expect, test } from 'vitest';
import { sayDamage } from './say-damage';

test('says of which pages something is lost, and where nobody knows their numbers in the file, that they are counted here', () => {
  const damage = { how: 'repaired' as const, lostPages: 0, lostNumbers: [], partlyRead: [2], facesLost: [1, 2, 3] };
  expect(sayDamage(damage)).toBe('The file could not be read as it stands. Its pages are printed from a repaired copy of it: compare them with the original. The typeface of pages 1 to 3 is lost. Another stands in for it, so that letters may look otherwise, or be others than those that were there. Part of page 2 could not be read and is not printed.');
  const short = sayDamage({ ...damage, lostPages: 1 });
  expect(short).toContain('there is more: 1 page could not be read');
  expect(short).toContain('The typeface of pages 1 to 3 (as counted here) is lost.');
  expect(short).toContain('Part of page 2 (as counted here) could not be read');
});
