import { FromSweeper, type SweeperAnswer, type SweeperRequest } from '../../../shared/sweep-protocol';
import { AskedProcess } from '../hosts/asked-process';

/** The process that looks through finished files. Refuses `cannot-sweep`. */
export class SweeperHost extends AskedProcess<SweeperRequest, SweeperAnswer> {
  constructor(file: string) {
    // The longest question is a very large bundle.
    super({ file, name: 'Tidemark sweep', memoryBytes: 4 * 1024 * 1024 * 1024, silenceMs: 10 * 60_000, said: FromSweeper, refusal: 'cannot-sweep' });
  }
}
