import { join } from 'node:path';
import { Refusal } from '../../../../shared/contract/errors';
import { sameBytes, sha256 } from '../../crypto/primitives';
import { readHeader, type Header } from '../header/header';
import { readEachCopy } from '../header/header-files';
import { isObjectName, rootNames } from '../object-names';
import type { Root } from '../root';
import { readSegment, type ChainPoint } from '../segment';
import { newestFirst, readObject, readRootCopies, type VaultFiles } from '../vault-files';
import type { BackupTarget, Point } from './copies';

/** The open vault, as a folder is compared with it. */
export interface Compared {
  vault: VaultFiles;
  header: Header;
  /** Where the vault is now, and every other point of its history that its own files still tell. */
  point: Point;
  passed: readonly Point[];
}

/**
 * Whether a folder may be written over with a newer copy of the open vault. Refuses `not-this-vault`, `newer-format` and `backup-differs`: its header was changed since, or its
 * record stands at a point that this vault's history did not pass. `nothing`: no vault and no objects are there.
 * @param place the vault as it would lie in that folder
 */
export async function judgePlace(place: VaultFiles, compared: Compared, { isKnown, last }: Pick<BackupTarget, 'isKnown' | 'last'>): Promise<'nothing' | 'backup'> {
  const hasHeader = await judgeHeader(place, compared.header);
  const names = await place.objects.names();
  if (!hasHeader && names.length === 0) return 'nothing';
  const root = await readAnyRoot(place);
  if (root !== null) {
    const end = await endOf(place, root);
    const isPassed = [compared.point, ...compared.passed].some((point) => samePoint(point, end)) || (end.sequence < compared.point.sequence && isKnown(end));
    if (!isPassed) throw new Refusal('backup-differs');
    return 'backup';
  }
  const held = new Set(names);
  // Its keys were renewed since: it is known by what was written there last.
  if (last !== null && !sameBytes(last.namesKey, place.keys.names)) {
    const former = rootNames(last.namesKey).filter((name) => held.has(name));
    const digests = await Promise.all(former.map((name) => digestOfObject(place, name)));
    if (former.length > 0 && !digests.includes(last.rootDigest)) throw new Refusal('backup-differs');
    return 'backup';
  }
  // Its root is damaged, or the first backup was never finished. Whose it is nobody can say where nothing was written by us.
  if (last === null && hasHeader) throw new Refusal('backup-differs');
  return 'backup';
}

/** Whether a header lies there; refuses one that is not this vault's, or was changed apart from it. */
export async function judgeHeader({ files, folder }: VaultFiles, own: Header): Promise<boolean> {
  let found = false;
  for (const bytes of await readEachCopy(files, folder)) {
    if (bytes === null) continue;
    found = true;
    const reading = readHeader(bytes);
    if (reading.state === 'newer') throw new Refusal('newer-format');
    if (reading.state !== 'sound') continue;
    const { header } = reading;
    if (!sameBytes(header.vaultId, own.vaultId)) throw new Refusal('not-this-vault');
    if (header.revision > own.revision || (header.revision === own.revision && !sameBytes(header.bytes, own.bytes))) throw new Refusal('backup-differs');
  }
  return found;
}

/** The newest root that verifies; null when none does. */
export async function readAnyRoot(vault: VaultFiles): Promise<Root | null> {
  return newestFirst(await readRootCopies(vault, 'unread-is-missing'))[0] ?? null;
}

/** Where the record that a root names ends: a copy of a folder in use has a segment that is not ended. */
export async function endOf(vault: VaultFiles, root: Root): Promise<Point> {
  const newest = root.current.segments.at(-1);
  if (newest === undefined) return asPoint(root.current.base);
  if (newest.end !== null) return asPoint(newest.end.point);
  const bytes = await readObject(vault, newest.name);
  if (bytes === null) return asPoint(newest.base);
  const identity = { vaultId: vault.vaultId, generation: root.current.number, base: newest.base };
  return asPoint(readSegment(vault.keys, identity, bytes, null, () => undefined).point);
}

/** Every point that a root names. */
export function pointsOf(root: Root): Point[] {
  const points: ChainPoint[] = [];
  for (const generation of [root.current, root.previous]) {
    if (generation === null) continue;
    points.push(generation.base);
    for (const segment of generation.segments) points.push(segment.base, ...(segment.end === null ? [] : [segment.end.point]));
  }
  return points.map(asPoint);
}

export function asPoint(point: ChainPoint): Point {
  return { sequence: point.sequence, hash: Buffer.from(point.hash).toString('hex') };
}

export function samePoint(left: Point, right: Point): boolean {
  return left.sequence === right.sequence && left.hash === right.hash;
}

async function digestOfObject(vault: VaultFiles, name: string): Promise<string> {
  const bytes = await readObject(vault, name);
  return bytes === null ? '' : Buffer.from(sha256(bytes)).toString('hex');
}

/** Whether a folder holds nothing but what a vault leaves: something else of hers is not to be mixed with it. */
export async function holdsOnlyVault({ files, folder }: Pick<VaultFiles, 'files' | 'folder'>): Promise<boolean> {
  for (const name of await files.list(folder)) if (!/^(head\.[01](\.[0-9a-f]{16})?|lock(\.[0-9a-f]{32})?|objects|spare)$/.test(name)) return false;
  for (const shelf of await files.list(join(folder, 'objects'))) {
    if (!/^[0-9a-f]{2}$/.test(shelf)) return false;
    for (const name of await files.list(join(folder, 'objects', shelf))) if (!isObjectName(name)) return false;
  }
  return true;
}
