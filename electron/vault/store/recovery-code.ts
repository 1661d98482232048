import { Refusal } from '../../../shared/contract/errors';
import { sha256, zero, type RandomSource, systemRandom } from '../crypto/primitives';

/**
 * A recovery code: 128 random bits and 22 check bits, printed as six groups of five characters of Crockford's base 32 (no I, L,
 * O, U; read without regard to case; O is read as 0, I and L as 1). docs/FORMAT.md, "Recovery code".
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const secretBytes = 16;
const checkBits = 22n;
const characters = 30;
const groupLength = 5;

function checkOf(secret: Uint8Array): bigint {
  const digest = Buffer.from(sha256(Buffer.from('tidemark/1/recovery-code', 'ascii'), secret));
  return BigInt(digest.readUInt32BE(0)) >> (32n - checkBits);
}

/** @returns the printed form ("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX") and the 16 bytes that go through the key derivation. */
export function newRecoveryCode(random: RandomSource = systemRandom): { printed: string; secret: Uint8Array } {
  const secret = random(secretBytes);
  return { printed: printRecoveryCode(secret), secret };
}

export function printRecoveryCode(secret: Uint8Array): string {
  const value = (BigInt(`0x${Buffer.from(secret).toString('hex')}`) << checkBits) | checkOf(secret);
  const text = Array.from({ length: characters }, (_, i) => alphabet[Number((value >> BigInt(5 * (characters - 1 - i))) & 31n)]).join('');
  return text.match(new RegExp(`.{${groupLength}}`, 'g'))?.join('-') ?? text;
}

/**
 * @param typed UTF-8 as she typed it; spaces, dashes and case do not matter. The caller zeroes it.
 * @returns the 16 secret bytes. Refuses `code-not-matching`.
 */
export function readRecoveryCode(typed: Uint8Array): Uint8Array {
  let value = 0n;
  let count = 0;
  for (const character of Buffer.from(typed.buffer, typed.byteOffset, typed.length).toString('utf8').normalize('NFKC').toUpperCase()) {
    if (/[\s\p{Pd}]/u.test(character)) continue;
    const digit = alphabet.indexOf(character === 'O' ? '0' : character === 'I' || character === 'L' ? '1' : character);
    if (digit === -1 || count === characters) throw new Refusal('code-not-matching');
    value = (value << 5n) | BigInt(digit);
    count += 1;
  }
  if (count !== characters) throw new Refusal('code-not-matching');
  const secret = new Uint8Array(Buffer.from((value >> checkBits).toString(16).padStart(secretBytes * 2, '0'), 'hex'));
  if (checkOf(secret) !== (value & ((1n << checkBits) - 1n))) {
    zero(secret);
    throw new Refusal('code-not-matching');
  }
  return secret;
}
