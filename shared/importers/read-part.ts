import { z } from 'zod';
import { ConversationSourceKind } from '../model/message-facts';
import { ConversationPart, MessagesPart, NotUnderstoodPart } from './parts';

/**
 * Where a part was read: `file` counts the files that the reader said it recognised (and the vault sealed), from 0; `entryName` is the path inside that file where it is an archive,
 * through archives in archives (`inner.zip/_chat.txt`), else ''.
 */
const Where = { file: z.number().int().nonnegative(), entryName: z.string().max(4096) };

/** A neutral part as it leaves the reading process: of which kind it is, and in which sealed file its place lies. Keys and ids are those of the whole source. */
export const ReadPart = z.discriminatedUnion('part', [
  ConversationPart.extend({ kind: ConversationSourceKind }),
  MessagesPart.omit({ path: true }).extend(Where),
  NotUnderstoodPart.omit({ path: true }).extend(Where),
]);
export type ReadPart = z.infer<typeof ReadPart>;
