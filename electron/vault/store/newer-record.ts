import { objectsNamedBy, type Root } from './root';
import { beginningBytes, readBeginning } from './segment';
import type { VaultFiles } from './vault-files';

/** What a newer record than the root's left here, where an older root was put back. `unknown`: a file that the disk does not give back, or that is damaged, may be of one. */
export type NewerRecord = 'none' | 'unknown' | 'found';

/**
 * Whether a segment that the root does not name holds a record and is not of an earlier generation than the current one. A crash leaves none: a segment gets its first record
 * when both copies of a root name it, and generations only go earlier ones first. So the root is older than what lies here, whether or not a mark remembers it.
 */
export async function findNewerRecord(vault: VaultFiles, root: Root): Promise<NewerRecord> {
  const named = objectsNamedBy(root);
  let found: NewerRecord = 'none';
  for (const name of await vault.objects.ownNames((own, kind) => kind === 'segment' && !named.has(own))) {
    const bytes = await beginningOf(vault, name).catch(() => null);
    const beginning = bytes === null ? 'damaged' : readBeginning(vault.keys, vault.vaultId, bytes);
    if (beginning === 'empty') continue;
    if (beginning === 'damaged') found = 'unknown';
    else if (beginning.generation >= root.current.number) return 'found';
  }
  return found;
}

async function beginningOf(vault: VaultFiles, name: string): Promise<Uint8Array | null> {
  const file = await vault.objects.open(name);
  if (file === null) return null;
  try {
    return await file.read(0, beginningBytes);
  } finally {
    await file.close();
  }
}
