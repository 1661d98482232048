import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { CaseContent, CaseEntry, CaseKind } from '../../../shared/model/case/case-entry';
import { keepBeforeLock } from '../../app/before-lock';
import { ask } from '../../app/bridge';
import { DraftKeeper, type KeepState } from '../entry/draft-keeper';

export type ContentOf<K extends CaseKind> = Extract<CaseContent, { kind: K }>;

export interface CaseDraft<K extends CaseKind> {
  content: ContentOf<K>;
  change: (part: Partial<ContentOf<K>>) => void;
  state: KeepState;
  flush: () => Promise<void>;
  /** Nothing more of it is to be saved: it was recorded, erased or let go. */
  forget: () => void;
}

/** The words being written in an entry of the case, its draft or a change of it, and their keeper. Leaving the page saves what is left. */
export function useCaseDraft<K extends CaseKind>(entry: CaseEntry & { kind: K }): CaseDraft<K> {
  const [content, setContent] = useState(() => (entry.pending ?? entry.content) as ContentOf<K>);
  const { id } = entry;
  const keeper = useMemo(() => new DraftKeeper<ContentOf<K>>((words) => ask('case.saveDraft', { id, content: words })), [id]);
  const state = useSyncExternalStore(keeper.subscribe, keeper.read);
  useEffect(() => {
    const release = keepBeforeLock(() => keeper.sendNow());
    return () => { release(); void keeper.flush(); };
  }, [keeper]);
  const newest = useRef(content);
  const change = useCallback((part: Partial<ContentOf<K>>) => {
    newest.current = { ...newest.current, ...part };
    setContent(newest.current);
    keeper.change(newest.current);
  }, [keeper]);
  return { content, change, state, flush: useCallback(() => keeper.flush(), [keeper]), forget: useCallback(() => keeper.forget(), [keeper]) };
}
