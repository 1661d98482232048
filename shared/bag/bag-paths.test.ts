import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BagPaths, decodePath, encodePath, foldPath, isSystemFile, isWithinBag, safeName } from './bag-paths';

test.each([
  ['IMG_20210913_074112.jpg', 'IMG_20210913_074112.jpg'],
  ['رسالة.pdf', 'رسالة.pdf'],
  ['../../etc/passwd', '..-..-etc-passwd'.replace(/^/, '_')],
  ['C:\\Users\\her\\a.txt', 'C--Users-her-a.txt'],
  ['CON', '_CON'], ['aux.h', '_aux.h'], ['LPT¹.txt', '_LPT¹.txt'], ['COM0.x', '_COM0.x'], ['console.txt', 'console.txt'],
  ['100% sure.txt', '100- sure.txt'], ['two\r\nlines.txt', 'two--lines.txt'],
  ['invoice\u202egpj.exe', 'invoicegpj.exe'],
  ['ends with a dot. . ', 'ends with a dot'], ['.hidden', '_.hidden'], ['Thumbs.db', '_Thumbs.db'], ['', 'file'], ['///', '---'],
  ['Cafe\u0301.txt', 'Café.txt'],
])('%j is safe as %j', (original, safe) => expect(safeName(original)).toBe(safe));

test('a long name keeps its ending and no half of a letter', () => {
  const cut = safeName(`${'😀'.repeat(200)}.docx`);
  expect(cut.endsWith('😀.docx')).toBe(true);
  expect(cut.length).toBeLessThanOrEqual(80);
  expect(new TextEncoder().encode(safeName('字'.repeat(300))).length).toBeLessThanOrEqual(200);
});

test('whatever a file is called, its name is safe everywhere and needs no other writing in a manifest', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (name) => {
    const safe = safeName(name);
    expect(safe).not.toBe('');
    expect(safe).toBe(safe.normalize('NFC'));
    expect(/[\\/:*?"<>|%\p{Cc}]/u.test(safe) || /[. ]$/u.test(safe) || safe.startsWith('.') || isSystemFile(safe)).toBe(false);
    expect(encodePath(safe)).toBe(safe);
    expect(isWithinBag(`data/${safe}`)).toBe(true);
    expect(safeName(safe)).toBe(safe);
  }), { numRuns: 2000 });
});

test('no two paths are one where capitals do not count', () => {
  const paths = new BagPaths();
  expect(['a.jpg', 'A.JPG', 'a.jpg', 'straße.txt', 'STRASSE.txt', 'none', 'NONE'].map((name) => paths.take('data/TM1', name))).toEqual([
    'data/TM1/a.jpg', 'data/TM1/A-2.JPG', 'data/TM1/a-3.jpg', 'data/TM1/straße.txt', 'data/TM1/STRASSE-2.txt', 'data/TM1/none', 'data/TM1/NONE-2',
  ]);
  expect(foldPath('Cafe\u0301')).toBe(foldPath('CAFÉ'));
});

test('percent signs and line ends, and nothing else, are written as RFC 8493 has it, and read back', () => {
  expect(encodePath('data/100%\r\nå b.txt')).toBe('data/100%25%0D%0Aå b.txt');
  expect(decodePath('data/100%25%0d%0Aå%20b.txt')).toBe('data/100%\r\nå%20b.txt');
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (path) => { expect(decodePath(encodePath(path))).toBe(path); }));
});

test.each(['/etc/passwd', '../a', 'data/../../a', 'data\\..\\..\\a', 'C:\\a', '~/a', '~root/a', '\\\\host\\a', '', 'data/a\u0000b'])('%j leads out of the bag', (path) => expect(isWithinBag(path)).toBe(false));
test.each(['data/a..b', 'data/a/b.txt', 'bagit.txt'])('%j does not', (path) => expect(isWithinBag(path)).toBe(true));
