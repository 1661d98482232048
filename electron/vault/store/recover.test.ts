import { cp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256, systemRandom } from '../crypto/primitives';
import { nodeFilePort } from './file-port';
import { readHeaderCopies, unlockHeader } from './header/header-files';
import { ObjectFolder } from './object-folder';
import { rootNames } from './object-names';
import type { Root } from './root';
import { addNotes, createVault, inPieces, makeNotes, newFolder, notesOf, openVault, passphraseKey } from './testing/sample-vault';
import { readRoot } from './vault-files';

async function copyAsKilled(folder: string): Promise<string> {
  const copy = await newFolder();
  await cp(folder, copy, { recursive: true, filter: (path) => !path.endsWith('/lock') });
  return copy;
}

interface Inside {
  root: Root;
  rootPaths: string[];
  path: (name: string) => string;
  newName: ObjectFolder['newName'];
}

async function look(folder: string): Promise<Inside> {
  const { header, keys } = unlockHeader(await readHeaderCopies(nodeFilePort, folder), passphraseKey);
  const objects = new ObjectFolder(folder, nodeFilePort, keys.names, systemRandom);
  const { root } = await readRoot({ folder, vaultId: header.vaultId, keys, files: nodeFilePort, objects, random: systemRandom });
  const path = (name: string): string => join(folder, 'objects', name.slice(0, 2), name);
  return { root, rootPaths: rootNames(keys.names).map(path), path, newName: (kind) => objects.newName(kind) };
}

async function flip(path: string, at = 1000): Promise<void> {
  const bytes = await readFile(path);
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 4;
  await writeFile(path, bytes);
}

/** Two generations, and a journal of three records that was being written. */
async function killedVault(): Promise<{ folder: string; mark: { sequence: number; hash: string } }> {
  const origin = await newFolder();
  const store = await createVault(origin);
  await makeNotes(store);
  await addNotes(store, '1');
  await store.snapshot();
  await addNotes(store, '2');
  await store.snapshot();
  await addNotes(store, '3', '4', '5');
  return { folder: await copyAsKilled(origin), mark: store.mark() };
}

async function addFirstNote(folder: string): Promise<void> {
  const store = await createVault(folder);
  await makeNotes(store);
  await addNotes(store, '1');
}

const all = ['1', '2', '3', '4', '5'];

