import type { PrintedShare, WayInKind } from '../../../shared/contract/ways-in-calls';
import type { KdfParameters } from '../../../shared/kdf-parameters';
import type { WayInMade } from '../../../shared/vault-protocol/way-in-change';
import { saveWhole } from '../files/save-whole';
import { deriveKeyInProcess } from '../hosts/derive-key-host';
import type { VaultHost } from '../hosts/vault-host';
import { secretBytes, zeroSecret, type HeldSecret } from './held-secret';
import { withFirstThatOpens } from './open-vault';

/**
 * Changing the ways into the open vault. Each change proves a way in there is with the vault's own slots; the bytes of every secret are zeroed. Each refuses
 * `wrong-secret` (and the vault enters the attempt in its history), `same-secret`, `read-only`, `locked`, and what the disk refuses.
 */

/** `proof`: the passphrase, or any other way in where it is forgotten. Refuses `passphrase-too-weak`. */
export async function changePassphrase(vault: VaultHost, proof: HeldSecret, next: Uint8Array): Promise<void> {
  await proving(vault, proof, (proofKey, parameters) => make(vault, { proofKey, parameters, secret: next, isNewPassphrase: true }, { change: 'passphrase-changed' }), next);
}

/** @returns the code as printed; the vault keeps it until it is confirmed. */
export async function newRecoveryCode(vault: VaultHost, proof: HeldSecret): Promise<string> {
  return proving(vault, proof, async (proofKey, parameters) => {
    const { printed, secret } = await vault.ask('prepare.recoveryCode', {});
    await make(vault, { proofKey, parameters, secret }, { change: 'recovery-code-made', printed });
    return printed;
  });
}

/** One share for each of the people, in their order. */
export async function makeShares(vault: VaultHost, proof: HeldSecret, needed: number, people: readonly string[]): Promise<PrintedShare[]> {
  return proving(vault, proof, async (proofKey, parameters) => {
    const { printed, secret } = await vault.ask('prepare.shares', { needed, count: people.length });
    await make(vault, { proofKey, parameters, secret }, { change: 'shares-made', needed, people: [...people] });
    return printed.map((share, at) => ({ person: people[at] ?? '', printed: share }));
  });
}

/**
 * Saves a new key file where `choose` says (it is shown the proof's key, to be zeroed at a lock meanwhile); the way in is made once the file is on the disk, and before it has its name. False: no place was chosen. Nothing is left of it when it
 * is refused.
 */
export async function makeKeyFile(vault: VaultHost, proof: HeldSecret, choose: (proofKey: Uint8Array) => Promise<string | null>): Promise<boolean> {
  return proving(vault, proof, async (proofKey, parameters) => {
    // Before she is asked where to save it: a passphrase mistyped is better told at once.
    await vault.ask('waysIn.prove', { proof: proofKey });
    const place = await choose(proofKey);
    if (place === null) return false;
    const { content, secret } = await vault.ask('prepare.keyFile', {});
    let isMade = false;
    try {
      await saveWhole([content], place, async () => {
        await make(vault, { proofKey, parameters, secret }, { change: 'key-file-made' });
        isMade = true;
      });
      return true;
    } catch (error) {
      // A way in that nobody holds.
      if (isMade) await vault.ask('waysIn.remove', { proof: proofKey, removed: { change: 'way-in-removed', kind: 'key-file' } }).catch(() => undefined);
      throw error;
    } finally {
      content.fill(0);
      secret.fill(0);
    }
  });
}

export async function removeWayIn(vault: VaultHost, proof: HeldSecret, kind: Exclude<WayInKind, 'passphrase'>): Promise<void> {
  await proving(vault, proof, async (proofKey) => void (await vault.ask('waysIn.remove', { proof: proofKey, removed: { change: 'way-in-removed', kind } })));
}

interface Making { readonly proofKey: Uint8Array; readonly parameters: KdfParameters; readonly secret: Uint8Array; readonly isNewPassphrase?: boolean }

async function make(vault: VaultHost, { proofKey, parameters, secret, isNewPassphrase = false }: Making, made: WayInMade): Promise<void> {
  const key = await deriveKeyInProcess(Uint8Array.from(secret), parameters, { isNewPassphrase });
  try {
    await vault.ask('waysIn.make', { proof: proofKey, key, made });
  } finally {
    key.fill(0);
  }
}

/** Hands `work` the key that a proof gives in the open vault; proof, key and `others` are zeroed after it. */
async function proving<T>(vault: VaultHost, proof: HeldSecret, work: (proofKey: Uint8Array, parameters: KdfParameters) => Promise<T>, ...others: Uint8Array[]): Promise<T> {
  try {
    const parameters = await vault.ask('waysIn.parameters', {});
    return await withFirstThatOpens(await secretBytes(vault, proof), [parameters], (key) => work(key, parameters));
  } finally {
    zeroSecret(proof);
    for (const other of others) other.fill(0);
  }
}
