import { createHash, type Hash } from 'node:crypto';
import type { FilesWork } from '../../../electron/vault/calls/files-work';
import type { LongWork } from '../../../electron/vault/store/store';
import { Refusal } from '../../../shared/contract/errors';
import { judgeFiles } from './judge-files';
import type { Piece } from './run-job';

/** Nobody stops it, nobody looks at it. */
export const aloneWork: LongWork = { signal: new AbortController().signal, onProgress: () => undefined };

/** Every file of an archive on the disk becomes a document in the vault, as electron/main/flows/add-files.ts does. SHA-256 of each file that was read whole; null: refused, and nothing is kept. */
export async function keepFiles(files: FilesWork, place: string, breakOffAfter: number | null): Promise<string[] | null> {
  const { batchId } = await files.begin({ path: place, name: 'archive.zip', isFolder: false, totalBytes: 0 });
  const came: string[] = [];
  let current: Extract<Piece, { say: 'keep-file' }> | null = null;
  let hash: Hash = createHash('sha256');
  let count = 0;
  const take = async (piece: Piece): Promise<void> => {
    if (piece.say === 'keep-file') {
      if (breakOffAfter !== null && (count += 1) > breakOffAfter) throw new Refusal('cancelled');
      current = piece;
      hash = createHash('sha256');
      if (piece.holder === null) await files.seal({ batchId, ...current }, aloneWork);
    } else if (piece.say === 'file' && current !== null) {
      hash.update(piece.bytes);
      await files.piece({ batchId, ...current, bytes: piece.bytes, last: piece.last, isSound: piece.isSound, modifiedUtc: piece.modifiedUtc }, aloneWork);
      if (piece.last && piece.isSound) came.push(hash.digest('hex'));
    }
  };
  try {
    const { holders } = await judgeFiles(place, take);
    await files.commit(batchId, holders);
    return came;
  } catch (error) {
    await files.abandon(batchId);
    if (!(error instanceof Refusal)) throw error;
    return null;
  }
}
