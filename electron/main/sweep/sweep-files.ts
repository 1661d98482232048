import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProtectedFact } from '../../../shared/model/protected-fact';
import type { SweepReport } from '../../../shared/model/sweep';
import { endsWithWork } from '../hosts/ends-with-work';
import type { OcrData } from '../sandboxed/ocr-window';
import { PictureReading, type ReadingFiles } from './read-pictures';
import { SweeperHost } from './sweeper-host';

/** A finished file: as it will lie where she saves it. */
export interface FinishedFile { readonly path: string; readonly mediaType: string; /** null: too large to be looked into, which is a find. */ readonly bytes: Uint8Array | null }

/** One after another, so that only one need be held. `total`: how many there are, as far as is known; 0: it is not. */
export interface FilesComing { readonly total: number; readonly files: Iterable<FinishedFile> | AsyncIterable<FinishedFile> }

export interface SweepBy {
  readonly files: ReadingFiles & { readonly sweep: string };
  readonly ocrData: () => Promise<OcrData>;
  readonly signal: AbortSignal;
  readonly progress: (step: 'sweeping' | 'reading-pictures', done: number, total: number, unit: 'items' | 'pages') => void;
}

/**
 * Looks through finished files as a stranger would, for facts she protects and for what tells a place, a device or a name. Pictures are read by a machine. Every process begun here ends with this call.
 * Refuses `cancelled`, and `cannot-sweep` where it broke: then nobody can say what is in the files, and they must not be saved.
 */
export async function sweepFiles(finished: readonly FinishedFile[] | FilesComing, facts: readonly ProtectedFact[], { files, ocrData, signal, progress }: SweepBy): Promise<SweepReport> {
  const { total: fileCount, files: coming } = 'files' in finished ? finished : { total: finished.length, files: finished };
  const sweeper = new SweeperHost(files.sweep);
  return endsWithWork({ signal, refusal: 'cannot-sweep', end: () => sweeper.end() }, async () => {
    const reading = new PictureReading(files, ocrData);
    try {
      const pdfiumWasm = Uint8Array.from(await readFile(path.join(files.assets, 'pdfium.wasm')));
      await sweeper.ask({ ask: 'begin', facts: facts.map(({ id, kind, text, alsoWritten }) => ({ id, kind, text, alsoWritten })), pdfiumWasm }, 'ready');
      let looked = 0;
      for await (const { path: at, mediaType, bytes } of coming) {
        progress('sweeping', looked, Math.max(fileCount, looked), 'items');
        looked += 1;
        const { toBeRead } = await sweeper.ask({ ask: 'look', path: at, mediaType, bytes: Uint8Array.from(bytes ?? []) }, 'looked');
        if (bytes === null) await sweeper.ask({ ask: 'take-words', place: { file: [at], where: 'bytes', name: '', page: null }, text: null }, 'ready');
        // Where nothing is listed there are no words to look for; what a picture says of itself was read.
        const words = facts.length === 0 ? [] : toBeRead;
        const total = words.reduce((sum, { pages }) => sum + (pages?.length ?? 1), 0);
        let done = 0;
        for (const one of words) {
          for await (const { place, text } of reading.read(one, one.bytes ?? bytes ?? new Uint8Array(), signal)) {
            progress('reading-pictures', done, total, 'pages');
            await sweeper.ask({ ask: 'take-words', place, text }, 'ready');
            done += 1;
          }
        }
      }
      return (await sweeper.ask({ ask: 'end' }, 'report')).report;
    } finally {
      await reading.close();
    }
  });
}
