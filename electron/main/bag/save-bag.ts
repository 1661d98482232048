import { Refusal } from '../../../shared/contract/errors';
import type { BagChoice, BagRecord } from '../../../shared/model/bag';
import type { ExportRecord } from '../../../shared/model/export';
import type { ExportPlan } from '../../../shared/model/export-plan';
import { shutInZip } from '../copies/shut-in-zip';
import { saveWhole } from '../files/save-whole';
import { saveWholeFolder } from '../files/save-whole-folder';
import { programFiles } from '../hosts/program-files';
import { PictureWindow } from '../sandboxed/picture-window';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';
import { bagContents, type BagFile, type BagSource, type BagWritten, DamagedOriginal } from './bag-contents';
import { bagsOwnFiles, keptFiles } from './bag-source';
import { zipPieces } from './zip-pieces';

export interface BagToSave {
  readonly plan: ExportPlan;
  readonly chronology: { readonly bytes: Uint8Array; readonly pageCount: number };
  readonly choice: BagChoice;
  readonly heldBack: ReadonlySet<string>;
  /** The folder's name, or the archive's without its ending. */
  readonly name: string;
  /** An archive is shut with this passphrase, within another; null: it is not. */
  readonly passphrase: string | null;
  readonly record: (saved: { fileName: string; sizeBytes: number; sha256: string; bag: BagRecord }) => Promise<ExportRecord>;
}

/**
 * Writes an evidence bag where she chose, whole or not at all: an archive at `place`, or a folder in it. Originals come from the vault in pieces and are never held whole. One that is no longer as it was
 * added is left out and named in the index. Refuses as `saveWhole`, `cannot-print`, `cancelled`, and what the vault refuses.
 */
export async function saveBag({ vault }: Pick<ShellServices, 'vault'>, task: RunningTask, place: string, { plan, chronology, choice, heldBack, name, passphrase, record }: BagToSave): Promise<ExportRecord> {
  const pictures = new PictureWindow(programFiles);
  try {
    task.progress('printing', 0, 0, 'pages');
    const damaged = new Set<string>();
    const source: BagSource = { plan, choice, chronology, heldBack, damaged, ...await bagsOwnFiles(task.signal), ...keptFiles(vault, pictures, task.signal) };
    for (;;) {
      try {
        return await writeOnce(task, place, { source, choice, name, passphrase, record });
      } catch (error) {
        // One damaged file must not keep all the others from her solicitor. Each is met once.
        if (!(error instanceof DamagedOriginal) || damaged.has(error.documentId)) throw error;
        damaged.add(error.documentId);
      }
    }
  } catch (error) {
    if (task.signal.aborted) throw new Refusal('cancelled');
    throw error;
  } finally {
    await pictures.close();
  }
}

async function writeOnce(task: RunningTask, place: string, { source, choice, name, passphrase, record }: Pick<BagToSave, 'choice' | 'name' | 'passphrase' | 'record'> & { source: BagSource }): Promise<ExportRecord> {
  const written: BagWritten = { bagSha256: '', fileCount: 0, leftOutCount: 0 };
  const files = counted(bagContents(source, written), task);
  let sizeBytes = 0;
  if (choice.form === 'folder') {
    return saveWholeFolder(files, place, name, ({ fileName, sizeBytes: all }) => {
      task.signal.throwIfAborted();
      return record({ fileName, sizeBytes: all, sha256: written.bagSha256, bag: { ...choice, ...written } });
    });
  }
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    const packed = zipPieces(name, files, source.plan.preparedUtc);
    for await (const piece of passphrase === null ? packed : shutInZip(`${name}.zip`, packed, passphrase, source.plan.preparedUtc)) {
      sizeBytes += piece.length;
      yield piece;
    }
  };
  return saveWhole(pieces(), place, ({ fileName, sha256 }) => {
    task.signal.throwIfAborted();
    return record({ fileName, sizeBytes, sha256, bag: { ...choice, ...written } });
  });
}

/** The same files; how far it is, in bytes of them, and where to stop. How much there is in all is known of no file before it is met. */
async function* counted(files: AsyncIterable<BagFile>, task: RunningTask): AsyncGenerator<BagFile> {
  let done = 0;
  for await (const file of files) {
    const pieces = async function* (): AsyncGenerator<Uint8Array> {
      for await (const piece of file.pieces) {
        if (task.signal.aborted) throw new Refusal('cancelled');
        yield piece;
        done += piece.length;
        task.progress('writing', done, 0, 'bytes');
      }
    };
    yield { ...file, pieces: pieces() };
  }
}
