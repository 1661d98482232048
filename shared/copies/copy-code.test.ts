import { expect, it } from 'vitest';
import { slipsBetween } from '../sweep/edit-distance';
import { codesIn, copyCodeOf, copyCodePattern, mostSlips, nearlyCodesIn } from './copy-code';

it('makes codes of letters that are not taken for each other', () => {
  for (let seed = 0; seed < 50; seed++) expect(copyCodeOf(Uint8Array.from({ length: 64 }, (_, at) => (seed * 31 + at * 7) % 242))).toMatch(copyCodePattern);
  expect(() => copyCodeOf(new Uint8Array(64).fill(255))).toThrow('too few');
});

it('finds codes as print, machines and mails write them, and nothing within a longer word', () => {
  expect(codesIn('Copy 3 for H. Lowe · K7TF-3M4X')).toEqual(['K7TF-3M4X']);
  expect(codesIn('k7tf – 3m4x and К7ТF-3М4Х')).toEqual(['K7TF-3M4X', 'K7TF-3M4X']);
  expect(codesIn('SHA-256 AAK7TF-3M4XBB, 07700-900001')).toEqual([]);
});

it('finds what a machine makes of a code on a picture, and nothing that is further from it than two slips', () => {
  const near = (text: string): boolean => nearlyCodesIn(text).some((one) => slipsBetween('KWTF-3M4X', one, mostSlips) <= mostSlips);
  for (const read of ['Lowe · KWTF-3M4X', 'KVVTF-3M4X', 'KWTF - 3M4', 'RWTF-3N4X', 'k wtf-3m4x']) expect([read, near(read)]).toEqual([read, true]);
  for (const read of ['07700-900001', 'KWTF-900001', 'part-time', 'SHA-256', 'RVTF-3N4X']) expect([read, near(read)]).toEqual([read, false]);
});
