import { nonceBytes, openInto, sealInto, tagBytes } from './primitives';

/**
 * STREAM (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM as age lays it out: the nonce is an 11-byte big-endian
 * chunk number and a byte that is 1 on the last chunk only. So chunks cannot be moved, dropped or added, and any one of them
 * can be read and verified alone.
 */
export const chunkBytes = 256 * 1024;

export function streamNonce(chunk: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(nonceBytes);
  nonce.writeBigUInt64BE(BigInt(chunk), 3);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Into the first bytes of `out`: the sealed chunk has `plain.length` + 16. */
export function sealChunk(out: Uint8Array, key: Uint8Array, chunk: number, last: boolean, plain: Uint8Array, associated: Uint8Array): void {
  sealInto(out, key, streamNonce(chunk, last), plain, associated);
}

/** Into the first bytes of `out`, which must have `sealed.length` - 16; false, and these cleared, when anything disagrees. */
export function openChunk(out: Uint8Array, key: Uint8Array, chunk: number, last: boolean, sealed: Uint8Array, associated: Uint8Array): boolean {
  return openInto(out, key, streamNonce(chunk, last), sealed, associated);
}

const smallestPaddedBytes = 4096;

/**
 * PADMÉ (Nikitin and others, PETS 2019): the padded length of `sizeBytes`, at most 12 % more; everything up to 4,096 bytes looks the same.
 */
export function paddedLength(sizeBytes: number): number {
  if (sizeBytes <= smallestPaddedBytes) return smallestPaddedBytes;
  const exponent = floorLog2(sizeBytes);
  const kept = floorLog2(exponent) + 1;
  const step = 2 ** (exponent - kept);
  return Math.ceil(sizeBytes / step) * step;
}

/** Counted, because Math.log2 rounds up just below a large power of two. */
function floorLog2(value: number): number {
  let exponent = 0;
  while (2 ** (exponent + 1) <= value) exponent += 1;
  return exponent;
}

export function chunkCount(paddedBytes: number): number {
  return Math.max(1, Math.ceil(paddedBytes / chunkBytes));
}

/** Bytes on the disk of a sealed file, without any salt before it. */
export function sealedLength(paddedBytes: number): number {
  return paddedBytes + chunkCount(paddedBytes) * tagBytes;
}
