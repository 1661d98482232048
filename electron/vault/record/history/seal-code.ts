import { createHash } from 'node:crypto';
import { asPrinted, crockfordAlphabet, digitOf, digitsOf, groupsAsPrinted } from '../../../../shared/text/crockford';
import type { HistoryHead } from './history';

/**
 * A short code that binds the whole history up to one entry: `<sequence>-XXXX-XXXX-XXXX-XXXX`, 75 bits of
 * SHA-256("tidemark seal\n" vault id "\n" sequence "\n" hash) and one check character (the sum of the values, modulo 32).
 * Whoever holds a printed code can tell later whether the record up to that entry is unchanged.
 */
export function sealCode(vaultId: string, head: HistoryHead): string {
  const digest = createHash('sha256').update(`tidemark seal\n${vaultId}\n${head.sequence}\n${head.hash}`, 'utf8').digest();
  const values = digitsOf(digest, 15);
  const check = values.reduce((sum, value) => sum + value, 0) % 32;
  const letters = [...values, check].map((value) => crockfordAlphabet[value]).join('');
  return [String(head.sequence), ...(letters.match(/.{4}/g) ?? [])].join('-');
}

/**
 * A seal code as somebody typed it (shared/text/crockford.ts). The last sixteen characters are the digits, what stands before them the sequence. null: this is not the shape of one.
 * Typed in groups whose first is a number, that group is the sequence: with a character lost, a digit of it would otherwise be taken for one of the sixteen, whose check digit agrees by chance once in 32 times.
 */
export function readSealCode(typed: string): { sequence: number; digits: string } | null {
  const plain = asPrinted(typed);
  const parts = /^([0-9]{1,15})([0-9A-HJKMNP-TV-Z]{16})$/.exec(plain);
  const [first = '', second] = groupsAsPrinted(typed);
  if (parts === null || (second !== undefined && /^[0-9]+$/.test(first) && first !== parts[1])) return null;
  return { sequence: Number(parts[1]), digits: parts[2] ?? '' };
}

/** Whether the last of the sixteen digits is the sum of the others modulo 32. */
export function checkDigitAgrees(digits: string): boolean {
  const values = Array.from(digits, digitOf);
  return values.slice(0, -1).reduce((sum, value) => sum + value, 0) % 32 === values.at(-1);
}
