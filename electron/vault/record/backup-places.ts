import { access } from 'node:fs/promises';
import { Refusal } from '../../../shared/contract/errors';
import type { BackupPlace } from '../../../shared/contract/backup-calls';
import type { Id } from '../../../shared/model/identity';
import { appendHistory } from './history';
import type { RecordContext } from './record-context';
import { countOf, oneRow, type Queries } from './rows';

type PlaceRow = { id: string; folder: string; name: string; added_utc: string; last_utc: string | null; checked_utc: string | null };

/** The places she keeps backups at, oldest first, and whether each can be reached now. */
export async function listBackupPlaces(from: Queries): Promise<BackupPlace[]> {
  // A vault of schema 1 that can only be read has no such table.
  if (countOf(from, `sqlite_master WHERE name = 'backup_place'`) === 0) return [];
  const rows = from.all<PlaceRow>(`SELECT id, folder, name, added_utc, last_utc, checked_utc FROM backup_place ORDER BY added_utc, id`);
  return Promise.all(rows.map(async (row) => ({
    id: row.id, name: row.name, addedUtc: row.added_utc, lastUtc: row.last_utc, checkedUtc: row.checked_utc,
    reachable: await access(row.folder).then(() => true, () => false),
  })));
}

/** One of them. Refuses `not-found`. */
export async function getBackupPlace(from: Queries, id: Id): Promise<BackupPlace> {
  const found = (await listBackupPlaces(from)).find((place) => place.id === id);
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

export async function addBackupPlace(context: RecordContext, folder: string, name: string): Promise<Id> {
  const id = context.newId();
  await context.store.transact((transaction) => {
    transaction.run(`INSERT INTO backup_place (id, folder, name, added_utc) VALUES (?, ?, ?, ?)`, [id, folder, name, context.now()]);
    appendHistory(context, transaction, 'backup-place-added', 'vault', context.store.vaultId, { placeId: id, name });
  });
  return id;
}

/** The vault forgets the place; what lies there stays. */
export async function forgetBackupPlace(context: RecordContext, id: Id): Promise<void> {
  await context.store.transact((transaction) => {
    oneRow(transaction, `SELECT id FROM backup_place WHERE id = ?`, [id]);
    transaction.run(`DELETE FROM backup_place WHERE id = ?`, [id]);
    appendHistory(context, transaction, 'backup-place-forgotten', 'vault', context.store.vaultId, { placeId: id });
  });
}
