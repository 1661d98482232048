import { z } from 'zod';
import { Conversation, ConversationSource } from './conversation';
import { Id, UtcInstant } from './identity';

/** What came of bringing in one source. `mailCount`: those attached to mails among them. */
export const BroughtIn = z.object({ conversations: z.array(Conversation), mailCount: z.number().int().nonnegative(), locationCount: z.number().int().nonnegative() });
export type BroughtIn = z.infer<typeof BroughtIn>;

/** One source that was brought in: a file, an archive, a folder. */
export const ImportRecord = z.object({
  id: Id,
  /** Its own name. */
  name: z.string().max(1024),
  importedUtc: UtcInstant,
  /** The files that are kept of it. */
  documentIds: z.array(Id),
  conversationIds: z.array(Id),
  mailCount: z.number().int().nonnegative(),
  locationCount: z.number().int().nonnegative(),
  /** Stretches that belong to no conversation and were not understood. */
  notUnderstoodCount: z.number().int().nonnegative(),
});
export type ImportRecord = z.infer<typeof ImportRecord>;

/** A stretch of a source that belongs to no conversation and was not understood, as it stands there, with its place. `counts`: it says that the file holds `said` entries, and `read` were found. */
export const UnclearStretch = z.object({
  source: ConversationSource,
  text: z.string().max(2000),
  sourceLine: z.number().int().nonnegative(),
  sourceOffset: z.number().int().nonnegative(),
  sourceLength: z.number().int().nonnegative(),
  counts: z.object({ said: z.number().int().nonnegative(), read: z.number().int().nonnegative() }).nullable(),
});
export type UnclearStretch = z.infer<typeof UnclearStretch>;
