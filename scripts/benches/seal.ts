import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSource } from '../../electron/vault/calls/file-source';
import { sealInto, tagBytes } from '../../electron/vault/crypto/primitives';
import { chunkBytes, streamNonce } from '../../electron/vault/crypto/stream';
import { nodeFilePort, type FilePort } from '../../electron/vault/store/file-port';
import { createStore, prepareCreate } from '../../electron/vault/store/open-store';
import type { VaultStore } from '../../electron/vault/store/store';
import type { Bench, Measurement } from '../proving/bench';
import { middleOf } from './measuring/middle-of';

const mebibyte = 1024 * 1024;

/** Where there is memory to write to, the disk's own slowness does not hide what the sealing costs. */
const memoryFolder = '/dev/shm';

function hashAll(bytes: Uint8Array): void {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += mebibyte) hash.update(bytes.subarray(at, at + mebibyte));
  hash.digest();
}

/** In chunks under one key by the vault's own fastest way, in one thread. */
function encryptAll(bytes: Uint8Array): void {
  const key = new Uint8Array(32);
  const out = new Uint8Array(chunkBytes + tagBytes);
  for (let at = 0; at < bytes.length; at += chunkBytes) sealInto(out, key, streamNonce(at / chunkBytes, false), bytes.subarray(at, at + chunkBytes), key);
}

async function writeAll(bytes: Uint8Array, path: string): Promise<void> {
  const file = await open(path, 'wx');
  for (let at = 0; at < bytes.length; at += mebibyte) await file.write(bytes, at, mebibyte, at);
  await file.datasync();
  await file.close();
  await rm(path);
}

/** A disk that takes evidence as fast as memory is copied and forgets it: what is left is the program's own work. */
const forgetful: FilePort = {
  ...nodeFilePort,
  async create(path) {
    const file = await nodeFilePort.create(path);
    const place = new Uint8Array(2 * mebibyte);
    return {
      write: async (bytes, position) => (bytes.length > mebibyte / 2 ? place.set(bytes) : file.write(bytes, position)),
      read: (position, length) => file.read(position, length),
      size: () => file.size(),
      dataSync: () => file.dataSync(),
      sync: () => file.sync(),
      close: () => file.close(),
    };
  },
};

/**
 * The same bytes, in turn in each round: hashed alone, encrypted alone and written alone, each in one thread, and sealed. The middle of five
 * rounds, each compared within itself, because a shared machine's speed changes from one second to the next. Sealing that keeps up with the slower of
 * hashing and encrypting has a ratio of 1; it does both, so it needs two free processors for that, and a disk that is faster than either.
 */
export const bench: Bench = {
  measures: 'sealing evidence against the slower of SHA-256 and AES-256-GCM over the same bytes in memory; and writing them with fdatasync',
  async run({ isSmall, isBroken, say, scratch }) {
    const bytes = new Uint8Array(randomBytes((isSmall ? 32 : 256) * mebibyte));
    const megabytes = bytes.length / 1e6;
    const memory = await mkdtemp(join(existsSync(memoryFolder) ? memoryFolder : scratch, 'tidemark-bench-'));
    const source = join(memory, 'source');
    await writeFile(source, bytes);
    const newVault = async (folder: string, files?: FilePort): Promise<VaultStore> =>
      createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: new Uint8Array(32) }] }, { files });
    const vaults = { seal: await newVault(join(scratch, 'vault')), sealIntoMemory: await newVault(join(memory, 'vault')), sealAlone: await newVault(join(memory, 'forgetful'), forgetful) };

    const rates: Record<string, number[]> = {};
    const residentMB = (): number => process.memoryUsage.rss() / 1e6;
    let grownMB = 0;
    const measure = async (name: string, work: () => unknown): Promise<void> => {
      const started = performance.now();
      await work();
      (rates[name] ??= []).push((megabytes * 1000) / (performance.now() - started));
    };
    const sealFile = async (store: VaultStore): Promise<void> => {
      const beforeMB = residentMB();
      const file = await openSource(source, 'source');
      if (isBroken) await new Promise((resolve) => setTimeout(resolve, bytes.length / 30_000));
      const sealed = await store.evidence.seal(file.pieces, { expectedBytes: bytes.length, onProgress: () => (grownMB = Math.max(grownMB, residentMB() - beforeMB)) });
      await file.close();
      await store.evidence.remove(sealed.objectName);
    };
    try {
      // The hashing thread starts with a vault's first file.
      for (const store of Object.values(vaults)) await sealFile(store);
      for (let round = 0; round < (isBroken ? 2 : 5); round += 1) {
        await measure('hash', () => hashAll(bytes));
        await measure('encrypt', () => encryptAll(bytes));
        await measure('write', () => writeAll(bytes, join(scratch, 'plain')));
        for (const [name, store] of Object.entries(vaults)) await measure(name, () => sealFile(store));
      }
      const perRound = (name: string): readonly number[] => rates[name] ?? [];
      const against = (name: string, ...parts: string[]): number => middleOf(perRound(name).map((rate, round) => rate / Math.min(...parts.map((part) => perRound(part)[round] ?? Number.NaN))));
      say(Object.keys(rates).map((name) => `${name} ${middleOf(perRound(name)).toFixed(0)}`).join(', ') + ' MB/s');
      return [
        ...Object.keys(rates).map((name): Measurement => ({ name: `${name}MBPerSecond`, value: middleOf(perRound(name)) })),
        { name: 'sealAloneAgainstSlowerRatio', value: against('sealAlone', 'hash', 'encrypt'), atLeast: isSmall ? 0.1 : 0.45 },
        { name: 'sealIntoMemoryAgainstSlowerRatio', value: against('sealIntoMemory', 'hash', 'encrypt') },
        { name: 'sealAgainstSlowerRatio', value: against('seal', 'hash', 'encrypt') },
        { name: 'writeAgainstSlowerRatio', value: against('write', 'hash', 'encrypt') },
        { name: 'sealAgainstSlowestRatio', value: against('seal', 'hash', 'encrypt', 'write'), atLeast: isSmall ? 0.1 : 0.7 },
        // By how much one sealing lets the process grow: other benches ran in it before.
        { name: 'memoryGrownMB', value: grownMB, atMost: 150 },
      ];
    } finally {
      for (const store of Object.values(vaults)) await store.close();
      await rm(memory, { recursive: true });
    }
  },
};
