import { Refusal } from '../../../../shared/contract/errors';
import type { Transaction, VaultStore } from '../../store/store';
import { firstRecord } from './0001-first-record';
import { waysInAndBackups } from './0002-ways-in-and-backups';
import { conversationsOfAnyExport } from './0003-conversations-of-any-export';
import { whatSheHolds } from './0004-what-she-holds';
import { herCase } from './0005-her-case';
import { handedOver } from './0006-handed-over';

/** One list of statements per version, oldest first; a version's place in the list is its number. */
const versions: readonly (readonly string[])[] = [firstRecord, waysInAndBackups, conversationsOfAnyExport, whatSheHolds, herCase, handedOver];

/** The version this program writes. */
export const schemaVersion = versions.length;

/**
 * Brings the database to this program's schema, each step in one transaction followed by a snapshot. Refuses `newer-format` when a
 * later program wrote it, and leaves it as it is. A vault that may only be read is brought to it in memory: she must be able to read an old one that is damaged, too.
 */
export async function migrate(store: VaultStore): Promise<void> {
  const found = versionOf(store);
  if (found > schemaVersion) throw new Refusal('newer-format');
  if (found === schemaVersion || found === 0 && store.readOnly) return;
  for (let version = found; version < schemaVersion; version++) {
    const step = (transaction: Transaction): void => {
      for (const statement of versions[version] ?? []) transaction.run(statement);
      writeVersion(transaction, version + 1);
    };
    if (store.readOnly) store.changeInMemory(step);
    else await store.transact(step);
  }
  if (!store.readOnly) await store.snapshot();
}

function versionOf(store: VaultStore): number {
  const known = store.all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'setting'`);
  if (known.length === 0) return 0;
  const [row] = store.all<{ value: string }>(`SELECT value FROM setting WHERE name = 'schema'`);
  return Number(row?.value ?? 0);
}

function writeVersion(transaction: Transaction, version: number): void {
  transaction.run(`INSERT INTO setting (name, value) VALUES ('schema', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, [String(version)]);
}
