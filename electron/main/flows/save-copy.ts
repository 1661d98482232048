import { Refusal } from '../../../shared/contract/errors';
import type { Document } from '../../../shared/model/document';
import { copyName } from '../files/copy-name';
import { saveWhole } from '../files/save-whole';
import type { ShellServices } from '../shell-services';

const pieceBytes = 4 * 1024 * 1024;

/**
 * A readable copy of a kept file where she chooses, for whoever is to check it: byte for byte what was added, or nothing. False: she closed the dialog.
 * The history says so before the file appears. Refuses `erased`, `copy-differs` (the bytes do not give the SHA-256 recorded when the file was added) and as `saveWhole` does.
 */
export async function saveCopy({ vault, dialogs }: Pick<ShellServices, 'vault' | 'dialogs'>, id: string): Promise<boolean> {
  const document = await vault.askRecord('documents.get', { id });
  if (document.erased !== null) throw new Refusal('erased');
  const chosen = await dialogs.saveFile({ suggestedName: copyName(document.originalName), filters: [] });
  if (chosen === null) return false;
  await saveWhole(piecesOf(vault, document), chosen, async ({ fileName, sha256 }) => {
    if (sha256 !== document.sha256) throw new Refusal('copy-differs', document.originalName);
    await vault.ask('documents.noteSaved', { id, fileName });
  });
  return true;
}

async function* piecesOf(vault: ShellServices['vault'], { id, sizeBytes }: Document): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < sizeBytes; ) {
    const { bytes } = await vault.ask('documents.read', { id, start, end: Math.min(sizeBytes, start + pieceBytes) });
    if (bytes.length === 0) throw new Refusal('io-error');
    yield bytes;
    start += bytes.length;
  }
}
