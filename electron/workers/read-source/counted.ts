import { Refusal } from '../../../shared/contract/errors';
import type { ReadingLimits } from './limits';
import type { Read } from './source-reading';

/** Counts what a source gives, and refuses `limit-exceeded`, naming it, once that is more than any real export. */
export class Counted {
  #records = 0;
  #conversations = 0;

  constructor(private readonly limits: ReadingLimits, private readonly name: string) {}

  add(read: Read): void {
    if (read.kind !== 'part') return;
    const { part } = read;
    if (part.part === 'conversation') this.#conversations += 1;
    else this.#records += part.part === 'messages' ? part.messages.length : part.part === 'locations' ? part.claims.length : 1;
    if (this.#records > this.limits.records || this.#conversations > this.limits.conversations) throw new Refusal('limit-exceeded', this.name);
  }
}
