import { expect, test } from 'vitest';
import { deriveKey } from './derive-key';

const salt = Uint8Array.from({ length: 16 }, (_, index) => index);

// Expected keys by another implementation: OpenSSL's Argon2id, through Python's cryptography 44.
test.each([
  ['correct horse — قلم', 262144, 3, 'b6ae9cad1b11c79b52c35fbc4962ac6c49e8aad1e67fa4e1ec0b1300ebb80305'],
  ['password', 8192, 1, '6708f1faf7314dfc009386f5258b181f70f6190926363475fadec630a1bde67a'],
] as const)('derives Argon2id as RFC 9106 says: %s', async (secret, memoryKiB, iterations, key) => {
  const bytes = new TextEncoder().encode(secret);
  const derived = await deriveKey(bytes, { salt, memoryKiB, iterations, parallelism: 1 });
  expect(Buffer.from(derived).toString('hex')).toBe(key);
  expect(bytes.every((byte) => byte === 0)).toBe(true);
}, 30_000);
