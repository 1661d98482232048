import { z } from 'zod';
import { CallError } from './contract/errors';
import { ConversationPreview } from './contract/record-calls';
import { NeutralMessage, NotOpened } from './importers/neutral';
import { Bytes } from './model/bytes';
import { DateOrder } from './model/conversation';
import { DocumentForm, PictureFacts } from './model/document';
import { Sha256, UtcInstant } from './model/identity';

/**
 * Between the shell and a process that reads one hostile file (electron/workers/read-source-entry.ts). One process, one
 * job, no keys: the shell sends `ReadJob` first, the process answers with pieces and one last word (`preview`,
 * `conversation-end`, `facts` or `refused`), and is then ended. Both sides parse every message.
 *
 * Back-pressure: a `messages` or `attachment` piece counts as outstanding until the shell acknowledges it, in order; the
 * process keeps at most `outstandingPieces` of them. A piece holds at most `pieceBytes` of an attachment or
 * `pieceMessages` messages.
 */
export const outstandingPieces = 4;
export const pieceBytes = 1024 * 1024;
export const pieceMessages = 1000;

/** Most bytes of a document that are sent for `read-document-facts`; of a longer one, the beginning. */
export const factsBytes = 16 * 1024 * 1024;

export const ReadJob = z.discriminatedUnion('job', [
  /** Result: `preview`. `dateOrder` null: find it out, or say that it must be asked. */
  z.object({ job: z.literal('preview-conversation'), path: z.string(), name: z.string(), dateOrder: DateOrder.nullable() }),
  /** Result: `messages` and `attachment` pieces, then `conversation-end`. */
  z.object({ job: z.literal('read-conversation'), path: z.string(), name: z.string(), dateOrder: DateOrder }),
  /** Result: `facts`. `bytes` is the document's beginning or all of it; `sizeBytes` its whole length. The name decides nothing but text encodings and ties. */
  z.object({ job: z.literal('read-document-facts'), bytes: Bytes, sizeBytes: z.number().int().nonnegative(), name: z.string() }),
]);
export type ReadJob = z.infer<typeof ReadJob>;

/** What a document's bytes say of themselves. */
export const DocumentFacts = z.object({ mediaType: z.string().max(200), form: DocumentForm, picture: PictureFacts.nullable() });
export type DocumentFacts = z.infer<typeof DocumentFacts>;

export const ToReader = z.discriminatedUnion('say', [
  z.object({ say: z.literal('begin'), job: ReadJob }),
  /** The oldest outstanding piece is stored. */
  z.object({ say: z.literal('acknowledge') }),
]);
export type ToReader = z.infer<typeof ToReader>;

export const FromReader = z.discriminatedUnion('say', [
  z.object({ say: z.literal('progress'), done: z.number().nonnegative(), total: z.number().nonnegative(), unit: z.enum(['bytes', 'messages']) }),
  z.object({ say: z.literal('messages'), messages: z.array(NeutralMessage).max(pieceMessages) }),
  /** Bytes of one attachment in order; attachments do not interleave. `last` may come with the only piece, and with no bytes. */
  z.object({
    say: z.literal('attachment'), name: z.string().max(1024), bytes: Bytes, last: z.boolean(),
    modifiedUtc: UtcInstant.nullable(), mediaType: z.string().max(200),
  }),
  z.object({ say: z.literal('preview'), preview: ConversationPreview }),
  /**
   * `sourceSha256` is of the whole file that was read: the vault compares it with the one it sealed. `notOpened`: names of attachments that messages
   * name and the archive holds, which were not sent.
   */
  z.object({ say: z.literal('conversation-end'), sourceSha256: Sha256, sourceEntryName: z.string().max(1024), mayBeTruncated: z.boolean(), notOpened: NotOpened }),
  z.object({ say: z.literal('facts'), facts: DocumentFacts }),
  z.object({ say: z.literal('refused'), error: CallError }),
]);
export type FromReader = z.infer<typeof FromReader>;
