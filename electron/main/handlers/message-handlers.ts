import { importSource } from '../flows/import-source';
import { previewSource } from '../flows/preview-source';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

export function messageHandlers(services: ShellServices): HandlersOf<'messages.choose' | 'messages.chooseFolder' | 'messages.preview' | 'messages.import'> {
  return {
    'messages.choose': async () => {
      // Every file first: what an export is, is told by its content.
      const [file] = await services.dialogs.openFiles({ several: false, filters: [{ name: '*', extensions: ['*'] }] });
      return { chosen: file === undefined ? null : await services.grants.give(file, 'file') };
    },
    'messages.chooseFolder': async () => {
      const folder = await services.dialogs.openFolder();
      return { chosen: folder === null ? null : await services.grants.give(folder, 'folder') };
    },
    'messages.preview': async ({ grant, dateOrder, columns }) => {
      const source = services.grants.look(grant);
      return services.tasks.start('reading', 'bytes', 'window', async (task) => ({ kind: 'preview', value: await previewSource(task, source, { dateOrder, columns }) }));
    },
    'messages.import': async ({ grant, ...choices }) => {
      const source = services.grants.spend(grant);
      return services.tasks.start('sealing', 'bytes', 'vault', async (task) => ({ kind: 'brought-in', value: await importSource(services, task, { source, ...choices }) }));
    },
  };
}
