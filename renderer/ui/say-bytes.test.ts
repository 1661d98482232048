import { expect, it } from 'vitest';
import { sayBytes } from './say-bytes';

it('says sizes as phones do', () => {
  expect([0, 1, 812, 1000, 2_040_000, 999_950, 2_147_483_648].map(sayBytes)).toEqual(['0 bytes', '1 byte', '812 bytes', '1 kB', '2.04 MB', '1 MB', '2.15 GB']);
});
