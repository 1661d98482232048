import { z } from 'zod';
import { LocationClaim } from '../model/location-claim';
import { ConversationSourceKind } from '../model/message-facts';
import { MailAttachment, MailPart } from './mail/parts';
import { ConversationPart, MessagesPart, NotUnderstoodPart } from './parts';

/**
 * Where a part was read: `file` counts the files that the reader said it recognised (and the vault sealed), from 0; `entryName` is the path inside that file where it is an archive,
 * through archives in archives (`inner.zip/_chat.txt`), else ''.
 */
const Where = { file: z.number().int().nonnegative(), entryName: z.string().max(4096) };

/** Ids of the whole source are longer than those of one file's reading. */
const SourceId = z.string().max(80);

/** A neutral part as it leaves the reading process: of which kind it is, and in which sealed file its place lies. Keys and ids are those of the whole source. */
export const ReadPart = z.discriminatedUnion('part', [
  ConversationPart.extend({ kind: ConversationSourceKind }),
  MessagesPart.omit({ path: true }).extend(Where),
  MailPart.omit({ path: true }).extend({ ...Where, id: SourceId.min(1), within: SourceId, attachments: z.array(MailAttachment.extend({ file: SourceId, mail: SourceId })).max(1000) }),
  z.object({ part: z.literal('locations'), claims: z.array(LocationClaim).max(1000), ...Where }),
  NotUnderstoodPart.omit({ path: true }).extend(Where),
]);
export type ReadPart = z.infer<typeof ReadPart>;
