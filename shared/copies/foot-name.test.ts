import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import { expect, it } from 'vitest';
import { footFace, footName } from './foot-name';
import { footOfPages } from './foot-of-pages';

it('knows no letter that the face lacks', () => {
  const face = fontkit.create(readFileSync(join(import.meta.dirname, '../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'))) as unknown as { hasGlyphForCodePoint(point: number): boolean };
  const lacking = footFace.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index)).filter((point) => !face.hasGlyphForCodePoint(point));
  expect(lacking.map((point) => point.toString(16))).toEqual([]);
});

it.each([
  ['Harriet Lowe (Leeds)', 'Harriet Lowe (Leeds)'], ['Zażółć Gęślą, Łódź', 'Zażółć Gęślą, Łódź'], ['Олена Шевченко', 'Олена Шевченко'],
  ['王律师 (Wang)', 'Wang'], ['王律师（Lawyer Wang）', 'Lawyer Wang'], ['محامية سارة / Sara Haddad', 'Sara Haddad'], ['Nguyễn Thị Hồng', 'Nguyen Thi Hong'], ['Anna 😀 Ellis', 'Anna Ellis'], ['Zo\u0308e', 'Zöe'],
  ['王律师', ''], ['سارة', ''], ['😀', ''], ['王 - ', ''],
])('of “%s” stands “%s”', (said, stands) => {
  expect(footName(said)).toBe(stands);
});

it('says at the foot whose copy it is as far as it can, and the code in any case', () => {
  const foot = (name: string, organisation: string): string => footOfPages({ number: 3, code: 'K7TF-3M4X', to: { name, organisation } });
  expect(foot('Harriet Lowe', 'Lowe & Finch')).toBe('Copy 3 for Harriet Lowe, Lowe & Finch · K7TF-3M4X');
  expect(foot('王律师 (Wang)', 'Lowe & Finch')).toBe('Copy 3 for Wang, Lowe & Finch · K7TF-3M4X');
  expect(foot('王律师', 'Lowe & Finch')).toBe('Copy 3 for Lowe & Finch · K7TF-3M4X');
  expect(foot('王律师', '')).toBe('Copy 3 · K7TF-3M4X');
});
