import sodium from 'libsodium-wrappers-sumo';
import type { KdfParameters } from '../../shared/kdf-parameters';

/**
 * Argon2id version 1.3 (RFC 9106) with parallelism 1: 32 bytes from a secret and the header's parameters.
 * The secret is zeroed. Throws when the memory cannot be had.
 */
export async function deriveKey(secret: Uint8Array, parameters: KdfParameters): Promise<Uint8Array> {
  await sodium.ready;
  try {
    return sodium.crypto_pwhash(32, secret, parameters.salt, parameters.iterations, parameters.memoryKiB * 1024, sodium.crypto_pwhash_ALG_ARGON2ID13);
  } finally {
    secret.fill(0);
  }
}
