import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addFile } from '../../../electron/vault/calls/document-work';
import { ImportWork } from '../../../electron/vault/calls/import-work';
import { eraseDocument } from '../../../electron/vault/record/documents/documents';
import { amendIncident, beginIncident, recordIncident, saveDraft } from '../../../electron/vault/record/incidents/incidents';
import type { RecordContext } from '../../../electron/vault/record/record-context';
import { chatBegins, chatChosen, chatSays, madeMessage } from '../../../shared/importers/testing/made-parts';
import { emptyIncidentContent } from '../../../shared/model/incident';

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

export interface Sources {
  photograph: string;
  recording: string;
  chat: string;
}

export function writeSources(scratch: string): Sources {
  const write = (name: string, size: number): string => {
    const path = join(scratch, name);
    writeFileSync(path, Uint8Array.from({ length: size }, (_, i) => (i * 13 + size + (i >> 9)) & 255));
    return path;
  };
  return { photograph: write('photograph', 9_000), recording: write('recording', 300_000), chat: write('chat', 3_000) };
}

export type Act = (context: RecordContext) => Promise<unknown>;

async function writeOne(context: RecordContext): Promise<string> {
  const { id } = await beginIncident(context);
  await saveDraft(context, id, { ...emptyIncidentContent, title: 'the door', account: 'he came to the door again '.repeat(60) });
  await recordIncident(context, id);
  return id;
}

async function importChat(context: RecordContext, chat: string): Promise<void> {
  if (firstId(context, `SELECT id FROM conversation WHERE ready = 1`) !== undefined) return;
  const imports = new ImportWork(context);
  const { importId, seals } = await imports.begin({ path: chat, name: 'chat.txt', isFolder: false, files: ['chat.txt'], ...chatChosen('with him', 'Me') }, quiet);
  try {
    await imports.addParts(importId, [chatBegins, chatSays(Array.from({ length: 20 }, (_, i) => madeMessage(i + 1, {
      sender: i % 2 ? 'Me' : 'Him', at: `2026-01-01T10:00:${String(i).padStart(2, '0')}`, text: `message ${i}`, attachments: i === 1 ? [{ name: 'IMG-1.jpg', file: 'f1', absent: null }] : [],
    })))]);
    await imports.addPiece(importId, { id: 'f1', name: 'IMG-1.jpg', bytes: new Uint8Array(5_000).fill(3), last: true, isSound: true, modifiedUtc: null, mediaType: 'image/jpeg' });
    await imports.commit(importId, { read: seals, mayBeTruncated: [] });
  } catch (error) {
    // As the shell does with an import that fails; when even that fails, the next opening clears it away.
    await imports.abandon(importId).catch(() => undefined);
    throw error;
  }
}

const firstId = (context: RecordContext, sql: string): string | undefined => context.store.all<{ id: string }>(sql)[0]?.id;

/** One sitting: every kind of work that writes. An act whose ground is missing, because an earlier one failed, or that was done before, does nothing. */
export function sitting(sources: Sources): readonly Act[] {
  return [
    writeOne,
    (context) => addFile(context, { path: sources.photograph, name: 'photograph.jpg', origin: 'added' }, quiet),
    (context) => context.store.snapshot(),
    (context) => importChat(context, sources.chat),
    (context) => addFile(context, { path: sources.recording, name: 'recording.m4a', origin: 'added' }, quiet),
    async (context) => {
      const id = firstId(context, `SELECT id FROM incident WHERE status = 'recorded'`);
      if (id !== undefined) await amendIncident(context, id, { ...emptyIncidentContent, title: 'the door', account: 'it was the back door' }, 'remembered more');
    },
    async (context) => {
      const id = firstId(context, `SELECT id FROM document WHERE status = 'kept' AND original_name = 'photograph.jpg'`);
      if (id !== undefined) await eraseDocument(context, id, 'not safe to keep');
    },
    writeOne,
  ];
}
