import { z } from 'zod';

/** One message as an importer hands it over: neutral, with its place in the source. See model/conversation.ts for the fields. */
export const NeutralMessage = z.object({
  kind: z.enum(['message', 'system', 'not-understood']),
  sender: z.string().max(300),
  at: z.string().regex(/^(|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})$/),
  atAsWritten: z.string().max(100),
  text: z.string().max(1_000_000),
  attachmentName: z.string().max(1024),
  attachmentOmitted: z.boolean(),
  flags: z.array(z.enum(['edited', 'deleted', 'forwarded', 'location', 'contact', 'poll', 'call'])),
  sourceLine: z.number().int().positive(),
  sourceOffset: z.number().int().nonnegative(),
  sourceLength: z.number().int().nonnegative(),
});
export type NeutralMessage = z.infer<typeof NeutralMessage>;

/** Names of attachments that messages name and the archive holds, which the reader did not take out. */
export const NotOpened = z.array(z.string().max(1024)).max(100_000);
