import { z } from 'zod';
import { Bytes } from './model/bytes';

/** Argon2id parameters (RFC 9106) as stored in the header, already checked against the format's bounds. */
export const KdfParameters = z.object({
  salt: Bytes.refine((b) => b.length === 16),
  memoryKiB: z.number().int(),
  iterations: z.number().int(),
  parallelism: z.literal(1),
});
export type KdfParameters = z.infer<typeof KdfParameters>;
