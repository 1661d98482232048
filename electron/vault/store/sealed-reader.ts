import { freeAtOnce, tagBytes, zero } from '../crypto/primitives';
import { chunkBytes, chunkCount, openChunk, paddedLength, sealedLength } from '../crypto/stream';
import { Refusal } from '../../../shared/contract/errors';
import type { OpenFile } from './file-port';

/** So many chunks may be on their way from the disk while another is opened. */
const chunksUnderWay = 6;

/** Random access to a sealed stream of known plain length; every chunk touched is verified. */
export class SealedReader {
  private readonly paddedBytes: number;
  private readonly chunks: number;
  private paddingVerified = false;
  /** Where every chunk is opened, one after another. */
  private readonly space: Uint8Array;
  /** The chunk that lies there. */
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
    this.space = new Uint8Array(Math.min(this.paddedBytes, chunkBytes));
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
    this.held = null;
    if (!openChunk(this.space, this.key, chunk, chunk === this.chunks - 1, sealed, this.associated)) throw new Refusal('tampered');
    const plain = this.space.subarray(0, sealed.length - tagBytes);
    freeAtOnce(sealed);
    // Padding is under the tag as well, but only this writer's zeros belong there.
    const realEnd = Math.min(plain.length, Math.max(0, this.sizeBytes - chunk * chunkBytes));
    if (plain.subarray(realEnd).some((byte) => byte !== 0)) throw new Refusal('tampered');
    this.held = { chunk, plain };
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
        use(chunk, this.open(chunk, (await fetching.shift()) ?? new Uint8Array(0)));
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
    this.held = null;
    zero(this.space, this.key);
    await this.file.close();
  }
}
