import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ProtectedFact } from '../../../shared/model/protected-fact';
import type { SweepReport } from '../../../shared/model/sweep';
import { endsWithWork } from '../hosts/ends-with-work';
import type { OcrData } from '../sandboxed/ocr-window';
import { PictureReading, type ReadingFiles } from './read-pictures';
import { SweeperHost } from './sweeper-host';

/** A finished file: as it will lie where she saves it. */
export interface FinishedFile { readonly path: string; readonly mediaType: string; readonly bytes: Uint8Array }

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
export async function sweepFiles(finished: readonly FinishedFile[], facts: readonly ProtectedFact[], { files, ocrData, signal, progress }: SweepBy): Promise<SweepReport> {
  const sweeper = new SweeperHost(files.sweep);
  return endsWithWork({ signal, refusal: 'cannot-sweep', end: () => sweeper.end() }, async () => {
    const reading = new PictureReading(files, ocrData);
    try {
      const pdfiumWasm = Uint8Array.from(await readFile(path.join(files.assets, 'pdfium.wasm')));
      await sweeper.ask({ ask: 'begin', facts: facts.map(({ id, kind, text, alsoWritten }) => ({ id, kind, text, alsoWritten })), pdfiumWasm }, 'ready');
      for (const [index, file] of finished.entries()) {
        progress('sweeping', index, finished.length, 'items');
        const { toBeRead } = await sweeper.ask({ ask: 'look', path: file.path, mediaType: file.mediaType, bytes: Uint8Array.from(file.bytes) }, 'looked');
        // Where nothing is listed there are no words to look for; what a picture says of itself was read.
        const words = facts.length === 0 ? [] : toBeRead;
        const total = words.reduce((sum, { pages }) => sum + (pages?.length ?? 1), 0);
        let done = 0;
        for (const one of words) {
          for await (const { place, text } of reading.read(one, one.bytes ?? file.bytes, signal)) {
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
