import { createHash } from 'node:crypto';
import { BlobReader, Uint8ArrayWriter, ZipReader, configure } from '@zip.js/zip.js';
import { expect, it } from 'vitest';
import { newPassphrase } from './new-passphrase';
import { shutInZip } from './shut-in-zip';

const sum = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
async function* twice(bytes: Uint8Array) {
  yield bytes;
  yield bytes;
}
async function all(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const piece of pieces) parts.push(Uint8Array.from(piece));
  return Buffer.concat(parts);
}

it('shuts one file with AES-256, whose words cannot be read without the passphrase and are whole with it', async () => {
  configure({ useWebWorkers: false });
  const words = Buffer.alloc(3_000_000, 'He stood at the gate. ');
  const shut = await all(shutInZip('Ellis-evidence.zip', twice(words), 'brave copper kettle', '2026-05-03T20:04:11.250Z'));
  expect(shut.includes('stood')).toBe(false);
  const reader = new ZipReader(new BlobReader(new Blob([Uint8Array.from(shut)])));
  const [entry] = await reader.getEntries();
  expect(entry).toMatchObject({ filename: 'Ellis-evidence.zip', encrypted: true, zipCrypto: false, uncompressedSize: 6_000_000 });
  // WinZip's extra field: vendor version AE-2, vendor "AE", strength 3 (AES-256), stored (method 0). A size that follows the data is told there.
  expect(shut.includes(Buffer.from('01990700020041450300', 'hex'))).toBe(true);
  if (entry === undefined || entry.directory) throw new Error('no file');
  await expect(entry.getData(new Uint8ArrayWriter(), { password: 'brave copper' })).rejects.toThrow();
  const opened = await entry.getData(new Uint8ArrayWriter(), { password: 'brave copper kettle' });
  expect(sum(opened)).toBe(sum(Buffer.concat([words, words])));
  expect(entry.lastModDate.getDate()).toBe(3);
});

it('ends with what its pieces throw', async () => {
  const broken = async function* () {
    yield new Uint8Array(10);
    throw new Error('the stick was taken out');
  };
  await expect(all(shutInZip('x', broken(), 'a b c', '2026-05-03T20:04:11.250Z'))).rejects.toThrow('the stick was taken out');
});

it('draws six words, none of them twice the same', () => {
  const drawn = Array.from({ length: 50 }, newPassphrase);
  for (const words of drawn) expect(words).toMatch(/^[a-z]{3,8}( [a-z]{3,8}){5}$/);
  expect(Math.max(...drawn.map(({ length }) => length))).toBeLessThanOrEqual(32);
  expect(new Set(drawn).size).toBe(50);
});
