import { createHash } from 'node:crypto';
import { Refusal } from '../../../../shared/contract/errors';
import { paddedLength, sealedLength } from '../../crypto/stream';
import { asRefusal, type OpenFile } from '../file-port';
import type { ObjectFolder } from '../object-folder';
import { verifyEvidence } from '../checking/verify-evidence';
import type { NamedEvidence } from './copies';
import type { Progress } from './progress';

const pieceBytes = 1024 * 1024;
/** A sync of much more would hold up a lock for seconds on a slow stick. */
const syncEveryBytes = 8 * pieceBytes;

/** The file that is copied cannot be read, or does not verify; the place it should go to is not at fault. */
export class DamagedSource extends Error {
  override readonly name = 'DamagedSource';
}

/** Bytes on the disk of a sealed evidence file of so many plain bytes. */
export function evidenceLength(sizeBytes: number): number {
  return sealedLength(paddedLength(sizeBytes));
}

/**
 * Copies an object byte for byte: written under a temporary name, synced, opened anew, read back and compared; only then it gets its name. Returns its
 * length. Throws DamagedSource when it is missing or cannot be read; refuses `io-error` when what is read back differs.
 */
export async function copyObject(from: Pick<ObjectFolder, 'open'>, to: ObjectFolder, name: string, progress: Progress): Promise<number> {
  const copied = await copy(from, to, name, progress, async (open, digest) => {
    if ((await digestOf(await open(), progress)) !== digest) throw new Refusal('io-error');
  });
  return copied;
}

/**
 * Copies an evidence file; what was written is verified with the file's own key and the SHA-256 in the record before it gets its name. Throws
 * DamagedSource when it is the vault's file that does not verify; refuses `drive-file-limit`, naming the file.
 */
export async function copyEvidence(from: Evidence, to: ObjectFolder, evidence: NamedEvidence, progress: Progress): Promise<number> {
  const step = async (): Promise<void> => progress.assertGoingOn();
  const copied = copy(from.objects, to, evidence.objectName, progress, async (open) => {
    const found = await verifyEvidence({ vaultId: from.vaultId, objects: { open } }, evidence, async (bytes) => {
      progress.add(bytes);
      await step();
    });
    if (found === 'whole') return;
    if ((await verifyEvidence(from, evidence, step)) === 'whole') throw new Refusal('io-error');
    throw new DamagedSource();
  });
  return copied.catch((error: unknown) => {
    const refusal = asRefusal(error);
    // She must know which file it is that needs another drive.
    throw refusal instanceof Refusal && refusal.code === 'drive-file-limit' ? new Refusal(refusal.code, evidence.name) : error;
  });
}

export interface Evidence {
  vaultId: Uint8Array;
  objects: Pick<ObjectFolder, 'open'>;
}

type Compare = (open: () => Promise<OpenFile>, digest: string) => Promise<void>;

async function copy(from: Pick<ObjectFolder, 'open'>, to: ObjectFolder, name: string, progress: Progress, compare: Compare): Promise<number> {
  const source = await readable(() => from.open(name));
  if (source === null) throw new DamagedSource();
  try {
    const hash = createHash('sha256');
    let digest = '';
    return await to.publish(name, async (file) => {
      const length = await pour(source, file, (piece) => {
        hash.update(piece);
        progress.add(piece.length);
      });
      digest = hash.digest('hex');
      return length;
    }, { verify: (open) => compare(open, digest), isNameSyncedLater: true });
  } finally {
    await source.close();
  }
}

/** One piece is read while the one before is written. */
async function pour(source: OpenFile, file: OpenFile, see: (piece: Uint8Array) => void): Promise<number> {
  const length = await readable(() => source.size());
  const fetch = (at: number): Promise<Uint8Array> => {
    const reading = readable(() => source.read(at, Math.min(pieceBytes, length - at)));
    // Its error is seen where it is awaited; by then the writing may have failed.
    reading.catch(() => undefined);
    return reading;
  };
  let next = fetch(0);
  for (let at = 0; at < length;) {
    const piece = await next;
    if (piece.length === 0) throw new DamagedSource();
    next = fetch(at + piece.length);
    await file.write(piece, at);
    at += piece.length;
    if (at % syncEveryBytes === 0) await file.dataSync();
    see(piece);
  }
  await next;
  return length;
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (asRefusal(error) instanceof Refusal) throw new DamagedSource();
    throw error;
  }
}

/** SHA-256 of a file, hexadecimal; closes it. */
export async function digestOf(file: OpenFile, progress: Progress | null): Promise<string> {
  try {
    const hash = createHash('sha256');
    const length = await file.size();
    for (let at = 0; at < length; at += pieceBytes) {
      const piece = await file.read(at, pieceBytes);
      hash.update(piece);
      progress?.add(piece.length);
    }
    return hash.digest('hex');
  } finally {
    await file.close();
  }
}
