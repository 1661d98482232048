import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createStore, prepareCreate } from '../../electron/vault/store/open-store';
import type { Bench } from '../proving/bench';
import { middleOf } from './measuring/middle-of';

const pieceBytes = 1024 * 1024;

function rate(bytes: number, started: number): number {
  return bytes / 1e6 / ((performance.now() - started) / 1000);
}

function hashRate(piece: Uint8Array, pieces: number): number {
  const started = performance.now();
  const hash = createHash('sha256');
  for (let i = 0; i < pieces; i += 1) hash.update(piece);
  hash.digest();
  return rate(piece.length * pieces, started);
}

function cipherRate(piece: Uint8Array, pieces: number): number {
  const started = performance.now();
  const cipher = createCipheriv('aes-256-gcm', new Uint8Array(32), new Uint8Array(12));
  for (let i = 0; i < pieces; i += 1) cipher.update(piece);
  cipher.final();
  return rate(piece.length * pieces, started);
}

async function writeRate(piece: Uint8Array, pieces: number, path: string): Promise<number> {
  const file = await open(path, 'w');
  const started = performance.now();
  for (let i = 0; i < pieces; i += 1) await file.write(piece, 0, piece.length, i * piece.length);
  await file.sync();
  const result = rate(piece.length * pieces, started);
  await file.close();
  await rm(path);
  return result;
}

/**
 * The bound: sealing may not be slower than its three parts one after another, each done alone. Against the slower of SHA-256 and AES-GCM the
 * ratio is given without a bound: one thread that does both cannot come near it where a processor is as fast at one as at the other.
 */
export const bench: Bench = {
  measures: 'sealing evidence against hashing, encrypting and writing the same bytes one after another; and against the slower of SHA-256 and AES-256-GCM alone',
  async run({ isSmall, isBroken, say, scratch }) {
    const pieces = isSmall ? 32 : 256;
    const piece = new Uint8Array(randomBytes(pieceBytes));
    const folder = join(scratch, 'vault');
    const store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: new Uint8Array(32) }] });
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < pieces; i += 1) {
        if (isBroken) await new Promise((resolve) => setTimeout(resolve, 60));
        yield piece;
      }
    }
    const hash: number[] = [];
    const cipher: number[] = [];
    const write: number[] = [];
    const seal: number[] = [];
    let peakMB = 0;
    for (let round = 0; round < 5; round += 1) {
      hash.push(hashRate(piece, pieces));
      cipher.push(cipherRate(piece, pieces));
      write.push(await writeRate(piece, pieces, join(scratch, 'plain')));
      const started = performance.now();
      const sealed = await store.evidence.seal(source(), {
        expectedBytes: pieces * pieceBytes,
        onProgress: () => (peakMB = Math.max(peakMB, process.memoryUsage.rss() / 1e6)),
      });
      seal.push(rate(pieces * pieceBytes, started));
      await store.evidence.remove(sealed.objectName);
    }
    await store.close();
    const slower = Math.min(middleOf(hash), middleOf(cipher));
    const inTurn = 1 / (1 / middleOf(hash) + 1 / middleOf(cipher) + 1 / middleOf(write));
    say(`seal ${middleOf(seal).toFixed(0)} MB/s, SHA-256 ${middleOf(hash).toFixed(0)} MB/s, AES-GCM ${middleOf(cipher).toFixed(0)} MB/s`);
    return [
      { name: 'sealMBPerSecond', value: middleOf(seal) },
      { name: 'hashMBPerSecond', value: middleOf(hash) },
      { name: 'cipherMBPerSecond', value: middleOf(cipher) },
      { name: 'peakMemoryMB', value: peakMB },
      { name: 'writeMBPerSecond', value: middleOf(write) },
      { name: 'sealAgainstSlowerRatio', value: middleOf(seal) / slower },
      { name: 'sealAgainstPartsInTurnRatio', value: middleOf(seal) / inTurn, atLeast: isSmall ? 0.3 : 0.9 },
    ];
  },
};
