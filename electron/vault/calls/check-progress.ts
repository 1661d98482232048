import type { Id } from '../../../shared/model/identity';
import type { FileChecked, OpenCheck } from '../record/vault/vault-checks';

/** What was verified is kept at least so often: a kill costs no more than this to read again. */
const keepEveryMs = 2000;
const keepEveryFiles = 500;

/** A check of the open vault as far as it is: files read, and which of those are not kept yet. */
export class CheckProgress {
  readonly done = new Map<Id, FileChecked>();
  bytes = 0;
  unkept: FileChecked[] = [];
  keptAtMs = performance.now();

  constructor(readonly check: Pick<OpenCheck, 'id' | 'beganUtc'>, done: readonly FileChecked[]) {
    for (const file of done) this.#count(file);
  }

  add(file: FileChecked): void {
    this.#count(file);
    this.unkept.push(file);
  }

  #count(file: FileChecked): void {
    this.bytes += file.sizeBytes - (this.done.get(file.documentId)?.sizeBytes ?? 0);
    this.done.set(file.documentId, file);
  }

  get isKeepingDue(): boolean {
    return this.unkept.length >= keepEveryFiles || (this.unkept.length > 0 && performance.now() - this.keptAtMs > keepEveryMs);
  }
}
