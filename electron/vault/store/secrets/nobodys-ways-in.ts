import { keyBytes, systemRandom, zero } from '../../crypto/primitives';
import { newRecoveryCode } from './recovery-code';

/**
 * Ways into a compartment that nobody can open: drawn for a vault that is to have one record only, and forgotten once its second compartment is made
 * (docs/decisions/0009-two-compartments.md). Made by the same steps as any other, what is left of it cannot be told from one that somebody can open.
 */
export function nobodysWaysIn(): { passphraseKey: Uint8Array; recoveryKey: Uint8Array; recoveryPrinted: string } {
  const { printed, secret } = newRecoveryCode();
  zero(secret);
  return { passphraseKey: systemRandom(keyBytes), recoveryKey: systemRandom(keyBytes), recoveryPrinted: printed };
}
