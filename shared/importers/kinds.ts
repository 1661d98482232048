import { z } from 'zod';

/** Which program wrote an export that Tidemark reads as conversations. */
export const ConversationSourceKind = z.enum([
  'whatsapp', 'sms-backup', 'imessage-exporter', 'messenger', 'instagram', 'telegram', 'signal', 'google-chat', 'google-voice', 'table',
]);
export type ConversationSourceKind = z.infer<typeof ConversationSourceKind>;
