import fc from 'fast-check';
import type { Choices, Importer } from '../reading';
import { checkParts } from './check-parts';
import { memorySource } from './memory-source';

const unsaid: Choices = { dateOrder: null, columns: null };

/**
 * Reads samples of an importer that were damaged: bytes flipped, cut off, repeated, put in. Each reading ends, throws nothing, and gives parts as they are agreed, with places inside their
 * file, names of conversations before their messages, and every file that is named given once.
 */
export async function readDamaged(importer: Importer, samples: readonly ReadonlyMap<string, Uint8Array>[], inserts: readonly string[], numRuns = 300): Promise<void> {
  const damage = fc.array(fc.record({ how: fc.constantFrom('flip', 'cut', 'repeat', 'insert', 'drop'), at: fc.double({ min: 0, max: 1, noNaN: true }), by: fc.nat(400), what: fc.constantFrom(...inserts) }), { minLength: 1, maxLength: 6 });
  await fc.assert(fc.asyncProperty(fc.nat(samples.length - 1), damage, fc.constantFrom(1 << 16, 501), async (which, steps, pieceBytes) => {
    const files = new Map([...(samples[which] ?? new Map<string, Uint8Array>())].map(([name, bytes]) => [name, steps.reduce(damaged, bytes)]));
    const source = memorySource('damaged', files, pieceBytes);
    const recognised = [];
    for (const file of source.files) if (importer.recognises(await file.head())) recognised.push(file);
    await checkParts(importer.read(recognised, source, unsaid), new Map([...files].map(([path, { length }]) => [path, length])));
  }), { numRuns });
}

interface Step { readonly how: string; readonly at: number; readonly by: number; readonly what: string }

function damaged(bytes: Uint8Array, { how, at, by, what }: Step): Uint8Array {
  const place = Math.floor(at * bytes.length);
  const end = Math.min(bytes.length, place + by);
  const [before, within, after] = [bytes.subarray(0, place), bytes.subarray(place, end), bytes.subarray(end)];
  switch (how) {
    case 'flip': return joined([before, within.map((byte) => byte ^ (1 << (by % 8))), after]);
    case 'cut': return before;
    case 'repeat': return joined([before, ...Array.from({ length: 1 + (by % 20) }, () => within), after]);
    case 'drop': return joined([before, after]);
    default: return joined([before, new TextEncoder().encode(what.repeat(1 + (by % 30))), within, after]);
  }
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(pieces.flatMap((piece) => [...piece]));
}
