import { addDocument, takeUpFiles } from '../flows/add-document';
import { saveCopy } from '../flows/save-copy';
import { showDocument } from '../flows/show-document';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

export function documentHandlers(services: ShellServices): HandlersOf<'documents.choose' | 'documents.add' | 'documents.letGo' | 'documents.show' | 'documents.saveCopy'> {
  return {
    'documents.choose': async () => takeUpFiles(services, await services.dialogs.openFiles({ several: true, filters: [] })),
    'documents.add': async ({ grant }) => {
      const file = services.grants.spend(grant);
      return services.tasks.start('sealing', 'bytes', 'vault', async (task) => ({ kind: 'document', value: await addDocument(services, task, file) }));
    },
    'documents.letGo': async ({ grant }) => {
      const { comingId } = services.grants.spend(grant);
      if (comingId !== undefined) await services.vault.ask('documents.forgetComing', { id: comingId });
      return {};
    },
    'documents.show': async ({ id }) => ({ url: await showDocument(services, id) }),
    'documents.saveCopy': async ({ id }) => ({ saved: await saveCopy(services, id) }),
  };
}
