import { cp, mkdir, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { systemRandom } from '../../../electron/vault/crypto/primitives';
import { nodeFilePort } from '../../../electron/vault/store/file-port';
import { readHeaderCopies, unlockHeader } from '../../../electron/vault/store/header/header-files';
import { ObjectFolder } from '../../../electron/vault/store/object-folder';
import { createStore, prepareCreate } from '../../../electron/vault/store/open-store';
import { rootNames } from '../../../electron/vault/store/object-names';
import type { SealedEvidence } from '../../../electron/vault/store/store';
import { readRoot } from '../../../electron/vault/store/vault-files';

export const specimenKey = new Uint8Array(32).fill(0x54);

export type Part = 'header' | 'root' | 'snapshot' | 'journal' | 'reserve' | 'evidence';

export interface Specimen {
  folder: string;
  notes: string[];
  evidence: { sealed: SealedEvidence; bytes: Uint8Array }[];
  /** Files of each part, relative to the folder, with their lengths. */
  files: Record<Part, { path: string; bytes: number }[]>;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** A vault as a kill leaves it: two generations, a journal that was being written, three files of evidence. */
export async function makeSpecimen(scratch: string): Promise<Specimen> {
  const working = join(scratch, 'working');
  const parameters = await prepareCreate(working, { quickKdf: true });
  const store = await createStore({ folder: working, parameters, slots: [{ kind: 'passphrase', secretKey: specimenKey }] });
  const notes: string[] = [];
  const add = async (count: number): Promise<void> => {
    for (let i = 0; i < count; i += 1) {
      const text = `note ${notes.length} ${'word '.repeat((notes.length * 37) % 200)}`;
      await store.transact((t) => t.run('INSERT INTO note (text) VALUES (?)', [text]));
      notes.push(text);
    }
  };
  await store.transact((t) => t.run('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)'));
  await add(20);
  await store.snapshot();
  await add(20);
  await store.snapshot();
  await add(30);
  const evidence: Specimen['evidence'] = [];
  for (const size of [1, 5000, 2_200_000]) {
    const bytes = new Uint8Array(size).map((_, i) => (i * 31 + size) & 255);
    evidence.push({ sealed: await store.evidence.seal(once(bytes), { expectedBytes: size }), bytes });
  }
  const folder = join(scratch, 'specimen');
  await mkdir(folder);
  await cp(working, folder, { recursive: true, filter: (path) => !/(lock|spare)$/.test(path) });
  await store.close();
  return { folder, notes, evidence, files: await sortFiles(folder) };
}

async function sortFiles(folder: string): Promise<Specimen['files']> {
  const { header, keys } = unlockHeader(await readHeaderCopies(nodeFilePort, folder), specimenKey);
  const objects = new ObjectFolder(folder, nodeFilePort, keys.names, systemRandom);
  const { root } = await readRoot({ folder, vaultId: header.vaultId, keys, files: nodeFilePort, objects, random: systemRandom });
  const roots = rootNames(keys.names);
  const current = new Set(root.current.segments.map((segment) => segment.name));
  const files: Specimen['files'] = { header: [], root: [], snapshot: [], journal: [], reserve: [], evidence: [] };
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name));
    const bytes = (await stat(join(folder, path))).size;
    files[partOf(entry.name)].push({ path, bytes });
  }
  return files;

  function partOf(name: string): Part {
    if (name.startsWith('head.')) return 'header';
    if (roots.includes(name)) return 'root';
    if (name === root.current.snapshot?.name) return 'snapshot';
    if (current.has(name)) return 'journal';
    return objects.kindOf(name) === 'evidence' ? 'evidence' : 'reserve';
  }
}
