import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CutOrder } from '../../../shared/assemble-protocol';
import { endsWithWork } from '../hosts/ends-with-work';
import { AssemblerHost } from './assembler-host';
import type { ExportFiles } from './ports';

/** As mail programs count. */
export const bytesInMB = 1_000_000;

/** Cuts a finished document into its files, in a process of its own that ends with it. Refuses `cannot-print`, `cancelled`. */
export async function cutIntoFiles(bytes: Uint8Array, order: CutOrder, { files, signal }: { readonly files: Pick<ExportFiles, 'assets' | 'assemble'>; readonly signal: AbortSignal }): Promise<readonly { readonly bytes: Uint8Array<ArrayBuffer>; readonly pageCount: number }[]> {
  const stampFont = Uint8Array.from(await readFile(path.join(files.assets, 'LiberationSans-Regular.ttf')));
  const assembler = new AssemblerHost(files.assemble);
  return endsWithWork({ signal, refusal: 'cannot-print', end: () => assembler.end() }, async () => {
    const { parts } = await assembler.ask({ ask: 'cut', bytes: Uint8Array.from(bytes), order, stampFont }, 'cut');
    return parts.map((part) => ({ bytes: Uint8Array.from(part.bytes), pageCount: part.pageCount }));
  });
}
