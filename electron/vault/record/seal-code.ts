import { createHash } from 'node:crypto';
import type { HistoryHead } from './history';

/** Crockford's Base32: no I, L, O, U, so that a code can be read aloud. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A short code that binds the whole history up to one entry: `<sequence>-XXXX-XXXX-XXXX-XXXX`, 75 bits of
 * SHA-256("tidemark seal\n" vault id "\n" sequence "\n" hash) and one check character (the sum of the values, modulo 32).
 * Whoever holds a printed code can tell later whether the record up to that entry is unchanged.
 */
export function sealCode(vaultId: string, head: HistoryHead): string {
  const digest = createHash('sha256').update(`tidemark seal\n${vaultId}\n${head.sequence}\n${head.hash}`, 'utf8').digest();
  let bits = 0n;
  for (const byte of digest.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  const values = Array.from({ length: 15 }, (_, i) => Number((bits >> BigInt(75 - 5 * i)) & 31n));
  const check = values.reduce((sum, value) => sum + value, 0) % 32;
  const letters = [...values, check].map((value) => alphabet[value]).join('');
  return [String(head.sequence), ...(letters.match(/.{4}/g) ?? [])].join('-');
}
