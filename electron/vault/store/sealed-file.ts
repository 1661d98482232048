import { tagBytes, zero } from '../crypto/primitives';
import { chunkBytes, chunkCount, openChunk, paddedLength, sealChunk, sealedLength } from '../crypto/stream';
import { Refusal } from '../../../shared/contract/errors';
import type { OpenFile } from './file-port';

/** Writes one sealed stream into a file: feed plain bytes, then finish. Memory: one chunk. */
export class SealedWriter {
  private readonly pending = new Uint8Array(chunkBytes);
  private pendingBytes = 0;
  private chunk = 0;
  private plainBytes = 0;
  private position: number;

  constructor(
    private readonly file: OpenFile,
    private readonly key: Uint8Array,
    private readonly associated: Uint8Array,
    startAt: number,
  ) {
    this.position = startAt;
  }

  get sizeBytes(): number {
    return this.plainBytes;
  }

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
    const sealed = sealChunk(this.key, this.chunk, last, this.pending.subarray(0, this.pendingBytes), this.associated);
    await this.file.write(sealed, this.position);
    this.position += sealed.length;
    this.chunk += 1;
    this.pendingBytes = 0;
  }

  /** Pads and seals the last chunk. The writer holds no plain bytes afterwards. */
  async finish(): Promise<void> {
    let padding = paddedLength(this.plainBytes) - this.plainBytes;
    const zeros = new Uint8Array(Math.min(padding, chunkBytes));
    while (padding > 0) {
      const take = Math.min(padding, zeros.length);
      await this.append(zeros.subarray(0, take));
      padding -= take;
    }
    await this.flush(true);
    this.forget();
  }

  forget(): void {
    zero(this.pending);
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

  private async readChunk(chunk: number): Promise<Uint8Array> {
    if (this.held?.chunk === chunk) return this.held.plain;
    const last = chunk === this.chunks - 1;
    const plainBytes = last ? this.paddedBytes - chunk * chunkBytes : chunkBytes;
    const sealed = await this.file.read(this.startAt + chunk * (chunkBytes + tagBytes), plainBytes + tagBytes);
    const plain = openChunk(this.key, chunk, last, sealed, this.associated);
    if (plain === null) throw new Refusal('tampered');
    // Padding is under the tag as well, but only this writer's zeros belong there.
    const realEnd = Math.min(plain.length, Math.max(0, this.sizeBytes - chunk * chunkBytes));
    if (plain.subarray(realEnd).some((byte) => byte !== 0)) throw new Refusal('tampered');
    if (this.held) zero(this.held.plain);
    this.held = { chunk, plain };
    return plain;
  }

  /** Chunks of nothing but padding, which hold no plain byte but are part of the file. */
  private async verifyPadding(): Promise<void> {
    for (let chunk = Math.ceil(this.sizeBytes / chunkBytes); chunk < this.chunks; chunk += 1) await this.readChunk(chunk);
    this.paddingVerified = true;
  }

  /** Plain bytes [start, end), 0 ≤ start ≤ end ≤ sizeBytes. The first read that reaches the end verifies the padding after it too. */
  async read(start: number, end: number): Promise<Uint8Array> {
    if (!(start >= 0 && start <= end && end <= this.sizeBytes)) throw new RangeError('outside the file');
    const out = new Uint8Array(end - start);
    for (let at = start; at < end; ) {
      const chunk = Math.floor(at / chunkBytes);
      const plain = await this.readChunk(chunk);
      const from = at - chunk * chunkBytes;
      const until = Math.min(chunkBytes, end - chunk * chunkBytes);
      out.set(plain.subarray(from, until), at - start);
      at = chunk * chunkBytes + until;
    }
    if (end === this.sizeBytes && !this.paddingVerified) await this.verifyPadding();
    return out;
  }

  /** Verifies every chunk, padding included; hands nothing out. Refuses `tampered`. */
  async verify(): Promise<void> {
    for (let chunk = 0; chunk < this.chunks; chunk += 1) await this.readChunk(chunk);
  }

  async close(): Promise<void> {
    if (this.held) zero(this.held.plain);
    this.held = null;
    zero(this.key);
    await this.file.close();
  }
}
