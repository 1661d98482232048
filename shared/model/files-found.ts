import { z } from 'zod';
import { FileLeftOutReason } from './source-preview';

const Count = z.number().int().nonnegative();

/** Most files of one folder or archive that become documents at once. */
export const mostFilesAtOnce = 20_000;

/** Files that are not kept: how many, and the first of them by path (no control or direction characters). */
export const FilesLeftOut = z.object({ leftOutCount: Count, leftOut: z.array(z.object({ name: z.string().max(200), reason: FileLeftOutReason })).max(50) });
export type FilesLeftOut = z.infer<typeof FilesLeftOut>;

/** What lies in a folder or archive, before anything of it is kept. */
export const FilesFound = z.object({
  isFolder: z.boolean(),
  /** Files that would become documents; archives among them count too, because each is kept whole. */
  fileCount: Count,
  sizeBytes: Count,
  archiveCount: Count,
  /** The first of them, by path. */
  names: z.array(z.string().max(200)).max(12),
  /** Files in which conversations, mail or positions are recognised. Kept like any other; what they hold comes in under Messages. */
  conversationCount: Count,
  ...FilesLeftOut.shape,
});
export type FilesFound = z.infer<typeof FilesFound>;

/** What became of them. `known`: the same bytes were here before, or twice among them: kept once. */
export const FilesKept = z.object({ kept: Count, known: Count, ...FilesLeftOut.shape });
export type FilesKept = z.infer<typeof FilesKept>;
