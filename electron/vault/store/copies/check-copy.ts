import { Refusal } from '../../../../shared/contract/errors';
import { sameBytes } from '../../crypto/primitives';
import type { Database } from '../database';
import { headerMacHolds, readHeader, type Place } from '../header/header';
import { readEachCopy } from '../header/header-files';
import { encodeRoot, type Root } from '../root';
import { recover, type Recovered } from '../recover';
import { readRootCopies, type VaultFiles } from '../vault-files';
import { verifyEvidence } from '../checking/verify-evidence';
import type { CheckedCopy, NameEvidence, Queries } from './copies';
import type { LongWork } from '../long-work';
import { evidenceLength } from './copy-object';
import { readAnyRoot } from './judge-place';
import { Progress } from './progress';

/** A copy's record, read from its files alone: nothing is mended, locked or written. */
export interface ReadCopy {
  root: Root;
  recovered: Recovered;
}

/** Refuses `tampered` when nothing of it verifies. The caller closes the database. */
export async function readCopy(vault: VaultFiles): Promise<ReadCopy> {
  const root = await readAnyRoot(vault);
  if (root === null) throw new Refusal('tampered');
  return { root, recovered: await recover(vault, root, null) };
}

export function queriesOf(database: Database): Queries {
  return { all: (sql, parameters = []) => database.all(sql, parameters) };
}

/** Reads every object of a copy of the open vault that the copy's own record names, and compares it with that record. */
export async function checkCopy(copy: VaultFiles, place: Place, nameEvidence: NameEvidence, work: LongWork): Promise<CheckedCopy> {
  const progress = new Progress(work, 1);
  if (!(await copy.files.exists(copy.folder))) throw new Refusal('place-gone');
  const headers = await wholeHeaders(copy, place);
  const roots = await wholeRoots(copy);
  const { recovered } = await readCopy(copy);
  try {
    const named = nameEvidence(queriesOf(recovered.database));
    const damaged: string[] = [];
    for (const { sizeBytes } of named) progress.expect(sizeBytes);
    for (const evidence of named) {
      const found = await verifyEvidence(copy, evidence, async (bytes) => progress.add(bytes));
      if (found !== 'whole') damaged.push(evidence.name);
      progress.assertGoingOn();
    }
    // A stick that was taken out meanwhile is not damage.
    if (!(await copy.files.exists(copy.folder))) throw new Refusal('place-gone');
    const bytes = named.reduce((sum, { sizeBytes }) => sum + evidenceLength(sizeBytes), 0);
    const recordWhole = headers && roots && !recovered.damaged && !recovered.reserveDamaged && !recovered.tornTail;
    return { files: named.length, bytes, damaged: damaged.sort(), recordWhole };
  } finally {
    recovered.database.close();
  }
}

/** Both copies of the header are this vault's, and equal. Refuses `no-vault-here`, `not-this-vault`. */
async function wholeHeaders({ files, folder, vaultId, keys }: VaultFiles, place: Place): Promise<boolean> {
  const [first, second] = await readEachCopy(files, folder);
  if (!first && !second) throw new Refusal('no-vault-here');
  for (const bytes of [first, second]) {
    const reading = bytes ? readHeader(bytes) : null;
    if (reading?.state !== 'sound') continue;
    if (!sameBytes(reading.header.vaultId, vaultId)) throw new Refusal('not-this-vault');
    // Made before all keys were renewed: nothing of it can be read with those of now.
    if (!headerMacHolds(reading.header, place, keys.headerMac)) throw new Refusal('backup-differs');
  }
  return Boolean(first && second && sameBytes(first, second) && readHeader(first).state === 'sound');
}

async function wholeRoots(vault: VaultFiles): Promise<boolean> {
  const [first, second] = await readRootCopies(vault, 'unread-is-missing');
  return first !== undefined && second !== undefined && sameBytes(encodeRoot(first), encodeRoot(second));
}
