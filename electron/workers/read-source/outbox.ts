import { outstandingPieces, type FromReader } from '../../../shared/worker-protocol';

type Piece = Extract<FromReader, { say: 'recognised' | 'parts' | 'file' | 'pages' | 'keep-file' | 'laid-picture' }>;

/** How the reader speaks with the shell: pieces wait until no more than the agreed number are unacknowledged. */
export class Outbox {
  private outstanding = 0;
  private wake: (() => void) | null = null;
  private lastProgressMs = 0;

  constructor(private readonly post: (word: FromReader) => void) {}

  /** Resolves when the piece has been sent. */
  async send(piece: Piece): Promise<void> {
    while (this.outstanding >= outstandingPieces) await new Promise<void>((resolve) => (this.wake = resolve));
    this.outstanding += 1;
    this.post(piece);
  }

  /** Resolves when all that was sent is acknowledged. */
  async settled(): Promise<void> {
    while (this.outstanding > 0) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  acknowledge(): void {
    this.outstanding = Math.max(0, this.outstanding - 1);
    this.wake?.();
    this.wake = null;
  }

  /** At most a few times a second. */
  progress(done: number, total: number, unit: 'bytes' | 'messages'): void {
    const now = performance.now();
    if (now - this.lastProgressMs < 200) return;
    this.lastProgressMs = now;
    this.post({ say: 'progress', done, total, unit });
  }

  say(word: Exclude<FromReader, Piece | { say: 'progress' }>): void {
    this.post(word);
  }
}
