import type { CallError } from '../../../shared/contract/errors';
import type { Handing } from '../../../shared/model/copy';
import type { BuiltExport, ExportChoice, ExportRecord } from '../../../shared/model/export';
import { ask } from '../../app/bridge';
import { LongTask, type RunningTask } from '../../app/long-task';
import type { Choice } from './choice';

/** What lets something out, as pages were made with it. */
export type LetsOut = Pick<Choice, 'includePrivileged' | 'foundRedactions'>;

/** Pages that were made, and what she has decided of them. */
export interface MadePages {
  readonly built: BuiltExport;
  /** Of what was chosen when they were made (`WhatGoes.keyOf`). */
  readonly of: string;
  readonly madeAtUtc: string;
  readonly saved: ExportRecord | null;
  /** Hits of the sweep that she let stand, with her reasons. */
  readonly released: ReadonlyMap<string, string>;
  /** For whom they are to be saved; null: for nobody yet. */
  readonly handing: Handing | null;
}

export interface PagesState {
  /** While they are being made. */
  readonly running: RunningTask | null;
  readonly error: CallError | null;
  readonly pages: MadePages | null;
  /** Whether the record still says what they say; `asking`: not known yet, and nothing can be saved. */
  readonly standing: 'asking' | 'stands' | 'outdated';
  /** She was elsewhere since they were made. */
  readonly isBack: boolean;
  /** There were pages, or they were being made, and they are gone without her having said so. */
  readonly isLetGo: boolean;
}

const nothing: PagesState = { running: null, error: null, pages: null, standing: 'stands', isBack: false, isLetGo: false };

/**
 * The pages of the place "Hand over", made and being made, with all that she decided of them. They live as long as the window (a lock ends it), so that she can look something up: a large bundle takes minutes, and her reasons are hers. Whether they may
 * still be saved is the vault's word (`exports.standing`), asked for whenever she comes back. docs/decisions/0113-pages-kept-while-open.md
 */
export class PagesMade {
  readonly #task = new LongTask('export');
  readonly #listeners = new Set<() => void>();
  #state: PagesState = nothing;
  #letsOut: LetsOut | null = null;
  #stopListening: (() => void) | null = null;
  #isStopAsked = false;

  readonly read = (): PagesState => this.#state;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What let something out of the pages that stand here or are being made; null: there are none. */
  get letsOut(): LetsOut | null {
    return this.#letsOut;
  }

  /** Makes pages in place of those that stand here. True: they stand. */
  async make(wanted: ExportChoice, of: string): Promise<boolean> {
    this.#stopListening ??= this.#begin();
    this.#isStopAsked = false;
    this.#letsOut = { includePrivileged: wanted.includePrivileged, foundRedactions: wanted.foundRedactions };
    const { handing } = this.#state.pages ?? { handing: null };
    this.#set({ ...nothing, running: this.#state.running });
    const built = await this.#task.start('exports.build', wanted);
    if (built === null) {
      const { error } = this.#task.read();
      this.#letsOut = null;
      this.#set({ ...nothing, error, isLetGo: error?.code === 'cancelled' && !this.#isStopAsked });
      return false;
    }
    // She may have changed her record while they were made.
    const standing = await standingOf(built.exportId);
    if (standing === 'gone') this.#letGo();
    else this.#set({ ...nothing, pages: { built, of, madeAtUtc: new Date().toISOString(), saved: null, released: new Map(), handing }, standing });
    return standing !== 'gone';
  }

  readonly stop = (): void => {
    this.#isStopAsked = true;
    this.#task.cancel();
  };

  /** She goes elsewhere. */
  leave(): void {
    if (this.#state.pages !== null) this.#set({ ...this.#state, isBack: true });
  }

  /** Looks whether what stands here still stands. False: it does not. */
  async lookAgain(): Promise<boolean> {
    const { pages } = this.#state;
    if (pages === null) return true;
    this.#set({ ...this.#state, standing: 'asking' });
    const standing = await standingOf(pages.built.exportId);
    // Others were begun meanwhile.
    if (this.#state.pages?.built !== pages.built) return true;
    if (standing === 'gone') this.#letGo();
    else this.#set({ ...this.#state, standing });
    return standing === 'stands';
  }

  /** Notes what she decided of these very pages; of others it says nothing. */
  note(built: BuiltExport, said: Partial<Pick<MadePages, 'saved' | 'released' | 'handing'>>): void {
    const { pages } = this.#state;
    if (pages?.built === built) this.#set({ ...this.#state, pages: { ...pages, ...said } });
  }

  #begin(): () => void {
    this.#task.subscribe(() => {
      const { running } = this.#task.read();
      // The last that was said stays until it is known what came of it.
      if (running !== null) this.#set({ ...this.#state, running });
    });
    return this.#task.listen();
  }

  #letGo(): void {
    this.#letsOut = null;
    this.#set({ ...nothing, isLetGo: true });
  }

  #set(state: PagesState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

/** When it cannot be known, they are as good as outdated. */
async function standingOf(exportId: BuiltExport['exportId']): Promise<'stands' | 'outdated' | 'gone'> {
  const answer = await ask('exports.standing', { exportId });
  return answer.ok ? answer.value.standing : 'outdated';
}

export const pagesMade = new PagesMade();
