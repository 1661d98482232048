import { existsSync } from 'node:fs';
import { mkdtemp, readFile, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { PrintFaces } from './print-faces';

const packages = { 'source-sans-3': '@fontsource-variable/source-sans-3', 'source-serif-4': '@fontsource-variable/source-serif-4', amiri: '@fontsource/amiri', 'noto-sans-sc': '@fontsource-variable/noto-sans-sc', 'noto-color-emoji': '@fontsource/noto-color-emoji' };
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'faces-'));
  for (const [name, from] of Object.entries(packages)) await symlink(path.resolve('node_modules', from), path.join(folder, name));
});

/** The family of the face that the page's own stylesheet names at this place, and its file. */
function namedAt(css: string, index: number): { family: string; file: string } {
  const rule = [...css.matchAll(/@font-face \{([^}]*)\}/g)][index]?.[1] ?? '';
  return { family: /font-family: '([^']+)'/.exec(rule)?.[1] ?? '', file: /url\(([^)]+)\)/.exec(rule)?.[1] ?? '' };
}

const pages: [string, string, string[], boolean][] = [
  ['English', '<p>He stood at the door – “£20”.</p>', ['Source Serif 4 Variable', 'Source Sans 3 Variable'], false],
  ['Polish', '<p>Zażądał kluczy</p>', ['Source Serif 4 Variable'], false],
  // Some of its hundred faces say that they have these letters, too.
  ['Arabic', '<p lang="ar">لا أريد</p>', ['Amiri'], true],
  ['Chinese', '<p lang="zh">没有人</p>', ['Noto Sans SC Variable'], true],
  ['Chinese that has no letter of it', '<p lang="zh">12</p>', ['Source Serif 4 Variable'], true],
];

test.each(pages)('%s: the stylesheet names the faces at the places that are told, and all that are needed', async (_, html, families, isLarge) => {
  const { css, needed } = await new PrintFaces(folder).of(html);
  for (const { index, href } of needed) expect(namedAt(css, index).file).toBe(href);
  expect(needed.map(({ index }) => namedAt(css, index).family)).toEqual(expect.arrayContaining(families));
  expect(css.includes('Noto Sans SC')).toBe(isLarge);
  // Their files are found by the addresses that it names them by.
  expect(css).not.toContain('url(./');
});

test('a file is given as it is, and nothing that is no font file', async () => {
  const faces = new PrintFaces(folder);
  const { needed: [first] } = await faces.of('<p>a</p>');
  const file = path.join(folder, (first?.href ?? '').replace('/fonts/', ''));
  expect(existsSync(file)).toBe(true);
  expect(await faces.file(first?.href ?? '')).toEqual(Uint8Array.from(await readFile(file)));
  for (const odd of ['/fonts/amiri/400.css', '/fonts/amiri/files/none.woff2', '/fonts/../package.json', '/part']) expect(await faces.file(odd), odd).toBeNull();
});
