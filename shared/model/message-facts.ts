import { z } from 'zod';

/** Which program wrote an export that Tidemark reads as conversations. */
export const ConversationSourceKind = z.enum([
  'whatsapp', 'sms-backup', 'imessage-exporter', 'messenger', 'instagram', 'telegram', 'signal', 'google-chat', 'google-voice', 'table',
]);
export type ConversationSourceKind = z.infer<typeof ConversationSourceKind>;

/**
 * Where a time comes from, and so how sure its zone is:
 * - `as-written`: the clock of the phone or program that wrote the export; its zone is not said and none is assumed;
 * - `offset-written`: date, time and offset from UTC stand in the source;
 * - `instant`: the source gives an instant (seconds since 1970, or UTC); it is shown on the clock of the United Kingdom (shared/dates/uk-clock.ts).
 * The machine's own zone never enters.
 */
export const TimeBasis = z.enum(['as-written', 'offset-written', 'instant']);
export type TimeBasis = z.infer<typeof TimeBasis>;

/**
 * `draft`: written and never sent. `failed`: sending failed. `pending`: still waiting to be sent when the export was made. None of these three was sent, as far as the source says.
 * `machine-transcript`: its words are what a machine made of a recording.
 */
export const MessageFlag = z.enum([
  'edited', 'deleted', 'forwarded', 'location', 'contact', 'poll', 'call', 'reply', 'voice-note', 'sticker', 'story', 'reaction', 'disappearing', 'view-once',
  'draft', 'failed', 'pending', 'machine-transcript',
]);
export type MessageFlag = z.infer<typeof MessageFlag>;

/** A call in a list of calls or in a chat. `answered-elsewhere`: it rang on several devices and was answered on another one. */
export const NeutralCall = z.object({
  kind: z.enum(['incoming', 'outgoing', 'missed', 'voicemail', 'rejected', 'blocked', 'answered-elsewhere', 'not-said']),
  isVideo: z.boolean(),
  /** null where it is not said. */
  seconds: z.number().int().nonnegative().nullable(),
});
export type NeutralCall = z.infer<typeof NeutralCall>;

/** Why a file that a message names is missing. `left-out`: the export says that it left the file out. `not-there`: it names a file that is not in what was brought in. `not-opened`: it is there and cannot be read. */
export const AttachmentMissing = z.enum(['left-out', 'not-there', 'not-opened']);
export type AttachmentMissing = z.infer<typeof AttachmentMissing>;
