import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSource } from './file-source';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-source-'));
  path = join(folder, 'file');
});
afterEach(() => rm(folder, { recursive: true }));

describe('a file she picked', () => {
  it.each([1, 1_048_575, 1_048_576, 1_048_577, 5_000_000])('of %i bytes is read from end to end', async (size) => {
    const bytes = randomBytes(size);
    await writeFile(path, bytes);
    const source = await openSource(path, 'letter.pdf');
    const pieces: Uint8Array[] = [];
    for await (const piece of source.pieces) pieces.push(piece.slice());
    await source.checkUnchanged();
    await source.close();
    expect(source.sizeBytes).toBe(size);
    expect(Buffer.compare(Buffer.concat(pieces), bytes)).toBe(0);
  });

  it('leaves none of its bytes in the memory it was read into, even when nobody reads on', async () => {
    await writeFile(path, new Uint8Array(3_000_000).fill(7));
    const source = await openSource(path, 'letter.pdf');
    const seen: Uint8Array[] = [];
    for await (const piece of source.pieces) if (seen.push(piece) === 2) break;
    await source.close();
    for (const piece of seen) expect(piece.every((byte) => byte === 0)).toBe(true);
  });

  it('that changes under way is refused', async () => {
    await writeFile(path, 'one');
    const source = await openSource(path, 'letter.pdf');
    await writeFile(path, 'another');
    await expect(source.checkUnchanged()).rejects.toMatchObject({ code: 'file-changed', file: 'letter.pdf' });
    await source.close();
  });

  it('that is empty, or a folder, or gone is refused by its name', async () => {
    await writeFile(path, '');
    await expect(openSource(path, 'a.pdf')).rejects.toMatchObject({ code: 'file-empty', file: 'a.pdf' });
    await expect(openSource(folder, 'a.pdf')).rejects.toMatchObject({ code: 'file-unreadable' });
    await expect(openSource(join(folder, 'none'), 'a.pdf')).rejects.toMatchObject({ code: 'file-unreadable' });
  });
});
