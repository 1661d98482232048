import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { createStore, openStore, prepareCreate, type OpenedStore, type StorePorts } from '../open-store';
import type { RememberedMark } from '../recover';
import type { VaultStore } from '../store';

/** Real vaults in throw-away folders; the derived keys are made up, since Argon2id is another process's work. */
export const passphraseKey = new Uint8Array(32).fill(7);
export const recoveryKey = new Uint8Array(32).fill(9);

const folders: string[] = [];
const stores: VaultStore[] = [];

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A real file system whose fsync costs nothing, where there is one: for tests that put failures between the steps and need no disk. */
const quickPlace = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export async function newFolder(place: 'disk' | 'quick' = 'disk'): Promise<string> {
  const folder = await mkdtemp(join(place === 'quick' ? quickPlace : tmpdir(), 'tidemark-store-'));
  folders.push(folder);
  return folder;
}

export async function createVault(folder: string, ports: StorePorts = {}): Promise<VaultStore> {
  const parameters = await prepareCreate(folder, { quickKdf: true }, ports);
  const store = await createStore(
    { folder, parameters, slots: [{ kind: 'passphrase', secretKey: passphraseKey }, { kind: 'recovery-code', secretKey: recoveryKey }] },
    ports,
  );
  stores.push(store);
  return store;
}

export async function openVault(folder: string, options: { key?: Uint8Array; mark?: RememberedMark | null; ports?: StorePorts } = {}): Promise<OpenedStore> {
  const opened = await openStore({ folder, key: options.key ?? passphraseKey, mark: options.mark ?? null }, options.ports);
  stores.push(opened.store);
  return opened;
}

export async function addNotes(store: VaultStore, ...texts: string[]): Promise<void> {
  for (const text of texts) await store.transact((t) => t.run('INSERT INTO note (text) VALUES (?)', [text]));
}

export async function makeNotes(store: VaultStore): Promise<void> {
  await store.transact((t) => t.run('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)'));
}

export function notesOf(store: VaultStore): unknown[] {
  return store.all('SELECT text FROM note ORDER BY id').map((row) => row['text']);
}

export async function* inPieces(bytes: Uint8Array, pieceBytes = 65536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}
