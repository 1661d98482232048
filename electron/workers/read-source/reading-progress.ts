import type { SourceFile } from '../../../shared/importers/source';
import type { Outbox } from './outbox';

/** Tells the shell how far a reading is, in bytes of the files that importers know; one that asks reads its own twice. */
export class ReadingProgress {
  #done = 0;
  #total = 0;
  #counted: ReadonlySet<SourceFile> = new Set();

  constructor(private readonly outbox: Outbox) {}

  /** `times`: how often each is read. */
  begin(weights: readonly { readonly file: SourceFile; readonly times: number }[]): void {
    this.#counted = new Set(weights.map(({ file }) => file));
    this.#done = 0;
    this.#total = weights.reduce((sum, { file, times }) => sum + file.sizeBytes * times, 0);
  }

  /** A file was looked at while it is not yet known how much there is to read. */
  lookedAt(): void {
    this.outbox.progress(0, 0, 'bytes');
  }

  /** Of a file that messages name nobody knows beforehand how much there is: it shows only that the reading goes on. */
  read(of: SourceFile, bytes: number): void {
    if (!this.#counted.has(of)) return this.outbox.progress(this.#done, this.#total, 'bytes');
    this.#done = Math.min(this.#total, this.#done + bytes);
    this.outbox.progress(this.#done, this.#total, 'bytes');
  }
}
