import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Refusal } from '../../../shared/contract/errors';
import { saveCopy } from './save-copy';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tidemark-copy-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

// More than two pieces, the last one short.
const bytes = randomBytes(9 * 1024 * 1024);
const sha256 = createHash('sha256').update(bytes).digest('hex');

type Services = Parameters<typeof saveCopy>[0];
/** The vault's answers by hand: what a real one never does (other bytes, a lock half-way) is what is tried here. */
function services(change: { read?: (start: number, end: number) => Uint8Array; noted?: string[] }): Services {
  return {
    vault: {
      askRecord: async () => ({ originalName: 'film.mp4', sizeBytes: bytes.length, sha256, erased: null }),
      ask: async (name: string, input: { start: number; end: number; fileName: string }) => {
        if (name === 'documents.noteSaved') return change.noted?.push(input.fileName);
        return { bytes: (change.read ?? ((start, end) => bytes.subarray(start, end)))(input.start, input.end) };
      },
    },
    dialogs: { saveFile: async ({ suggestedName }: { suggestedName: string }) => path.join(folder, suggestedName) },
  } as unknown as Services;
}

it('writes the original under its own name, and nothing beside it', async () => {
  const noted: string[] = [];
  expect(await saveCopy(services({ noted }), 'id')).toBe(true);
  expect(await readdir(folder)).toEqual(['film.mp4']);
  expect((await readFile(path.join(folder, 'film.mp4'))).equals(bytes)).toBe(true);
  expect(noted).toEqual(['film.mp4']);
});

it('gives no file whose bytes are not the original’s, and says nothing in the history', async () => {
  const noted: string[] = [];
  const other = (start: number, end: number): Uint8Array => Buffer.from(bytes.subarray(start, end)).fill(0, 0, 1);
  await expect(saveCopy(services({ read: other, noted }), 'id')).rejects.toMatchObject({ code: 'copy-differs', file: 'film.mp4' });
  expect(await readdir(folder)).toEqual([]);
  expect(noted).toEqual([]);
});

it('leaves nothing when the vault locks half-way', async () => {
  const locks = (start: number, end: number): Uint8Array => {
    if (start > 0) throw new Refusal('locked');
    return bytes.subarray(start, end);
  };
  await expect(saveCopy(services({ read: locks }), 'id')).rejects.toMatchObject({ code: 'locked' });
  expect(await readdir(folder)).toEqual([]);
});
