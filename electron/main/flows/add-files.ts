import { Refusal } from '../../../shared/contract/errors';
import type { FilesFound, FilesKept, FilesLeftOut } from '../../../shared/model/files-found';
import { readSource, type Piece } from '../hosts/read-source-host';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';

type KeepFile = Extract<Piece, { say: 'keep-file' }>;
type Reason = FilesLeftOut['leftOut'][number]['reason'];

/** What one file may be refused for without ending the others. */
const ofOneFile: Readonly<Record<string, Reason>> = { 'file-unreadable': 'unreadable', 'file-changed': 'unreadable', 'file-empty': 'empty' };
const leftOutShown = 50;

/** Counts what lies in a folder or archive; nothing is stored. */
export async function lookThroughFiles(task: RunningTask, { path, name }: { path: string; name: string }): Promise<FilesFound> {
  task.progress('reading', 0, 0, 'items');
  const word = await readSource({ job: 'look-through-files', path, name }, name, { signal: task.signal });
  if (word.say !== 'files-found') throw new Error('the reader answered another question');
  return word.found;
}

/**
 * Makes every file of a folder or archive a document, the archive itself too: all of them or, stopped or refused, none. The vault seals what lies on the disk from where it lies; what lies packed comes
 * piece by piece from the reader. A file that cannot be read is left out and named.
 */
export async function addFiles({ vault }: Pick<ShellServices, 'vault'>, task: RunningTask, { path, name }: { path: string; name: string }): Promise<FilesKept> {
  const found = await lookThroughFiles(task, { path, name });
  const { batchId } = await vault.ask('files.begin', { path, name, isFolder: found.isFolder, totalBytes: found.sizeBytes });
  const counts = { kept: 0, known: 0 };
  const leftOut: FilesLeftOut = { leftOutCount: 0, leftOut: [] };
  const leave = (file: string, reason: Reason): void => {
    leftOut.leftOutCount += 1;
    if (leftOut.leftOut.length < leftOutShown) leftOut.leftOut.push({ name: file.slice(0, 200), reason });
  };
  /** Numbers of files that did not come; what lies in such an archive does not come either. */
  const gone = new Set<number>();
  const lose = (file: KeepFile, reason: Reason): void => {
    gone.add(file.number);
    leave(file.path, reason);
  };
  let current: KeepFile | null = null;
  const asked = (file: KeepFile): { taskId: string; batchId: string; number: number; holder: number | null; path: string; name: string; mediaType: string; form: KeepFile['form'] } =>
    ({ taskId: task.id, batchId, number: file.number, holder: file.holder, path: file.path, name: file.name, mediaType: file.mediaType, form: file.form });

  const take = async (piece: Piece): Promise<void> => {
    task.signal.throwIfAborted();
    if (piece.say === 'keep-file') {
      current = piece;
      if (piece.holder !== null) return gone.has(piece.holder) ? lose(piece, 'unreadable') : undefined;
      try {
        const { outcome } = await vault.ask('files.seal', asked(piece));
        counts[outcome] += 1;
      } catch (error) {
        const reason = error instanceof Refusal ? ofOneFile[error.code] : undefined;
        // Without the file that she chose nothing is left.
        if (reason === undefined || !found.isFolder) throw error;
        lose(piece, reason);
      }
      return;
    }
    if (piece.say !== 'file' || current === null || piece.id !== String(current.number)) throw new Refusal('not-understood', name);
    if (gone.has(current.number)) return;
    const { bytes, last, isSound, modifiedUtc } = piece;
    const { outcome } = await vault.ask('files.piece', { ...asked(current), bytes, last, isSound, modifiedUtc });
    if (outcome !== null) counts[outcome] += 1;
    if (!isSound) lose(current, 'unreadable');
  };

  try {
    task.progress('sealing', 0, found.sizeBytes, 'bytes');
    const end = await readSource({ job: 'read-files', path, name }, name, { signal: task.signal, onPiece: take });
    if (end.say !== 'files-end') throw new Error('the reader answered another question');
    task.signal.throwIfAborted();
    await vault.ask('files.commit', { batchId, holders: end.holders.filter(({ number }) => !gone.has(number)) });
    return { ...counts, leftOutCount: end.leftOutCount + leftOut.leftOutCount, leftOut: [...leftOut.leftOut, ...end.leftOut].slice(0, leftOutShown) };
  } catch (error) {
    await vault.ask('files.abandon', { batchId }).catch(() => undefined);
    throw error;
  }
}
