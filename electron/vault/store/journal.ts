import type { OpenFile } from './file-port';
import type { FolderLock } from './folder-lock';
import { objectsNamedBy, type Generation, type Root, type SegmentEntry } from './root';
import { beginSegment, saltBytes, type ChainPoint, type SegmentCipher } from './segment';
import { SetAside, type Before } from './set-aside';
import { vaultLiesHere } from './header/header-files';
import { readObject, verifySnapshot, writeRoot, writeSnapshot, type VaultFiles } from './vault-files';
import { Refusal } from '../../../shared/contract/errors';
import { zero } from '../crypto/primitives';

interface Writer {
  name: string;
  file: OpenFile;
  cipher: SegmentCipher;
  nextIndex: number;
  position: number;
}

/** What one root names, kept on the disk while it is copied. */
export interface HeldState {
  readonly root: Root;
  /** Snapshots and segments, those set aside too. */
  readonly names: ReadonlySet<string>;
  /** A purge came: what is held is of before, and may be gone. */
  isOver: boolean;
}

/** The journal on the disk: which segment is written to, and the root that names everything. */
export class Journal {
  private writer: Writer | null = null;
  /** The newest segment is known to be on the disk, because this process synced it. */
  private isSettled = false;
  private readonly aside: SetAside;
  private readonly held = new Set<HeldState>();

  /**
   * @param newestEnd where the newest segment was found to end; nothing is ever appended to it again.
   * @param hasNewer a newer record than the root's may lie here: nothing that the root does not name is removed before it is set aside.
   */
  constructor(
    private readonly vault: VaultFiles,
    private readonly lock: FolderLock,
    private root: Root,
    private newestEnd: { lengthBytes: number; point: ChainPoint; torn: boolean } | null,
    hasNewer = false,
  ) {
    this.aside = new SetAside(vault, hasNewer);
  }

  get segmentCount(): number {
    return this.root.current.segments.length;
  }

  /** What both copies on the disk must say. */
  get rootNow(): Root {
    return this.root;
  }

  /** Where the last acknowledged record of the newest segment ends. */
  get newestEndNow(): { lengthBytes: number; point: ChainPoint } | null {
    return this.newestEnd;
  }

  /** Whether the root names all that was saved by snapshots and ended segments alone. */
  isAtSnapshot(point: ChainPoint): boolean {
    return !this.hasRecordsSinceSnapshot(point) && this.root.current.segments.length === 0;
  }

  /** What the root names now stays on the disk until it is let go: for copying it while saving goes on. A purge takes it all the same. */
  hold(): HeldState {
    const held: HeldState = { root: this.root, names: objectsNamedBy(this.root), isOver: false };
    this.held.add(held);
    return held;
  }

  async letGo(held: HeldState): Promise<void> {
    if (this.held.delete(held)) await this.removeUnnamed();
  }

  hasRecordsSinceSnapshot(point: ChainPoint): boolean {
    return point.sequence > this.root.current.base.sequence;
  }

  /**
   * Resolves when the record is on the disk. On any error the segment is never written to again.
   * @param meanwhile done once, while the disk works
   */
  async append(payload: Uint8Array, before: ChainPoint, after: ChainPoint, meanwhile: () => void): Promise<void> {
    const writer = this.writer ?? (await this.beginSegment(before));
    const bytes = writer.cipher.frame(writer.nextIndex, payload, before.hash);
    try {
      await writer.file.write(bytes, writer.position);
      // Looked for while the disk works, which costs no time: a folder that goes in that moment could as well go in the next.
      const found = this.isFound(writer);
      found.catch(() => undefined);
      const synced = writer.file.dataSync();
      synced.catch(() => undefined);
      meanwhile();
      await synced;
      if (!(await found)) throw new Refusal('vault-gone');
    } catch (error) {
      await this.endSegment();
      throw error;
    }
    writer.nextIndex += 1;
    writer.position += bytes.length;
    this.newestEnd = { lengthBytes: writer.position, point: after, torn: false };
  }

  /** A file can be written to after its folder was moved or deleted: what is in it is saved only when it can be found again. */
  private async isFound(writer: Writer): Promise<boolean> {
    const { vault } = this;
    const parts = await Promise.all([vault.objects.holds(writer.name), vaultLiesHere(vault.files, vault.folder)]);
    return parts.every(Boolean);
  }

  private async beginSegment(base: ChainPoint): Promise<Writer> {
    const { vault } = this;
    await this.lock.assertHeld();
    await this.settle();
    const name = vault.objects.newName('segment');
    const identity = { vaultId: vault.vaultId, generation: this.root.current.number, base };
    const { cipher, first } = beginSegment(vault.keys, vault.random(saltBytes), identity);
    const file = await vault.objects.createOpen(name, first);
    const current: Generation = { ...this.root.current, segments: [...this.endedSegments(), { name, base, end: null, tornTail: false }] };
    // Should writing the root fail half-way, the disk may already name this segment: so it is kept and the root taken over.
    this.newestEnd = { lengthBytes: first.length, point: base, torn: false };
    this.root = { ...this.root, rootSequence: this.root.rootSequence + 1, current };
    try {
      await writeRoot(vault, this.root);
    } catch (error) {
      cipher.forget();
      await file.close().catch(() => undefined);
      throw error;
    }
    this.writer = { name, file, cipher, nextIndex: 1, position: first.length };
    return this.writer;
  }

