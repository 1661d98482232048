import { Refusal } from '../../../shared/contract/errors';
import { isDrawnByUs } from '../../../shared/picture-protocol';
import { addDocument, takeUpFiles } from '../flows/add-document';
import { PictureDrawer } from '../flows/draw-picture';
import { saveCopy } from '../flows/save-copy';
import { showDocument } from '../flows/show-document';
import type { HandlersOf } from '../router/call-handlers';
import type { ShellServices } from '../shell-services';

export function documentHandlers(services: ShellServices): HandlersOf<'documents.choose' | 'documents.add' | 'documents.letGo' | 'documents.show' | 'documents.saveCopy' | 'pictures.drawPage'> {
  const pictures = new PictureDrawer(services);
  services.onLock(() => pictures.letGo());
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
    'documents.show': async ({ id }) => ({ url: await showDocument(services, pictures, id) }),
    'pictures.drawPage': async ({ id, page }) => {
      const document = await services.vault.askRecord('documents.get', { id });
      if (!isDrawnByUs(document.mediaType)) throw new Refusal('not-understood', document.originalName);
      return pictures.show(document, page);
    },
    'documents.saveCopy': async ({ id }) => ({ saved: await saveCopy(services, id) }),
  };
}
