import { addDocument } from '../flows/add-document';
import { saveCopy } from '../flows/save-copy';
import { showDocument } from '../flows/show-document';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

export function documentHandlers(services: ShellServices): HandlersOf<'documents.choose' | 'documents.add' | 'documents.show' | 'documents.saveCopy'> {
  return {
    'documents.choose': async () => services.grants.giveEach(await services.dialogs.openFiles({ several: true, filters: [] })),
    'documents.add': async ({ grant }) => {
      const file = services.grants.spend(grant);
      return services.tasks.start('sealing', 'bytes', 'vault', async (task) => ({ kind: 'document', value: await addDocument(services, task, file) }));
    },
    'documents.show': async ({ id }) => ({ url: await showDocument(services, id) }),
    'documents.saveCopy': async ({ id }) => ({ saved: await saveCopy(services, id) }),
  };
}
