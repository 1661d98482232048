import type { BackupTarget, NamedEvidence, NameEvidence } from '../copies/copies';
import type { SealedEvidence, VaultStore } from '../store';
import { inPieces, makeNotes } from './sample-vault';

/** A record of notes and files, of which copies are made; it remembers points as the real one does. */
export async function makeFileRecord(store: VaultStore): Promise<void> {
  await makeNotes(store);
  await store.transact((t) => t.run('CREATE TABLE file (name TEXT PRIMARY KEY, object TEXT, file_key BLOB, size INTEGER, sha256 TEXT)'));
  await store.transact((t) => t.run('CREATE TABLE passed (sequence INTEGER, hash TEXT)'));
}

export async function addFile(store: VaultStore, name: string, bytes: Uint8Array): Promise<SealedEvidence> {
  const sealed = await store.evidence.seal(inPieces(bytes), { expectedBytes: bytes.length });
  await store.transact((t) => t.run('INSERT INTO file VALUES (?, ?, ?, ?, ?)', [name, sealed.objectName, sealed.key, sealed.sizeBytes, sealed.sha256]));
  return sealed;
}

export const nameEvidence: NameEvidence = (from) =>
  from.all<{ name: string; object: string; file_key: Uint8Array; size: number; sha256: string }>('SELECT * FROM file ORDER BY name')
    .map((row): NamedEvidence => ({ name: row.name, objectName: row.object, key: row.file_key, sizeBytes: row.size, sha256: row.sha256 }));

export function target(store: VaultStore, folder: string, more: Partial<BackupTarget> = {}): BackupTarget {
  return {
    folder, nameEvidence, last: null, mustBeThere: false,
    isKnown: ({ sequence, hash }) => store.all('SELECT * FROM passed WHERE sequence = ? AND hash = ?', [sequence, hash]).length > 0,
    remember: ({ sequence, hash }) => store.transact((t) => t.run('INSERT INTO passed VALUES (?, ?)', [sequence, hash])),
    ...more,
  };
}

export const noWork = { signal: new AbortController().signal, onProgress: (): void => undefined };
