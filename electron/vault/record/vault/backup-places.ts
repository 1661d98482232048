import { Refusal } from '../../../../shared/contract/errors';
import type { BackupPlace } from '../../../../shared/contract/backup-calls';
import type { Id } from '../../../../shared/model/identity';
import type { FoundBackup, Transaction, VaultStore, WrittenBackup } from '../../store/store';
import { appendHistory } from '../history/history';
import { isReachable } from './own-backup-folder';
import type { RecordContext } from '../record-context';
import { countOf, oneRow, type Queries } from '../rows';

type PlaceRow = { id: string; folder: string; name: string; added_utc: string; last_utc: string | null; checked_utc: string | null; names_key: Uint8Array | null; root_digest: string | null };
type Store = Pick<VaultStore, 'all' | 'copies'>;

/** The places she keeps backups at, oldest first, and whether each can be reached and has its backup now. */
export async function listBackupPlaces(store: Store): Promise<BackupPlace[]> {
  // A vault of schema 1 that can only be read has no such table.
  if (countOf(store, `sqlite_master WHERE name = 'backup_place'`) === 0) return [];
  const rows = store.all<PlaceRow>(`SELECT * FROM backup_place ORDER BY added_utc, id`);
  return Promise.all(rows.map(async (row) => {
    const reachable = await isReachable(row.folder);
    return {
      id: row.id, name: row.name, addedUtc: row.added_utc, lastUtc: row.last_utc, checkedUtc: row.checked_utc, reachable,
      holdsBackup: reachable && (await holdsBackup(store, row)),
    };
  }));
}

/** A stick that does not answer is not one without a backup: what it has is said when it is written to. */
async function holdsBackup({ copies }: Store, row: PlaceRow): Promise<boolean> {
  try {
    return await copies.holds({ folder: row.folder, last: writtenAt(row) });
  } catch (error) {
    if (error instanceof Refusal) return row.last_utc !== null;
    throw error;
  }
}

/** What the last backup at a place left, as its row tells. */
export function writtenAt(row: Pick<PlaceRow, 'names_key' | 'root_digest'>): WrittenBackup | null {
  return row.names_key !== null && row.root_digest !== null ? { namesKey: row.names_key, rootDigest: row.root_digest } : null;
}

/** One of them. Refuses `not-found`. */
export async function getBackupPlace(store: Store, id: Id): Promise<BackupPlace> {
  const found = (await listBackupPlaces(store)).find((place) => place.id === id);
  if (found === undefined) throw new Refusal('not-found');
  return found;
}

/** Where a place is. Refuses `not-found`. */
export function folderOfPlace(from: Queries, id: Id): string {
  return oneRow<{ folder: string }>(from, `SELECT folder FROM backup_place WHERE id = ?`, [id]).folder;
}

/** The place that a folder is already, if it is one. */
export function placeAt(from: Queries, folder: string): Id | null {
  return from.all<{ id: string }>(`SELECT id FROM backup_place WHERE folder = ?`, [folder])[0]?.id ?? null;
}

/** Adds a place, with what is known of the backup that lies there already. */
export async function addBackupPlace(context: RecordContext, folder: string, name: string, found: FoundBackup | null): Promise<Id> {
  const id = context.newId();
  await context.store.transact((transaction) => {
    transaction.run(`INSERT INTO backup_place (id, folder, name, added_utc) VALUES (?, ?, ?, ?)`, [id, folder, name, context.now()]);
    noteFound(transaction, id, found);
    appendHistory(context, transaction, 'backup-place-added', 'vault', context.store.vaultId, { placeId: id, name });
  });
  return id;
}

/** Notes a backup that was found at a place; what is known of a newer one there stays. */
export function noteFound(transaction: Transaction, id: Id, found: FoundBackup | null): void {
  if (found === null) return;
  const row = oneRow<PlaceRow>(transaction, `SELECT * FROM backup_place WHERE id = ?`, [id]);
  if (found.newestUtc !== null && (row.last_utc === null || row.last_utc < found.newestUtc)) transaction.run(`UPDATE backup_place SET last_utc = ? WHERE id = ?`, [found.newestUtc, id]);
  if (found.written !== null) transaction.run(`UPDATE backup_place SET names_key = ?, root_digest = ? WHERE id = ?`, [found.written.namesKey, found.written.rootDigest, id]);
}

/** The vault forgets the place; what lies there stays. */
export async function forgetBackupPlace(context: RecordContext, id: Id): Promise<void> {
  await context.store.transact((transaction) => {
    oneRow(transaction, `SELECT id FROM backup_place WHERE id = ?`, [id]);
    transaction.run(`DELETE FROM backup_place WHERE id = ?`, [id]);
    appendHistory(context, transaction, 'backup-place-forgotten', 'vault', context.store.vaultId, { placeId: id });
  });
}
