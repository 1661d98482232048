import { Refusal } from '../../../shared/contract/errors';
import type { ShellServices } from '../shell-services';

/** Puts a document's bytes where the window can read them by ranges, until the vault locks. They are unsealed piece by piece, as read. */
export async function showDocument(services: Pick<ShellServices, 'vault' | 'shelves'>, id: string): Promise<string> {
  const document = await services.vault.askRecord('documents.get', { id });
  if (document.status === 'erased') throw new Refusal('erased');
  const read = async (start: number, end: number): Promise<Uint8Array> => (await services.vault.ask('documents.read', { id, start, end })).bytes;
  return services.shelves.show('evidence', { sizeBytes: document.sizeBytes, mediaType: document.mediaType, read }).url;
}
