import { z } from 'zod';
import { Id, Sha256 } from './identity';

const Count = z.number().int().nonnegative();

/** What she says about the files of an evidence bag. */
export const BagChoice = z.object({
  form: z.enum(['folder', 'zip']),
  /** Originals byte for byte, with all they say of themselves; otherwise pictures drawn afresh, and of the rest their SHA-256 alone. */
  originals: z.boolean(),
  /** Whole exports of conversations and whole mailboxes, which hold more than what was chosen. Only with originals. */
  wholeSources: z.boolean(),
});
export type BagChoice = z.infer<typeof BagChoice>;

/** What the files of the exhibits are, for her to decide by. Bytes are those of the originals. */
export const BagOutlook = z.object({
  originals: z.object({ count: Count, sizeBytes: Count }),
  wholeSources: z.object({ count: Count, sizeBytes: Count }),
  /** How many of the originals can be drawn afresh, and how many are plain text, which says nothing of itself. */
  drawnCount: Count, plainCount: Count,
  /** Files that say where they were made; `devices`: how many name the phone or camera. */
  positions: z.array(z.object({ mark: z.string(), name: z.string(), documentId: Id.nullable() })),
  deviceCount: Count,
  /** Something is taken out of the pages: then no file of an exhibit goes. */
  isRedacted: z.boolean(),
});
export type BagOutlook = z.infer<typeof BagOutlook>;

/** What is recorded of a bag that was handed over, beside the file or folder itself. */
export const BagRecord = BagChoice.extend({
  /** SHA-256 of its `tagmanifest-sha256.txt`, which stands for all of it. */
  bagSha256: Sha256,
  /** Files in it, its own lists counted, and files of exhibits that are not. */
  fileCount: Count, leftOutCount: Count,
});
export type BagRecord = z.infer<typeof BagRecord>;
