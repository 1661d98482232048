import { z } from 'zod';
import { Bytes } from './model/bytes';
import { KdfParameters } from './vault-protocol';

/**
 * Between the shell and the key-derivation process, which answers once and ends (electron/workers/derive-key-entry.ts).
 * The secret is UTF-8 text or a recovery code's bytes; the answer is the 32-byte key, or null when memory ran out.
 */
export const ToDeriver = z.object({ secret: Bytes, parameters: KdfParameters });
export type ToDeriver = z.infer<typeof ToDeriver>;

export const FromDeriver = z.object({ key: Bytes.nullable() });
export type FromDeriver = z.infer<typeof FromDeriver>;
