import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealBytes, tagBytes } from './primitives';
import { chunkBytes, chunkCount, openChunk, paddedLength, sealChunk, sealedLength, streamNonce } from './stream';

const key = new Uint8Array(32).fill(1);
const place = new Uint8Array(32).fill(2);

describe('padding', () => {
  it('never shortens, adds at most 12 % above the smallest, and takes few lengths', () => {
    fc.assert(fc.property(fc.integer({ min: 4097, max: 2 ** 45 }), (size) => {
      const padded = paddedLength(size);
      expect(padded).toBeGreaterThanOrEqual(size);
      expect(padded / size).toBeLessThan(1.12);
      expect(paddedLength(padded)).toBe(padded);
    }));
    for (const size of [0, 1, 4095, 4096]) expect(paddedLength(size)).toBe(4096);
    expect(paddedLength(2 ** 49 - 1)).toBe(2 ** 49);
    expect(new Set(Array.from({ length: 60_000 }, (_, i) => paddedLength(i * 10))).size).toBeLessThan(300);
  });

  it('has at least one chunk, and the length on the disk counts every tag', () => {
    expect(chunkCount(0)).toBe(1);
    expect(chunkCount(chunkBytes)).toBe(1);
    expect(chunkCount(chunkBytes + 1)).toBe(2);
    expect(sealedLength(chunkBytes + 1)).toBe(chunkBytes + 1 + 32);
  });
});

describe('a chunk', () => {
  const plain = new Uint8Array(1000).fill(3);
  const sealed = new Uint8Array(plain.length + tagBytes);
  sealChunk(sealed, key, 5, false, plain, place);

  const open = (...[withKey, chunk, last, bytes, associated]: [Uint8Array, number, boolean, Uint8Array, Uint8Array]): Uint8Array | null => {
    const out = new Uint8Array(plain.length).fill(0xee);
    const isOpen = openChunk(out, withKey, chunk, last, bytes, associated);
    // What did not verify is not left lying about.
    if (!isOpen) expect(out.subarray(0, Math.max(0, bytes.length - tagBytes)).every((byte) => byte === 0)).toBe(true);
    return isOpen ? out : null;
  };

  it('opens in its own place alone', () => {
    expect(open(key, 5, false, sealed, place)).toEqual(plain);
    expect(open(key, 6, false, sealed, place)).toBeNull();
    expect(open(key, 5, true, sealed, place)).toBeNull();
    expect(open(key, 5, false, sealed, new Uint8Array(32))).toBeNull();
    expect(open(new Uint8Array(32), 5, false, sealed, place)).toBeNull();
    expect(open(key, 5, false, sealed.subarray(0, 999), place)).toBeNull();
    expect(open(key, 5, false, new Uint8Array(3), place)).toBeNull();
  });

  it('is AES-256-GCM under the nonce of its place', () => {
    expect(sealed).toEqual(sealBytes(key, streamNonce(5, false), plain, place));
  });

  it('never shares a nonce with another', () => {
    const nonces = [0, 1, 255, 256, 2 ** 32, 2 ** 40].flatMap((chunk) => [true, false].map((last) => Buffer.from(streamNonce(chunk, last)).toString('hex')));
    expect(new Set(nonces).size).toBe(nonces.length);
  });
});
