import type { BackupChecked, BackupDone, Restored } from '../../../../shared/contract/backup-calls';
import type { Id } from '../../../../shared/model/identity';
import type { BackedUp, BackupTarget, CheckedCopy } from '../../store/store';
import { writtenAt } from './backup-places';
import { appendHistory } from '../history/history';
import { nameEvidence } from '../documents/named-evidence';
import { isPassedPoint, notePassedPoint } from './passed-points';
import type { RecordContext } from '../record-context';
import { oneRow } from '../rows';

type PlaceRow = { name: string; last_utc: string | null; names_key: Uint8Array | null; root_digest: string | null };

/** What the store must know to judge and write the backup in a folder; `id` null: it is no place yet. */
export function backupTarget({ store }: Pick<RecordContext, 'store'>, folder: string, id: Id | null): BackupTarget {
  const [row] = id === null ? [] : store.all<PlaceRow>(`SELECT * FROM backup_place WHERE id = ?`, [id]);
  return {
    folder, nameEvidence,
    isKnown: (point) => isPassedPoint(store, point),
    remember: (point) => store.transact((transaction) => notePassedPoint(transaction, point)),
    last: row === undefined ? null : writtenAt(row),
    mustBeThere: row !== undefined && row.last_utc !== null,
  };
}

/** Enters a finished backup: at its place, and in the history. */
export async function noteBackup(context: RecordContext, id: Id, { written, damaged, ...figures }: BackedUp): Promise<BackupDone> {
  const atUtc = context.now();
  await context.store.transact((transaction) => {
    const { name } = oneRow<PlaceRow>(transaction, `SELECT * FROM backup_place WHERE id = ?`, [id]);
    transaction.run(`UPDATE backup_place SET last_utc = ?, names_key = ?, root_digest = ? WHERE id = ?`, [atUtc, written.namesKey, written.rootDigest, id]);
    appendHistory(context, transaction, 'backup-made', 'vault', context.store.vaultId, { placeId: id, name, ...figures, damagedHere: damaged.kept.length + damaged.absent.length });
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
