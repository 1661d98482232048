import type { UnlockSecret } from '../../../shared/contract/secrets';
import type { Grants } from '../files/grants';
import type { VaultHost } from '../hosts/vault-host';

/** What opens a vault, as the shell holds it: a key file by where it lies. */
export type HeldSecret = Exclude<UnlockSecret, { kind: 'key-file' }> | { readonly kind: 'key-file'; readonly path: string };

/** Refuses `grant-spent` when the key file was picked too long ago, or before a lock. The grant stays good: another vault's door may be tried next. */
export function heldSecret(grants: Grants, secret: UnlockSecret): HeldSecret {
  return secret.kind === 'key-file' ? { kind: 'key-file', path: grants.look(secret.file).path } : secret;
}

export function zeroSecret(secret: HeldSecret): void {
  if ('bytes' in secret) secret.bytes.fill(0);
  if ('shares' in secret) for (const share of secret.shares) share.fill(0);
}

/** `unfitShares`: the numbers of shares that were left out, because they do not fit the others. */
export interface SecretBytes { readonly bytes: Uint8Array; readonly unfitShares?: number[] }

/**
 * The bytes that go through the key derivation; more than one only for shares among which one was forged, the likeliest first. Whoever gets them zeroes them.
 * Refuses `code-not-matching`, `shares-mixed`, `shares-too-few`, `file-unreadable`, `wrong-secret`.
 */
export async function secretBytes(vault: VaultHost, secret: HeldSecret): Promise<SecretBytes[]> {
  switch (secret.kind) {
    case 'passphrase':
      return [{ bytes: Uint8Array.from(secret.bytes) }];
    case 'recovery-code':
      return [{ bytes: (await vault.ask('prepare.readRecoveryCode', { typed: secret.bytes })).secret }];
    case 'key-file':
      return [{ bytes: (await vault.ask('prepare.readKeyFile', { path: secret.path })).secret }];
    case 'shared-key':
      return (await vault.ask('prepare.combineShares', { typed: secret.shares })).secrets.map(({ secret: bytes, leftOut }) => (leftOut.length > 0 ? { bytes, unfitShares: leftOut } : { bytes }));
  }
}
