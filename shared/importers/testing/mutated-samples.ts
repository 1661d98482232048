import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Choices, Importer } from '../reading';
import { checkParts } from './check-parts';
import { memorySource, sampleFiles } from './memory-source';

/** How one file of a sample is spoilt: bytes flipped, cut out, repeated, put in. */
const spoilings = fc.array(
  fc.record({ how: fc.constantFrom('flip', 'cut', 'repeat', 'insert'), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.integer({ min: 1, max: 400 }), byte: fc.oneof(fc.constantFrom(...[...'{}[]",:\\<>&\n\u0000'].map((c) => c.charCodeAt(0))), fc.integer({ min: 0, max: 255 })) }),
  { minLength: 1, maxLength: 4 },
);

/**
 * Spoils the samples of an importer a few hundred times and reads what is left as though it had been recognised: it ends, throws nothing, and every part is a part whose place lies in
 * its file, of a conversation that was said before.
 */
export function mutatedSamples(importer: Importer, folder: string, choices: Choices = { dateOrder: null, columns: null }, runs = 250): void {
  const samples = readdirSync(folder).filter((name) => !name.endsWith('.expected')).sort().map((name) => ({ name, files: sampleFiles(folder, name) }));

  it('ends with parts that are sound, whatever is done to its samples', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...samples), fc.nat(), spoilings, async ({ name, files }, which, spoils) => {
      const recognised = [...files].filter(([, bytes]) => importer.recognises(bytes.subarray(0, 256 * 1024)));
      const spoilt = new Map(files);
      const [at, bytes] = recognised[which % recognised.length] ?? ['', new Uint8Array(0)];
      spoilt.set(at, spoils.reduce(spoil, bytes));
      const source = memorySource(name, spoilt, 4096);
      const read = importer.read(source.files.filter((file) => recognised.some(([path]) => path === file.path)), source, choices);
      const { messages } = await checkParts(read, new Map([...spoilt].map(([path, { length }]) => [path, length])));
      expect(messages).toBeLessThan(10_000);
    }), { numRuns: runs });
  });
}

function spoil(bytes: Uint8Array, { how, at, length, byte }: { how: string; at: number; length: number; byte: number }): Uint8Array {
  const from = Math.floor(at * bytes.length);
  const [before, some, after] = [bytes.subarray(0, from), bytes.subarray(from, from + length), bytes.subarray(from + length)];
  if (how === 'flip') return new Uint8Array([...before, ...some.map((was, index) => (index === 0 ? byte : was)), ...after]);
  if (how === 'cut') return new Uint8Array([...before, ...after]);
  if (how === 'repeat') return new Uint8Array([...before, ...some, ...some, ...after]);
  return new Uint8Array([...before, ...Array.from({ length: Math.min(length, 20) }, () => byte), ...some, ...after]);
}
