import { createHash } from 'node:crypto';
import type { CutOrder } from '../../../shared/assemble-protocol';
import { Refusal } from '../../../shared/contract/errors';
import type { CopyFile, CopyLeaving } from '../../../shared/model/copy';
import type { PartFile } from '../../../shared/model/output';
import { zipPieces } from '../bag/zip-pieces';
import { cutIntoFiles } from '../export/cut-into-files';
import type { ExportFiles } from '../export/ports';
import { type LeavingFile, namesOfFiles, partFiles, saveInFolder, withSums } from '../export/save-in-files';
import { saveWhole } from '../files/save-whole';
import { programFiles } from '../hosts/program-files';
import type { RunningTask } from '../work/tasks';
import { type CopyMade, leavingWith, withAssembler } from './make-copy';
import { shutInZip } from './shut-in-zip';

/** What is recorded of a document that left as several files. */
export interface SavedInFiles { readonly fileName: string; readonly sizeBytes: number; readonly sha256: string; readonly parts: PartFile[] }

/** Cuts finished pages into the files as which they leave; each shut with the passphrase where there is one. Refuses `cannot-print`, `cancelled`. */
export async function leavingFiles(bytes: Uint8Array, cut: CutOrder, name: string, by: { readonly files: Pick<ExportFiles, 'assets' | 'assemble'>; readonly signal: AbortSignal }, passphrase: string | null): Promise<LeavingFile[]> {
  const made = await cutIntoFiles(bytes, cut, by);
  const names = namesOfFiles(name, made.length).files;
  const files: LeavingFile[] = [];
  for (const [index, part] of made.entries()) {
    const shut = passphrase === null ? part.bytes : Uint8Array.from((await withAssembler(by, (assembler) => assembler.ask({ ask: 'protect', bytes: part.bytes, passphrase }, 'document'))).bytes);
    files.push({ name: names[index] ?? name, bytes: shut, pageCount: part.pageCount, open: part.bytes });
  }
  return files;
}

/** Where and as what a copy is saved. `name`: of the whole document as one file; `chosen`: the folder into which the files go in one of their own, or the place of the archive. */
export interface CopyPlace { readonly cut: CutOrder; readonly name: string; readonly chosen: string; readonly preparedUtc: string }

/** Saves a marked copy as several files: in a folder, each shut or open, or together in one archive that is shut. All of it or nothing. Refuses as `saveWhole`, `cannot-print`, `cancelled`. */
export async function saveCopyInFiles<R>(made: CopyMade, { cut, name, chosen, preparedUtc }: CopyPlace, task: RunningTask, record: (saved: SavedInFiles, copy: CopyLeaving) => Promise<R>): Promise<R> {
  const { passphrase, handing } = made;
  const isZip = handing.protection === 'zip' && passphrase !== null;
  const files = await leavingFiles(made.pages, cut, name, { files: programFiles, signal: task.signal }, isZip ? null : passphrase);
  const { folder } = namesOfFiles(name, files.length);
  const within = files.map(({ name: file, open, pageCount }): CopyFile => ({ name: file, sha256: createHash('sha256').update(open).digest('hex'), sizeBytes: open.length, pageCount, inside: true }));
  const expectToGoOn = (): void => { if (task.signal.aborted) throw new Refusal('cancelled'); };
  if (!isZip) {
    return saveInFolder(files, chosen, folder, task.signal, (saved) => {
      expectToGoOn();
      return record(saved, leavingWith(made, [...saved.parts.map((part): CopyFile => ({ ...part, inside: false })), ...(passphrase === null ? [] : within)]));
    });
  }
  let sizeBytes = 0;
  const pieces = async function* (): AsyncGenerator<Uint8Array> {
    for await (const piece of shutInZip(`${folder}.zip`, zipPieces(folder, withSums(files, task.signal), preparedUtc), passphrase, preparedUtc)) {
      sizeBytes += piece.length;
      yield piece;
    }
  };
  return saveWhole(pieces(), chosen, ({ fileName, sha256 }) => {
    expectToGoOn();
    return record({ fileName, sizeBytes, sha256, parts: partFiles(files) }, leavingWith(made, [{ name: fileName, sha256, sizeBytes, pageCount: null, inside: false }, ...within]));
  });
}
