/** Snapshots and evidence: chunks of AES-256-GCM with padding (FORMAT.md, "Sealed files"). */
import { open } from 'node:fs/promises';
import { Damage } from './damage.mjs';
import { join, openGcm, u64 } from './primitives.mjs';

const chunkLength = 262_144;
const tagLength = 16;

/** ⌊log2 n⌋ + 1, without the rounding of a logarithm. */
function bitsOf(value) {
  return value.toString(2).length;
}

/** P(n): the padded length of n plain bytes. */
export function paddedLength(length) {
  if (length <= 4096) return 4096;
  const e = bitsOf(length) - 1;
  const s = bitsOf(e);
  const step = 2 ** (e - s);
  return Math.ceil(length / step) * step;
}

/**
 * Opens a sealed file and gives its plain bytes, chunk by chunk, to `onPlain`. All of it is verified, padding included.
 * `before` is the length of what stands in front of the chunks; `keyOf` gets those bytes and gives the key.
 */
export async function openSealed(path, { name, length, vaultId, before, keyOf, what }, onPlain) {
  const file = await open(path, 'r').catch((error) => {
    if (error.code === 'ENOENT') throw new Damage(`${what} is missing.`);
    throw error;
  });
  try {
    const padded = paddedLength(length);
    const chunks = Math.ceil(padded / chunkLength);
    const expected = before + padded + chunks * tagLength;
    const { size } = await file.stat();
    if (size !== expected) throw new Damage(`${what} has ${size} bytes where ${expected} belong.`);
    const key = keyOf(await part(file, 0, before, what));
    const associated = join(vaultId, Buffer.from(name, 'hex'));
    for (let index = 0, at = before; index < chunks; index++) {
      const isLast = index === chunks - 1;
      const plainLength = isLast ? padded - index * chunkLength : chunkLength;
      const sealed = await part(file, at, plainLength + tagLength, what);
      const plain = openGcm(key, join(Buffer.alloc(3), u64(index), isLast ? 1 : 0), associated, sealed);
      if (!plain) throw new Damage(`${what} does not verify (part ${index + 1} of ${chunks}): it was changed, or another file stands in its place.`);
      const content = Math.max(0, Math.min(plainLength, length - index * chunkLength));
      if (plain.subarray(content).some((byte) => byte !== 0)) throw new Damage(`${what} has padding that is not zero.`);
      onPlain(plain.subarray(0, content));
      at += plainLength + tagLength;
    }
  } finally {
    await file.close();
  }
}

async function part(file, position, length, what) {
  const bytes = Buffer.alloc(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, position + done);
    if (bytesRead === 0) throw new Damage(`${what} ended while it was read.`);
    done += bytesRead;
  }
  return bytes;
}
