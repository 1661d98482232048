import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import { keepBeforeLock } from '../../app/before-lock';

export type KeptState = { kind: 'still' } | { kind: 'saved'; atUtc: string } | { kind: 'refused'; error: CallError };

/** Every save is an entry in the history: not at each key, but when she pauses for this long, leaves the field, leaves the page or locks. */
const pauseMs = 3000;

export interface Keeping {
  readonly state: KeptState;
  readonly setState: Dispatch<SetStateAction<KeptState>>;
  /** Saves at once what has changed; else what is under way is waited for. */
  readonly save: () => Promise<CallError | null>;
  /** Saves when she pauses. */
  readonly saveSoon: () => void;
  /** What the vault is known to hold. Null: not known. */
  readonly holds: (words: string | null) => void;
}

/** Keeps words of hers. `newest`: as they are to be kept now; null, where there is nothing to keep. `send` keeps them; another one is of other words, and those before are saved by the one before. */
export function useKeeping(atFirst: string | null, newest: () => string | null, send: (words: string) => Promise<CallError | null>): Keeping {
  const [state, setState] = useState<KeptState>({ kind: 'still' });
  const safe = useRef(atFirst);
  /** What it will hold when the save under way is made: or leaving the field during it would enter the same words twice. */
  const kept = useRef(atFirst);
  const underWay = useRef<Promise<CallError | null> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wanted = useRef(newest);
  wanted.current = newest;

  const save = useCallback((): Promise<CallError | null> => {
    clearTimeout(timer.current);
    const sent = wanted.current();
    if (sent === null || sent === kept.current) return underWay.current ?? Promise.resolve(null);
    kept.current = sent;
    const saving = send(sent).then((error) => {
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
  }, [send]);
  useEffect(() => {
    const release = keepBeforeLock(async () => { await save(); });
    return () => { release(); void save(); };
  }, [save]);

  return {
    state, setState, save,
    saveSoon: useCallback(() => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), pauseMs);
    }, [save]),
    holds: useCallback((words) => {
      safe.current = words;
      kept.current = words;
    }, []),
  };
}
