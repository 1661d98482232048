import { Refusal } from '../../../shared/contract/errors';
import type { Document } from '../../../shared/model/document';
import type { Id, UtcInstant } from '../../../shared/model/identity';
import { abandonComing, commitComing, keepComing } from '../record/documents/files-coming';
import { asFolder, noteComing } from '../record/imports/coming-in';
import type { RecordContext } from '../record/record-context';
import type { LongWork, SealedEvidence } from '../store/store';
import { sealFile } from './document-work';
import { fileInFolder } from './file-in-folder';
import { SealingFile } from './sealing-file';

interface Chosen {
  path: string;
  name: string;
  isFolder: boolean;
  totalBytes: number;
}

export interface FileToKeep {
  batchId: Id;
  number: number;
  holder: number | null;
  path: string;
  name: string;
  mediaType: string;
  form: Document['form'];
}

interface Batch extends Chosen {
  doneBytes: number;
  /** A file out of an archive, on its way in. */
  file: SealingFile | null;
}

/** Folders and archives whose files become documents: one file at a time for each. */
export class FilesWork {
  readonly #batches = new Map<Id, Batch>();
  #isStopped = false;

  constructor(readonly context: RecordContext) {}

  async begin(chosen: Chosen): Promise<{ batchId: Id }> {
    const [batchId] = (await noteComing(this.context, [chosen.isFolder ? asFolder(chosen.name) : chosen.name])) as [Id];
    this.#batches.set(batchId, { ...chosen, doneBytes: 0, file: null });
    return { batchId };
  }

  /** Refuses what `sealFile` and `fileInFolder` refuse. */
  async seal(file: FileToKeep, work: LongWork): Promise<{ outcome: 'kept' | 'known' }> {
    const batch = this.#current(file.batchId);
    // What lies in an archive has no place on the disk, and what was chosen alone has no path.
    if (batch.file !== null || file.holder !== null || (!batch.isFolder && file.number !== 0)) throw new Refusal('bad-call');
    const place = batch.isFolder ? await fileInFolder(batch.path, file.path, file.name) : batch.path;
    const { sealed, modifiedUtc } = await sealFile(this.context, place, file.name, { signal: work.signal, onProgress: (done) => work.onProgress(Math.min(batch.totalBytes, batch.doneBytes + done), batch.totalBytes) });
    batch.doneBytes += sealed.sizeBytes;
    return { outcome: await this.#keep(file, batch, sealed, modifiedUtc) };
  }

  /** Pieces come in order and do not interleave; each call resolves when its piece is taken, the last when the file is kept out of sight. */
  async piece({ bytes, last, isSound, modifiedUtc, ...file }: FileToKeep & { bytes: Uint8Array; last: boolean; isSound: boolean; modifiedUtc: UtcInstant | null }, work: LongWork): Promise<{ outcome: 'kept' | 'known' | null }> {
    const batch = this.#current(file.batchId);
    if (file.holder === null || (batch.file !== null && batch.file.id !== String(file.number))) throw new Refusal('bad-call');
    if (!isSound) {
      await drop(batch);
      return { outcome: null };
    }
    const underWay = (batch.file ??= new SealingFile(String(file.number), this.context.store));
    await underWay.take(bytes);
    batch.doneBytes += bytes.length;
    work.onProgress(Math.min(batch.totalBytes, batch.doneBytes), batch.totalBytes);
    if (!last) return { outcome: null };
    const sealed = await underWay.sealed();
    batch.file = null;
    return { outcome: await this.#keep(file, batch, sealed, modifiedUtc) };
  }

  async commit(batchId: Id, holders: readonly { number: number; sha256: string }[]): Promise<void> {
    if (this.#isStopped) throw new Refusal('cancelled');
    if (this.#current(batchId).file !== null) throw new Refusal('bad-call');
    await commitComing(this.context, batchId, holders);
    this.#batches.delete(batchId);
  }

  async abandon(batchId: Id): Promise<void> {
    const batch = this.#batches.get(batchId);
    this.#batches.delete(batchId);
    if (batch !== undefined) await drop(batch);
    await abandonComing(this.context, batchId, { isTold: !this.#isStopped });
  }

  /** The vault is about to close: a seal that waits for its next piece must not hold it open. */
  stop(): void {
    this.#isStopped = true;
    for (const { file } of this.#batches.values()) file?.stop();
  }

  async #keep({ batchId, number, holder, path, name, mediaType, form }: FileToKeep, { isFolder, name: folderName }: Batch, sealed: SealedEvidence, modifiedUtc: UtcInstant | null): Promise<'kept' | 'known'> {
    const shownPath = holder === null ? (isFolder ? `${folderName}/${path}` : '') : path;
    // A save that is refused may have reached the disk all the same: so its evidence stays, until an opening finds that nothing names it.
    const outcome = await keepComing(this.context, batchId, sealed, { number, holder, path: shownPath, originalName: name, modifiedUtc, mediaType, form });
    if (outcome === 'known') await this.context.store.evidence.remove(sealed.objectName);
    return outcome;
  }

  #current(batchId: Id): Batch {
    const batch = this.#batches.get(batchId);
    if (batch === undefined) throw new Refusal('not-found');
    return batch;
  }
}

/** Nothing stays of the file that is on its way in. */
async function drop(batch: Batch): Promise<void> {
  await batch.file?.drop();
  batch.file = null;
}
