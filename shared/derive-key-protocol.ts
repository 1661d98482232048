import { z } from 'zod';
import { ErrorCode } from './contract/errors';
import { Bytes } from './model/bytes';
import { KdfParameters } from './kdf-parameters';

/**
 * Between the shell and the key-derivation process, which answers once and ends (electron/workers/derive-key-entry.ts).
 * The secret is UTF-8 text or a recovery code's bytes. `isNewPassphrase`: it is to guard a new vault, so it is judged first.
 */
export const ToDeriver = z.object({ secret: Bytes, parameters: KdfParameters, isNewPassphrase: z.boolean() });
export type ToDeriver = z.infer<typeof ToDeriver>;

/** The 32-byte key, or why there is none: the passphrase is too easy to guess, or memory ran out (`unexpected`). */
export const FromDeriver = z.union([z.object({ key: Bytes }), z.object({ refused: ErrorCode.extract(['passphrase-too-weak', 'unexpected']) })]);
export type FromDeriver = z.infer<typeof FromDeriver>;
