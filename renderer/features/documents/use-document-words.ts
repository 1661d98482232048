import { useCallback, useEffect, useRef, useState } from 'react';
import type { Document } from '../../../shared/model/document';
import type { CallError } from '../../../shared/contract/errors';
import { keepBeforeLock } from '../../app/before-lock';
import { ask } from '../../app/bridge';

export type HerWords = Pick<Document, 'title' | 'happened' | 'note'>;
export type KeptState = { kind: 'still' } | { kind: 'saved'; atUtc: string } | { kind: 'refused'; error: CallError };

/** Every save is an entry in the history: not at each key, but when she pauses for this long, leaves the field, leaves the page or locks. */
const pauseMs = 3000;

const wordsOf = ({ title, happened, note }: HerWords): HerWords => ({ title, happened, note });

/** What she says of a document, and its keeping. `leaveField` saves at once what has changed. */
export function useDocumentWords(document: Document, onChanged: () => void): { words: HerWords; change: (part: Partial<HerWords>) => void; leaveField: () => void; state: KeptState } {
  const { id } = document;
  const [words, setWords] = useState<HerWords>(() => wordsOf(document));
  const [state, setState] = useState<KeptState>({ kind: 'still' });
  const newest = useRef(words);
  const kept = useRef(JSON.stringify(words));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const told = useRef(onChanged);
  told.current = onChanged;

  const save = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const sent = JSON.stringify(newest.current);
    if (sent === kept.current) return;
    const before = kept.current;
    // Taken for kept while it is on its way, or leaving the field during it would enter the same words twice.
    kept.current = sent;
    const result = await ask('documents.amend', { id, ...newest.current, title: newest.current.title.trim() });
    if (!result.ok && kept.current === sent) kept.current = before;
    setState(result.ok ? { kind: 'saved', atUtc: new Date().toISOString() } : { kind: 'refused', error: result.error });
    if (result.ok) told.current();
  }, [id]);
  useEffect(() => {
    const release = keepBeforeLock(save);
    return () => { release(); void save(); };
  }, [save]);

  const change = useCallback((part: Partial<HerWords>) => {
    newest.current = { ...newest.current, ...part };
    setWords(newest.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), pauseMs);
  }, [save]);
  return { words, change, leaveField: useCallback(() => void save(), [save]), state };
}
