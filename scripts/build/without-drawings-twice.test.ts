import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { emojiFaceOfPackage } from './emoji-face.mjs';
import { withoutDrawingsTwice } from './without-drawings-twice.mjs';

/** Unpacked, by name; read again here from the standard alone (WOFF 1.0, 4 and 5). */
function tablesOf(woff: Buffer): Map<string, Buffer> {
  return new Map(Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const entry = woff.subarray(44 + 20 * index, 64 + 20 * index);
    const [from, packed, whole] = [entry.readUInt32BE(4), entry.readUInt32BE(8), entry.readUInt32BE(12)];
    const bytes = woff.subarray(from, from + packed);
    return [entry.toString('latin1', 0, 4), packed === whole ? bytes : inflateSync(bytes)] as const;
  }));
}

const given = readFileSync(createRequire(import.meta.url).resolve(emojiFaceOfPackage));

test('of the face of emoji only the drawings as SVG are gone, which are most of it; every other table is as it was', () => {
  const made = withoutDrawingsTwice(given);
  const [before, after] = [tablesOf(given), tablesOf(made)];
  expect([...before.keys()].filter((tag) => !after.has(tag))).toEqual(['SVG ']);
  for (const [tag, bytes] of after) expect(before.get(tag)?.equals(bytes), tag).toBe(true);
  expect([...after.keys()]).toEqual(expect.arrayContaining(['COLR', 'CPAL', 'GSUB', 'cmap', 'glyf']));
  expect(made.readUInt32BE(8)).toBe(made.length);
  expect(made.readUInt32BE(16)).toBe(12 + [...after.values()].reduce((sum, bytes) => sum + 16 + Math.ceil(bytes.length / 4) * 4, 0));
  expect(made.length).toBeLessThan(given.length / 2);
});

test('what is no such face is refused, so that a package that changes is seen when the program is built', () => {
  expect(() => withoutDrawingsTwice(Buffer.from('wOF2 and more than a head of forty-four bytes, as this has'))).toThrow('not a WOFF');
  expect(() => withoutDrawingsTwice(withoutDrawingsTwice(given))).toThrow('no SVG');
});
