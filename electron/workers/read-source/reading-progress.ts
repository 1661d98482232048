import type { Importer } from '../../../shared/importers/reading';
import type { SourceFile } from '../../../shared/importers/source';
import type { Outbox } from './outbox';

/** Tells the shell how far a reading is, in bytes of the files in which conversations lie; an importer that asks reads them twice. */
export class ReadingProgress {
  #done = 0;
  #total = 0;
  #counted: ReadonlySet<SourceFile> = new Set();

  constructor(private readonly outbox: Outbox) {}

  begin(recognised: readonly { readonly importer: Importer; readonly files: readonly SourceFile[] }[]): void {
    this.#counted = new Set(recognised.flatMap(({ files }) => files));
    this.#done = 0;
    this.#total = recognised.reduce((sum, { importer, files }) => sum + files.reduce((bytes, { sizeBytes }) => bytes + sizeBytes, 0) * (importer.question ? 2 : 1), 0);
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
