import { createHash, randomBytes } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFilePort, type FilePort } from './file-port';
import { createVault, inPieces, newFolder } from './testing/sample-vault';

const mebibyte = 1024 * 1024;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('sealing evidence', () => {
  it.each([0, 1, 262_144, 262_145, mebibyte - 1, mebibyte, mebibyte + 1, 5 * mebibyte, 9_876_543])('of %i bytes hashes and keeps exactly these, in whatever pieces they come', async (size) => {
    const store = await createVault(await newFolder('quick'));
    const bytes = randomBytes(size);
    for (const [expectedBytes, pieceBytes] of [[size, mebibyte], [null, 65_537], [size, 3 * mebibyte]] as const) {
      const sealed = await store.evidence.seal(inPieces(bytes, pieceBytes), { expectedBytes });
      expect(sealed).toMatchObject({ sizeBytes: size, sha256: sha256(bytes) });
      const reader = await store.evidence.open(sealed);
      expect(Buffer.compare(await reader.read(0, size), bytes)).toBe(0);
      await reader.close();
    }
  });

  it('of several files at once keeps them apart', async () => {
    const store = await createVault(await newFolder('quick'));
    const files = [3_000_000, 2_500_000, 1_200_000, 700_000].map((size) => randomBytes(size));
    const sealed = await Promise.all(files.map((bytes) => store.evidence.seal(inPieces(bytes), { expectedBytes: bytes.length })));
    expect(sealed.map((each) => each.sha256)).toEqual(files.map(sha256));
  });

  it('takes what the source hands over at once: the same memory may be filled again for the next piece', async () => {
    const store = await createVault(await newFolder('quick'));
    const bytes = randomBytes(6_000_000);
    const memory = new Uint8Array(500_000);
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += memory.length) {
        memory.set(bytes.subarray(at, at + memory.length));
        yield memory;
      }
    }
    expect(await store.evidence.seal(source(), { expectedBytes: null })).toMatchObject({ sha256: sha256(bytes) });
  });

  it('waits for a slow disk rather than hold the file in memory', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let isSlow = false;
    const files: FilePort = {
      ...nodeFilePort,
      async create(path) {
        const file = await nodeFilePort.create(path);
        return {
          write: async (bytes, position) => {
            if (isSlow) await held;
            await file.write(bytes, position);
          },
          read: (position, length) => file.read(position, length), size: () => file.size(), dataSync: () => file.dataSync(), sync: () => file.sync(), close: () => file.close(),
        };
      },
    };
    const store = await createVault(await newFolder('quick'), { files });
    isSlow = true;
    let taken = 0;
    async function* source(): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 64; i += 1) {
        taken += 1;
        yield new Uint8Array(mebibyte);
      }
    }
    const sealing = store.evidence.seal(source(), { expectedBytes: 64 * mebibyte });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(taken).toBeLessThan(10);
    release();
    expect(await sealing).toMatchObject({ sizeBytes: 64 * mebibyte });
  });

  it('stops and leaves nothing when the vault closes under way', async () => {
    const folder = await newFolder('quick');
    const store = await createVault(folder);
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, 1));
        yield new Uint8Array(mebibyte);
      }
    }
    const sealing = expect(store.evidence.seal(endless(), { expectedBytes: null })).rejects.toMatchObject({ code: 'locked' });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await store.close();
    await sealing;
    const objects = (await readdir(join(folder, 'objects'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const sizes = await Promise.all(objects.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size));
    expect(Math.max(...sizes)).toBeLessThan(mebibyte);
  });
});