describe('opening after damage', () => {
  it('a torn tail: set aside, said, kept on the disk, and saving goes on', async () => {
    const { folder } = await killedVault();
    const inside = await look(folder);
    const segment = inside.root.current.segments[0]?.name ?? '';
    await truncate(inside.path(segment), (await stat(inside.path(segment))).size - 10);
    const { store, notices } = await openVault(folder);
    expect(notices).toEqual(['tail-set-aside']);
    expect(store.readOnly).toBe(false);
    expect(notesOf(store)).toEqual(['1', '2', '3', '4']);
    await addNotes(store, '6');
    const { store: killedAgain, notices: then } = await openVault(await copyAsKilled(folder));
    expect(then).toEqual([]);
    expect(notesOf(killedAgain)).toEqual(['1', '2', '3', '4', '6']);
    for (const text of ['7', '8']) {
      await store.snapshot();
      await addNotes(store, text);
    }
    await store.snapshot();
    expect((await look(folder)).root.setAside).toEqual([segment]);
    expect(await nodeFilePort.exists(inside.path(segment))).toBe(true);
    await store.purge();
    expect(await nodeFilePort.exists(inside.path(segment))).toBe(false);
  });

  it('a torn tail that a mark remembers as acknowledged is damage', async () => {
    const { folder, mark } = await killedVault();
    const inside = await look(folder);
    await flip(inside.path(inside.root.current.segments[0]?.name ?? ''), -5);
    const { store, notices } = await openVault(folder, { mark });
    expect(notices).toEqual(['tampered-read-only', 'older-than-seen']);
    expect(store.readOnly).toBe(true);
    await expect(addNotes(store, 'x')).rejects.toMatchObject({ code: 'read-only' });
  });

  it('a torn tail in an older copy is no damage: the mark of a copy elsewhere says only that this one is older', async () => {
    const { folder, mark } = await killedVault();
    const inside = await look(folder);
    const segment = inside.root.current.segments[0]?.name ?? '';
    await truncate(inside.path(segment), (await stat(inside.path(segment))).size - 10);
    const { store, notices } = await openVault(folder, { mark: { ...mark, seenElsewhere: true } });
    expect(notices).toEqual(['tail-set-aside', 'older-than-seen']);
    expect(store.readOnly).toBe(false);
  });

  it('the newest snapshot damaged: everything from the generation in reserve, read-only, and nothing is written', async () => {
    const { folder } = await killedVault();
    const inside = await look(folder);
    await flip(inside.path(inside.root.current.snapshot?.name ?? ''));
    const before = await readdir(folder, { recursive: true });
    const { store, notices } = await openVault(folder);
    expect(notices).toEqual(['tampered-read-only']);
    expect(notesOf(store)).toEqual(all);
    await expect(store.evidence.seal(inPieces(new Uint8Array(1)), { expectedBytes: 1 })).rejects.toMatchObject({ code: 'read-only' });
    await store.close();
    expect((await readdir(folder, { recursive: true })).sort()).toEqual(before.sort());
  });

  it('both snapshots damaged: refused, never an empty vault', async () => {
    const { folder } = await killedVault();
    const inside = await look(folder);
    await flip(inside.path(inside.root.current.snapshot?.name ?? ''));
    await rm(inside.path(inside.root.previous?.snapshot?.name ?? ''));
    await expect(openVault(folder)).rejects.toMatchObject({ code: 'tampered' });
  });

  it('nothing left but an empty beginning: refused, never an empty vault', async () => {
    const origin = await newFolder();
    await addFirstNote(origin);
    const folder = await copyAsKilled(origin);
    const inside = await look(folder);
    await rm(inside.path(inside.root.current.segments[0]?.name ?? ''));
    await expect(openVault(folder)).rejects.toMatchObject({ code: 'tampered' });
  });

  it('the reserve damaged: said, and mended by a new snapshot', async () => {
    const { folder } = await killedVault();
    const inside = await look(folder);
    await rm(inside.path(inside.root.previous?.segments[0]?.name ?? ''));
    const { store, notices } = await openVault(folder);
    expect(notices).toEqual(['copy-repaired']);
    expect(notesOf(store)).toEqual(all);
    await store.close();
    expect((await openVault(folder)).notices).toEqual([]);
  });

  it('a segment missing: read-only up to it, and said', async () => {
    const { folder } = await killedVault();
    const inside = await look(folder);
    await rm(inside.path(inside.root.current.segments[0]?.name ?? ''));
    const { store, notices } = await openVault(folder);
    expect(notices).toEqual(['tampered-read-only']);
    expect(notesOf(store)).toEqual(['1', '2']);
  });

  it('a root copy or a header copy missing: mended and said; both roots: refused; both headers: refused', async () => {
    const { folder } = await killedVault();
    const inside = await look(folder);
    await rm(inside.rootPaths[0] ?? '');
    await rm(join(folder, 'head.0'));
    const first = await openVault(folder);
    expect(first.notices).toEqual(['copy-repaired']);
    await first.store.close();
    const second = await openVault(folder);
    expect(second.notices).toEqual([]);
    await second.store.close();
    const headless = await copyAsKilled(folder);
    for (const path of inside.rootPaths) await flip(path);
    await expect(openVault(folder)).rejects.toMatchObject({ code: 'tampered' });
    await rm(join(headless, 'head.0'));
    await rm(join(headless, 'head.1'));
    await expect(openVault(headless)).rejects.toMatchObject({ code: 'header-damaged' });
  });

  it('a header forged with its checksum: the other copy is used, and with both forged it is refused', async () => {
    const { folder } = await killedVault();
    const forge = async (name: string): Promise<void> => {
      const bytes = await readFile(join(folder, name));
      bytes.writeBigUInt64BE(99n, 64);
      // The recovery code's slot, in whichever half the vault lies.
      for (const slot of [1, 5]) bytes.fill(0, 128 + slot * 128, 128 + (slot + 1) * 128);
      bytes.set(sha256(bytes.subarray(0, 4064)), 4064);
      await writeFile(join(folder, name), bytes);
    };
    await forge('head.1');
    const { store, notices } = await openVault(folder);
    expect(notices).toEqual(['copy-repaired']);
    await store.close();
    await forge('head.0');
    await forge('head.1');
    await expect(openVault(folder)).rejects.toMatchObject({ code: 'tampered' });
  });

  it('leftovers of a crash are swept, and what another compartment may own is not', async () => {
    const { folder } = await killedVault();
    const inside = await look(folder);
    const own = [inside.newName('temporary'), inside.newName('segment'), inside.newName('snapshot')];
    const kept = [inside.newName('evidence'), '00112233445566778899aabbccddeeff'];
    for (const name of [...own, ...kept]) {
      await nodeFilePort.makeFolder(join(folder, 'objects', name.slice(0, 2)));
      await writeFile(inside.path(name), 'x');
    }
    await writeFile(join(folder, 'head.0.0123456789abcdef'), 'x');
    await openVault(folder);
    for (const name of own) expect(await nodeFilePort.exists(inside.path(name))).toBe(false);
    for (const name of kept) expect(await nodeFilePort.exists(inside.path(name))).toBe(true);
    expect(await nodeFilePort.exists(join(folder, 'head.0.0123456789abcdef'))).toBe(false);
  });
});
