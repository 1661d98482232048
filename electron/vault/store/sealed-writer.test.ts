import { expect, it } from 'vitest';
import { tagBytes } from '../crypto/primitives';
import { chunkBytes, openChunk, paddedLength, sealedLength } from '../crypto/stream';
import type { OpenFile } from './file-port';
import { SealedWriter } from './sealed-writer';

const key = new Uint8Array(32).fill(7);
const associated = Uint8Array.of(1, 2, 3);

/** What stands in the file after these writes, and how much memory outside the heap they took. */
async function sealed(pieces: readonly Uint8Array[]): Promise<{ bytes: Uint8Array; tookBytes: number }> {
  const writes: [Uint8Array, number][] = [];
  const file = { write: (bytes: Uint8Array, at: number) => Promise.resolve(void writes.push([bytes.slice(), at])) } as unknown as OpenFile;
  const before = process.memoryUsage().arrayBuffers;
  const writer = new SealedWriter(file, key, associated, 0, null);
  for (const piece of pieces) await writer.write(piece);
  await writer.finish();
  const tookBytes = process.memoryUsage().arrayBuffers - before;
  await writer.end();
  const bytes = new Uint8Array(Math.max(...writes.map(([each, at]) => at + each.length)));
  for (const [each, at] of writes) bytes.set(each, at);
  return { bytes, tookBytes };
}

function opened(bytes: Uint8Array, plainBytes: number): Uint8Array {
  const plain = new Uint8Array(paddedLength(plainBytes));
  for (let from = 0, chunk = 0; from < plain.length; from += chunkBytes, chunk += 1) {
    const until = Math.min(from + chunkBytes, plain.length);
    const at = from + chunk * tagBytes;
    if (!openChunk(plain.subarray(from, until), key, chunk, until === plain.length, bytes.subarray(at, at + until - from + tagBytes), associated)) throw new Error(`chunk ${chunk} does not open`);
  }
  return plain.subarray(0, plainBytes);
}

const plainOf = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 31 + (i >> 8)) & 255);

it.each([1, 100, 16_384, 16_385, 65_537, chunkBytes, chunkBytes * 4, chunkBytes * 4 + 1, chunkBytes * 9 + 5])('seals %i bytes as they are, however they come', async (length) => {
  const plain = plainOf(length);
  for (const step of [length, 40_000, 7919]) {
    const pieces = Array.from({ length: Math.ceil(length / step) }, (_, i) => plain.subarray(i * step, (i + 1) * step));
    const { bytes } = await sealed(pieces);
    expect(bytes.length).toBe(sealedLength(paddedLength(length)));
    expect(Buffer.compare(opened(bytes, length), plain)).toBe(0);
  }
});

it('takes little memory for a small file: a mail with thousands of them made the collector work longer than all else', async () => {
  await sealed([plainOf(100)]);
  expect((await sealed([plainOf(100)])).tookBytes).toBeLessThan(100_000);
});
