import { z } from 'zod';
import { DateOrder } from '../model/date-order';
import { AttachmentMissing, MessageFlag, NeutralCall, TimeBasis } from '../model/message-facts';
import { arePlainMessages } from './plain-message';

/** `at`: wall clock, `YYYY-MM-DDTHH:MM:SS`, '' where there is no time that can be read. `offsetMinutes`: what `at` is ahead of UTC; null where the source does not settle it. */
const Time = {
  at: z.string().regex(/^(|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})$/),
  offsetMinutes: z.number().int().min(-1080).max(1080).nullable(),
  basis: TimeBasis,
  /** Exactly as the source has it; of a number, the number. */
  atAsWritten: z.string().max(100),
};

/** Where the bytes are that say this: in the file that the part names. `line` is 1-based and counts LF; 0 where the file has no lines to speak of (it is packed, say). */
const Place = {
  sourceLine: z.number().int().nonnegative(),
  sourceOffset: z.number().int().nonnegative(),
  sourceLength: z.number().int().nonnegative(),
};

/** A file that goes with a message. `file`: the id of a part `file-found` or `file-piece` that was or will be sent in this reading; '' where there is none, and then why. */
export const NeutralAttachment = z.object({
  /** As the source names it; '' where it has no name. */
  name: z.string().max(1024),
  file: z.string().max(80),
  absent: AttachmentMissing.nullable(),
});
export type NeutralAttachment = z.infer<typeof NeutralAttachment>;

/** One message as an importer hands it over. */
export const NeutralMessage = z.object({
  kind: z.enum(['message', 'system', 'not-understood']),
  /** Who wrote it, as the export names them: the same person always by the same words within a conversation. '' for system lines. */
  sender: z.string().max(300),
  ...Time,
  /** Its words. Of what is not understood: the source's own text there. Markup is taken off; nothing is added. */
  text: z.string().max(1_000_000),
  attachments: z.array(NeutralAttachment).max(200),
  /** Each once, in the order of `MessageFlag`. */
  flags: z.array(MessageFlag).max(18),
  /** What it answers, as far as the source repeats it; null where it answers nothing or the source does not say what. */
  quoted: z.object({ sender: z.string().max(300), text: z.string().max(20_000) }).nullable(),
  reactions: z.array(z.object({ by: z.string().max(300), what: z.string().max(100) })).max(1000),
  call: NeutralCall.nullable(),
  /** Of a phone with several SIM cards: over which of its lines it went, as the source numbers them. Absent where the source does not say. */
  line: z.string().max(100).optional(),
  ...Place,
});
export type NeutralMessage = z.infer<typeof NeutralMessage>;

/** Someone in a conversation, as the source has it. `handle`: telephone number, address or user name; '' where it is not said. */
export const NeutralParticipant = z.object({ name: z.string().max(300), handle: z.string().max(300), isOwner: z.boolean() });
export type NeutralParticipant = z.infer<typeof NeutralParticipant>;

/** Says that a conversation exists; comes before its first messages, once for each key. A participant may be named here or not: whoever writes is one anyway. */
export const ConversationPart = z.object({
  part: z.literal('conversation'),
  /** By which this reading knows it. */
  key: z.string().max(1024),
  /** As the source names it, else the others' names; '' where nothing is known. */
  title: z.string().max(300),
  /** What it was sent with, where the source says it or its kind settles it: `SMS`, `iMessage`, `WhatsApp`. */
  service: z.string().max(60),
  participants: z.array(NeutralParticipant).max(2000),
  /** In which order its dates were read, where the source writes numbers that leave it open; otherwise not said. */
  dateOrder: DateOrder.optional(),
});

/** Most messages of one part. */
export const partMessages = 1000;

const AnyMessages = z.array(NeutralMessage).max(partMessages);

const Messages = z.unknown().transform((value, context): NeutralMessage[] => {
  if (arePlainMessages(value, partMessages)) return value as NeutralMessage[];
  const read = AnyMessages.safeParse(value);
  if (read.success) return read.data;
  context.issues.push({ code: 'custom', message: read.error.message, input: value });
  return z.NEVER;
});

export const MessagesPart = z.object({
  part: z.literal('messages'),
  key: z.string().max(1024),
  /** Path of the file in which their places are. */
  path: z.string().max(4096),
  messages: Messages,
});

/** A file of the source that goes with a message: the reader fetches it by its path. */
export const FileFoundPart = z.object({ part: z.literal('file-found'), id: z.string().min(1).max(64), path: z.string().max(4096), name: z.string().max(1024) });

/** Bytes that stand inside a message's own file (base64 in an MMS or a mail), decoded, in order; files do not interleave. `last` may come alone. */
export const FilePiecePart = z.object({
  part: z.literal('file-piece'), id: z.string().min(1).max(64), name: z.string().max(1024), bytes: z.instanceof(Uint8Array), last: z.boolean(),
  /** False in the last piece: what stood there was cut short or no base64; the file is then dropped, and its attachments are `not-opened`. */
  isSound: z.boolean(),
});

/**
 * A stretch of a file that the importer could not read as anything that belongs to a conversation. Never dropped. `counts`: the stretch was read, but it says that the file holds `said` entries
 * and `read` were found.
 */
export const NotUnderstoodPart = z.object({
  part: z.literal('not-understood'), path: z.string().max(4096), text: z.string().max(2000), ...Place,
  counts: z.object({ said: z.number().int().nonnegative(), read: z.number().int().nonnegative() }).optional(),
});

export const NeutralPart = z.discriminatedUnion('part', [ConversationPart, MessagesPart, FileFoundPart, FilePiecePart, NotUnderstoodPart]);
export type NeutralPart = z.infer<typeof NeutralPart>;
