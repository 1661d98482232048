import type { ConversationImporter } from '../importer';
import { readEntries } from './entries';
import { plainMessageOf } from './one-text';
import { previewConversation } from './preview';
import { mayBeTruncated } from './truncation';
import { whatsapp } from './whatsapp';

/** WhatsApp's chat as the reading process asks for one text at a time. */
export const whatsappText: ConversationImporter = {
  id: 'whatsapp',
  recognise: (head) => Promise.resolve(whatsapp.recognises(head)),
  preview: previewConversation,
  async *read(source, dateOrder) {
    for await (const { entries } of readEntries(source)) {
      if (entries.length > 0) yield entries.map((entry) => plainMessageOf(entry, dateOrder));
    }
  },
  mayBeTruncated,
};
