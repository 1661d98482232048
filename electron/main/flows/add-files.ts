import { Refusal } from '../../../shared/contract/errors';
import type { FilesFound, FilesKept, FilesLeftOut } from '../../../shared/model/files-found';
import { readSource, type Piece } from '../hosts/read-source-host';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';

type KeepFile = Extract<Piece, { say: 'keep-file' }>;
type Reason = FilesLeftOut['leftOut'][number]['reason'];

/** What one file may be refused for without ending the others. */
const ofOneFile: Readonly<Record<string, Reason>> = { 'file-gone': 'gone', 'file-unreadable': 'unreadable', 'file-changed': 'changed', 'file-empty': 'empty' };
const leftOutShown = 50;
/** Archives that change while they are read begin it all anew, and not for ever. */
const mostTries = 4;

/** Counts what lies in a folder or archive; nothing is stored. `paths`: of a folder's files on the disk. */
export async function lookThroughFiles(task: RunningTask, { path, name }: { path: string; name: string }): Promise<{ found: FilesFound; paths: readonly string[] }> {
  task.progress('reading', 0, 0, 'items');
  const word = await readSource({ job: 'look-through-files', path, name }, name, { signal: task.signal });
  if (word.say !== 'files-found') throw new Error('the reader answered another question');
  return word;
}

interface Asked {
  readonly path: string;
  readonly name: string;
}

/**
 * Makes every file of a folder or archive a document, the archive itself too: all that can be read or, stopped or refused, none. The vault seals what lies on the disk from where it lies; what lies
 * packed comes piece by piece from the reader. A file that went, changed or cannot be read is left out and named. `expected`: paths of the files that were found in the folder when she looked.
 */
export async function addFiles(services: Pick<ShellServices, 'vault'>, task: RunningTask, source: Asked, expected?: readonly string[]): Promise<FilesKept> {
  /** Archives whose files may not be those of the archive that was sealed. */
  const without = new Map<string, Reason>();
  for (let tries = 1; ; tries += 1) {
    const { found, paths } = await lookThroughFiles(task, source);
    const kept = await tryToAdd(services, task, { ...source, found, expected: expected ?? paths, without });
    if (kept !== null) return kept;
    if (tries === mostTries) throw new Refusal('file-changed', source.name);
  }
}

/** null, with nothing kept: an archive was lost after some of it came; `without` has it now. */
async function tryToAdd({ vault }: Pick<ShellServices, 'vault'>, task: RunningTask, { path, name, found, expected, without }: Asked & { found: FilesFound; expected: readonly string[]; without: Map<string, Reason> }): Promise<FilesKept | null> {
  const { batchId } = await vault.ask('files.begin', { path, name, isFolder: found.isFolder, totalBytes: found.sizeBytes });
  const counts = { kept: 0, known: 0 };
  const leftOut: FilesLeftOut = { leftOutCount: 0, leftOut: [] };
  const leave = (file: string, reason: Reason): void => {
    leftOut.leftOutCount += 1;
    if (leftOut.leftOut.length < leftOutShown) leftOut.leftOut.push({ name: file.slice(0, 200), reason });
  };
  /** Numbers of files that did not come; what lies in such an archive does not come either. */
  const gone = new Map<number, Reason>();
  const lose = (file: KeepFile, reason: Reason): void => {
    gone.set(file.number, reason);
    leave(file.path, reason);
  };
  let current: KeepFile | null = null;
  const asked = (file: KeepFile): { taskId: string; batchId: string; number: number; holder: number | null; path: string; name: string; mediaType: string; form: KeepFile['form'] } =>
    ({ taskId: task.id, batchId, number: file.number, holder: file.holder, path: file.path, name: file.name, mediaType: file.mediaType, form: file.form });

  const take = async (piece: Piece): Promise<void> => {
    task.signal.throwIfAborted();
    if (piece.say === 'keep-file') {
      current = piece;
      const lostBefore = piece.holder === null ? without.get(piece.path) : gone.get(piece.holder);
      if (lostBefore !== undefined) return lose(piece, lostBefore);
      if (piece.holder !== null) return;
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
    const end = await readSource({ job: 'read-files', path, name, expected: [...expected] }, name, { signal: task.signal, onPiece: take });
    if (end.say !== 'files-end') throw new Error('the reader answered another question');
    task.signal.throwIfAborted();
    const lost = end.lostHolders.filter(({ number }) => !gone.has(number));
    if (lost.length > 0) {
      if (!found.isFolder) throw new Refusal(lost[0]?.reason === 'gone' ? 'file-gone' : 'file-changed', name);
      for (const holder of lost) without.set(holder.path, holder.reason);
      await vault.ask('files.abandon', { batchId });
      return null;
    }
    await vault.ask('files.commit', { batchId, holders: end.holders.filter(({ number }) => !gone.has(number)) });
    return { ...counts, leftOutCount: end.leftOutCount + leftOut.leftOutCount, leftOut: [...leftOut.leftOut, ...end.leftOut].slice(0, leftOutShown) };
  } catch (error) {
    await vault.ask('files.abandon', { batchId }).catch(() => undefined);
    throw error;
  }
}
