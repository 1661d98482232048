import { sameBytes, zero } from '../../crypto/primitives';
import { encodeRoot, type Generation, type Root, type SegmentEntry } from '../root';
import { readSegment, samePoint, type ChainPoint } from '../segment';
import type { FilesDamage, VerifyingStep } from '../store';
import { unlessDamaged } from './unless-damaged';
import { openSnapshot, readObject, readRootCopies, type VaultFiles } from '../vault-files';

/** What the open vault knows of its own files; taken in the store's queue, so that all of it is of one moment. */
export interface KnownFiles {
  root: Root;
  /** Where the newest segment ends, when the current generation has one. */
  newestEnd: { lengthBytes: number; point: ChainPoint } | null;
  point: ChainPoint;
}

const pieceBytes = 1024 * 1024;

/** How many of the two root copies on the disk are the root as this process knows it. */
export async function wholeRootCopies(vault: VaultFiles, root: Root): Promise<number> {
  const known = encodeRoot(root);
  return (await readRootCopies(vault, 'unread-is-missing')).filter((found) => sameBytes(encodeRoot(found), known)).length;
}

/**
 * Reads every snapshot and segment that the root names, as they lie on the disk now: each record and chunk must verify, and the chain must run
 * from the first base to the vault's own point. Nothing is kept of what they hold.
 */
export async function verifyGenerations(vault: VaultFiles, known: KnownFiles, step: VerifyingStep): Promise<FilesDamage[]> {
  const { current, previous } = known.root;
  const damage: FilesDamage[] = [];
  if (!(await generationHolds(vault, current, known.newestEnd, known.point, step))) damage.push('record');
  if (previous !== null && !(await generationHolds(vault, previous, null, current.base, step))) damage.push('reserve');
  return damage;
}

async function generationHolds(vault: VaultFiles, generation: Generation, newestEnd: KnownFiles['newestEnd'], end: ChainPoint, step: VerifyingStep): Promise<boolean> {
  if (!(await snapshotHolds(vault, generation.snapshot, step))) return false;
  let point = generation.base;
  for (const segment of generation.segments) {
    const until = segment.end ?? newestEnd;
    if (until === null || !samePoint(point, segment.base) || !(await segmentHolds(vault, generation, segment, until, step))) return false;
    point = until.point;
  }
  return samePoint(point, end);
}

async function snapshotHolds(vault: VaultFiles, snapshot: Generation['snapshot'], step: VerifyingStep): Promise<boolean> {
  if (snapshot === null) return true;
  const verified = await unlessDamaged(async () => {
    const reader = await openSnapshot(vault, snapshot);
    try {
      // Once even when it is empty: reading up to the end verifies the padding.
      for (let at = 0; at === 0 || at < reader.sizeBytes; at += pieceBytes) {
        const plain = await reader.read(at, Math.min(reader.sizeBytes, at + pieceBytes));
        zero(plain);
        await step(plain.length);
      }
      return true;
    } finally {
      await reader.close();
    }
  });
  return verified === true;
}

async function segmentHolds(vault: VaultFiles, generation: Generation, segment: SegmentEntry, until: NonNullable<SegmentEntry['end']>, step: VerifyingStep): Promise<boolean> {
  const bytes = await unlessDamaged(() => readObject(vault, segment.name));
  if (bytes === null) return false;
  await step(bytes.length);
  const identity = { vaultId: vault.vaultId, generation: generation.number, base: segment.base };
  const read = await unlessDamaged(async () => readSegment(vault.keys, identity, bytes, until, () => undefined));
  return read?.state === 'whole';
}
