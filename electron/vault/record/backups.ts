import type { BackupChecked, BackupDone, JoinReport, Restored } from '../../../shared/contract/backup-calls';
import type { Id, UtcInstant } from '../../../shared/model/identity';
import type { BackedUp, BackupTarget, CheckedCopy, NamedEvidence, Point, Queries, Transaction, VaultStore } from '../store/store';
import { appendHistory, historyHead } from './history';
import type { RecordContext } from './record-context';
import { oneRow } from './rows';

type NamedRow = { object_name: string; evidence_key: Uint8Array; size_bytes: number; sha256: string; name: string };

/** All evidence that the database names, that of imports not finished too: without it a copy would not be whole. */
export function nameEvidence(from: Queries): NamedEvidence[] {
  return from.all<NamedRow>(`SELECT object_name, evidence_key, size_bytes, sha256, CASE title WHEN '' THEN original_name ELSE title END AS name FROM document WHERE object_name IS NOT NULL ORDER BY added_utc, id`)
    .map((row) => ({ objectName: row.object_name, key: row.evidence_key, sizeBytes: row.size_bytes, sha256: row.sha256, name: row.name }));
}

/** A copy that stands there is one of this vault's past. */
export function notePassedPoint(transaction: Transaction, { sequence, hash }: Point): void {
  transaction.run(`INSERT OR REPLACE INTO passed_point (sequence, hash) VALUES (?, ?)`, [sequence, hash]);
}

type PlaceRow = { id: string; folder: string; name: string; names_key: Uint8Array | null; root_digest: string | null };

/** Where a place is. Refuses `not-found`. */
export function folderOfPlace(from: Queries, id: Id): string {
  return oneRow<PlaceRow>(from, `SELECT * FROM backup_place WHERE id = ?`, [id]).folder;
}

/** The place that a folder is already, if it is one. */
export function placeAt(from: Queries, folder: string): Id | null {
  return from.all<{ id: string }>(`SELECT id FROM backup_place WHERE folder = ?`, [folder])[0]?.id ?? null;
}

export async function addBackupPlace(context: RecordContext, folder: string, name: string): Promise<Id> {
  const id = context.newId();
  await context.store.transact((transaction) => {
    transaction.run(`INSERT INTO backup_place (id, folder, name, added_utc) VALUES (?, ?, ?, ?)`, [id, folder, name, context.now()]);
    appendHistory(context, transaction, 'backup-place-added', 'vault', context.store.vaultId, { placeId: id, name });
  });
  return id;
}

/** What the store must know to judge and write the backup in a folder; `id` null: it is no place yet. */
export function backupTarget({ store }: Pick<RecordContext, 'store'>, folder: string, id: Id | null): BackupTarget {
  const [row] = id === null ? [] : store.all<PlaceRow>(`SELECT * FROM backup_place WHERE id = ?`, [id]);
  return {
    folder, nameEvidence,
    isKnown: ({ sequence, hash }) => store.all(`SELECT sequence FROM passed_point WHERE sequence = ? AND hash = ?`, [sequence, hash]).length > 0,
    remember: (point) => store.transact((transaction) => notePassedPoint(transaction, point)),
    last: row?.names_key && row.root_digest !== null ? { namesKey: row.names_key, rootDigest: row.root_digest } : null,
  };
}

/** Enters a finished backup: at its place, and in the history. */
export async function noteBackup(context: RecordContext, id: Id, { written, damaged, ...figures }: BackedUp): Promise<BackupDone> {
  const atUtc = context.now();
  await context.store.transact((transaction) => {
    const { name } = oneRow<PlaceRow>(transaction, `SELECT * FROM backup_place WHERE id = ?`, [id]);
    transaction.run(`UPDATE backup_place SET last_utc = ?, names_key = ?, root_digest = ? WHERE id = ?`, [atUtc, written.namesKey, written.rootDigest, id]);
    appendHistory(context, transaction, 'backup-made', 'vault', context.store.vaultId, { placeId: id, name, ...figures, damagedHere: damaged.length });
  });
  return { placeId: id, atUtc, ...figures, damagedHere: damaged };
}

/** Enters a check of a backup; the place was checked only when all of it was good. */
export async function noteBackupChecked(context: RecordContext, id: Id, checked: CheckedCopy): Promise<BackupChecked> {
  const atUtc = context.now();
  const isWhole = checked.recordWhole && checked.damaged.length === 0;
  if (!context.store.readOnly) {
    await context.store.transact((transaction) => {
      const { name } = oneRow<PlaceRow>(transaction, `SELECT * FROM backup_place WHERE id = ?`, [id]);
      if (isWhole) transaction.run(`UPDATE backup_place SET checked_utc = ? WHERE id = ?`, [atUtc, id]);
      appendHistory(context, transaction, 'backup-checked', 'vault', context.store.vaultId, { placeId: id, name, files: checked.files, bytes: checked.bytes, damaged: checked.damaged.length, recordWhole: checked.recordWhole });
    });
  }
  return { placeId: id, atUtc, ...checked };
}

/** In the history of the vault that was made from copies; one that may only be read keeps no entry. */
export async function noteRestored(context: RecordContext, { files, bytes, damaged }: Restored): Promise<void> {
  if (context.store.readOnly) return;
  await context.store.transact((transaction) => appendHistory(context, transaction, 'vault-restored', 'vault', context.store.vaultId, { files, bytes, damaged: damaged.length }));
}

export async function noteJoined(context: RecordContext, { lostFiles, lostObjects, ...figures }: JoinReport & { lostObjects: readonly string[] }): Promise<void> {
  if (context.store.readOnly) return;
  // By their ids: a name that she erases later must not stay here.
  const lost = new Set(lostObjects);
  const lostIds = context.store.all<{ id: Id; object_name: string }>(`SELECT id, object_name FROM document WHERE object_name IS NOT NULL`).filter((row) => lost.has(row.object_name)).map(({ id }) => id);
  await context.store.transact((transaction) => appendHistory(context, transaction, 'vault-merged', 'vault', context.store.vaultId, { ...figures, lostFiles: lostFiles.length, lostIds }));
}

export function countEntries(from: Queries): number {
  return from.all(`SELECT name FROM sqlite_master WHERE name = 'history'`).length === 0 ? 0 : historyHead(from).sequence;
}

/** When the last entry was made. */
export function lastEntryUtc(from: Queries): UtcInstant | null {
  return from.all<{ at_utc: string }>(`SELECT at_utc FROM history ORDER BY sequence DESC LIMIT 1`)[0]?.at_utc ?? null;
}

const leftName = 'moved-from';
export interface LeftFolder { folder: string; leftAt: Point }

/** The vault goes on in another folder; what lies in the old one is to be removed. In the first transaction there. */
export async function noteMoved(context: RecordContext, left: LeftFolder): Promise<void> {
  await context.store.transact((transaction) => {
    transaction.run(`INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)`, [leftName, JSON.stringify(left)]);
    notePassedPoint(transaction, left.leftAt);
    appendHistory(context, transaction, 'vault-moved', 'vault', context.store.vaultId, {});
  });
}

/** The folder that the vault was moved out of and that may still hold its files. */
export function leftFolder(store: Pick<VaultStore, 'all'>): LeftFolder | null {
  const [row] = store.all<{ value: string }>(`SELECT value FROM setting WHERE name = ?`, [leftName]);
  return row === undefined ? null : (JSON.parse(row.value) as LeftFolder);
}

export async function forgetLeftFolder({ store }: Pick<RecordContext, 'store'>): Promise<void> {
  await store.transact((transaction) => transaction.run(`DELETE FROM setting WHERE name = ?`, [leftName]));
}
