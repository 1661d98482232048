/**
 * The four named functions of FORMAT.md, "Conventions": AES-256-GCM, HKDF-SHA-256, HMAC-SHA-256, Argon2id, and SHA-256.
 * Node's own cryptography, and libsodium for Argon2id, which Node 20 does not have.
 */
import { createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import sodium from 'libsodium-wrappers-sumo';

/** Joins numbers (each one byte), ASCII text and bytes. */
export function join(...parts) {
  return Buffer.concat(parts.map((part) => (typeof part === 'number' ? Buffer.of(part) : typeof part === 'string' ? Buffer.from(part, 'ascii') : part)));
}

export function u32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

export function u64(value) {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(value));
  return bytes;
}

export function sha256(...parts) {
  return createHash('sha256').update(join(...parts)).digest();
}

export function hmac(key, ...parts) {
  return createHmac('sha256', key).update(join(...parts)).digest();
}

export function hkdf(secret, salt, info) {
  return Buffer.from(hkdfSync('sha256', secret, salt, Buffer.from(info, 'ascii'), 32));
}

/** Constant time; false for different lengths. */
export function same(one, other) {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** The plain bytes, or undefined when the tag does not fit. `sealed` is ciphertext and 16-byte tag. */
export function openGcm(key, nonce, associated, sealed) {
  if (sealed.length < 16) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 });
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(sealed.length - 16));
  const plain = decipher.update(sealed.subarray(0, sealed.length - 16));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

/** 32 bytes; one lane, as libsodium always has it. */
export async function argon2id(secret, salt, memoryKiB, iterations) {
  await sodium.ready;
  return Buffer.from(sodium.crypto_pwhash(32, secret, salt, iterations, memoryKiB * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13));
}