  /**
   * What was read from the newest segment at opening may have come from memory alone: its writer was killed before the disk had it, or was told
   * that it could not be kept. So the same bytes are written anew before anything is built on them.
   */
  async settle(): Promise<void> {
    if (this.isSettled) return;
    const { vault } = this;
    const newest = this.root.current.segments.at(-1);
    if (newest !== undefined && newest.end === null) {
      const bytes = await readObject(vault, newest.name);
      if (bytes === null) throw new Refusal('io-error');
      await vault.objects.publish(newest.name, (file) => file.write(bytes, 0));
    }
    this.isSettled = true;
  }

  /** The segments of the current generation with the newest one ended where its last acknowledged record ends. */
  private endedSegments(): SegmentEntry[] {
    const end = this.newestEnd;
    return this.root.current.segments.map((segment) => {
      if (segment.end !== null) return segment;
      if (end === null) throw new Error('the newest segment has no end');
      return { ...segment, end: { lengthBytes: end.lengthBytes, point: end.point }, tornTail: end.torn };
    });
  }

  private async endSegment(): Promise<void> {
    const { writer } = this;
    this.writer = null;
    if (writer === null) return;
    writer.cipher.forget();
    await writer.file.close().catch(() => undefined);
  }

  /**
   * Writes the database as a new generation, reads it back, and only then lets older ones go.
   * @param image zeroed here.
   */
  async snapshot(image: Uint8Array, point: ChainPoint, before: Before): Promise<void> {
    const { vault } = this;
    const imageBytes = image.length;
    const name = vault.objects.newName('snapshot');
    try {
      await this.lock.assertHeld();
      await this.settle();
      await this.setAsideNewer();
      await writeSnapshot(vault, name, image);
      await verifySnapshot(vault, { name, imageBytes }, image);
    } catch (error) {
      await vault.objects.remove(name).catch(() => undefined);
      throw error;
    } finally {
      zero(image);
    }
    await this.endSegment();
    const old = this.root;
    const ended: Generation = { ...old.current, segments: this.endedSegments() };
    const current: Generation = { number: ended.number + 1, snapshot: { name, imageBytes }, base: point, segments: [] };
    const setAside = this.aside.carriedOver({ ...old, current: ended }, before);
    this.root = { rootSequence: old.rootSequence + 1, current, previous: before === 'keep-one-before' ? ended : null, setAside };
    this.newestEnd = null;
    if (before !== 'keep-one-before') this.endHolds();
    await writeRoot(vault, this.root);
    await this.removeUnnamed(setAside.length === 0 && old.setAside.length > 0);
  }

  /** Removes segments and snapshots the root no longer names; `isForGood`: whatever the power does, or what was set aside would be so again. What cannot be removed now goes at the next opening. */
  async removeUnnamed(isForGood = false): Promise<void> {
    if (!this.aside.isDone) return;
    const named = new Set([...objectsNamedBy(this.root), ...[...this.held].flatMap((held) => [...held.names])]);
    await this.vault.objects.sweepOwn((name, kind) => (kind === 'segment' || kind === 'snapshot') && !named.has(name), isForGood);
  }

  /** The root, once it is written, keeps what a newer record left; returns whether that is anything. */
  async setAsideNewer(): Promise<boolean> {
    const before = this.root;
    return before !== (this.root = await this.aside.withNewer(before));
  }

  /** What sweeping must leave besides the evidence that the record names; null: all evidence. */
  evidenceAside(referenced: ReadonlySet<string>): ReadonlySet<string> | null {
    return this.aside.butReferenced(this.root, referenced);
  }

  /** What was erased must not be copied any more. */
  private endHolds(): void {
    for (const held of this.held) held.isOver = true;
    this.held.clear();
  }

  /** Writes the root anew, so that both copies are there and equal, and a torn tail is cut off and not told again. */
  async mendRoot(): Promise<void> {
    const current = this.newestEnd?.torn ? { ...this.root.current, segments: this.endedSegments() } : this.root.current;
    this.root = { ...this.root, rootSequence: this.root.rootSequence + 1, current };
    await writeRoot(this.vault, this.root);
  }

  /** From now on the vault is what this root names; both copies of it, and all it names, are on the disk. */
  async begin(root: Root): Promise<void> {
    await this.endSegment();
    this.endHolds();
    this.root = root;
    this.newestEnd = null;
    this.isSettled = true;
  }

  close(): Promise<void> {
    return this.endSegment();
  }
}
