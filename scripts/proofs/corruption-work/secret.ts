import { createHash } from 'node:crypto';
import type { KdfParameters } from '../../../shared/kdf-parameters';

/** Stands for Argon2id of her passphrase, which would take a second each time: another key for any other salt or costs. */
export function secretKeyFor({ salt, memoryKiB, iterations, parallelism }: KdfParameters): Uint8Array {
  return new Uint8Array(createHash('sha256').update('her passphrase').update(salt).update(`${memoryKiB} ${iterations} ${parallelism}`).digest());
}
