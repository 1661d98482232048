import type { Renewal, RenewedRecord, SealedEvidence, VaultStore } from '../store';

/** A record of one table for files, as a renewal needs it; the real one is in electron/vault/record. */
export async function makeFiles(store: VaultStore): Promise<void> {
  await store.transact((t) => {
    t.run('CREATE TABLE file (name TEXT PRIMARY KEY, object_name TEXT, key BLOB, size INTEGER, sha256 TEXT, tag TEXT)');
    t.run('CREATE TABLE renewal (what TEXT PRIMARY KEY, names_key TEXT)');
  });
}

type FileRow = { name: string; object_name: string; key: Uint8Array; size: number; sha256: string; tag: string };

export function filesOf(from: Pick<VaultStore, 'all'>): (SealedEvidence & { fileName: string })[] {
  return from.all<FileRow>('SELECT * FROM file ORDER BY name').map((row) => ({ fileName: row.name, objectName: row.object_name, key: new Uint8Array(row.key), sizeBytes: row.size, sha256: row.sha256, duplicateTag: row.tag }));
}

export async function addFile(store: VaultStore, name: string, bytes: Uint8Array): Promise<void> {
  const sealed = await store.evidence.seal(once(bytes), { expectedBytes: bytes.length });
  await store.transact((t) => t.run('INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)', [name, sealed.objectName, sealed.key, sealed.sizeBytes, sealed.sha256, sealed.duplicateTag]));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Every file's bytes by its name; throws when one does not verify. */
export async function contentsOf(store: VaultStore): Promise<Record<string, string>> {
  const contents: Record<string, string> = {};
  for (const file of filesOf(store)) {
    const reader = await store.evidence.open(file);
    contents[file.fileName] = Buffer.from(await reader.read(0, file.sizeBytes)).toString('latin1');
    await reader.close();
  }
  return contents;
}

const tableRecord: RenewedRecord = {
  evidence: (from) => filesOf(from as VaultStore),
  noteComing: (t, namesKey) => (namesKey === null ? t.run(`DELETE FROM renewal WHERE what = 'coming'`) : t.run(`INSERT OR REPLACE INTO renewal VALUES ('coming', ?)`, [namesKey])),
  renew(t, files, formerNamesKey) {
    for (const { objectName } of filesOf(t as unknown as VaultStore)) {
      const now = files.get(objectName);
      if (now === undefined) throw new Error('a file was left out');
      t.run('UPDATE file SET object_name = ?, key = ?, tag = ? WHERE object_name = ?', [now.objectName, now.key, now.duplicateTag, objectName]);
    }
    t.run(`DELETE FROM renewal`);
    t.run(`INSERT INTO renewal VALUES ('former', ?)`, [formerNamesKey]);
  },
};

export function renewTo(key: Uint8Array, proof: Uint8Array, more: Partial<Pick<Renewal, 'signal' | 'onProgress'>> = {}): Renewal {
  return { proof, waysIn: [{ kind: 'passphrase', key }], record: tableRecord, signal: new AbortController().signal, onProgress: () => undefined, ...more };
}

/** What the record does after a renewal, and at every opening. */
export async function clearAway(store: VaultStore): Promise<void> {
  for (const { what, names_key: namesKey } of store.all<{ what: string; names_key: string }>('SELECT what, names_key FROM renewal')) {
    const isDone = await store.renewing.removeNamedWith(namesKey, new Set(filesOf(store).map(({ objectName }) => objectName)));
    if (isDone) await store.transact((t) => t.run('DELETE FROM renewal WHERE what = ?', [what]));
  }
}
