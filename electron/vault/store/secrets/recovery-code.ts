import { Refusal } from '../../../../shared/contract/errors';
import { sameBytes, sha256, zero, type RandomSource, systemRandom } from '../../crypto/primitives';
import { digitsOf } from '../../../../shared/text/crockford';
import { bytesOfDigits, printDigits, readDigits } from './printed-digits';

/**
 * A recovery code: 128 random bits and 22 check bits, printed as six groups of five characters of Crockford's base 32 (no I, L,
 * O, U; read without regard to case; O is read as 0, I and L as 1). docs/FORMAT.md, "Recovery code".
 */
const secretBytes = 16;
const characters = 30;

function digitsOfSecret(secret: Uint8Array): number[] {
  const whole = Buffer.concat([secret, sha256(Buffer.from('tidemark/1/recovery-code', 'ascii'), secret)]);
  const digits = digitsOf(whole, characters);
  zero(whole);
  return digits;
}

/** @returns the printed form ("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX") and the 16 bytes that go through the key derivation. */
export function newRecoveryCode(random: RandomSource = systemRandom): { printed: string; secret: Uint8Array } {
  const secret = random(secretBytes);
  return { printed: printRecoveryCode(secret), secret };
}

export function printRecoveryCode(secret: Uint8Array): string {
  return printDigits(digitsOfSecret(secret));
}

/**
 * @param typed UTF-8 as she typed it; spaces, dashes and case do not matter. The caller zeroes it.
 * @returns the 16 secret bytes. Refuses `code-not-matching`.
 */
export function readRecoveryCode(typed: Uint8Array): Uint8Array {
  const digits = readDigits(typed, characters);
  if (digits === null) throw new Refusal('code-not-matching');
  const whole = bytesOfDigits(digits);
  const secret = whole.slice(0, secretBytes);
  const isWhole = sameBytes(Uint8Array.from(digitsOfSecret(secret)), Uint8Array.from(digits));
  zero(whole);
  digits.fill(0);
  if (isWhole) return secret;
  zero(secret);
  throw new Refusal('code-not-matching');
}
