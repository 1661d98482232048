import { useCallback, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { DocumentPage } from '../../../shared/model/document-page';
import { type KeptState, useKeeping } from './use-keeping';

export type CorrectPage = (page: number, text: string) => Promise<CallError | null>;

export interface PageWords {
  /** Null: she is not putting these words right. */
  readonly typed: string | null;
  readonly state: KeptState;
  readonly begin: () => void;
  readonly change: (text: string) => void;
  /** Saves at once what has changed. */
  readonly leaveField: () => void;
  /** Puts these words in the place of what stands there, and ends when they are safe. */
  readonly end: (text: string) => Promise<void>;
  /** Ends, and puts back what stood there when she began, where a pause had saved other words. */
  readonly putBack: () => Promise<void>;
}

/** The words of one page while she puts them right, and their keeping. A field that she emptied saves nothing. */
export function usePageWords({ page, text }: Pick<DocumentPage, 'page' | 'text'>, onCorrect: CorrectPage | null): PageWords {
  const [typed, setTyped] = useState<string | null>(null);
  const newest = useRef<string | null>(null);
  const stood = useRef(text);
  const correct = useRef(onCorrect);
  correct.current = onCorrect;

  const toKeep = (): string | null => (correct.current === null ? null : newest.current?.trim() || null);
  const send = useCallback((words: string) => correct.current?.(page, words) ?? Promise.resolve(null), [page]);
  const { state, setState, save, saveSoon, holds } = useKeeping(null, toKeep, send);
  const write = useCallback((words: string | null) => { newest.current = words; setTyped(words); }, []);

  const end = useCallback(async (words: string): Promise<void> => {
    const before = newest.current;
    newest.current = words;
    const error = await save();
    // She typed on while it was on its way.
    if (newest.current !== words) return;
    if (error !== null) { newest.current = before; return; }
    write(null);
    holds(null);
    setState((told) => (told.kind === 'refused' ? { kind: 'still' } : told));
  }, [save, write, holds, setState]);
  return {
    typed, state, end,
    begin: () => {
      stood.current = text;
      holds(text.trim());
      setState({ kind: 'still' });
      write(text);
    },
    change: (words) => {
      write(words);
      setState((told) => (told.kind === 'saved' ? { kind: 'still' } : told));
      saveSoon();
    },
    leaveField: () => void save(),
    putBack: () => end(stood.current),
  };
}
