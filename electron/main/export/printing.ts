import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { Refusal } from '../../../shared/contract/errors';
import { endsWithWork } from '../hosts/ends-with-work';
import { AssemblerHost } from './assembler-host';
import type { ExportFiles } from './ports';
import { PrintWindow } from './print-window';

/** What every PDF is made with: an assembler that has begun, and a window that prints. */
export interface Printing { readonly assembler: AssemblerHost; readonly printer: PrintWindow }

/**
 * Runs `work` with a sandboxed window and a key-less process of its own, which end with it however it ends. `alsoEnd`: what else has to. `isForKeeping`: the document is to be PDF/A-2b.
 * Refuses `cannot-print` for whatever breaks, `cancelled`, and what `work` refuses.
 */
export async function withPrinting<T>({ files, signal, isForKeeping = false }: { files: ExportFiles; signal: AbortSignal; isForKeeping?: boolean }, work: (printing: Printing) => Promise<T>, alsoEnd: () => void = () => {}): Promise<T> {
  const assembler = new AssemblerHost(files.assemble);
  const printer = new PrintWindow(files.assets);
  const end = () => {
    assembler.end();
    printer.close();
    alsoEnd();
  };
  return endsWithWork({ signal, refusal: 'cannot-print', end }, async () => {
    const [pdfiumWasm, stampFont] = await Promise.all(['pdfium.wasm', 'LiberationSans-Regular.ttf'].map(async (file) => Uint8Array.from(await readFile(path.join(files.assets, file)))));
    if (pdfiumWasm === undefined || stampFont === undefined) throw new Refusal('cannot-print');
    // What it is asked meanwhile waits there for its turn.
    const begins = assembler.ask({ ask: 'begin', pdfiumWasm, stampFont, isForKeeping }, 'ready');
    const [made] = await Promise.all([work({ assembler, printer }), begins]);
    return made;
  });
}
