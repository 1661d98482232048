import type { SealedEvidence, VaultStore } from '../store/store';
import { PiecePipe } from './piece-pipe';

/** One file whose bytes come in pieces, each in a call of its own, while they are sealed. */
export class SealingFile {
  readonly #pipe = new PiecePipe();
  readonly #abort = new AbortController();
  readonly #sealed: Promise<SealedEvidence>;

  /** `id`: what the calls name it by. */
  constructor(readonly id: string, store: VaultStore) {
    this.#sealed = store.evidence.seal(this.#pipe, { expectedBytes: null, signal: this.#abort.signal });
    // The failure stays here and answers every later piece: a fresh seal would keep the rest of the file as if it were whole.
    this.#sealed.catch(() => undefined);
  }

  /** Resolves when the piece is taken; refuses what sealing refuses. */
  async take(bytes: Uint8Array): Promise<void> {
    if (bytes.length > 0) await this.#push(bytes);
  }

  /** No more is coming. */
  async sealed(): Promise<SealedEvidence> {
    await this.#push(null);
    return this.#sealed;
  }

  /** Ends a seal that waits for its next piece, without waiting for it. */
  stop(): void {
    this.#abort.abort();
    // The end of the stream wakes it; it then sees the abort.
    void this.#pipe.push(null);
  }

  /** Resolves when nothing of it stays. */
  async drop(): Promise<void> {
    this.stop();
    await this.#sealed.catch(() => undefined);
  }

  async #push(piece: Uint8Array | null): Promise<void> {
    // If sealing fails (a full disk), nobody takes the piece any more: the failure answers instead.
    await Promise.race([this.#pipe.push(piece), this.#sealed.then(() => new Promise<never>(() => undefined))]);
  }
}
