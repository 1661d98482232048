import { Refusal } from '../../../../shared/contract/errors';
import type { RenewedRecord, SealedEvidence, Transaction } from '../../store/store';
import { forgetSlots } from './first-page';
import { appendHistory } from '../history/history';
import type { RecordContext } from '../record-context';
import { clearPendingCode, keepPendingCode } from './recovery-confirmation';
import { clearSharesToShow } from './shares-shown';
import { writeFact } from './vault-facts';
import { noteWayIn } from './ways-in';
import type { Queries } from '../rows';

/** Settings that hold names keys, in hexadecimal, apart by spaces: of a renewal that is not done, and of what was before those that are. */
const coming = 'renewal-coming';
const former = 'renewal-former';
type Note = typeof coming | typeof former;
/** There from the beginning of a renewal until she knows how it ended. */
const untold = 'renewal-untold';

function namesKeys(from: Queries, note: Note): string[] {
  return from.all<{ value: string }>(`SELECT value FROM setting WHERE name = ?`, [note])[0]?.value.split(' ') ?? [];
}

function writeNamesKeys(transaction: Transaction, note: Note, keys: readonly string[]): void {
  transaction.run(`DELETE FROM setting WHERE name = ?`, [note]);
  if (keys.length > 0) transaction.run(`INSERT INTO setting (name, value) VALUES (?, ?)`, [note, keys.join(' ')]);
}

/** A renewal did not happen, because the vault was closed or the program killed in the middle of it, and she was not told. */
export function isRenewalUntold(from: Queries): boolean {
  return from.all(`SELECT value FROM setting WHERE name = ?`, [untold]).length > 0;
}

export function noteRenewalTold(transaction: Transaction): void {
  transaction.run(`DELETE FROM setting WHERE name = ?`, [untold]);
}

type FileRow = { id: string; original_name: string; object_name: string; evidence_key: Uint8Array; size_bytes: number; sha256: string; duplicate_tag: string };

function keptFiles(from: Queries): (SealedEvidence & { id: string; fileName: string })[] {
  const rows = from.all<FileRow>(`SELECT id, original_name, object_name, evidence_key, size_bytes, sha256, duplicate_tag FROM document WHERE object_name IS NOT NULL ORDER BY added_utc, id`);
  return rows.map((row) => ({
    id: row.id, fileName: row.original_name, objectName: row.object_name, key: new Uint8Array(row.evidence_key), sizeBytes: row.size_bytes, sha256: row.sha256, duplicateTag: row.duplicate_tag,
  }));
}

/** In place: the full-text index is of the words, and knows nothing of how a file is sealed. */
function enterSealed(transaction: Transaction, id: string, now: SealedEvidence): void {
  transaction.run(`UPDATE document SET object_name = ?, evidence_key = ?, duplicate_tag = ? WHERE id = ?`, [now.objectName, now.key, now.duplicateTag, id]);
}

/** What the record does in a renewal of all keys. `recoveryPrinted`: the new code, which waits to be confirmed as the first did. */
export function renewedRecord(context: RecordContext, recoveryPrinted: string): RenewedRecord {
  return {
    evidence: keptFiles,
    // The last is of this renewal; what one before it left, and could not be taken away, is still to go.
    noteComing: (transaction, namesKey) => {
      writeNamesKeys(transaction, coming, namesKey === null ? namesKeys(transaction, coming).slice(0, -1) : [...namesKeys(transaction, coming), namesKey]);
      if (namesKey !== null) transaction.run(`INSERT OR REPLACE INTO setting (name, value) VALUES (?, 'yes')`, [untold]);
    },
    renew(transaction, files, formerNamesKey) {
      const kept = keptFiles(transaction);
      for (const file of kept) {
        const now = files.get(file.objectName);
        if (now === undefined) throw new Error('a file was not sealed anew');
        enterSealed(transaction, file.id, now);
      }
      writeNamesKeys(transaction, former, [...namesKeys(transaction, former), ...namesKeys(transaction, coming).slice(0, -1), formerNamesKey]);
      writeNamesKeys(transaction, coming, []);
      noteRenewalTold(transaction);
      transaction.run(`DELETE FROM way_in`);
      transaction.run(`DELETE FROM way_in_change`);
      forgetSlots(transaction);
      clearSharesToShow(transaction);
      for (const kind of ['passphrase', 'recovery-code'] as const) noteWayIn(context, transaction, kind);
      clearPendingCode(transaction);
      keepPendingCode(transaction, recoveryPrinted);
      writeFact(transaction, 'recovery-confirmed', 'no');
      appendHistory(context, transaction, 'keys-renewed', 'vault', context.store.vaultId, { files: kept.length });
    },
  };
}

/**
 * After a renewal, and at every opening: takes away what one that was never done left, and what was before one that was. A file that came into the record
 * while the keys changed still has a name of before: it is sealed anew first. What cannot be done now is done at the next opening.
 */
export async function settleRenewals(context: RecordContext): Promise<void> {
  const { store } = context;
  for (const namesKey of namesKeys(store, coming)) await removeLeft(context, coming, namesKey);
  for (const namesKey of namesKeys(store, former)) {
    for (const file of keptFiles(store)) if (store.renewing.isNamedWith(namesKey, file.objectName)) await sealAnew(context, file);
    await removeLeft(context, former, namesKey);
  }
}

async function removeLeft({ store }: RecordContext, note: Note, namesKey: string): Promise<void> {
  const keep = new Set(keptFiles(store).map(({ objectName }) => objectName));
  if (!(await store.renewing.removeNamedWith(namesKey, keep))) return;
  await store.transact((transaction) => writeNamesKeys(transaction, note, namesKeys(transaction, note).filter((each) => each !== namesKey)));
}

async function sealAnew({ store }: RecordContext, file: ReturnType<typeof keptFiles>[number]): Promise<void> {
  const now = await store.renewing.resealed(file).catch((error: unknown) => {
    // A damaged file stays as it is; what looks through the vault tells of it.
    if (error instanceof Refusal && error.code === 'tampered') return null;
    throw error;
  });
  if (now === null) return;
  const isEntered = await store.transact((transaction) => {
    const isStill = transaction.all(`SELECT id FROM document WHERE id = ? AND object_name = ?`, [file.id, file.objectName]).length > 0;
    if (isStill) enterSealed(transaction, file.id, now);
    return isStill;
  });
  if (!isEntered) await store.evidence.remove(now.objectName);
}
