import type { z } from 'zod';
import type { DocumentAdded } from '../../../shared/contract/record-calls';
import type { PickedFiles } from '../../../shared/contract/program-calls';
import { factsBytes } from '../../../shared/worker-protocol';
import { readSource } from '../hosts/read-source-host';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';

const readBytes = 4 * 1024 * 1024;

/** Grants for files she chose or dropped, which the vault has noted by name: it may close before their turn comes. */
export async function takeUpFiles({ vault, grants }: Pick<ShellServices, 'vault' | 'grants'>, paths: readonly string[]): Promise<PickedFiles> {
  const picked = await grants.giveEach(paths);
  if (picked.grants.length === 0) return picked;
  // Where the note cannot be saved, a full disk say, the files themselves say so.
  const { ids } = await vault.ask('documents.noteComing', { names: picked.grants.map(({ name }) => name) }).catch(() => ({ ids: [] as string[] }));
  ids.forEach((id, i) => grants.noteComing(picked.grants[i]?.grant ?? '', id));
  return picked;
}

/**
 * Seals a file as it is, then has what it is told from its sealed bytes by a process without keys. A file that the reader cannot make
 * sense of is kept all the same: it is evidence whatever it is.
 */
export async function addDocument(services: Pick<ShellServices, 'vault'>, task: RunningTask, file: { path: string; name: string; comingId?: string }): Promise<z.infer<typeof DocumentAdded>> {
  const { vault } = services;
  const added = await vault.ask('documents.seal', { taskId: task.id, path: file.path, name: file.name, origin: 'added', comingId: file.comingId });
  if (added.duplicateOfId !== null) return added;
  const { id, sizeBytes } = added.document;
  task.progress('reading', 0, 0, 'bytes');
  try {
    const bytes = await readBeginning(vault, id, Math.min(sizeBytes, factsBytes));
    const word = await readSource({ job: 'read-document-facts', bytes, sizeBytes, name: file.name }, file.name, { signal: task.signal });
    if (word.say === 'facts') await vault.ask('documents.noteFacts', { id, ...word.facts });
  } catch {
    // The document is sealed; only what it is stays unsaid.
  }
  return { document: await vault.askRecord('documents.get', { id }), duplicateOfId: null };
}

async function readBeginning(vault: ShellServices['vault'], id: string, length: number): Promise<Uint8Array> {
  const beginning = new Uint8Array(length);
  for (let start = 0; start < length; start += readBytes) {
    beginning.set((await vault.ask('documents.read', { id, start, end: Math.min(length, start + readBytes) })).bytes, start);
  }
  return beginning;
}
