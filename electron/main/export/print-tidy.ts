import { Refusal } from '../../../shared/contract/errors';
import { endsWithWork } from '../hosts/ends-with-work';
import { programFiles } from '../hosts/program-files';
import { AssemblerHost } from './assembler-host';
import { PrintWindow } from './print-window';

/**
 * Prints a document that stands by itself, so many pages exactly: one more or fewer would be another paper than was meant. The file says nothing of the program or of when.
 * Refuses `cannot-print`, `cancelled`.
 */
export async function printTidy(html: string, pageCount: number, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const printer = new PrintWindow(programFiles.assets);
  const assembler = new AssemblerHost(programFiles.assemble);
  const end = (): void => {
    printer.close();
    assembler.end();
  };
  return endsWithWork({ signal, refusal: 'cannot-print', end }, async () => {
    const printed = await printer.print({ html }, signal);
    const tidied = await assembler.ask({ ask: 'tidy', bytes: printed }, 'document');
    if (tidied.pageCount !== pageCount) throw new Refusal('cannot-print');
    return tidied.bytes;
  });
}
