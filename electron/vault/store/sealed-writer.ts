import { tagBytes } from '../crypto/primitives';
import { chunkBytes, paddedLength, sealChunk } from '../crypto/stream';
import type { OpenFile } from './file-port';

/** Chunks are written several at a time: few, large writes cost a system least. */
const pieceChunks = 4;
const pieceBytes = pieceChunks * chunkBytes;
/** A piece begins so large and grows as it is filled: thousands of small files, each with pieces of full size, keep the collector busier than all the sealing. */
const firstBytes = 16 * 1024;
/** So many pieces may be on their way to the disk while another is filled and encrypted. */
const piecesUnderWay = 4;

interface Piece {
  /** Empty while it is lent to the watcher. */
  plain: Uint8Array<ArrayBuffer>;
  sealed: Uint8Array;
  plainBytes: number;
  /** How far it was ever filled: what lies behind was never touched, and stays so. */
  mostBytes: number;
}

/** Shown every plain byte once, in order, without the padding: the first `byteCount` of memory that is lent to it and that it gives back. */
export type PlainWatcher = (plain: Uint8Array<ArrayBuffer>, byteCount: number) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Writes one sealed stream into a file: feed plain bytes, then finish. This thread encrypts, while another writes and the watcher looks at
 * what went before. Memory: `piecesUnderWay` + 1 pieces, plain and sealed.
 */
export class SealedWriter {
  private readonly underWay: Promise<void>[] = [];
  private failure: { error: unknown } | null = null;
  /** All pieces ever made, used again and again, zeroed at the end. */
  private readonly made: Piece[] = [];
  private readonly free: Piece[] = [];
  private filling: Piece;
  private chunk = 0;
  private writing: Promise<void> = Promise.resolve();
  private plainBytes = 0;

  constructor(
    private readonly file: OpenFile,
    private readonly key: Uint8Array,
    private readonly associated: Uint8Array,
    private readonly startAt: number,
    private readonly watch: PlainWatcher | null,
  ) {
    this.filling = this.emptyPiece();
  }

  get sizeBytes(): number {
    return this.plainBytes;
  }

  private emptyPiece(): Piece {
    let piece = this.free.pop();
    if (piece === undefined) {
      piece = { plain: new Uint8Array(firstBytes), sealed: new Uint8Array(0), plainBytes: 0, mostBytes: 0 };
      this.made.push(piece);
    }
    piece.plainBytes = 0;
    return piece;
  }

  /** `bytes` may be changed as soon as the promise settles. */
  async write(bytes: Uint8Array): Promise<void> {
    this.plainBytes += bytes.length;
    await this.append(bytes);
  }

  private async append(bytes: Uint8Array): Promise<void> {
    let from = 0;
    while (from < bytes.length) {
      // A full piece is sealed only when more follows, because the last chunk is sealed differently.
      if (this.filling.plainBytes === pieceBytes) {
        await this.flush(false);
        this.filling = this.emptyPiece();
      }
      const take = Math.min(pieceBytes - this.filling.plainBytes, bytes.length - from);
      makeRoom(this.filling, this.filling.plainBytes + take);
      this.filling.plain.set(bytes.subarray(from, from + take), this.filling.plainBytes);
      this.filling.plainBytes += take;
      this.filling.mostBytes = Math.max(this.filling.mostBytes, this.filling.plainBytes);
      from += take;
    }
  }

  private async flush(last: boolean): Promise<void> {
    if (this.underWay.length >= piecesUnderWay) await this.underWay.shift();
    if (this.failure) throw this.failure.error;
    this.underWay.push(
      this.sealAndWrite(this.filling, this.chunk, last).catch((error: unknown) => {
        this.failure ??= { error };
      }),
    );
    this.chunk += pieceChunks;
  }

  private async sealAndWrite(piece: Piece, firstChunk: number, last: boolean): Promise<void> {
    const sealed = this.sealPiece(piece, firstChunk, last);
    const watched = this.showWatcher(piece, this.plainBytes - firstChunk * chunkBytes);
    // One after another: a file takes one write at a time, and threads that wait for it would spin.
    this.writing = this.writing.then(() => (this.failure === null ? this.file.write(sealed, this.startAt + firstChunk * (chunkBytes + tagBytes)) : undefined));
    // Both must have ended before the piece can be filled again, or the file closed.
    for (const part of await Promise.allSettled([watched, this.writing])) if (part.status === 'rejected') throw part.reason;
    this.free.push(piece);
  }

  private async showWatcher(piece: Piece, fedBytes: number): Promise<void> {
    const byteCount = Math.min(piece.plainBytes, fedBytes);
    if (this.watch === null || byteCount <= 0) return;
    const { plain } = piece;
    piece.plain = new Uint8Array(0);
    piece.plain = await this.watch(plain, byteCount);
  }

  private sealPiece(piece: Piece, firstChunk: number, last: boolean): Uint8Array {
    const { plain, plainBytes } = piece;
    const mostSealed = plainBytes + Math.ceil(plainBytes / chunkBytes) * tagBytes;
    if (piece.sealed.length < mostSealed) piece.sealed = new Uint8Array(Buffer.allocUnsafeSlow(mostSealed).buffer);
    const { sealed } = piece;
    let end = 0;
    for (let from = 0; from < plainBytes; from += chunkBytes) {
      const until = Math.min(from + chunkBytes, plainBytes);
      sealChunk(sealed.subarray(end), this.key, firstChunk + from / chunkBytes, last && until === plainBytes, plain.subarray(from, until), this.associated);
      end += until - from + tagBytes;
    }
    return sealed.subarray(0, end);
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

  /** Call in any case: after it nothing is under way and no plain byte is held. */
  async end(): Promise<void> {
    await this.settle();
    for (const { plain, mostBytes } of this.made) plain.fill(0, 0, mostBytes);
  }
}

/** Room for so many plain bytes, at most a piece; what it held moves, and is zeroed where it was. */
function makeRoom(piece: Piece, plainBytes: number): void {
  const { plain } = piece;
  if (plain.length >= plainBytes) return;
  piece.plain = new Uint8Array(Math.min(pieceBytes, Math.max(plainBytes, 4 * plain.length)));
  piece.plain.set(plain.subarray(0, piece.plainBytes));
  plain.fill(0, 0, piece.mostBytes);
}
