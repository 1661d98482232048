import { Refusal } from '../../../shared/contract/errors';
import { isDrawnByUs } from '../../../shared/picture-protocol';
import type { ShellServices } from '../shell-services';
import type { PictureDrawer } from './draw-picture';

/** Puts a document's bytes where the window can read them by ranges, until the vault locks. They are unsealed piece by piece, as read. Of a picture that the window cannot show, its first page drawn anew. */
export async function showDocument(services: Pick<ShellServices, 'vault' | 'shelves'>, pictures: PictureDrawer, id: string): Promise<string> {
  const document = await services.vault.askRecord('documents.get', { id });
  if (document.status === 'erased') throw new Refusal('erased');
  if (isDrawnByUs(document.mediaType)) return (await pictures.show(document, 1)).url;
  const read = async (start: number, end: number): Promise<Uint8Array> => (await services.vault.ask('documents.read', { id, start, end })).bytes;
  return services.shelves.show('evidence', { sizeBytes: document.sizeBytes, mediaType: document.mediaType, read }).url;
}
