import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFilePort } from '../file-port';
import { keyFileSecret, newKeyFile, readKeyFile } from './key-file';
import { newFolder } from '../testing/sample-vault';

async function read(content: Uint8Array | null): Promise<unknown> {
  const path = join(await newFolder(), 'holiday.jpg');
  if (content !== null) await writeFile(path, content);
  return readKeyFile(nodeFilePort, path).catch((error: { code: string }) => error.code);
}

describe('a key file', () => {
  it('gives its secret again, under any name, and another file gives another', async () => {
    const { content, secret } = newKeyFile();
    expect(content).toHaveLength(1024);
    expect(await read(content)).toEqual(secret);
    content[512] = (content[512] ?? 0) ^ 1;
    expect(await read(content)).not.toEqual(secret);
  });

  it('is anything from 32 bytes to 1 MiB; nothing else, and nothing that cannot be read', async () => {
    for (const length of [32, 33, 1024 * 1024]) expect(await read(new Uint8Array(length).fill(5))).toEqual(keyFileSecret(new Uint8Array(length).fill(5)));
    for (const length of [0, 31, 1024 * 1024 + 1]) expect(await read(new Uint8Array(length))).toBe('wrong-secret');
    expect(await read(null)).toBe('file-unreadable');
    await expect(readKeyFile(nodeFilePort, await newFolder())).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});
