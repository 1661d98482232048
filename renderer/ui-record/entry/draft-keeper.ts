import type { CallError } from '../../../shared/contract/errors';

export type SaveResult = { ok: true; value: { savedUtc: string } } | { ok: false; error: CallError };
export type KeepState = { kind: 'untouched' } | { kind: 'waiting' } | { kind: 'saving' } | { kind: 'saved'; atUtc: string } | { kind: 'refused'; error: CallError };

/**
 * Saves what she types: 400 ms after the last key, at once on `flush`. One save at a time in the order typed; whatever
 * is typed meanwhile goes next, so the newest words are always the last to be saved. After a refusal the words stay here
 * and are tried again every `retryMs` until they are safe.
 */
export class DraftKeeper<T> {
  private unsaved: { content: T } | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private state: KeepState = { kind: 'untouched' };
  private readonly listeners = new Set<() => void>();

  constructor(private readonly save: (content: T) => Promise<SaveResult>, private readonly delayMs = 400, private readonly retryMs = 3000) {}

  readonly subscribe = (listener: () => void): (() => void) => { this.listeners.add(listener); return () => this.listeners.delete(listener); };
  readonly read = (): KeepState => this.state;

  change(content: T): void {
    this.unsaved = { content };
    if (this.state.kind !== 'refused') this.tell({ kind: 'waiting' });
    this.wait(this.delayMs);
  }

  /** Resolves when nothing is unsaved, or when a save was refused. */
  async flush(): Promise<void> {
    this.stopWaiting();
    while (this.unsaved ?? this.running) {
      await (this.running ?? this.run());
      if (this.state.kind === 'refused') return;
    }
  }

  /**
   * For the last moment before the vault locks: sends the newest words at once, behind a save that may be on its way
   * (the vault takes calls in order), instead of waiting for its answer.
   */
  async sendNow(): Promise<void> {
    this.stopWaiting();
    if (this.running && this.unsaved) await this.save(this.unsaved.content);
    else await this.flush();
  }

  /** Forgets what is unsaved: the draft itself is gone (recorded, erased or set aside). */
  forget(): void {
    this.stopWaiting();
    this.unsaved = null;
  }

  private run(): Promise<void> {
    const taken = this.unsaved;
    if (!taken) return Promise.resolve();
    this.tell({ kind: 'saving' });
    this.running = this.save(taken.content).catch((): SaveResult => ({ ok: false, error: { code: 'unexpected' } })).then((result) => {
      this.running = null;
      if (result.ok) {
        if (this.unsaved === taken) this.unsaved = null;
        this.tell(this.unsaved ? { kind: 'waiting' } : { kind: 'saved', atUtc: result.value.savedUtc });
        if (this.unsaved && this.timer === null) this.wait(this.delayMs);
      } else {
        this.tell({ kind: 'refused', error: result.error });
        if (this.unsaved) this.wait(this.retryMs);
      }
    });
    return this.running;
  }

  private wait(ms: number): void {
    this.stopWaiting();
    this.timer = setTimeout(() => { this.timer = null; if (!this.running) void this.run(); }, ms);
  }

  private stopWaiting(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private tell(state: KeepState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
