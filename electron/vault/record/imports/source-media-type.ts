import type { ConversationSourceKind } from '../../../../shared/model/message-facts';
import type { Document } from '../../../../shared/model/document';

const zip: readonly [string, Document['form']] = ['application/zip', 'other'];

/** What each program writes; of those that write several, what is not said by the name's ending. */
const mediaTypes: Readonly<Record<ConversationSourceKind, string>> = {
  whatsapp: 'text/plain', 'sms-backup': 'text/xml', 'imessage-exporter': 'text/plain', messenger: 'application/json', instagram: 'application/json', telegram: 'application/json', signal: 'application/json',
  'google-chat': 'application/json', 'google-voice': 'text/html', table: 'text/csv',
};

/**
 * What a sealed source is, told from what the reader found in it: an archive where something lies at a path inside it. No page is ever shown from it as a page: a text is a text. `kind` null: no conversation
 * lies in it. `otherwise`: what it is by the mail or the positions in it, '' without.
 */
export function sourceMediaType(kind: ConversationSourceKind | null, otherwise: string, isArchive: boolean, name: string): readonly [mediaType: string, form: Document['form']] {
  if (isArchive) return zip;
  if (kind === null) return [otherwise || 'application/octet-stream', 'other'];
  if (/\.html?$/i.test(name)) return ['text/html', 'text'];
  return [mediaTypes[kind], 'text'];
}
