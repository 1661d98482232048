import type { ConversationImporter } from '../importer';
import { readEntries } from './entries';
import { messageOf } from './messages';
import { previewConversation } from './preview';
import { mayBeTruncated } from './truncation';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** WhatsApp's exported chat: text from Android or iOS in any of its languages (docs/decisions/0012-our-own-whatsapp-parser.md). */
export const whatsapp: ConversationImporter = {
  id: 'whatsapp',
  async recognise(head) {
    for await (const { layout } of readEntries(once(head.subarray(0, 256 * 1024)))) return layout !== null;
    return false;
  },
  preview: previewConversation,
  async *read(source, dateOrder) {
    for await (const { entries } of readEntries(source)) {
      if (entries.length > 0) yield entries.map((entry) => messageOf(entry, dateOrder));
    }
  },
  mayBeTruncated,
};
