import { Refusal } from '../../../../shared/contract/errors';
import type { LongWork } from '../long-work';

/** How far work on files is, told in bytes; asked at every piece, it ends work that was cancelled. */
export class Progress {
  private seen = 0;
  private total = 0;

  /** @param passes how often each byte is seen: what is copied is read back */
  constructor(
    private readonly work: LongWork,
    private readonly passes: 1 | 2,
  ) {}

  /** So many bytes more are to be done. */
  expect(bytes: number): void {
    this.total += bytes;
    this.tell();
  }

  /** Bytes were seen once. Refuses `cancelled`. */
  add(bytes: number): void {
    this.seen += bytes;
    this.tell();
    this.assertGoingOn();
  }

  /** Refuses `cancelled`. */
  assertGoingOn(): void {
    if (this.work.signal.aborted) throw new Refusal('cancelled');
  }

  private tell(): void {
    this.work.onProgress(Math.min(Math.floor(this.seen / this.passes), this.total), this.total);
  }
}
