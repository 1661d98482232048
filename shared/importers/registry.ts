import { googleChat } from './google-chat/google-chat';
import { googleVoice } from './google-voice/google-voice';
import { imessageExporter } from './imessage-exporter/imessage-exporter';
import { instagram } from './instagram/instagram';
import { messenger } from './messenger/messenger';
import type { Importer } from './reading';
import { signal } from './signal/signal';
import { smsBackup } from './sms-backup/sms-backup';
import { table } from './table/table';
import { telegram } from './telegram/telegram';
import { whatsapp } from './whatsapp/whatsapp';

const told: readonly Importer[] = [smsBackup, telegram, messenger, instagram, googleVoice, whatsapp, imessageExporter, signal, googleChat];

/** Every importer of conversations, the most telling beginnings first. */
export const importers: readonly Importer[] = [...told, table];

/**
 * The importers whose kind of export a file is, told from its beginning and never from its name: none or one. A table is told only where nothing else knows the file. `head`: its first 256 KiB, or all
 * there is.
 */
export function importersOf(head: Uint8Array): readonly Importer[] {
  const found = told.filter((importer) => importer.recognises(head));
  return found.length === 0 && table.recognises(head) ? [table] : found;
}
