import { Refusal } from '../../../../shared/contract/errors';
import { sameBytes, sha256 } from '../../crypto/primitives';
import { asRefusal } from '../file-port';
import { FolderLock } from '../folder-lock';
import type { Header } from '../header/header';
import { readEachCopy, sweepHeaderTemporaries, vaultLiesHere, writeHeaderCopies } from '../header/header-files';
import type { HeldState } from '../journal';
import { kindOfName, rootNames } from '../object-names';
import { objectsNamedBy, sealRoot, type Root } from '../root';
import type { VaultFiles } from '../vault-files';
import { verifyGenerations } from '../checking/verify-files';
import type { BackedUp, BackupTarget, NamedEvidence } from './copies';
import type { LongWork } from '../long-work';
import { ForeignObjects } from './copy-foreign';
import { copyEvidence, copyObject, DamagedSource, evidenceLength } from './copy-object';
import { holdsBackup } from './find-backup';
import { asPoint, judgeHeader, judgePlace, type Compared } from './judge-place';
import { syncPlace, vaultIn } from './places';
import { Progress } from './progress';

/** The open vault that is copied. */
export interface CopySource {
  /** As it is now; a renewal of all keys makes it another. */
  vault: VaultFiles;
  compared: () => Compared;
  /** A snapshot of now, what the root names after it, held, and the evidence that was named in that moment. */
  hold: () => Promise<{ held: HeldState; evidence: NamedEvidence[] }>;
  letGo: (held: HeldState) => Promise<void>;
  /** Evidence that is named now. */
  evidence: () => NamedEvidence[];
}

/** She may erase something while the last part is copied; then that part is begun anew. */
const mostRounds = 20;

/**
 * Makes or continues a copy of the open vault. The copy before is whole until the new one is: evidence and other compartments' objects come first, under names that are new there, then
 * all that a root names, then the root, then the header; only then goes what nothing names any more.
 */
export async function backUp(source: CopySource, target: BackupTarget, work: LongWork): Promise<BackedUp> {
  const place = vaultIn(target.folder, source.vault);
  if (!(await place.files.exists(target.folder))) throw new Refusal('place-gone');
  // Before the lock: a folder that a stick was mounted at may be one of the computer's own disk now.
  if (target.mustBeThere) await assertStillThere(source, place, target);
  let lock: FolderLock | null = null;
  try {
    lock = await FolderLock.take(place.files, target.folder, place.random);
    await judgePlace(place, source.compared(), target);
    return await new Backup(source, place, target, new Progress(work, 2)).make();
  } catch (error) {
    throw await whatIsGone(source.vault, place, error);
  } finally {
    await lock?.release().catch(() => undefined);
  }
}

/** Refuses `backup-gone`, and what lies there instead as `judgePlace` does. */
async function assertStillThere(source: CopySource, place: VaultFiles, { last }: BackupTarget): Promise<void> {
  await judgeHeader(place, source.compared().header);
  if (!(await holdsBackup(place, last))) throw new Refusal('backup-gone');
}

/** A stick that was taken out says so in many ways. */
async function whatIsGone(vault: VaultFiles, place: VaultFiles, error: unknown): Promise<unknown> {
  const refusal = asRefusal(error);
  if (!(refusal instanceof Refusal) || ['cancelled', 'backup-differs', 'not-this-vault'].includes(refusal.code)) return refusal;
  if (!(await place.files.exists(place.folder).catch(() => false))) return new Refusal('place-gone');
  if (!(await vaultLiesHere(vault.files, vault.folder).catch(() => false))) return new Refusal('vault-gone');
  return refusal;
}

class Backup {
  private readonly from: VaultFiles;
  private readonly foreign: ForeignObjects;
  private readonly done = new Map<string, 'new' | 'kept' | 'damaged'>();
  private readonly figures = { newFiles: 0, newBytes: 0, keptFiles: 0, keptBytes: 0 };
  /** By name, whether the backup has the file from before. */
  private readonly damaged = new Map<string, 'kept' | 'absent'>();

  constructor(
    private readonly source: CopySource,
    private readonly place: VaultFiles,
    private readonly target: BackupTarget,
    private readonly progress: Progress,
  ) {
    this.from = { ...source.vault };
    this.foreign = new ForeignObjects(this.from, place, progress);
  }

  async make(): Promise<BackedUp> {
    const { place, from } = this;
    await place.files.makeFolder(`${place.folder}/objects`);
    await place.objects.sweepOwn((_name, kind) => kind === 'temporary');
    await sweepHeaderTemporaries(place.files, place.folder);
    await this.copyEvidence(this.source.evidence());
    this.figures.newBytes += await this.foreign.copyNew();
    for (let round = 1; ; round += 1) {
      const { held, evidence } = await this.source.hold();
      try {
        this.assertSameKeys();
        await this.copyEvidence(evidence);
        const root = await this.copyHeld(held);
        await this.target.remember(asPoint(root.current.base));
        if (held.isOver && round < mostRounds) continue;
        if (held.isOver) throw new Refusal('busy');
        const rootDigest = await this.becomeNewer(root);
        await this.removeOld(root, evidence);
        return { ...this.figures, damaged: { kept: this.damagedThat('kept'), absent: this.damagedThat('absent') }, written: { namesKey: from.keys.names.slice(), rootDigest } };
      } finally {
        await this.source.letGo(held);
      }
    }
  }

  private damagedThat(is: 'kept' | 'absent'): string[] {
    return [...this.damaged].filter(([, what]) => what === is).map(([name]) => name).sort();
  }

