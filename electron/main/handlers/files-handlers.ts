import { addFiles, lookThroughFiles } from '../flows/add-files';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

/** Whole folders, and archives taken apart. */
export function filesHandlers(services: ShellServices): HandlersOf<'files.chooseFolder' | 'files.look' | 'files.add'> {
  return {
    'files.chooseFolder': async () => {
      const folder = await services.dialogs.openFolder();
      return { chosen: folder === null ? null : await services.grants.give(folder, 'folder') };
    },
    'files.look': async ({ grant }) => {
      const source = services.grants.look(grant);
      return services.tasks.start('reading', 'items', 'window', async (task) => {
        const { found, paths } = await lookThroughFiles(task, source);
        services.grants.noteFound(grant, paths);
        return { kind: 'files-found', value: found };
      });
    },
    'files.add': async ({ grant }) => {
      const { comingId, found, ...source } = services.grants.spend(grant);
      // Noted by name as one of several files; from here on the batch has a note of its own.
      if (comingId !== undefined) await services.vault.ask('documents.forgetComing', { id: comingId });
      return services.tasks.start('reading', 'items', 'vault', async (task) => ({ kind: 'files-kept', value: await addFiles(services, task, source, found) }));
    },
  };
}
