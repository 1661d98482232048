import type { TaskEvent } from '../../../shared/contract/tasks';
import type { PickedFiles } from '../../../shared/contract/program-calls';
import type { Id } from '../../../shared/model/identity';
import { ask, listen } from '../../app/bridge';
import { type AddedFile, type AddingAct, afterAct, nextToBegin } from './adding';

/**
 * Files on their way into the vault. It lives as long as the window (a lock reloads it), so that adding goes on while she
 * looks at another place.
 */
class AddingQueue {
  #files: readonly AddedFile[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #known = new Set<Id>();
  /** What a very short task says can arrive before the answer that names it. */
  #early: readonly TaskEvent[] = [];
  #stopListening: (() => void) | null = null;
  #refusedCount = 0;

  readonly read = (): readonly AddedFile[] => this.#files;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add({ grants, refused }: PickedFiles): void {
    if (grants.length + refused.length === 0) return;
    this.#stopListening ??= listen('task', (event) => {
      if (this.#known.has(event.taskId)) this.#act({ do: 'told', event });
      else this.#early = [...this.#early.slice(-50), event];
    });
    this.#act({ do: 'queue', grants, refused: refused.map((error) => ({ key: `refused ${++this.#refusedCount}`, error })) });
  }

  stop(file: AddedFile): void {
    if (file.state === 'waiting') {
      this.#act({ do: 'stop-waiting', key: file.key });
      // The list says that it was stopped; at worst the next opening names it once more.
      void ask('documents.letGo', { grant: file.key });
    } else if (file.taskId !== null) void ask('program.cancelTask', { taskId: file.taskId });
  }

  clear(): void {
    this.#act({ do: 'clear' });
  }

  #act(act: AddingAct): void {
    this.#files = afterAct(this.#files, act);
    const next = nextToBegin(this.#files);
    // All are marked before any is asked for: asking is an act too, and would begin the second of them twice.
    for (const { key } of next) this.#files = afterAct(this.#files, { do: 'begin', key });
    for (const listener of this.#listeners) listener();
    for (const { key } of next) void this.#begin(key);
  }

  /** `key`: of a waiting file, so the grant it was picked with. */
  async #begin(key: Id): Promise<void> {
    const result = await ask('documents.add', { grant: key });
    if (!result.ok) { this.#act({ do: 'refuse', key, error: result.error }); return; }
    const { taskId } = result.value;
    this.#known.add(taskId);
    this.#act({ do: 'started', key, taskId });
    const early = this.#early.filter((event) => event.taskId === taskId);
    this.#early = this.#early.filter((event) => event.taskId !== taskId);
    for (const event of early) this.#act({ do: 'told', event });
  }
}

export const addingQueue = new AddingQueue();
