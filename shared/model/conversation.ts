import { z } from 'zod';
import { AttachmentMissing, ConversationSourceKind, MessageFlag, NeutralCall, TimeBasis } from './message-facts';
import { DateOrder } from './date-order';
import { Id, UtcInstant } from './identity';

export { DateOrder };

/**
 * One participant as the export names them. `handle`: their telephone number, address or user name as the export has it, '' where it has none.
 * `isMe` and `personId` are set by her, never guessed silently.
 */
export const Participant = z.object({ name: z.string().max(300), handle: z.string().max(300), isMe: z.boolean(), personId: Id.nullable() });
export type Participant = z.infer<typeof Participant>;

/**
 * One file in which messages of a conversation stand. `documentId`: the file she brought in as it is kept, an archive whole. `entryName`: the file's path inside that archive, or inside
 * the folder of which the document is one file; '' where she brought in the file alone.
 */
export const ConversationSource = z.object({ documentId: Id, entryName: z.string().max(4096) });
export type ConversationSource = z.infer<typeof ConversationSource>;

export const Conversation = z.object({
  id: Id,
  title: z.string().max(300),
  kind: ConversationSourceKind,
  /** What it was sent with, as far as the source says: `SMS`, `iMessage`, `WhatsApp`; '' where it does not. */
  service: z.string().max(60),
  /** In the order in which they were read; `Message.sourceNumber` counts them from 0. */
  sources: z.array(ConversationSource),
  participants: z.array(Participant),
  messageCount: z.number().int().nonnegative(),
  /** How many of its messages are calls. */
  callCount: z.number().int().nonnegative(),
  /** Wall-clock times, `YYYY-MM-DDTHH:MM:SS`, the earliest and the latest; what zone they are in is for `bases` to say. '' when nothing has a time. */
  firstAt: z.string(),
  lastAt: z.string(),
  /** Where the times come from: each basis that a message has, in the order of `TimeBasis`. */
  bases: z.array(TimeBasis),
  /** The order of day and month with which its dates were read; null where nothing depends on one. */
  dateOrder: DateOrder.nullable(),
  importedUtc: UtcInstant,
  /** True when the export stops at its exporter's own limit and so may not be the whole conversation. */
  mayBeTruncated: z.boolean(),
  notUnderstoodCount: z.number().int().nonnegative(),
});
export type Conversation = z.infer<typeof Conversation>;

/**
 * Why a message's attachment is not kept: the export says that it left it out; the export names it and does not hold it; the export holds it, and it was not
 * taken out (another file had its name, it was damaged, locked, too large); or it was erased here.
 */
export const AbsentBecause = z.enum([...AttachmentMissing.options, 'erased']);
export type AbsentBecause = z.infer<typeof AbsentBecause>;

/** A file that goes with a message: its name as written, '' where it has none, and the document when it is kept; if not, why. */
export const MessageAttachment = z.object({ name: z.string(), documentId: Id.nullable(), absent: AbsentBecause.nullable() });
export type MessageAttachment = z.infer<typeof MessageAttachment>;

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
  /** What `at` is ahead of UTC, in minutes; null where the source does not settle it. */
  offsetMinutes: z.number().int().nullable(),
  basis: TimeBasis,
  /** The date and time exactly as the source wrote them. */
  atAsWritten: z.string().max(100),
  text: z.string(),
  attachments: z.array(MessageAttachment),
  flags: z.array(MessageFlag),
  /** What it answers, as far as the source repeats it. */
  quoted: z.object({ sender: z.string(), text: z.string() }).nullable(),
  reactions: z.array(z.object({ by: z.string(), what: z.string() })),
  call: NeutralCall.nullable(),
  /** Of a phone with several SIM cards: over which of its lines it went, as the source numbers them; '' where it does not say. */
  line: z.string(),
  /** Which of the conversation's sources it stands in, counted from 0; 1-based line (0 where the file has no lines to speak of), and byte offset with length there: where this message can be checked. */
  sourceNumber: z.number().int().nonnegative(),
  sourceLine: z.number().int().nonnegative(),
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
