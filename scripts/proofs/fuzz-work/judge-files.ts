import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Piece, runJob } from './run-job';

type KeepFile = Extract<Piece, { say: 'keep-file' }>;

/** What the reader said last, and how much it read. */
export interface FilesRead {
  readonly holders: readonly { readonly number: number; readonly sha256: string }[];
  readonly files: number;
  readonly leftOut: number;
}

/**
 * Has the reader look through an archive on the disk and read every file in it. Throws where what it counted is not what it gives, a file is out of turn, lies in none or in a later archive, has a name that is a path or another length than is
 * said, never ends, or the archive is not the one that was read; and what the reader refuses, which it must refuse both times.
 */
export async function judgeFiles(place: string, take: (piece: Piece) => Promise<void> = () => Promise.resolve()): Promise<FilesRead> {
  const looked = await runJob({ job: 'look-through-files', path: place, name: 'archive.zip' }, () => Promise.reject(new Error('it only counts, and gives something')));
  if (looked.say !== 'files-found') throw new Error(`the reader says ${looked.say}`);
  const files: KeepFile[] = [];
  let open: { file: KeepFile; bytes: number } | null = null;
  const judge = (piece: Piece): void => {
    if (piece.say === 'keep-file') {
      if (open !== null) throw new Error('a file never came');
      if (piece.number !== files.length || (piece.holder === null) !== (piece.number === 0) || (piece.holder !== null && piece.holder >= piece.number)) throw new Error('a file out of turn');
      if (piece.holder !== null && (/[/\\\u0000]/.test(piece.name) || piece.path.split('/').some((step) => step === '..') || piece.path.startsWith('/'))) throw new Error('a path that leads elsewhere');
      files.push(piece);
      if (piece.holder !== null) open = { file: piece, bytes: 0 };
    } else if (piece.say === 'file') {
      if (open === null || piece.id !== String(open.file.number)) throw new Error('bytes of no file');
      open.bytes += piece.bytes.length;
      if (piece.last && piece.isSound && open.bytes !== open.file.sizeBytes) throw new Error('another length than was said');
      if (piece.last) open = null;
    } else throw new Error(`the reader says ${piece.say}`);
  };
  const end = await runJob({ job: 'read-files', path: place, name: 'archive.zip', expected: looked.paths }, (piece) => {
    judge(piece);
    return take(piece);
  });
  if (end.say !== 'files-end') throw new Error(`the reader says ${end.say}`);
  if (open !== null) throw new Error('a file never came');
  if (looked.found.fileCount < files.length) throw new Error('it counted fewer than it gives');
  const sha256 = createHash('sha256').update(readFileSync(place)).digest('hex');
  if (end.lostHolders.length > 0 || end.holders.some((holder) => holder.number !== 0 || holder.sha256 !== sha256)) throw new Error('the archive is not the one that was read');
  return { holders: end.holders, files: files.length, leftOut: end.leftOutCount };
}
