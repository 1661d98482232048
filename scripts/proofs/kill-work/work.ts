import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the killed process saves, so that the one who checks can tell every byte. */
export const proofKey = new Uint8Array(32).fill(0x4b);

export const vaultExists = (folder: string): boolean => existsSync(join(folder, 'head.0')) || existsSync(join(folder, 'head.1'));

/** One save in twelve is long, so that records cross blocks and journals grow to a snapshot. */
export function bodyOf(number: number): string {
  const digest = createHash('sha256').update(`save ${number}`).digest('hex');
  return digest.repeat(number % 12 === 0 ? 3000 : 1 + (number % 7));
}

export function evidenceOf(number: number): Uint8Array {
  const block = createHash('sha512').update(`evidence ${number}`).digest();
  const bytes = new Uint8Array(300_000 + (number % 5) * 90_000);
  for (let at = 0; at < bytes.length; at += block.length) bytes.set(block.subarray(0, Math.min(block.length, bytes.length - at)), at);
  return bytes;
}
