import { randomBytes } from 'node:crypto';
import { Refusal } from '../../../shared/contract/errors';
import type { OpeningNotice } from '../../../shared/contract/program-calls';
import { deriveKeyInProcess } from '../hosts/derive-key-host';
import type { VaultHost } from '../hosts/vault-host';
import type { KdfParameters } from '../../../shared/kdf-parameters';
import type { vaultCalls } from '../../../shared/vault-protocol/vault-calls';
import type { z } from 'zod';
import { secretBytes, zeroSecret, type HeldSecret, type SecretBytes } from './held-secret';

export interface OpenedVault {
  folder: string;
  vaultId: string;
  example: boolean;
  readOnly: boolean;
  notices: OpeningNotice[];
  /** Numbers of shares that were given and do not fit the others. */
  unfitShares?: number[];
  /** Names of what was still on its way in when the vault was last closed. */
  notKept?: string[];
}

interface NewVault {
  passphrase: Uint8Array;
  /** Of a second compartment; where it is not given, nobody can open that. */
  secondPassphrase?: Uint8Array | undefined;
  example: boolean;
  quickKdf: boolean;
}

/**
 * Makes a vault in an empty folder and leaves its first compartment open. The second passphrase opens the second one; without it nobody can. The passphrases' bytes are zeroed. The recovery
 * code is handed out here, and kept in the vault until it is confirmed; the second compartment keeps its own. Refuses `passphrase-too-weak`, except for the example, which
 * guards an invented case, and `same-secret`.
 */
export async function createVault(vault: VaultHost, folder: string, { passphrase, secondPassphrase, example, quickKdf }: NewVault): Promise<{ opened: OpenedVault; recoveryCode: string }> {
  const made: FirstWaysIn[] = [];
  try {
    if (secondPassphrase !== undefined && Buffer.compare(passphrase, secondPassphrase) === 0) throw new Refusal('same-secret');
    const parameters = await vault.ask('prepare.create', { folder, quickKdf });
    made.push(await firstWaysIn(vault, passphrase, parameters, { isNewPassphrase: !example }));
    if (secondPassphrase !== undefined) made.push(await firstWaysIn(vault, secondPassphrase, parameters, { isNewPassphrase: true }));
    // The folder has a date of its own: from it to the first file's it must not take longer where there is a second passphrase. The example has never one.
    else if (!example) made.push(await firstWaysIn(vault, new Uint8Array(randomBytes(32)), parameters, { isNewPassphrase: false }));
    const [first, second] = made;
    if (first === undefined) throw new Error('no ways in');
    const { vaultId } = await vault.ask('open.create', { folder, parameters, ...first, example, ...(second && { second }) });
    return { opened: { folder, vaultId, example, readOnly: false, notices: [] }, recoveryCode: first.recoveryPrinted };
  } finally {
    for (const { passphraseKey, recoveryKey } of made) for (const key of [passphraseKey, recoveryKey]) key.fill(0);
    passphrase.fill(0);
    secondPassphrase?.fill(0);
  }
}

type FirstWaysIn = NonNullable<z.infer<(typeof vaultCalls)['open.create']['input']>['second']>;

/** A passphrase and a new recovery code, both derived; the passphrase's bytes are zeroed. */
async function firstWaysIn(vault: VaultHost, passphrase: Uint8Array, parameters: KdfParameters, { isNewPassphrase }: { isNewPassphrase: boolean }): Promise<FirstWaysIn> {
  const recovery = await vault.ask('prepare.recoveryCode', {});
  const derived = await Promise.allSettled([deriveKeyInProcess(passphrase, parameters, { isNewPassphrase }), deriveKeyInProcess(recovery.secret, parameters, { isNewPassphrase: false })]);
  const [passphraseKey, recoveryKey] = derived;
  if (passphraseKey.status === 'fulfilled' && recoveryKey.status === 'fulfilled') return { passphraseKey: passphraseKey.value, recoveryKey: recoveryKey.value, recoveryPrinted: recovery.printed };
  for (const outcome of derived) if (outcome.status === 'fulfilled') outcome.value.fill(0);
  throw passphraseKey.status === 'rejected' ? passphraseKey.reason : (recoveryKey as PromiseRejectedResult).reason;
}

/** Where the vault lies, her secret, and what this computer remembers of vaults and of attempts refused there. */
export interface UnlockVault extends Pick<z.infer<(typeof vaultCalls)['open.unlock']['input']>, 'folder' | 'marks' | 'refusedUtc'> {
  secret: HeldSecret;
}

/** Opens the vault in a folder. The secret's bytes are zeroed. Refuses what the vault refuses, `wrong-secret` first of all. */
export async function unlockVault(vault: VaultHost, { folder, secret, marks, refusedUtc }: UnlockVault): Promise<OpenedVault> {
  return withSecretKey(vault, () => vault.ask('prepare.open', { folder }), secret, async (key, { unfitShares }) => {
    const { vaultId, notices, notKept, readOnly, example } = await vault.ask('open.unlock', { folder, key, marks, refusedUtc });
    return { folder, vaultId, example, readOnly, notices, ...(unfitShares && { unfitShares }), ...(notKept.length > 0 && { notKept }) };
  });
}

/**
 * Hands `work` the key that a secret gives with the parameters of a header. Secret and key are zeroed after it, also when the header cannot be read.
 * Refuses what reading the header refuses, `wrong-secret`, and what `work` refuses.
 */
export async function withSecretKey<T>(vault: VaultHost, readParameters: () => Promise<KdfParameters[]>, secret: HeldSecret, work: (key: Uint8Array, from: SecretBytes) => Promise<T>): Promise<T> {
  try {
    const parameters = await readParameters();
    return await withFirstThatOpens(await secretBytes(vault, secret), parameters, work);
  } finally {
    zeroSecret(secret);
  }
}

/**
 * Hands `work` the key of each secret in turn until one opens: there are several where the two copies of a header differ in what the key is derived with,
 * or where a share was forged. Refuses the last `wrong-secret`. Secrets and keys are zeroed.
 */
export async function withFirstThatOpens<T>(secrets: readonly SecretBytes[], parameters: readonly KdfParameters[], work: (key: Uint8Array, from: SecretBytes) => Promise<T>): Promise<T> {
  let refused = new Refusal('wrong-secret');
  try {
    for (const secret of secrets) {
      if (secret.bytes.length === 0) continue;
      for (const each of parameters) {
        const key = await deriveKeyInProcess(Uint8Array.from(secret.bytes), each, { isNewPassphrase: false });
        try {
          return await work(key, secret);
        } catch (error) {
          if (!(error instanceof Refusal && error.code === 'wrong-secret')) throw error;
          refused = error;
        } finally {
          key.fill(0);
        }
      }
    }
    throw refused;
  } finally {
    for (const { bytes } of secrets) bytes.fill(0);
  }
}
