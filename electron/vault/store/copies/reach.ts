import { Refusal } from '../../../../shared/contract/errors';
import { asRefusal } from '../file-port';
import type { Generation, Root, SegmentEntry } from '../root';
import { readSegment, type ChainPoint, type SegmentEnd } from '../segment';
import { openSnapshot, readObject, readRootCopies, type VaultFiles } from '../vault-files';
import { asPoint } from './judge-place';

/** A snapshot that verifies in this copy; null: the empty database that a vault begins with. */
export interface Start {
  copy: VaultFiles;
  snapshot: { name: string; imageBytes: number } | null;
  base: ChainPoint;
  generation: number;
}

/** A segment as it reads in this copy: up to its end, or up to damage. */
export interface Step {
  copy: VaultFiles;
  segment: SegmentEntry;
  generation: number;
  end: SegmentEnd;
}

/** How the furthest point is reached: from a snapshot over segments, each of which begins where the one before ends. */
export interface Way {
  start: Start;
  steps: Step[];
  point: ChainPoint;
  /** The highest numbers any root has: what is written next goes on from them. */
  rootSequence: number;
  generation: number;
}

/**
 * The furthest point that several copies of one vault can reach together: over the snapshots and segments that all their roots name, each read from whichever copy has it whole.
 * Of equally far points the one with the fewest segments. The first copy is preferred. Refuses `tampered` when nothing verifies.
 */
export async function furthestWay(copies: readonly VaultFiles[]): Promise<Way> {
  const roots = await rootsOf(copies);
  const generations = roots.flatMap((root) => [root.current, root.previous]).filter((generation) => generation !== null);
  const steps = await readSteps(copies, generations);
  const best: { start: Start; steps: Step[]; point: ChainPoint }[] = [];
  const tried = new Set<string>();
  // The newest snapshots first: a later one leaves less to replay.
  for (const generation of generations.sort((left, right) => right.base.sequence - left.base.sequence)) {
    const key = generation.snapshot?.name ?? 'empty';
    if (tried.has(key)) continue;
    tried.add(key);
    const start = await readStart(copies, generation);
    if (start !== null) best.push({ start, ...follow(start.base, steps) });
  }
  best.sort((left, right) => right.point.sequence - left.point.sequence || left.steps.length - right.steps.length);
  const [way] = best;
  // The mere beginning is not something to be saved.
  if (way === undefined || way.point.sequence === 0) throw new Refusal('tampered');
  return { ...way, rootSequence: Math.max(...roots.map((root) => root.rootSequence)), generation: Math.max(...generations.map(({ number }) => number)) };
}

/** Every root that verifies, in any copy. */
async function rootsOf(copies: readonly VaultFiles[]): Promise<Root[]> {
  const roots: Root[] = [];
  for (const copy of copies) roots.push(...(await readRootCopies(copy, 'unread-is-missing')));
  if (roots.length === 0) throw new Refusal('tampered');
  return roots;
}

async function readStart(copies: readonly VaultFiles[], { snapshot, base, number }: Generation): Promise<Start | null> {
  const [first] = copies;
  if (snapshot === null) return first === undefined ? null : { copy: first, snapshot: null, base, generation: number };
  for (const copy of copies) {
    const isWhole = await unlessRefused(async () => {
      const reader = await openSnapshot(copy, snapshot);
      await reader.verify().finally(() => reader.close());
      return true;
    });
    if (isWhole === true) return { copy, snapshot, base, generation: number };
  }
  return null;
}

/** Each segment once, from the copy in which it goes furthest; by the point it begins at. */
async function readSteps(copies: readonly VaultFiles[], generations: readonly Generation[]): Promise<Map<string, Step[]>> {
  const byName = new Map<string, Step>();
  for (const generation of generations) {
    for (const segment of generation.segments) {
      for (const copy of copies) {
        const end = await unlessRefused(async () => readStep(copy, generation, segment));
        const known = byName.get(segment.name);
        if (end !== null && end.point.sequence > (known?.end.point.sequence ?? segment.base.sequence)) byName.set(segment.name, { copy, segment, generation: generation.number, end });
      }
    }
  }
  const byBase = new Map<string, Step[]>();
  for (const step of byName.values()) byBase.set(keyOf(step.segment.base), [...(byBase.get(keyOf(step.segment.base)) ?? []), step]);
  return byBase;
}

async function readStep(copy: VaultFiles, generation: Generation, segment: SegmentEntry): Promise<SegmentEnd | null> {
  const bytes = await readObject(copy, segment.name);
  if (bytes === null) return null;
  // Read to the end of the file: one root may say that it ended earlier than another knows.
  const until = segment.end !== null && bytes.length > segment.end.lengthBytes ? segment.end : null;
  return readSegment(copy.keys, { vaultId: copy.vaultId, generation: generation.number, base: segment.base }, bytes, until, () => undefined);
}

/** Chains only grow, so this ends. */
function follow(base: ChainPoint, steps: ReadonlyMap<string, readonly Step[]>): { steps: Step[]; point: ChainPoint } {
  let best: { steps: Step[]; point: ChainPoint } = { steps: [], point: base };
  for (const step of steps.get(keyOf(base)) ?? []) {
    const rest = follow(step.end.point, steps);
    if (rest.point.sequence > best.point.sequence) best = { steps: [step, ...rest.steps], point: rest.point };
  }
  return best;
}

function keyOf(point: ChainPoint): string {
  const { sequence, hash } = asPoint(point);
  return `${sequence} ${hash}`;
}

/** null when a copy refuses what is asked of it, for whatever reason: the other may have it. */
export async function unlessRefused<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (asRefusal(error) instanceof Refusal) return null;
    throw error;
  }
}
