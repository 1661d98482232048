import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { filesBelow, findCanaries, formsOf, makeCanary } from './canary';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidemark-canary-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const canary = makeCanary('title');

test.each<readonly [string, Buffer]>([
  ['utf-8', Buffer.from(`before ${canary} after`)],
  ['utf-16le', Buffer.from(`before ${canary} after`, 'utf16le')],
  ['utf-16be', Buffer.from(`before ${canary} after`, 'utf16le').swap16()],
  ...[0, 1, 2].map((shift) => [`base64+${shift}`, Buffer.from(Buffer.from(`${'x'.repeat(shift)}${canary}y`).toString('base64'))] as const),
])('finds a canary in %s', (encoding, bytes) => {
  writeFileSync(join(folder, 'file'), bytes);
  expect(findCanaries(filesBelow(folder), [canary]).map((sighting) => sighting.encoding)).toContain(encoding);
});

test('finds a canary that lies across two reads, and one in a folder below', () => {
  writeFileSync(join(folder, 'big'), Buffer.concat([Buffer.alloc((4 << 20) - 7), Buffer.from(canary), Buffer.alloc(100)]));
  expect(findCanaries(filesBelow(folder), [canary])).toEqual([{ canary, file: join(folder, 'big'), encoding: 'utf-8' }]);
});

test('finds nothing where there is nothing', () => {
  writeFileSync(join(folder, 'file'), makeCanary('title'));
  expect(findCanaries(filesBelow(folder), [canary])).toEqual([]);
  expect(formsOf(canary)).toHaveLength(6);
});
