import type { CallError } from '../../../shared/contract/errors';
import type { TaskEvent } from '../../../shared/contract/tasks';
import type { FilesFound, FilesKept } from '../../../shared/model/files-found';
import type { Id } from '../../../shared/model/identity';
import { ask, listen } from '../../app/bridge';

export type ManyFilesState =
  | { readonly phase: 'none' }
  | { readonly phase: 'looking' | 'adding'; readonly name: string; readonly taskId: Id | null; readonly event: TaskEvent | null }
  | { readonly phase: 'found'; readonly name: string; readonly grant: Id; readonly found: FilesFound }
  | { readonly phase: 'kept'; readonly name: string; readonly kept: FilesKept }
  /** `cancelled` among the errors: she stopped it. */
  | { readonly phase: 'refused'; readonly name: string; readonly error: CallError };

/** One folder or archive at a time on its way in. It lives as long as the window, so that it goes on while she looks at another place. */
class ManyFiles {
  #state: ManyFilesState = { phase: 'none' };
  readonly #listeners = new Set<() => void>();
  #grant: Id = '';
  /** What a very short task says can arrive before the answer that names it. */
  #early: readonly TaskEvent[] = [];
  #stopListening: (() => void) | null = null;

  readonly read = (): ManyFilesState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether another can be begun. */
  get isBusy(): boolean {
    return this.#state.phase === 'looking' || this.#state.phase === 'adding';
  }

  async look(grant: Id, name: string): Promise<void> {
    this.#grant = grant;
    await this.#begin('looking', 'files.look', name);
  }

  async add(): Promise<void> {
    if (this.#state.phase === 'found') await this.#begin('adding', 'files.add', this.#state.name);
  }

  stop(): void {
    const { phase } = this.#state;
    if ((phase === 'looking' || phase === 'adding') && this.#state.taskId !== null) void ask('program.cancelTask', { taskId: this.#state.taskId });
  }

  close(): void {
    if (!this.isBusy) this.#set({ phase: 'none' });
  }

  async #begin(phase: 'looking' | 'adding', call: 'files.look' | 'files.add', name: string): Promise<void> {
    this.#stopListening ??= listen('task', (event) => this.#hear(event));
    this.#early = [];
    this.#set({ phase, name, taskId: null, event: null });
    const result = await ask(call, { grant: this.#grant });
    if (!result.ok) return this.#set({ phase: 'refused', name, error: result.error });
    const { taskId } = result.value;
    this.#set({ phase, name, taskId, event: null });
    for (const event of this.#early.filter((each) => each.taskId === taskId)) this.#hear(event);
  }

  #hear(event: TaskEvent): void {
    const now = this.#state;
    if (now.phase !== 'looking' && now.phase !== 'adding') return;
    if (now.taskId === null) {
      this.#early = [...this.#early.slice(-50), event];
      return;
    }
    if (event.taskId !== now.taskId) return;
    if (event.state === 'running') return this.#set({ ...now, event });
    const { result } = event;
    if (result?.kind === 'files-found') this.#set({ phase: 'found', name: now.name, grant: this.#grant, found: result.value });
    else if (result?.kind === 'files-kept') this.#set({ phase: 'kept', name: now.name, kept: result.value });
    else this.#set({ phase: 'refused', name: now.name, error: event.error ?? { code: 'cancelled' } });
  }

  #set(state: ManyFilesState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

export const manyFiles = new ManyFiles();
