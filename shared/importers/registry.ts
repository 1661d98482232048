import type { ConversationImporter } from './importer';
import { whatsapp } from './whatsapp/whatsapp';

const importers: readonly ConversationImporter[] = [whatsapp];

/** The importer whose kind of export this is, told from the text's beginning and never from a name; null when none knows it. */
export async function importerFor(head: Uint8Array): Promise<ConversationImporter | null> {
  for (const importer of importers) if (await importer.recognise(head)) return importer;
  return null;
}
