import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The only cryptography of the vault: AES-256-GCM (NIST SP 800-38D), HKDF-SHA-256 (RFC 5869), HMAC-SHA-256 (RFC 2104) and
 * SHA-256, because Electron's BoringSSL has these and lacks ChaCha20-Poly1305, BLAKE2 and Argon2.
 */
export const keyBytes = 32;
export const nonceBytes = 12;
export const tagBytes = 16;

/** Where random bytes come from; fixed in test vectors, the operating system otherwise. */
export type RandomSource = (byteCount: number) => Uint8Array;

export const systemRandom: RandomSource = (byteCount) => new Uint8Array(randomBytes(byteCount));

/** AES-256-GCM; returns ciphertext followed by the 16-byte tag. A nonce must never repeat under one key. */
export function sealBytes(key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, associated: Uint8Array): Uint8Array {
  // Not cleared first: every byte is written below.
  const out = Buffer.allocUnsafeSlow(plain.length + tagBytes);
  sealInto(out, key, nonce, plain, associated);
  return new Uint8Array(out.buffer);
}

/** As `sealBytes`, into the first bytes of `out`, which must have `plain.length` + 16 or more and not overlap `plain`. */
export function sealInto(out: Uint8Array, key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, associated: Uint8Array): void {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(associated);
  for (let at = 0; at < plain.length; at += updateBytes) {
    const sealed = cipher.update(plain.subarray(at, at + updateBytes));
    out.set(sealed, at);
    freeAtOnce(sealed);
  }
  cipher.final();
  out.set(cipher.getAuthTag(), plain.length);
}

/** Node makes a new array for each answer of a cipher. One of this size, freed at once, is made again from the same, still warm memory. */
const updateBytes = 64 * 1024;

/**
 * Gives the memory of bytes nobody needs any more back now. Left to the collector it comes back in heaps, which Electron's allocator returns
 * to the system, and every page is faulted in anew: encrypting took three times as long (measured in Electron 33; Node 20 lacks `transfer` and
 * does not need it).
 */
export function freeAtOnce(bytes: Uint8Array): void {
  (bytes.buffer as { transfer?: (byteCount: number) => unknown }).transfer?.(0);
}

/** Opens what `sealBytes` made. Returns null when anything at all disagrees. */
export function openBytes(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Uint8Array | null {
  // A plain Uint8Array: a Buffer's slice() is a view, and whoever zeroes one would zero both.
  const out = new Uint8Array(Math.max(0, sealed.length - tagBytes));
  return openInto(out, key, nonce, sealed, associated) ? out : null;
}

/** What `sealBytes` sealed, without knowing what it is bound to. Nothing vouches for it: for finding out what to open it with, and nothing else. */
export function peekBytes(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array {
  return new Uint8Array(createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).update(sealed.subarray(0, Math.max(0, sealed.length - tagBytes))));
}

/** As `openBytes`, into the first bytes of `out`, which must have `sealed.length` - 16 or more; false, and these cleared, when anything disagrees. */
export function openInto(out: Uint8Array, key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array, associated: Uint8Array): boolean {
  if (sealed.length < tagBytes) return false;
  const end = sealed.length - tagBytes;
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAAD(associated);
  decipher.setAuthTag(sealed.subarray(end));
  for (let at = 0; at < end; at += updateBytes) {
    const plain = decipher.update(sealed.subarray(at, Math.min(at + updateBytes, end)));
    out.set(plain, at);
    plain.fill(0);
    freeAtOnce(plain);
  }
  try {
    decipher.final();
    return true;
  } catch {
    out.fill(0, 0, end);
    return false;
  }
}

export function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Uint8Array {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return new Uint8Array(mac.digest());
}

export function sha256(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

/** A 32-byte key for one purpose. `info` is ASCII and names the purpose. */
export function deriveKey(secret: Uint8Array, salt: Uint8Array, info: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, salt, Buffer.from(info, 'ascii'), keyBytes));
}

/** Compares in a time that does not depend on where two arrays differ. */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}

export function zero(...secrets: readonly Uint8Array[]): void {
  for (const secret of secrets) secret.fill(0);
}
