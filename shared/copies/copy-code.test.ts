import { expect, it } from 'vitest';
import { codesIn, copyCodeOf, copyCodePattern, differingLetters } from './copy-code';

it('makes codes of letters that are not taken for each other', () => {
  for (let seed = 0; seed < 50; seed++) expect(copyCodeOf(Uint8Array.from({ length: 64 }, (_, at) => (seed * 31 + at * 7) % 242))).toMatch(copyCodePattern);
  expect(() => copyCodeOf(new Uint8Array(64).fill(255))).toThrow('too few');
});

it('finds codes as print, machines and mails write them, and nothing within a longer word', () => {
  expect(codesIn('Copy 3 for H. Lowe · K7TF-3M4X')).toEqual(['K7TF-3M4X']);
  expect(codesIn('k7tf – 3m4x and К7ТF-3М4Х')).toEqual(['K7TF-3M4X', 'K7TF-3M4X']);
  expect(codesIn('SHA-256 AAK7TF-3M4XBB, 07700-900001')).toEqual([]);
  expect(differingLetters('K7TF-3M4X', 'K7TF-3M4K')).toBe(1);
});
