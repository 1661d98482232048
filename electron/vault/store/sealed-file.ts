import { keyForAside, tagBytes, zero, type AsideKey } from '../crypto/primitives';
import { chunkBytes, chunkCount, openChunk, paddedLength, sealChunk, sealedLength } from '../crypto/stream';
import { Refusal } from '../../../shared/contract/errors';
import type { OpenFile } from './file-port';

/** So many chunks may be on their way to or from the disk while another is filled or opened. */
const chunksUnderWay = 6;

/**
 * Writes one sealed stream into a file: feed plain bytes, then finish. Chunks are encrypted in the thread pool and written from there while
 * the caller reads and hashes the next ones. Memory: `chunksUnderWay` chunks, plain and sealed.
 */
export class SealedWriter {
  private readonly underWay: Promise<void>[] = [];
  private failure: { error: unknown } | null = null;
  /** All plain chunks ever made, used again and again, zeroed at the end. */
  private readonly made: Uint8Array[] = [];
  private readonly free: Uint8Array[] = [];
  private pending: Uint8Array;
  private pendingBytes = 0;
  private chunk = 0;
  private plainBytes = 0;
  private position: number;
  private readonly sealingKey: Promise<AsideKey>;

  constructor(
    private readonly file: OpenFile,
    key: Uint8Array,
    private readonly associated: Uint8Array,
    startAt: number,
  ) {
    this.position = startAt;
    this.pending = this.emptyChunk();
    this.sealingKey = keyForAside(key);
    // Its error is seen where it is awaited.
    this.sealingKey.catch(() => undefined);
  }

  get sizeBytes(): number {
    return this.plainBytes;
  }

  private emptyChunk(): Uint8Array {
    const used = this.free.pop();
    if (used !== undefined) return used;
    const chunk = new Uint8Array(chunkBytes);
    this.made.push(chunk);
    return chunk;
  }

  /** `bytes` may be changed as soon as the promise settles. */
  async write(bytes: Uint8Array): Promise<void> {
    this.plainBytes += bytes.length;
    await this.append(bytes);
  }

  private async append(bytes: Uint8Array): Promise<void> {
    let from = 0;
    while (from < bytes.length) {
      // A full chunk is sealed only when more follows, because the last one is sealed differently.
      if (this.pendingBytes === chunkBytes) await this.flush(false);
      const take = Math.min(chunkBytes - this.pendingBytes, bytes.length - from);
      this.pending.set(bytes.subarray(from, from + take), this.pendingBytes);
      this.pendingBytes += take;
      from += take;
    }
  }

  private async flush(last: boolean): Promise<void> {
    if (this.underWay.length >= chunksUnderWay) await this.underWay.shift();
    if (this.failure) throw this.failure.error;
    const plain = this.pending;
    this.underWay.push(
      this.sealAndWrite(plain, plain.subarray(0, this.pendingBytes), this.chunk, last, this.position).catch((error: unknown) => {
        this.failure ??= { error };
      }),
    );
    this.position += this.pendingBytes + tagBytes;
    this.chunk += 1;
    this.pending = this.emptyChunk();
    this.pendingBytes = 0;
  }

  private async sealAndWrite(whole: Uint8Array, plain: Uint8Array, chunk: number, last: boolean, position: number): Promise<void> {
    const sealed = await sealChunk(await this.sealingKey, chunk, last, plain, this.associated);
    this.free.push(whole);
    if (this.failure === null) await this.file.write(sealed, position);
  }

  /** Waits until nothing is under way, so that the file may be closed. */
  private async settle(): Promise<void> {
    await Promise.all(this.underWay.splice(0));
  }

  /** Pads, seals the last chunk, and waits for the writes. */
  async finish(): Promise<void> {
    let padding = paddedLength(this.plainBytes) - this.plainBytes;
    const zeros = new Uint8Array(Math.min(padding, chunkBytes));
    while (padding > 0) {
      const take = Math.min(padding, zeros.length);
      await this.append(zeros.subarray(0, take));
      padding -= take;
    }
    await this.flush(true);
    await this.settle();
    if (this.failure) throw this.failure.error;
  }

  /** Call in any case: after it no write is under way and no plain byte is held. */
  async end(): Promise<void> {
    await this.settle();
    zero(...this.made);
  }
}

