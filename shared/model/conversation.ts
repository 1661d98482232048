import { z } from 'zod';
import { DateOrder } from './date-order';
import { Id, UtcInstant } from './identity';

export { DateOrder };

/** One participant as the export names them. `isMe` and `personId` are set by her, never guessed silently. */
export const Participant = z.object({ name: z.string().max(300), isMe: z.boolean(), personId: Id.nullable() });
export type Participant = z.infer<typeof Participant>;

export const Conversation = z.object({
  id: Id,
  title: z.string().max(300),
  source: z.enum(['whatsapp']),
  sourceDocumentId: Id,
  /** The text file inside the source when the source is an archive, else ''. */
  sourceEntryName: z.string().max(1024),
  participants: z.array(Participant),
  messageCount: z.number().int().nonnegative(),
  /** Wall-clock times as the export wrote them, `YYYY-MM-DDTHH:MM:SS`; the export carries no zone. '' when empty. */
  firstAt: z.string(),
  lastAt: z.string(),
  dateOrder: DateOrder,
  importedUtc: UtcInstant,
  /** True when the export stops at WhatsApp's own limit and so may not be the whole conversation. */
  mayBeTruncated: z.boolean(),
  notUnderstoodCount: z.number().int().nonnegative(),
});
export type Conversation = z.infer<typeof Conversation>;

/**
 * Why a message's attachment is not kept: the phone left it out of the export; the export names it and does not hold it; the export holds it, and it was not
 * taken out (another file had its name, it was damaged, locked, too large); or it was erased here.
 */
export const AbsentBecause = z.enum(['left-out-by-phone', 'not-in-file', 'not-opened', 'erased']);
export type AbsentBecause = z.infer<typeof AbsentBecause>;

export const Message = z.object({
  id: Id,
  conversationId: Id,
  /** Place in the conversation, counted from 0, in the source's order. */
  ordinal: z.number().int().nonnegative(),
  kind: z.enum(['message', 'system', 'not-understood']),
  /** '' for system lines. */
  sender: z.string().max(300),
  isMe: z.boolean(),
  /** `YYYY-MM-DDTHH:MM:SS` wall clock; '' for a line that could not be dated. */
  at: z.string(),
  /** The date and time exactly as the source wrote them. */
  atAsWritten: z.string().max(100),
  text: z.string(),
  /** An attachment: its name as written, and the document when it is kept; if not, why. */
  attachment: z.object({ name: z.string(), documentId: Id.nullable(), absent: AbsentBecause.nullable() }).nullable(),
  flags: z.array(z.enum(['edited', 'deleted', 'forwarded', 'location', 'contact', 'poll', 'call'])),
  /** 1-based line, and byte offset with length, in the source text: where this message can be checked. */
  sourceLine: z.number().int().positive(),
  sourceOffset: z.number().int().nonnegative(),
  sourceLength: z.number().int().nonnegative(),
});
export type Message = z.infer<typeof Message>;

/** A marked range of a conversation and what she says it shows. Both ordinals inclusive. */
export const Excerpt = z.object({
  id: Id,
  conversationId: Id,
  conversationTitle: z.string(),
  firstOrdinal: z.number().int().nonnegative(),
  lastOrdinal: z.number().int().nonnegative(),
  shows: z.string().max(20_000),
  markedUtc: UtcInstant,
  firstAt: z.string(),
  lastAt: z.string(),
  linkedIncidentIds: z.array(Id),
});
export type Excerpt = z.infer<typeof Excerpt>;
