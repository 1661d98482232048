import type { z } from 'zod';
import type { DocumentAdded } from '../../../shared/contract/record-calls';
import type { PickedFiles } from '../../../shared/contract/program-calls';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';

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
export async function addDocument(services: Pick<ShellServices, 'vault' | 'readings'>, task: RunningTask, file: { path: string; name: string; comingId?: string }): Promise<z.infer<typeof DocumentAdded>> {
  const { vault } = services;
  const added = await vault.ask('documents.seal', { taskId: task.id, path: file.path, name: file.name, origin: 'added', comingId: file.comingId });
  if (added.duplicateOfId !== null) return added;
  const { id, sizeBytes, originalName, mediaType, form } = added.document;
  task.progress('reading', 0, 0, 'bytes');
  // The document is sealed; what it is can be told later too (electron/main/readings).
  await services.readings.readFactsNow({ documentId: id, step: 'facts', place: 0, total: 0, originalName, sizeBytes, mediaType, form }, task.signal).catch(() => undefined);
  return { document: await vault.askRecord('documents.get', { id }), duplicateOfId: null };
}
