import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createStore, prepareCreate } from '../../electron/vault/store/open-store';
import type { VaultStore } from '../../electron/vault/store/store';
import type { Bench } from '../proving/bench';
import { middleOf } from './measuring/middle-of';

const pieceBytes = 1024 * 1024;
const chunkBytes = 256 * 1024;

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

/** In chunks under one key, as sealing does it, in one thread. */
function cipherRate(piece: Uint8Array, pieces: number): number {
  const started = performance.now();
  const nonce = Buffer.alloc(12);
  for (let i = 0; i < (pieces * piece.length) / chunkBytes; i += 1) {
    nonce.writeUInt32BE(i, 4);
    const at = (i * chunkBytes) % piece.length;
    const cipher = createCipheriv('aes-256-gcm', new Uint8Array(32), nonce);
    cipher.update(piece.subarray(at, at + chunkBytes));
    cipher.final();
    cipher.getAuthTag();
  }
  return rate(piece.length * pieces, started);
}

async function writeRate(piece: Uint8Array, pieces: number, path: string): Promise<number> {
  const file = await open(path, 'wx');
  const started = performance.now();
  for (let i = 0; i < pieces; i += 1) await file.write(piece, 0, piece.length, i * piece.length);
  await file.sync();
  const result = rate(piece.length * pieces, started);
  await file.close();
  await rm(path);
  return result;
}

async function newVault(folder: string): Promise<VaultStore> {
  return createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: new Uint8Array(32) }] });
}

/** Where there is memory to write to, the disk's own slowness does not hide what the sealing costs. */
const memoryFolder = '/dev/shm';

/**
 * Sealing hashes in one thread while it encrypts and writes in others, so it is bound by the slowest of its three parts done alone: on a real
 * disk, by the disk. Into memory it is compared with the slower of SHA-256 and AES-256-GCM, without a bound: the three parts together cost
 * more than two processor cores have where each is this fast. All in turn in each round; the middle of
 * five rounds, each compared within itself, because a shared disk's speed changes from one second to the next.
 */
export const bench: Bench = {
  measures: 'sealing evidence against the slowest of hashing, encrypting and writing the same bytes, each alone; into memory, against the slower of the first two',
  async run({ isSmall, isBroken, say, scratch }) {
    const pieces = isSmall ? 32 : 256;
    const piece = new Uint8Array(randomBytes(pieceBytes));
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < pieces; i += 1) {
        if (isBroken) await new Promise((resolve) => setTimeout(resolve, 60));
        yield piece;
      }
    }
    let peakMB = 0;
    const sealRate = async (store: VaultStore): Promise<number> => {
      const started = performance.now();
      const sealed = await store.evidence.seal(source(), {
        expectedBytes: pieces * pieceBytes,
        onProgress: () => (peakMB = Math.max(peakMB, process.memoryUsage.rss() / 1e6)),
      });
      const result = rate(pieces * pieceBytes, started);
      await store.evidence.remove(sealed.objectName);
      return result;
    };
    const memory = existsSync(memoryFolder) ? await mkdtemp(join(memoryFolder, 'tidemark-bench-')) : null;
    const onDisk = await newVault(join(scratch, 'vault'));
    const inMemory = memory === null ? null : await newVault(join(memory, 'vault'));
    const hash: number[] = [];
    const cipher: number[] = [];
    const write: number[] = [];
    const seal: number[] = [];
    const sealInMemory: number[] = [];
    try {
      for (let round = 0; round < 5; round += 1) {
        hash.push(hashRate(piece, pieces));
        cipher.push(cipherRate(piece, pieces));
        if (inMemory) sealInMemory.push(await sealRate(inMemory));
        write.push(await writeRate(piece, pieces, join(scratch, 'plain')));
        seal.push(await sealRate(onDisk));
      }
    } finally {
      await onDisk.close();
      await inMemory?.close();
      if (memory !== null) await rm(memory, { recursive: true });
    }
    const against = (sealed: number[], ...parts: number[][]): number => middleOf(sealed.map((speed, round) => speed / Math.min(...parts.map((part) => part[round] ?? Number.NaN))));
    say(`seal ${middleOf(seal).toFixed(0)} MB/s on the disk; SHA-256 ${middleOf(hash).toFixed(0)}, AES-GCM ${middleOf(cipher).toFixed(0)}, writing ${middleOf(write).toFixed(0)} MB/s`);
    return [
      { name: 'sealMBPerSecond', value: middleOf(seal) },
      ...(inMemory ? [{ name: 'sealIntoMemoryMBPerSecond', value: middleOf(sealInMemory) }] : []),
      { name: 'hashMBPerSecond', value: middleOf(hash) },
      { name: 'cipherMBPerSecond', value: middleOf(cipher) },
      { name: 'writeMBPerSecond', value: middleOf(write) },
      { name: 'peakMemoryMB', value: peakMB },
      { name: 'sealAgainstHashRatio', value: against(seal, hash) },
      { name: 'sealAgainstCipherRatio', value: against(seal, cipher) },
      { name: 'sealAgainstWriteRatio', value: against(seal, write) },
      { name: 'sealAgainstSlowestRatio', value: against(seal, hash, cipher, write), atLeast: isSmall ? 0.25 : 0.7 },
      ...(inMemory ? [{ name: 'sealIntoMemoryAgainstSlowerRatio', value: against(sealInMemory, hash, cipher) }] : []),
    ];
  },
};
