import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { DocumentPage } from '../../../shared/model/document-page';
import { keepBeforeLock } from '../../app/before-lock';

export type CorrectPage = (page: number, text: string) => Promise<CallError | null>;
export type PageWordsState = { kind: 'still' } | { kind: 'saved'; atUtc: string } | { kind: 'refused'; error: CallError };

/** Every save is an entry in the history: as of her words about a document (`use-document-words.ts`), one when she pauses for this long, leaves the words, leaves the page or locks. */
const pauseMs = 3000;

export interface PageWords {
  /** Null: she is not putting these words right. */
  readonly typed: string | null;
  readonly state: PageWordsState;
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
  const [state, setState] = useState<PageWordsState>({ kind: 'still' });
  const newest = useRef<string | null>(null);
  const stood = useRef(text);
  /** What the vault is known to hold, and what it will hold when the save under way is made. Null: not known. */
  const safe = useRef<string | null>(null);
  const kept = useRef<string | null>(null);
  const underWay = useRef<Promise<CallError | null> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const correct = useRef(onCorrect);
  correct.current = onCorrect;

  const write = useCallback((words: string | null) => { newest.current = words; setTyped(words); }, []);
  const save = useCallback((): Promise<CallError | null> => {
    clearTimeout(timer.current);
    const sent = newest.current?.trim() ?? '';
    if (sent === '' || sent === kept.current || correct.current === null) return underWay.current ?? Promise.resolve(null);
    kept.current = sent;
    const saving = correct.current(page, sent).then((error) => {
      if (error === null) safe.current = sent;
      if (underWay.current === saving) {
        underWay.current = null;
        kept.current = safe.current;
      }
      setState(error === null ? { kind: 'saved', atUtc: new Date().toISOString() } : { kind: 'refused', error });
      return error;
    });
    underWay.current = saving;
    return saving;
  }, [page]);
  useEffect(() => {
    const release = keepBeforeLock(async () => { await save(); });
    return () => { release(); void save(); };
  }, [save]);

  const end = useCallback(async (words: string): Promise<void> => {
    const before = newest.current;
    newest.current = words;
    const error = await save();
    // She typed on while it was on its way.
    if (newest.current !== words) return;
    if (error !== null) { newest.current = before; return; }
    write(null);
    safe.current = null;
    kept.current = null;
    setState((told) => (told.kind === 'refused' ? { kind: 'still' } : told));
  }, [save, write]);
  return {
    typed, state, end,
    begin: () => {
      stood.current = text;
      safe.current = text.trim();
      kept.current = safe.current;
      setState({ kind: 'still' });
      write(text);
    },
    change: (words) => {
      write(words);
      setState((told) => (told.kind === 'saved' ? { kind: 'still' } : told));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseMs);
    },
    leaveField: () => void save(),
    putBack: () => end(stood.current),
  };
}
