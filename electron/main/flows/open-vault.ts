import { Refusal } from '../../../shared/contract/errors';
import type { UnlockSecret } from '../../../shared/contract/secrets';
import type { OpeningNotice } from '../../../shared/contract/program-calls';
import { deriveKeyInProcess } from '../hosts/derive-key-host';
import type { VaultHost } from '../hosts/vault-host';
import type { KdfParameters, vaultCalls } from '../../../shared/vault-protocol';
import type { z } from 'zod';

export interface OpenedVault {
  folder: string;
  vaultId: string;
  example: boolean;
  readOnly: boolean;
  notices: OpeningNotice[];
}

/**
 * Makes a vault in an empty folder and leaves it open. The passphrase's bytes are zeroed. The recovery code is handed out here, and kept in the vault until it is
 * confirmed. Refuses `passphrase-too-weak`, except for the example, which guards an invented case.
 */
export async function createVault(vault: VaultHost, folder: string, passphrase: Uint8Array, options: { example: boolean; quickKdf: boolean }): Promise<{ opened: OpenedVault; recoveryCode: string }> {
  try {
    const parameters = await vault.ask('prepare.create', { folder, quickKdf: options.quickKdf });
    const recovery = await vault.ask('prepare.recoveryCode', {});
    const passphraseKey = deriveKeyInProcess(passphrase, parameters, { isNewPassphrase: !options.example });
    const recoveryKey = deriveKeyInProcess(recovery.secret, parameters, { isNewPassphrase: false });
    const derived = await Promise.allSettled([passphraseKey, recoveryKey]);
    try {
      const { vaultId } = await vault.ask('open.create', { folder, parameters, passphraseKey: await passphraseKey, recoveryKey: await recoveryKey, recoveryPrinted: recovery.printed, example: options.example });
      return { opened: { folder, vaultId, example: options.example, readOnly: false, notices: [] }, recoveryCode: recovery.printed };
    } finally {
      for (const outcome of derived) if (outcome.status === 'fulfilled') outcome.value.fill(0);
    }
  } finally {
    passphrase.fill(0);
  }
}

/** Where the vault lies, her secret, and what this computer remembers of vaults and of attempts refused there. */
export interface UnlockVault extends Pick<z.infer<(typeof vaultCalls)['open.unlock']['input']>, 'folder' | 'marks' | 'refusedUtc'> {
  secret: UnlockSecret;
}

/** Opens the vault in a folder. The secret's bytes are zeroed. Refuses what the vault refuses, `wrong-secret` first of all. */
export async function unlockVault(vault: VaultHost, { folder, secret, marks, refusedUtc }: UnlockVault): Promise<OpenedVault> {
  return withSecretKey(vault, [folder], secret, async (key) => {
    const { vaultId, notices, readOnly, example } = await vault.ask('open.unlock', { folder, key, marks, refusedUtc });
    return { folder, vaultId, example, readOnly, notices };
  });
}

/**
 * Hands `work` the key that a secret gives with the header in the first of these folders whose header can be read. Secret and key are zeroed after it.
 * Refuses what reading the last of the headers refuses, `wrong-secret`, and what `work` refuses.
 */
export async function withSecretKey<T>(vault: VaultHost, folders: readonly [string, ...string[]], secret: UnlockSecret, work: (key: Uint8Array) => Promise<T>): Promise<T> {
  try {
    const [parameters, ...others] = await firstParameters(vault, folders);
    const bytes = await secretBytes(vault, secret);
    if (bytes.length === 0 || parameters === undefined) throw new Refusal('wrong-secret');
    return await withDerivedKey(bytes, [parameters, ...others], work);
  } finally {
    zeroSecret(secret);
  }
}

/** Where the two copies of a header differ in what the key is derived with, the second is tried when the first does not open. */
async function withDerivedKey<T>(secret: Uint8Array, [parameters, ...others]: readonly [KdfParameters, ...KdfParameters[]], work: (key: Uint8Array) => Promise<T>): Promise<T> {
  const [next, ...rest] = others;
  const kept = next && Uint8Array.from(secret);
  try {
    const key = await deriveKeyInProcess(secret, parameters, { isNewPassphrase: false });
    try {
      return await work(key);
    } finally {
      key.fill(0);
    }
  } catch (error) {
    if (next === undefined || kept === undefined || !(error instanceof Refusal && error.code === 'wrong-secret')) throw error;
    return await withDerivedKey(kept, [next, ...rest], work);
  } finally {
    kept?.fill(0);
  }
}

/** Copies of one vault have the same salt and costs for ever: any of their headers serves. */
async function firstParameters(vault: VaultHost, [folder, ...others]: readonly [string, ...string[]]): Promise<KdfParameters[]> {
  const [next, ...rest] = others;
  return vault.ask('prepare.open', { folder }).catch((error: unknown) => {
    if (next === undefined) throw error;
    return firstParameters(vault, [next, ...rest]);
  });
}

/** The bytes that go through the key derivation. */
async function secretBytes(vault: VaultHost, secret: UnlockSecret): Promise<Uint8Array> {
  switch (secret.kind) {
    case 'passphrase':
      return secret.bytes;
    case 'recovery-code':
      return (await vault.ask('prepare.readRecoveryCode', { typed: secret.bytes })).secret;
    case 'key-file':
    case 'shared-key':
      throw new Refusal('wrong-secret');
  }
}

function zeroSecret(secret: UnlockSecret): void {
  if ('bytes' in secret) secret.bytes.fill(0);
  if ('shares' in secret) for (const share of secret.shares) share.fill(0);
}
