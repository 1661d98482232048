import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { keepBeforeLock } from '../../app/before-lock';
import { DraftKeeper, type KeepState, type SaveResult } from './draft-keeper';

export interface KeptWords<Content> {
  content: Content;
  change: (part: Partial<Content>) => void;
  state: KeepState;
  flush: () => Promise<void>;
  /** Nothing more of it is to be saved: it was recorded, erased or let go. */
  forget: () => void;
}

/**
 * The words being written, and their keeper: saved while she types, before a lock, and when she leaves the page.
 *
 * @param first what stands there at the beginning.
 * @param save saves the newest words of one entry; give the same function (useCallback) for as long as it is the same entry.
 */
export function useKeptWords<Content extends object>(first: () => Content, save: (content: Content) => Promise<SaveResult>): KeptWords<Content> {
  const [content, setContent] = useState(first);
  const keeper = useMemo(() => new DraftKeeper<Content>(save), [save]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.read);
  useEffect(() => {
    const release = keepBeforeLock(() => keeper.sendNow());
    return () => { release(); void keeper.flush(); };
  }, [keeper]);
  const newest = useRef(content);
  const change = useCallback((part: Partial<Content>) => {
    newest.current = { ...newest.current, ...part };
    setContent(newest.current);
    keeper.change(newest.current);
  }, [keeper]);
  return { content, change, state, flush: useCallback(() => keeper.flush(), [keeper]), forget: useCallback(() => keeper.forget(), [keeper]) };
}
