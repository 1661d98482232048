import { sameBytes, sha256 } from '../../crypto/primitives';
import { asRefusal } from '../file-port';
import { readHeader } from '../header/header';
import { readEachCopy } from '../header/header-files';
import { rootNames } from '../object-names';
import { openRoot } from '../root';
import { readObject, type VaultFiles } from '../vault-files';
import { Refusal } from '../../../../shared/contract/errors';
import { queriesOf, readCopy } from './check-copy';
import type { FoundBackup, Queries, WrittenBackup } from './copies';
import { readAnyRoot } from './judge-place';
import { unlessRefused } from './reach';

/** A record longer than this is not read from a slow stick while she waits to have a place added. */
const readAtOnceBytes = 64 * 1024 * 1024;

/**
 * Whether a folder holds a backup of the open vault, whole or damaged: a header, and a copy of a root. Reads two headers and looks for four names, so that it can be asked again and again.
 * @param place the vault as it would lie in that folder
 */
export async function holdsBackup(place: VaultFiles, last: WrittenBackup | null): Promise<boolean> {
  if (!(await hasOwnHeader(place))) return false;
  for (const key of [place.keys.names, ...(last === null ? [] : [last.namesKey])]) {
    for (const name of rootNames(key)) if (await place.objects.holds(name)) return true;
  }
  return false;
}

/** What is known of a backup that lies in a folder; null: no finished one does. Changes nothing there. */
export async function knowBackup(place: VaultFiles, last: WrittenBackup | null, newestUtc: (from: Queries) => string | null): Promise<FoundBackup | null> {
  if (!(await holdsBackup(place, last))) return null;
  return { newestUtc: await unlessRefused(() => readNewest(place, newestUtc)), written: await writtenThere(place) };
}

async function hasOwnHeader({ files, folder, vaultId }: VaultFiles): Promise<boolean> {
  let found = false;
  for (const bytes of await readEachCopy(files, folder)) {
    if (bytes === null) continue;
    const reading = readHeader(bytes);
    if (reading.state === 'sound' && !sameBytes(reading.header.vaultId, vaultId)) return false;
    found = true;
  }
  return found;
}

async function readNewest(place: VaultFiles, newestUtc: (from: Queries) => string | null): Promise<string | null> {
  const root = await readAnyRoot(place);
  if (root === null || (root.current.snapshot?.imageBytes ?? 0) > readAtOnceBytes) return null;
  const { recovered } = await readCopy(place);
  try {
    return newestUtc(queriesOf(recovered.database));
  } finally {
    recovered.database.close();
  }
}

/** So that it is known again after a renewal of all keys. */
async function writtenThere(place: VaultFiles): Promise<WrittenBackup | null> {
  for (const name of rootNames(place.keys.names)) {
    const bytes = await readObject(place, name).catch((error: unknown) => {
      if (asRefusal(error) instanceof Refusal) return null;
      throw error;
    });
    if (bytes !== null && opens(place, bytes)) return { namesKey: place.keys.names.slice(), rootDigest: Buffer.from(sha256(bytes)).toString('hex') };
  }
  return null;
}

function opens({ keys, vaultId }: VaultFiles, bytes: Uint8Array): boolean {
  try {
    return openRoot(keys, vaultId, bytes) !== null;
  } catch (error) {
    if (asRefusal(error) instanceof Refusal) return false;
    throw error;
  }
}
