import { Refusal } from '../../../shared/contract/errors';
import { importConversation } from '../flows/import-conversation';
import { previewConversation } from '../flows/preview-conversation';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

export function messageHandlers(services: ShellServices): HandlersOf<'messages.choose' | 'messages.chooseFolder' | 'messages.preview' | 'messages.import'> {
  return {
    'messages.choose': async () => {
      const [file] = await services.dialogs.openFiles({ several: false, filters: [{ name: 'WhatsApp', extensions: ['txt', 'zip'] }, { name: '*', extensions: ['*'] }] });
      return { chosen: file === undefined ? null : await services.grants.give(file, 'file') };
    },
    'messages.chooseFolder': async () => {
      const folder = await services.dialogs.openFolder();
      return { chosen: folder === null ? null : await services.grants.give(folder, 'folder') };
    },
    'messages.preview': async ({ grant, dateOrder }) => {
      const file = services.grants.look(grant);
      return services.tasks.start('reading', 'bytes', 'window', async (task) => ({ kind: 'preview', value: await previewConversation(task, file, dateOrder) }));
    },
    'messages.import': async ({ grant, dateOrder, conversations }) => {
      const [chosen] = conversations ?? [];
      if (chosen === undefined || dateOrder === null) throw new Refusal('bad-call');
      const file = services.grants.spend(grant);
      const { title, meName } = chosen;
      return services.tasks.start('sealing', 'bytes', 'vault', async (task) => ({ kind: 'conversations', value: { conversations: [await importConversation(services, task, { file, title, dateOrder, meName })] } }));
    },
  };
}
