/** From what a person types or has to the bytes that Argon2id takes (FORMAT.md, "Secrets", "Key file" and "Recovery code"). */
import { readFile } from 'node:fs/promises';
import { toBits } from './base32.mjs';
import { NotRead } from './damage.mjs';
import { sha256 } from './primitives.mjs';
import { combineShares } from './shares.mjs';

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

/** The secret of a key file, whatever its name. Throws NotRead for a file that is none. */
export async function secretsOfKeyFile(path) {
  const content = await readFile(path).catch(() => undefined);
  if (!content) throw new NotRead(`There is no file ${path}.`);
  if (content.length < 32 || content.length > 1_048_576) throw new NotRead('A key file has 32 bytes to 1 MiB; this one has not.');
  return [{ bytes: keyFileBytes(content) }];
}

export function keyFileBytes(content) {
  return sha256('tidemark/1/key-file', content);
}

/** The secret that enough printed shares give together. */
export function secretsOfShares(printed) {
  return [{ bytes: combineShares(printed) }];
}

/** Everything that was typed may be: always a passphrase, and also a recovery code when it reads as one. */
export function secretsOf(typed) {
  const code = recoveryCodeBytes(typed);
  return [{ bytes: passphraseBytes(typed) }, ...(code ? [{ bytes: code }] : [])];
}
