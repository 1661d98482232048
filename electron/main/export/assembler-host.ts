import { FromAssembler, type AssemblerAnswer, type AssemblerRequest } from '../../../shared/assemble-protocol';
import { AskedProcess } from '../hosts/asked-process';

/** The process that assembles one export. Refuses `cannot-print`. */
export class AssemblerHost extends AskedProcess<AssemblerRequest, AssemblerAnswer> {
  constructor(file: string) {
    // The longest question is a large exhibit, or the finish of a very large document.
    super({ file, name: 'Tidemark pages', memoryBytes: 6 * 1024 * 1024 * 1024, silenceMs: 10 * 60_000, said: FromAssembler, refusal: 'cannot-print' });
  }
}
