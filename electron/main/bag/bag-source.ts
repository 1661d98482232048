import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { guidePageCount, solicitorsGuidePages } from '../../../shared/layouts/solicitors-guide';
import type { Document } from '../../../shared/model/document';
import { printTidy } from '../export/print-tidy';
import { programFiles } from '../hosts/program-files';
import type { VaultHost } from '../hosts/vault-host';
import type { PictureWindow } from '../sandboxed/picture-window';
import type { BagSource } from './bag-contents';

const pieceBytes = 4 * 1024 * 1024;
/** A copy is as large as the original, up to what a canvas can hold at once. */
const mostPixels = 8192;
/** A scan of more pages is copied that far, as it is printed that far. */
const mostPages = 500;

/** What lies in a bag beside evidence and lists. Refuses `cannot-print`. */
export async function bagsOwnFiles(signal: AbortSignal): Promise<Pick<BagSource, 'guide' | 'checkingPage'>> {
  return { guide: await printTidy(solicitorsGuidePages(), guidePageCount, signal), checkingPage: Uint8Array.from(await readFile(path.join(programFiles.assets, 'check-this-bag.html'))) };
}

/** What a bag takes from the vault: facts and bytes of kept files, and pictures of them drawn afresh. Each refuses as the vault does, and `cancelled`. */
export function keptFiles(vault: VaultHost, pictures: PictureWindow, signal: AbortSignal): Pick<BagSource, 'document' | 'details' | 'pieces' | 'draw'> {
  return {
    document: (id) => vault.askRecord('documents.get', { id }),
    details: async (id) => (await vault.askRecord('documents.contents', { id })).details,
    pieces: (document) => piecesOf(vault, document, signal),
    draw: (document) => drawPages(pictures, vault, document, signal),
  };
}

async function* piecesOf(vault: VaultHost, { id, sizeBytes }: Document, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < sizeBytes; ) {
    if (signal.aborted) throw new Refusal('cancelled');
    const { bytes } = await vault.ask('documents.read', { id, start, end: Math.min(sizeBytes, start + pieceBytes) });
    if (bytes.length === 0) throw new Refusal('io-error');
    yield bytes;
    start += bytes.length;
  }
}

/** Every page of a picture that can be drawn, up to the first that cannot. */
async function drawPages(pictures: PictureWindow, vault: VaultHost, document: Document, signal: AbortSignal): Promise<Uint8Array[]> {
  const bytes = new Uint8Array(document.sizeBytes);
  let at = 0;
  for await (const piece of piecesOf(vault, document, signal)) {
    bytes.set(piece, at);
    at += piece.length;
  }
  const drawn: Uint8Array[] = [];
  let pageCount = 1;
  for (let page = 1; page <= Math.min(pageCount, mostPages); page += 1) {
    const picture = await pictures.draw({ bytes: Uint8Array.from(bytes), mediaType: document.mediaType, page, mostWidthPx: mostPixels, mostHeightPx: mostPixels, black: [] }, signal);
    if (picture === null) break;
    drawn.push(picture.jpeg);
    if (document.mediaType === 'image/tiff') pageCount = picture.pageCount;
  }
  return drawn;
}
