import { Refusal } from '../../../shared/contract/errors';
import type { ReadPart } from '../../../shared/importers/read-part';
import type { BroughtIn } from '../../../shared/model/import';
import type { ImportChoices } from '../../../shared/model/source-preview';
import { readSource, type Piece } from '../hosts/read-source-host';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';
import { OneAhead } from './one-ahead';

export interface SourceToImport extends ImportChoices {
  readonly source: { readonly path: string; readonly name: string };
}

/**
 * Brings in one source. The reader says in which files lies what she wants; the vault seals these as evidence; then the reader's parts and files are passed to the vault piece by piece. Nothing shows
 * until the vault commits, and it commits only when the reader read the same bytes that were sealed. Whatever goes wrong, the vault abandons the import.
 */
export async function importSource(services: Pick<ShellServices, 'vault'>, task: RunningTask, { source, dateOrder, columns, conversations, mail, locations }: SourceToImport): Promise<BroughtIn> {
  const { vault } = services;
  const { path, name } = source;
  let importId: string | null = null;
  const begun = (): string => {
    if (importId === null) throw new Refusal('not-understood', name);
    return importId;
  };
  const parts = new OneAhead<{ importId: string; parts: ReadPart[] }>(async (batch) => {
    // All of this import so far, not of this batch.
    const { stored } = await vault.ask('imports.addParts', batch);
    task.progress('storing', stored, 0, 'messages');
  });
  const take = async (piece: Piece): Promise<void> => {
    task.signal.throwIfAborted();
    switch (piece.say) {
      case 'recognised': {
        if (importId !== null) throw new Refusal('not-understood', name);
        task.progress('sealing', 0, 0, 'bytes');
        const sealed = await vault.ask('imports.begin', { taskId: task.id, path, name, isFolder: piece.isFolder, files: piece.files.map((file) => file.path), dateOrder, columns, conversations, mail, locations });
        importId = sealed.importId;
        return;
      }
      case 'parts': {
        return parts.add({ importId: begun(), parts: piece.parts });
      }
      case 'file': {
        await parts.stored();
        const { id, name: fileName, bytes, last, isSound, modifiedUtc, mediaType } = piece;
        await vault.ask('imports.addFile', { importId: begun(), id, name: fileName, bytes, last, isSound, modifiedUtc, mediaType });
        return;
      }
      case 'keep-file':
        throw new Refusal('not-understood', name);
      default:
        return piece satisfies never;
    }
  };
  try {
    const keys = conversations && conversations.map(({ key }) => key);
    const end = await readSource({ job: 'read-source', path, name, dateOrder, columns, keys, mail, locations }, name, { signal: task.signal, onPiece: take });
    if (end.say !== 'source-end') throw new Error('the reader answered another question');
    await parts.stored();
    task.signal.throwIfAborted();
    return await vault.ask('imports.commit', { importId: begun(), read: end.files, mayBeTruncated: end.mayBeTruncated });
  } catch (error) {
    await parts.stored().catch(() => undefined);
    if (importId !== null) await vault.ask('imports.abandon', { importId }).catch(() => undefined);
    throw error;
  }
}
