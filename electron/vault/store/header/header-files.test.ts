import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../crypto/primitives';
import { prepareOpen } from '../open-store';
import { addNotes, createVault, makeNotes, newFolder, notesOf, openVault } from '../testing/sample-vault';

/** As somebody without any key could: a copy whose checksum agrees. */
async function forge(folder: string, name: string, change: (bytes: Buffer) => void): Promise<void> {
  const bytes = await readFile(join(folder, name));
  change(bytes);
  bytes.set(sha256(bytes.subarray(0, 4064)), 4064);
  await writeFile(join(folder, name), bytes);
}

async function vaultWithNote(): Promise<string> {
  const folder = await newFolder();
  const store = await createVault(folder);
  await makeNotes(store);
  await addNotes(store, 'kept');
  await store.close();
  return folder;
}

describe('a header of which somebody wrote one copy by hand', () => {
  it.each(['head.0', 'head.1'])('with another salt and a higher revision in %s: both salts are told, and the sound copy opens and is put over the other', async (name) => {
    const folder = await vaultWithNote();
    const [before] = await prepareOpen(folder);
    await forge(folder, name, (bytes) => {
      bytes.fill(9, 40, 56);
      bytes.writeUInt32BE(7, 68);
    });
    expect((await prepareOpen(folder)).map((each) => Buffer.from(each.salt).toString('hex'))).toEqual(['09'.repeat(16), Buffer.from(before.salt).toString('hex')]);
    const { store, notices } = await openVault(folder);
    expect(notices).toEqual(['copy-repaired']);
    expect(notesOf(store)).toEqual(['kept']);
    await store.close();
    expect(await prepareOpen(folder)).toEqual([before]);
    expect(await readFile(join(folder, 'head.0'))).toEqual(await readFile(join(folder, 'head.1')));
  });

  it('with other costs: they are told apart too; with another random part alone, one derivation does', async () => {
    const folder = await vaultWithNote();
    await forge(folder, 'head.1', (bytes) => bytes.writeUInt32BE(9000, 32));
    expect((await prepareOpen(folder)).map((each) => each.memoryKiB).sort((left, right) => left - right)).toEqual([8192, 9000]);
    const other = await vaultWithNote();
    await forge(other, 'head.1', (bytes) => bytes.fill(1, 80, 100));
    expect(await prepareOpen(other)).toHaveLength(1);
  });
});
