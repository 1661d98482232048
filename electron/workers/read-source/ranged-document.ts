import { rangeBytes } from '../../../shared/worker-protocol';

/** A kept document, read by the stretches that are asked for: a film of four gigabytes is never here whole. One reading at a time. */
export class RangedDocument {
  #waiting: { resolve: (bytes: Uint8Array) => void; length: number } | null = null;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(
    readonly sizeBytes: number,
    private readonly want: (start: number, end: number) => void,
  ) {}

  /** What was wanted has come. */
  take(bytes: Uint8Array): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting === null || bytes.length !== waiting.length) throw new Error('not what was wanted');
    waiting.resolve(bytes);
  }

  /** Bytes [start, end), cut to the document's length. */
  read(start: number, end: number): Promise<Uint8Array> {
    const from = Math.max(0, Math.min(start, this.sizeBytes));
    const to = Math.max(from, Math.min(end, this.sizeBytes));
    const result = this.#turn.then(() => this.#read(from, to));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #read(start: number, end: number): Promise<Uint8Array> {
    if (end - start <= rangeBytes) return start === end ? new Uint8Array() : this.#ask(start, end);
    const whole = new Uint8Array(end - start);
    for (let at = start; at < end; at += rangeBytes) whole.set(await this.#ask(at, Math.min(end, at + rangeBytes)), at - start);
    return whole;
  }

  #ask(start: number, end: number): Promise<Uint8Array> {
    return new Promise((resolve) => {
      this.#waiting = { resolve, length: end - start };
      this.want(start, end);
    });
  }
}
