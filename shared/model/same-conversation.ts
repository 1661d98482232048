import { z } from 'zod';
import { Message } from './conversation';
import { Id, UtcInstant } from './identity';

const Count = z.number().int().nonnegative();

/** Conversations that are exports of one and the same, because she said so; each stays as it is. The one that ends first comes first: it is taken for the oldest export. */
export const ConversationGroup = z.object({ id: Id, conversationIds: z.array(Id).min(2), groupedUtc: UtcInstant });
export type ConversationGroup = z.infer<typeof ConversationGroup>;

/** Conversations that may be exports of one: the same kind, and the same people by name or handle, or the same title. Never acted on; `keepApart` ends it. */
export const SuggestedGroup = z.object({ conversationIds: z.array(Id).min(2), because: z.enum(['participants', 'title']) });
export type SuggestedGroup = z.infer<typeof SuggestedGroup>;

/** In what the same message differs between two exports. `sender`: the export names them otherwise. */
export const MessageDifference = z.enum(['time', 'sender', 'text', 'attachments', 'flags']);
export type MessageDifference = z.infer<typeof MessageDifference>;

/**
 * What comparing finds.
 * - `missing`: in the older export; not in the newer, although it covers that time. Evidence in itself.
 * - `added`: in the newer export; not in the older, although it covers that time.
 * - `changed`: in both, and not the same.
 * - `before`, `after`: in one only, at a time that the other does not cover (or at which it may be cut off by its exporter's limit).
 */
export const FindingKind = z.enum(['missing', 'added', 'changed', 'before', 'after']);
export type FindingKind = z.infer<typeof FindingKind>;

export const Finding = z.object({ kind: FindingKind, older: Message.nullable(), newer: Message.nullable(), differences: z.array(MessageDifference) });
export type Finding = z.infer<typeof Finding>;

/** Two exports of one conversation, message by message. */
export const ExportComparison = z.object({
  olderId: Id, newerId: Id,
  /** In both, and the same. */
  sameCount: Count,
  counts: z.record(FindingKind, Count),
  /** People whom the exports name differently, with how many messages say so. */
  renamed: z.array(z.object({ older: z.string(), newer: z.string(), count: Count })),
  /** Differences of time that many messages share (a phone in another zone), the commonest first: minutes from the older to the newer. */
  shifts: z.array(z.object({ minutes: z.number().int(), count: Count })),
});
export type ExportComparison = z.infer<typeof ExportComparison>;

/** A message of the merged reading, once: as the newest export has it, with every export in which it stands, and in what they differ from it. */
export const MergedMessage = z.object({
  message: Message,
  stands: z.array(z.object({ conversationId: Id, ordinal: Count, differences: z.array(MessageDifference) })).min(1),
  /** Exports of the group that cover its time and do not hold it. */
  missingFrom: z.array(Id),
});
export type MergedMessage = z.infer<typeof MergedMessage>;

/** A participant whose name or handle is that of somebody in People: for her to confirm, never acted on. */
export const SuggestedPerson = z.object({ participant: z.string(), personId: Id, because: z.enum(['handle', 'name']) });
export type SuggestedPerson = z.infer<typeof SuggestedPerson>;
