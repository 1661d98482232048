import { createCipheriv, createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';

const pieceBytes = 4 * 1024 * 1024;
const zeros = Buffer.alloc(pieceBytes);

/** Bytes that nothing can make smaller, the same for the same number at every run: they are made again instead of being kept. */
export function* madeUpBytes(number: number, sizeBytes: number): Generator<Uint8Array> {
  const cipher = createCipheriv('aes-256-ctr', createHash('sha256').update(`evidence ${number}`).digest(), Buffer.alloc(16));
  for (let left = sizeBytes; left > 0; left -= pieceBytes) yield cipher.update(zeros.subarray(0, Math.min(left, pieceBytes)));
}

/** Writes them where a person would have a file, shows it, and takes it away again. Gives the SHA-256 of what was written. */
export async function withMadeUpFile(folder: string, number: number, sizeBytes: number, use: (path: string, name: string) => Promise<void>): Promise<string> {
  const name = `film-${number}.bin`;
  const path = join(folder, name);
  const hash = createHash('sha256');
  const file = await open(path, 'w', 0o600);
  try {
    for (const piece of madeUpBytes(number, sizeBytes)) {
      hash.update(piece);
      await file.write(piece);
    }
  } finally {
    await file.close();
  }
  try {
    await use(path, name);
  } finally {
    await rm(path);
  }
  return hash.digest('hex');
}

/** Many small ones, some of many chunks, and a few long ones, as on a telephone. */
export function sizeOf(number: number, isSmall: boolean): number {
  const unit = isSmall ? 16 * 1024 : 1024 * 1024;
  return Math.round(unit * ([0.05, 0.2, 1.3, 4, 12, 40][number % 6] ?? 1)) + number;
}
