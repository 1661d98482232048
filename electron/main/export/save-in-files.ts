import { createHash } from 'node:crypto';
import { Refusal } from '../../../shared/contract/errors';
import { partNames } from '../../../shared/messages/en-gb/outputs';
import type { PartFile } from '../../../shared/model/output';
import type { BagFile } from '../bag/bag-contents';
import { saveWholeFolder } from '../files/save-whole-folder';

/** A file as it leaves. `open`: the same before it was shut; by it a copy is known once somebody has opened it. */
export interface LeavingFile { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly pageCount: number; readonly open: Uint8Array<ArrayBuffer> }

/** What the files of a document are called, by its own name: `Re-A-bundle.pdf` gives `Re-A-bundle-part-1-of-3.pdf`. `folder`: in which they lie together. */
export function namesOfFiles(name: string, count: number): { readonly folder: string; readonly files: readonly string[] } {
  const folder = name.replace(/\.pdf$/, '');
  return { folder, files: Array.from({ length: count }, (_, index) => `${folder}-${partNames.part(index + 1, count)}.pdf`) };
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What is recorded of each. */
export function partFiles(files: readonly LeavingFile[]): PartFile[] {
  return files.map(({ name, bytes, pageCount }) => ({ name, sha256: sha256Of(bytes), sizeBytes: bytes.length, pageCount }));
}

/** The list by which anybody can check the files (`sha256sum -c`), and its own SHA-256, under which all of them are recorded as one. */
export function listOfSums(parts: readonly PartFile[]): { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string } {
  const bytes = new TextEncoder().encode(parts.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  return { bytes, sha256: sha256Of(bytes) };
}

/** The files and the list of their sums, as an archive or a folder takes them. Refuses `cancelled`. */
export async function* withSums(files: readonly LeavingFile[], signal: AbortSignal): AsyncGenerator<BagFile> {
  const sums = listOfSums(partFiles(files)).bytes;
  for (const { name, bytes, mediaType } of [...files.map((file) => ({ ...file, mediaType: 'application/pdf' })), { name: partNames.sums, bytes: sums, mediaType: 'text/plain' }]) {
    if (signal.aborted) throw new Refusal('cancelled');
    yield { path: name, mediaType, document: null, sizeBytes: bytes.length, pieces: oneAfterAnother([bytes]) };
  }
}

async function* oneAfterAnother(pieces: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

/** Writes the files into a folder of their own where she chose, all of them or none. `record` is told while nobody sees them yet. Refuses as `saveWholeFolder`, and `cancelled`. */
export function saveInFolder<R>(files: readonly LeavingFile[], into: string, folder: string, signal: AbortSignal, record: (saved: { fileName: string; sizeBytes: number; sha256: string; parts: PartFile[] }) => Promise<R>): Promise<R> {
  const parts = partFiles(files);
  return saveWholeFolder(withSums(files, signal), into, folder, ({ fileName, sizeBytes }) => record({ fileName, sizeBytes, sha256: listOfSums(parts).sha256, parts }));
}