/** Random access to a sealed stream of known plain length; every chunk touched is verified. */
export class SealedReader {
  private readonly paddedBytes: number;
  private readonly chunks: number;
  private paddingVerified = false;
  private held: { chunk: number; plain: Uint8Array } | null = null;

  private constructor(
    private readonly file: OpenFile,
    private readonly key: Uint8Array,
    private readonly associated: Uint8Array,
    private readonly startAt: number,
    readonly sizeBytes: number,
  ) {
    this.paddedBytes = paddedLength(sizeBytes);
    this.chunks = chunkCount(this.paddedBytes);
  }

  /** Refuses `tampered` when the file's length is not exactly what `sizeBytes` asks for. */
  static async open(file: OpenFile, key: Uint8Array, associated: Uint8Array, startAt: number, sizeBytes: number): Promise<SealedReader> {
    const reader = new SealedReader(file, key, associated, startAt, sizeBytes);
    if ((await file.size()) !== startAt + sealedLength(reader.paddedBytes)) throw new Refusal('tampered');
    return reader;
  }

  private fetch(chunk: number): Promise<Uint8Array> {
    const plainBytes = chunk === this.chunks - 1 ? this.paddedBytes - chunk * chunkBytes : chunkBytes;
    return this.file.read(this.startAt + chunk * (chunkBytes + tagBytes), plainBytes + tagBytes);
  }

  private open(chunk: number, sealed: Uint8Array): Uint8Array {
    const plain = openChunk(this.key, chunk, chunk === this.chunks - 1, sealed, this.associated);
    if (plain === null) throw new Refusal('tampered');
    // Padding is under the tag as well, but only this writer's zeros belong there.
    const realEnd = Math.min(plain.length, Math.max(0, this.sizeBytes - chunk * chunkBytes));
    if (plain.subarray(realEnd).some((byte) => byte !== 0)) throw new Refusal('tampered');
    return plain;
  }

  /** Verifies the chunks [first, end) in order and shows each to `use`; the next ones are fetched meanwhile. */
  private async eachChunk(first: number, end: number, use: (chunk: number, plain: Uint8Array) => void): Promise<void> {
    const fetching: Promise<Uint8Array>[] = [];
    let next = first;
    try {
      for (let chunk = first; chunk < end; chunk += 1) {
        if (this.held?.chunk === chunk && next === chunk) {
          next += 1;
          use(chunk, this.held.plain);
          continue;
        }
        for (; next < end && fetching.length < chunksUnderWay; next += 1) {
          const sealed = this.fetch(next);
          // Its error is seen where it is awaited; a chunk before it may have ended the reading by then.
          sealed.catch(() => undefined);
          fetching.push(sealed);
        }
        const plain = this.open(chunk, (await fetching.shift()) ?? new Uint8Array(0));
        use(chunk, plain);
        if (this.held) zero(this.held.plain);
        this.held = { chunk, plain };
      }
    } finally {
      await Promise.allSettled(fetching);
    }
  }

  /** Chunks of nothing but padding, which hold no plain byte but are part of the file. */
  private async verifyPadding(): Promise<void> {
    await this.eachChunk(Math.ceil(this.sizeBytes / chunkBytes), this.chunks, () => undefined);
    this.paddingVerified = true;
  }

  /** Plain bytes [start, end), 0 ≤ start ≤ end ≤ sizeBytes. The first read that reaches the end verifies the padding after it too. */
  async read(start: number, end: number): Promise<Uint8Array> {
    if (!(start >= 0 && start <= end && end <= this.sizeBytes)) throw new RangeError('outside the file');
    const out = new Uint8Array(end - start);
    await this.eachChunk(Math.floor(start / chunkBytes), Math.ceil(end / chunkBytes), (chunk, plain) => {
      const at = chunk * chunkBytes;
      const from = Math.max(start - at, 0);
      const until = Math.min(end - at, chunkBytes);
      if (until > from) out.set(plain.subarray(from, until), at + from - start);
    });
    if (end === this.sizeBytes && !this.paddingVerified) await this.verifyPadding();
    return out;
  }

  /** Verifies every chunk, padding included; hands nothing out. Refuses `tampered`. */
  async verify(): Promise<void> {
    await this.eachChunk(0, this.chunks, () => undefined);
    this.paddingVerified = true;
  }

  async close(): Promise<void> {
    if (this.held) zero(this.held.plain);
    this.held = null;
    zero(this.key);
    await this.file.close();
  }
}
