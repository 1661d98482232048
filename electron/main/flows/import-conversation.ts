import { Refusal } from '../../../shared/contract/errors';
import type { Conversation, DateOrder } from '../../../shared/model/conversation';
import { readSource } from '../hosts/read-source-host';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';

export interface ConversationToImport {
  readonly file: { path: string; name: string };
  readonly title: string;
  readonly dateOrder: DateOrder;
  readonly meName: string | null;
}

/**
 * Seals the export as evidence, then passes what the reader finds in it to the vault piece by piece. Nothing shows until the vault
 * commits, and it commits only when the reader read the same bytes that were sealed. Whatever goes wrong, the vault abandons the import.
 */
export async function importConversation(services: Pick<ShellServices, 'vault'>, task: RunningTask, wanted: ConversationToImport): Promise<Conversation> {
  const { vault } = services;
  const { file, title, dateOrder, meName } = wanted;
  task.progress('sealing', 0, 0, 'bytes');
  const { importId, sourceSha256 } = await vault.ask('messages.beginImport', { taskId: task.id, path: file.path, name: file.name, title, dateOrder, meName });
  try {
    const end = await readSource({ job: 'read-conversation', path: file.path, name: file.name, dateOrder }, file.name, {
      signal: task.signal,
      onPiece: async (piece) => {
        task.signal.throwIfAborted();
        if (piece.say === 'messages') {
          // All of this import so far, not of this batch.
          const { stored } = await vault.ask('messages.addBatch', { importId, messages: piece.messages });
          task.progress('storing', stored, 0, 'messages');
        } else {
          const { name, bytes, last, modifiedUtc, mediaType } = piece;
          await vault.ask('messages.addAttachment', { importId, name, bytes, last, modifiedUtc, mediaType });
        }
      },
    });
    if (end.say !== 'conversation-end') throw new Error('the reader answered another question');
    if (end.sourceSha256 !== sourceSha256) throw new Refusal('file-changed', file.name);
    task.signal.throwIfAborted();
    const { sourceEntryName, mayBeTruncated, notOpened } = end;
    return await vault.ask('messages.commitImport', { importId, sourceSha256: end.sourceSha256, sourceEntryName, mayBeTruncated, notOpened });
  } catch (error) {
    await vault.ask('messages.abandonImport', { importId }).catch(() => undefined);
    throw error;
  }
}
