import { z } from 'zod';
import { call, Count, None } from '../contract/call';
import { Bytes } from '../model/bytes';
import { DocumentForm } from '../model/document';
import { mostFilesAtOnce } from '../model/files-found';
import { Id, Sha256, UtcInstant } from '../model/identity';

/** One file on its way in: its place among them, in which of them it lies (an archive; null on the disk), its path in there or in the folder, and what its bytes are told to be. */
const ComingFile = {
  taskId: Id, batchId: Id, number: z.number().int().min(0).max(mostFilesAtOnce), holder: Count.nullable(), path: z.string().max(4096), name: z.string().max(1024), mediaType: z.string().max(200), form: DocumentForm,
};
const Outcome = z.object({ outcome: z.enum(['kept', 'known']) });

/**
 * What the shell may ask of the vault process while the files of a folder or archive become documents: a part of vault-calls.ts. All of them or none: nothing shows until `files.commit`; abandoned,
 * refused or cut short they leave nothing.
 */
export const filesVaultCalls = {
  /** `path`: the folder, file or archive that she chose. `totalBytes`: of all files, for progress. */
  'files.begin': call('vault', z.object({ path: z.string().max(32_768), name: z.string().max(1024), isFolder: z.boolean(), totalBytes: Count }), z.object({ batchId: Id })),
  /** Seals a file where it lies: the one chosen, or at its path in the folder. Refuses as `documents.seal`; then the others can go on. */
  'files.seal': call('vault', z.object(ComingFile), Outcome),
  /** Bytes of a file out of an archive, in order; files do not interleave. `isSound` false, with `last` alone: what came of it is dropped. null until the last. */
  'files.piece': call('vault', z.object({ ...ComingFile, bytes: Bytes, last: z.boolean(), isSound: z.boolean(), modifiedUtc: UtcInstant.nullable() }), z.object({ outcome: z.enum(['kept', 'known']).nullable() })),
  /** Shows them. `holders`: of each archive on the disk, the SHA-256 of what was read from it. Refuses `file-changed` unless it is what was sealed; then nothing is kept. */
  'files.commit': call('vault', z.object({ batchId: Id, holders: z.array(z.object({ number: Count, sha256: Sha256 })).max(mostFilesAtOnce) }), None),
  'files.abandon': call('vault', z.object({ batchId: Id }), None),
} as const;
