/** Bytes that can be read at any place, of a file that may be far larger than memory. */
export interface ByteSource {
  readonly sizeBytes: number;
  /** `length` bytes from `start`; fewer only at the end. */
  read(start: number, length: number): Promise<Uint8Array>;
}

/** Bytes at hand. */
export function sourceOf(bytes: Uint8Array): ByteSource {
  return { sizeBytes: bytes.length, read: (start, length) => Promise.resolve(bytes.subarray(start, start + Math.max(0, length))) };
}

/** A file asked for more than it is allowed to. */
export class TooMuchRead extends Error {}

const blockBytes = 64 * 1024;
const mostBlocks = 64;

/** Keeps the last 4 MiB that were read, so that many small readings ask for few stretches. Throws `TooMuchRead` past `mostBytes` asked for in all: a made-up file could send a reader round and round. */
export class BufferedSource implements ByteSource {
  readonly #blocks = new Map<number, Uint8Array>();
  #asked = 0;

  constructor(private readonly inner: ByteSource, private readonly mostBytes: number) {}

  get sizeBytes(): number {
    return this.inner.sizeBytes;
  }

  async read(start: number, length: number): Promise<Buffer> {
    const from = Math.min(Math.max(0, start), this.sizeBytes);
    const end = Math.min(this.sizeBytes, from + Math.max(0, length));
    if (end <= from) return Buffer.alloc(0);
    const pieces: Uint8Array[] = [];
    for (let block = Math.floor(from / blockBytes); block * blockBytes < end; block += 1) {
      const bytes = await this.#block(block);
      pieces.push(bytes.subarray(Math.max(0, from - block * blockBytes), end - block * blockBytes));
    }
    return Buffer.concat(pieces);
  }

  async #block(block: number): Promise<Uint8Array> {
    const known = this.#blocks.get(block);
    if (known) return known;
    this.#asked += blockBytes;
    if (this.#asked > this.mostBytes) throw new TooMuchRead();
    const bytes = await this.inner.read(block * blockBytes, blockBytes);
    const [oldest] = this.#blocks.keys();
    if (this.#blocks.size >= mostBlocks && oldest !== undefined) this.#blocks.delete(oldest);
    this.#blocks.set(block, bytes);
    return bytes;
  }
}
