import { z } from 'zod';
import { Bytes } from '../model/bytes';
import { Id } from '../model/identity';

/** A secret travels as bytes (UTF-8, NFKC-normalised), is zeroed by each holder, and never lives in a longer string. */
export const SecretBytes = Bytes.refine((b) => b.length > 0 && b.length <= 4096);

/** Most people among whom a recovery key is split. */
export const mostShares = 8;

/** What opens a vault: one of the kinds of slot. A key file is a grant for it; shares are as typed, each its own bytes. */
export const UnlockSecret = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('passphrase'), bytes: SecretBytes }),
  z.object({ kind: z.literal('recovery-code'), bytes: SecretBytes }),
  z.object({ kind: z.literal('key-file'), file: Id }),
  z.object({ kind: z.literal('shared-key'), shares: z.array(SecretBytes).min(1).max(mostShares) }),
]);
export type UnlockSecret = z.infer<typeof UnlockSecret>;
