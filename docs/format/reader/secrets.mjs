/** From what a person types to the bytes that Argon2id takes (FORMAT.md, "Secrets" and "Recovery code"). */
import { toBits } from './base32.mjs';
import { sha256 } from './primitives.mjs';

export function passphraseBytes(typed) {
  return Buffer.from(typed.normalize('NFKC'), 'utf8');
}

/** The 16 secret bytes of a printed recovery code, or undefined when its form or its check bits are not those of one. */
export function recoveryCodeBytes(typed) {
  const bits = toBits(typed);
  if (bits?.length !== 150) return undefined;
  const secret = Buffer.from(Array.from({ length: 16 }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2)));
  let digest = '';
  for (const byte of sha256('tidemark/1/recovery-code', secret)) digest += byte.toString(2).padStart(8, '0');
  return digest.slice(0, 22) === bits.slice(128) ? secret : undefined;
}

/** Everything that was typed may be: always a passphrase, and also a recovery code when it reads as one. */
export function secretsOf(typed) {
  const code = recoveryCodeBytes(typed);
  return [{ bytes: passphraseBytes(typed) }, ...(code ? [{ bytes: code }] : [])];
}
