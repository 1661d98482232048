import { z } from 'zod';
import { Id, Sha256 } from './identity';
import { SweepReport } from './sweep';

const Count = z.number().int().nonnegative();

/** What she says about the files of an evidence bag. */
export const BagChoice = z.object({
  form: z.enum(['folder', 'zip']),
  /** Originals byte for byte, with all they say of themselves; otherwise pictures drawn afresh, and of the rest their SHA-256 alone. */
  originals: z.boolean(),
  /** Whole exports of conversations and whole mailboxes, which hold more than what was chosen. Only with originals. */
  wholeSources: z.boolean(),
  /** Documents whose files stay out because of what was found in them: neither they nor their own names are in it. */
  leftOut: z.array(Id).max(20_000).default([]),
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
  /** Of how many files only some pages are in these pages: none of them goes. They are not counted among the others. */
  extractCount: Count,
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

/** What was found in the files of a bag as they would leave, beside the pages. */
export const BagSwept = z.object({
  report: SweepReport,
  /** In which file of the record a hit stands: leaving it out is what takes the hit away. Of hits in the bag's own lists there is none. */
  owners: z.array(z.object({ hitId: z.string(), documentId: Id, name: z.string() })),
  /** Hits that she let stand before, with her reasons, and that are there still. */
  released: z.array(z.object({ hitId: z.string(), reason: z.string() })),
});
export type BagSwept = z.infer<typeof BagSwept>;
