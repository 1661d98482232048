import { z } from 'zod';
import { Dated, DaySpan } from './dated';
import { Id, Sha256, UtcInstant } from './identity';

/** How the program can show a document; told from its bytes, never from its name. */
export const DocumentForm = z.enum(['image', 'pdf', 'text', 'audio', 'video', 'other']);
export type DocumentForm = z.infer<typeof DocumentForm>;

/** What was found inside an image's own data. A claim made by a device, not a fact. */
export const PictureFacts = z.object({
  widthPx: z.number().int().nonnegative(),
  heightPx: z.number().int().nonnegative(),
  /** EXIF orientation 1-8; 1 when absent. */
  orientation: z.number().int().min(1).max(8),
  /** EXIF DateTimeOriginal as written, with its offset when there is one, else ''. */
  takenAsWritten: z.string().max(60),
  hasPosition: z.boolean(),
  device: z.string().max(200),
});
export type PictureFacts = z.infer<typeof PictureFacts>;

/** Where it came from: added by her; the source file of conversations, of mail or of positions; or what went with a message or a mail. */
export const DocumentOrigin = z.enum(['added', 'message-source', 'message-attachment', 'mail-source', 'mail-attachment', 'location-source']);

/** A file kept whole as evidence. Its bytes, original name and dates never change. */
export const Document = z.object({
  id: Id,
  status: z.enum(['kept', 'erased']),
  originalName: z.string().max(1024),
  sizeBytes: z.number().int().nonnegative(),
  /** The file's own modification time when it was added, as the file system gave it; null when it had none. */
  fileModifiedUtc: UtcInstant.nullable(),
  mediaType: z.string().max(200),
  form: DocumentForm,
  sha256: Sha256,
  addedUtc: UtcInstant,
  origin: DocumentOrigin,
  picture: PictureFacts.nullable(),
  /** Her words about it; amendable, each change in the history. */
  title: z.string().max(300),
  happened: Dated,
  happenedSpan: DaySpan,
  note: z.string().max(200_000),
  /** Incidents that rest on it. */
  linkedIncidentIds: z.array(Id),
  erased: z.object({ atUtc: UtcInstant, reason: z.string() }).nullable(),
});
export type Document = z.infer<typeof Document>;

/** A document that stands nowhere in the chronology: it has no date, and no entry rests on it. `name`: her title, else the file's own. */
export const UndatedDocument = z.object({ id: Id, name: z.string(), addedUtc: UtcInstant });
export type UndatedDocument = z.infer<typeof UndatedDocument>;