  /** A renewal of all keys makes the vault another; what was copied under the former ones is of no use then. */
  private assertSameKeys(): void {
    if (!sameBytes(this.source.vault.keys.names, this.from.keys.names)) throw new Refusal('busy');
  }

  private async copyEvidence(named: readonly NamedEvidence[]): Promise<void> {
    const wanted: NamedEvidence[] = [];
    for (const evidence of named) {
      if (this.done.has(evidence.objectName)) continue;
      this.progress.assertGoingOn();
      const length = evidenceLength(evidence.sizeBytes);
      if ((await this.place.objects.sizeOf(evidence.objectName)) !== length) {
        wanted.push(evidence);
        this.progress.expect(length);
        continue;
      }
      // Evidence never changes under its name. What is gone from the vault, or cut short, is told all the same.
      if ((await this.from.objects.sizeOf(evidence.objectName)) !== length) this.noteDamaged(evidence, 'kept');
      this.done.set(evidence.objectName, 'kept');
      this.figures.keptFiles += 1;
      this.figures.keptBytes += length;
    }
    for (const evidence of wanted) await this.copyOne(evidence);
  }

  private async copyOne(evidence: NamedEvidence): Promise<void> {
    try {
      this.figures.newBytes += await copyEvidence(this.from, this.place.objects, evidence, this.progress);
      this.figures.newFiles += 1;
      this.done.set(evidence.objectName, 'new');
    } catch (error) {
      if (!(error instanceof DamagedSource)) throw error;
      // Erased meanwhile, or really damaged.
      if (!this.source.evidence().some(({ objectName }) => objectName === evidence.objectName)) return;
      this.noteDamaged(evidence, 'absent');
      this.done.set(evidence.objectName, 'damaged');
    }
  }

  /** Of several documents of one name, what is lost counts. */
  private noteDamaged({ name }: NamedEvidence, what: 'kept' | 'absent'): void {
    if (this.damaged.get(name) !== 'absent') this.damaged.set(name, what);
  }

  /** Snapshots and segments; what of the reserve cannot be copied whole is left out. Gives the root of the copy. */
  private async copyHeld(held: HeldState): Promise<Root> {
    const setAside: string[] = [];
    for (const name of held.names) {
      const isThere = await this.copyNamed(name);
      if (isThere && held.root.setAside.includes(name)) setAside.push(name);
    }
    await this.place.objects.syncNames();
    const root = { ...held.root, setAside };
    const known = { root, newestEnd: null, point: held.root.current.base };
    const damage = held.isOver ? [] : await verifyGenerations(this.place, known, async () => this.progress.assertGoingOn());
    if (damage.includes('record') && !held.isOver) throw new Refusal('io-error');
    return damage.includes('reserve') ? { ...root, previous: null } : root;
  }

  /** Whether the object is there now. None of these ever changes under its name. */
  private async copyNamed(name: string): Promise<boolean> {
    const bytes = await this.from.objects.sizeOf(name);
    const there = await this.place.objects.sizeOf(name);
    if (bytes === null || bytes === there) return there !== null;
    this.progress.expect(bytes);
    try {
      this.figures.newBytes += await copyObject(this.from.objects, this.place.objects, name, this.progress);
      return true;
    } catch (error) {
      if (!(error instanceof DamagedSource)) throw error;
      return there !== null;
    }
  }

  /** The root, then the header: before it the copy is the older one, after it the newer. Gives the SHA-256 of the root copies. */
  private async becomeNewer(root: Root): Promise<string> {
    const { place } = this;
    this.assertSameKeys();
    await syncPlace(place);
    const sealed = sealRoot(place.keys, place.vaultId, root, place.random);
    for (const name of rootNames(place.keys.names)) {
      await place.objects.publish(name, (file) => file.write(sealed, 0), {
        verify: async (open) => {
          const file = await open();
          const written = await file.read(0, sealed.length + 1).finally(() => file.close());
          if (!sameBytes(written, sealed)) throw new Refusal('io-error');
        },
      });
      this.figures.newBytes += sealed.length;
    }
    this.figures.newBytes += await this.foreign.copyChanged();
    await place.objects.syncNames();
    await this.writeHeader(this.source.compared().header);
    await syncPlace(place);
    return Buffer.from(sha256(sealed)).toString('hex');
  }

  private async writeHeader({ bytes }: Header): Promise<void> {
    const { files, folder, random } = this.place;
    if ((await readEachCopy(files, folder)).every((copy) => copy !== null && sameBytes(copy, bytes))) return;
    await writeHeaderCopies(files, folder, bytes, random);
    this.figures.newBytes += 2 * bytes.length;
  }

  /** What neither the new copy nor the vault as it is now names: own objects, and those under a former key. */
  private async removeOld(root: Root, evidence: readonly NamedEvidence[]): Promise<void> {
    const { objects, keys } = this.place;
    const named = new Set([...objectsNamedBy(root), ...[...evidence, ...this.source.evidence()].map(({ objectName }) => objectName)]);
    await objects.sweepOwn((name, kind) => kind === 'temporary' || !named.has(name));
    const former = this.target.last?.namesKey;
    if (former === undefined || sameBytes(former, keys.names)) return;
    const formerRoots: readonly string[] = rootNames(former);
    for (const name of await objects.names()) if (kindOfName(former, name) !== null || formerRoots.includes(name)) await objects.remove(name);
  }
}
