import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfHtml } from './html-text';
import { mailImporters } from './mail-importers';
import { findRemoteContent } from './remote-content';
import { checkParts, mailPartsOf } from './testing/run-mail-samples';

const folder = path.join(import.meta.dirname, 'samples');

/** One change to a file: at a place (parts of a million), so many bytes, by what. */
const change = fc.record({ kind: fc.constantFrom('flip', 'cut', 'repeat', 'insert', 'end'), at: fc.integer({ min: 0, max: 999_999 }), length: fc.integer({ min: 1, max: 400 }), bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }) });

function changed(bytes: Uint8Array, { kind, at, length, bytes: other }: { kind: string; at: number; length: number; bytes: Uint8Array }): Uint8Array {
  const from = Math.floor((bytes.length * at) / 1_000_000);
  const [before, own, after] = [bytes.subarray(0, from), bytes.subarray(from, from + length), bytes.subarray(from + length)];
  switch (kind) {
    case 'flip': return Buffer.concat([before, own.map((byte, index) => byte ^ (other[index % other.length] ?? 0)), after]);
    case 'cut': return Buffer.concat([before, after]);
    case 'repeat': return Buffer.concat([before, own, own, own, after]);
    case 'insert': return Buffer.concat([before, other, own, after]);
    default: return before;
  }
}

describe.each(mailImporters.map((importer) => [importer.kind, importer] as const))('hostile %s', (kind, importer) => {
  const samples = readdirSync(path.join(folder, kind)).filter((name) => !name.endsWith('.expected')).map((name) => new Uint8Array(readFileSync(path.join(folder, kind, name))));

  it('ends, throws nothing and gives sound parts, whatever is changed', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 4 }), async (sample, changes) => {
      const bytes = changes.reduce(changed, sample);
      checkParts(await mailPartsOf(importer, 'changed', bytes), bytes);
    }), { numRuns: 300 });
  });
});

it('is not held up by HTML of 300,000 elements within each other, and finds what comes after them', () => {
  const html = `${'<div>'.repeat(300_000)}<p>words<img src="https://pixel.example/a.gif">`;
  expect(textOfHtml(html)).toBe('words');
  expect(findRemoteContent([html], []).hosts).toEqual([{ host: 'pixel.example', count: 1 }]);
});
