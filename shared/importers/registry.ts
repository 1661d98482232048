import { googleChat } from './google-chat/google-chat';
import { googleVoice } from './google-voice/google-voice';
import { imessageExporter } from './imessage-exporter/imessage-exporter';
import type { ConversationImporter } from './importer';
import { instagram } from './instagram/instagram';
import { messenger } from './messenger/messenger';
import type { Importer } from './reading';
import { signal } from './signal/signal';
import { smsBackup } from './sms-backup/sms-backup';
import { telegram } from './telegram/telegram';
import { whatsappText } from './whatsapp/text-importer';
import { whatsapp } from './whatsapp/whatsapp';

/** Every importer of conversations, the most telling beginnings first. */
export const importers: readonly Importer[] = [smsBackup, telegram, messenger, instagram, googleVoice, whatsapp, imessageExporter, signal, googleChat];

/** The importers whose kind of export a file is, told from its beginning and never from its name: none or one. `head`: its first 256 KiB, or all there is. */
export function importersOf(head: Uint8Array): readonly Importer[] {
  return importers.filter((importer) => importer.recognises(head));
}

/** The importer of one text. */
export function importerFor(head: Uint8Array): Promise<ConversationImporter | null> {
  return Promise.resolve(whatsapp.recognises(head) ? whatsappText : null);
}
