import { Refusal } from '../../../shared/contract/errors';
import { zero } from '../crypto/primitives';
import { Database } from './database';
import type { Generation, Root, SegmentEntry } from './root';
import { readSegment, samePoint, type ChainPoint, type SegmentEnd } from './segment';
import { decodeStatements, StatementRecord } from './statement-record';
import { openSnapshot, readObject, type VaultFiles } from './vault-files';

/** The database as the files give it, and what was found on the way. */
export interface Recovered {
  database: Database;
  point: ChainPoint;
  /** Records and bytes replayed since the snapshot. */
  replayed: { records: number; bytes: number };
  /** Where the newest segment ends, when the newest generation has one. */
  newestEnd: { lengthBytes: number; point: ChainPoint; torn: boolean } | null;
  tornTail: boolean;
  /** Something other than a torn tail is damaged: what is here verifies, but may not be all. */
  damaged: boolean;
  /** The generation kept in reserve is damaged; the current one is whole. */
  reserveDamaged: boolean;
  /** The remembered mark is further on than this vault, or on another history. */
  olderThanSeen: boolean;
}

export interface RememberedMark {
  sequence: number;
  hash: string;
  /** In a copy of the vault at another place: then this one may be older without having lost anything. */
  seenElsewhere?: boolean;
}

/** Compares a remembered mark with every point the chain passes. */
class MarkWatch {
  private contradicted = false;

  constructor(private readonly mark: RememberedMark | null) {}

  see(point: ChainPoint): void {
    if (this.mark?.sequence === point.sequence && this.mark.hash !== Buffer.from(point.hash).toString('hex')) this.contradicted = true;
  }

  olderThanSeen(end: ChainPoint): boolean {
    return this.contradicted || (this.mark !== null && this.mark.sequence > end.sequence);
  }
}

/** Refuses `tampered` when no generation verifies. */
export async function recover(vault: VaultFiles, root: Root, mark: RememberedMark | null): Promise<Recovered> {
  const watch = new MarkWatch(mark);
  const current = await loadGeneration(vault, root.current, watch);
  if (current !== null) {
    const reserveDamaged = root.previous !== null && !(await reserveVerifies(vault, root.previous, root.current.base));
    return finish(current, watch, { damaged: false, reserveDamaged, mark });
  }
  // The newest snapshot does not verify. The generation before it, replayed to its end, is the same state or nothing.
  if (root.previous === null) throw new Refusal('tampered');
  const earlier = await loadGeneration(vault, root.previous, watch);
  if (earlier === null) throw new Refusal('tampered');
  const joined = !earlier.damaged && samePoint(earlier.point, root.current.base);
  const whole = joined ? await replay(vault, root.current, earlier, watch) : earlier;
  return finish(whole, watch, { damaged: true, reserveDamaged: false, mark });
}

interface Loaded {
  database: Database;
  point: ChainPoint;
  replayed: { records: number; bytes: number };
  newestEnd: Recovered['newestEnd'];
  damaged: boolean;
}

function finish(loaded: Loaded, watch: MarkWatch, found: { damaged: boolean; reserveDamaged: boolean; mark: RememberedMark | null }): Recovered {
  const torn = loaded.newestEnd?.torn === true;
  // A record the mark remembers was acknowledged here, so it was whole on the disk once: that is damage, not a torn tail.
  const acknowledgedLost = torn && found.mark !== null && !found.mark.seenElsewhere && found.mark.sequence > loaded.point.sequence;
  const damaged = loaded.damaged || found.damaged || acknowledgedLost;
  // Nothing of what was saved is left: that is not a vault to look through, it is none.
  if (damaged && loaded.point.sequence === 0) {
    loaded.database.close();
    throw new Refusal('tampered');
  }
  return {
    database: loaded.database,
    point: loaded.point,
    replayed: loaded.replayed,
    newestEnd: loaded.newestEnd,
    tornTail: torn,
    damaged,
    reserveDamaged: found.reserveDamaged,
    olderThanSeen: watch.olderThanSeen(loaded.point),
  };
}

/** null: the snapshot is missing or does not verify. */
async function loadGeneration(vault: VaultFiles, generation: Generation, watch: MarkWatch): Promise<Loaded | null> {
  const image = await readImage(vault, generation);
  if (image === 'damaged') return null;
  const database = await Database.load(image ?? undefined);
  return replay(vault, generation, { database, point: generation.base, replayed: { records: 0, bytes: 0 }, newestEnd: null, damaged: false }, watch);
}

async function readImage(vault: VaultFiles, generation: Generation): Promise<Uint8Array | null | 'damaged'> {
  if (generation.snapshot === null) return null;
  try {
    const reader = await openSnapshot(vault, generation.snapshot);
    try {
      return await reader.read(0, reader.sizeBytes);
    } finally {
      await reader.close();
    }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'tampered') return 'damaged';
    throw error;
  }
}

/** Applies a generation's segments up to its end or the first damage. */
async function replay(vault: VaultFiles, generation: Generation, start: Loaded, watch: MarkWatch): Promise<Loaded> {
  const loaded: Loaded = { ...start, newestEnd: null };
  watch.see(loaded.point);
  for (const segment of generation.segments) {
    const end = await replaySegment(vault, generation, segment, loaded.point, (payload, point) => {
      applyRecord(loaded.database, payload);
      loaded.replayed.records += 1;
      loaded.replayed.bytes += payload.length;
      watch.see(point);
    });
    loaded.point = end.point;
    loaded.newestEnd = { lengthBytes: end.lengthBytes, point: end.point, torn: end.state === 'torn' };
    if (end.state === 'damaged') {
      loaded.damaged = true;
      return loaded;
    }
  }
  return loaded;
}

async function replaySegment(
  vault: VaultFiles,
  generation: Generation,
  segment: SegmentEntry,
  from: ChainPoint,
  apply: (payload: Uint8Array, point: ChainPoint) => void,
): Promise<SegmentEnd> {
  const missing: SegmentEnd = { state: 'damaged', point: from, lengthBytes: 0 };
  if (!samePoint(from, segment.base)) return missing;
  const bytes = await readObject(vault, segment.name);
  if (bytes === null) return missing;
  const identity = { vaultId: vault.vaultId, generation: generation.number, base: segment.base };
  return readSegment(vault.keys, identity, bytes, segment.end, apply);
}

export function applyRecord(database: Database, payload: Uint8Array): void {
  database.begin();
  try {
    for (const { sql, parameters } of decodeStatements(payload)) database.run(sql, new StatementRecord().add(sql, parameters));
    database.commit();
  } catch (error) {
    database.rollback();
    throw error;
  }
}

/** Whether the generation in reserve would load: every byte of it verifies and it ends where the current one begins. */
async function reserveVerifies(vault: VaultFiles, reserve: Generation, end: ChainPoint): Promise<boolean> {
  try {
    if (reserve.snapshot !== null) {
      const reader = await openSnapshot(vault, reserve.snapshot);
      try {
        await reader.verify();
      } finally {
        await reader.close();
      }
    }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'tampered') return false;
    throw error;
  }
  let point = reserve.base;
  for (const segment of reserve.segments) {
    const read = await replaySegment(vault, reserve, segment, point, (payload) => zero(payload));
    if (read.state !== 'whole') return false;
    point = read.point;
  }
  return samePoint(point, end);
}
