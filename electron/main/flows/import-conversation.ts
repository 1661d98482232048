import { open } from 'node:fs/promises';
import type { NeutralMessage as TextMessage } from '../../../shared/importers/neutral';
import type { NeutralMessage } from '../../../shared/importers/parts';
import type { ReadPart } from '../../../shared/importers/read-part';
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

const key = 'chat';

/**
 * Seals the export as evidence, then passes what the reader finds in it to the vault piece by piece. Nothing shows until the vault
 * commits, and it commits only when the reader read the same bytes that were sealed. Whatever goes wrong, the vault abandons the import.
 */
export async function importConversation(services: Pick<ShellServices, 'vault'>, task: RunningTask, wanted: ConversationToImport): Promise<Conversation> {
  const { vault } = services;
  const { file, title, dateOrder, meName } = wanted;
  const job = { job: 'read-conversation', path: file.path, name: file.name, dateOrder } as const;
  task.progress('sealing', 0, 0, 'bytes');
  const { importId } = await vault.ask('imports.begin', { taskId: task.id, path: file.path, name: file.name, isFolder: false, files: [file.name], dateOrder, columns: null, conversations: [{ key, title, meName }] });
  try {
    const there = await filesThere(job, task);
    const end = await readSource(job, file.name, {
      signal: task.signal,
      onPiece: async (piece) => {
        task.signal.throwIfAborted();
        if (piece.say === 'messages') {
          const messages = piece.messages.map((message) => asNeutral(message, there.ids));
          const { stored } = await vault.ask('imports.addParts', { importId, parts: [...there.begins(), { part: 'messages', key, file: 0, entryName: there.entryName, messages } satisfies ReadPart] });
          task.progress('storing', stored, 0, 'messages');
        } else {
          const { name, bytes, last, modifiedUtc, mediaType } = piece;
          await vault.ask('imports.addFile', { importId, id: there.ids.get(name) ?? name.slice(0, 64), name, bytes, last, isSound: true, modifiedUtc, mediaType });
        }
      },
    });
    if (end.say !== 'conversation-end') throw new Error('the reader answered another question');
    task.signal.throwIfAborted();
    const { conversations } = await vault.ask('imports.commit', { importId, read: [{ path: file.name, sha256: end.sourceSha256 }], mayBeTruncated: end.mayBeTruncated ? [key] : [] });
    const [conversation] = conversations;
    if (conversation === undefined) throw new Refusal('not-understood', file.name);
    return conversation;
  } catch (error) {
    await vault.ask('imports.abandon', { importId }).catch(() => undefined);
    throw error;
  }

  /** Which files an archive holds, so that a message can say of each whether it is there: known only at the end of a reading. A text alone holds none. */
  async function filesThere(asked: typeof job, { signal }: RunningTask): Promise<{ ids: Map<string, string>; entryName: string; begins(): ReadPart[] }> {
    const ids = new Map<string, string>();
    let entryName = '';
    if (await isArchive(asked.path)) {
      const end = await readSource(asked, asked.name, { signal, onPiece: async (piece) => void (piece.say === 'attachment' && ids.set(piece.name, ids.get(piece.name) ?? `f${ids.size}`)) });
      if (end.say === 'conversation-end') {
        entryName = end.sourceEntryName;
        for (const name of end.notOpened) ids.set(name, `f${ids.size}`);
      }
    }
    let begun = false;
    const begins = (): ReadPart[] => {
      const parts: ReadPart[] = begun ? [] : [{ part: 'conversation', key, kind: 'whatsapp', title, service: 'WhatsApp', participants: [], dateOrder }];
      begun = true;
      return parts;
    };
    return { ids, entryName, begins };
  }
}

async function isArchive(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1') === 'PK';
  } finally {
    await handle.close();
  }
}

function asNeutral({ attachmentName: name, attachmentOmitted, ...message }: TextMessage, ids: ReadonlyMap<string, string>): NeutralMessage {
  const file = ids.get(name) ?? '';
  const absent = file !== '' ? null : attachmentOmitted ? 'left-out' as const : 'not-there' as const;
  return { ...message, offsetMinutes: null, basis: 'as-written', attachments: name === '' && !attachmentOmitted ? [] : [{ name, file, absent }], quoted: null, reactions: [], call: null };
}
