import type { Point, VaultStore } from '../../store/store';
import { appendHistory } from '../history/history';
import { notePassedPoint } from './passed-points';
import type { RecordContext } from '../record-context';

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
