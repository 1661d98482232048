import { useCallback, useRef, useState } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { Document } from '../../../shared/model/document';
import { ask } from '../../app/bridge';
import { type KeptState, useKeeping } from './use-keeping';

export type HerWords = Pick<Document, 'title' | 'happened' | 'note'>;

const wordsOf = ({ title, happened, note }: HerWords): HerWords => ({ title, happened, note });

/** What she says of a document, and its keeping. `leaveField` saves at once what has changed. */
export function useDocumentWords(document: Document, onChanged: () => void): { words: HerWords; change: (part: Partial<HerWords>) => void; leaveField: () => void; state: KeptState } {
  const { id } = document;
  const [words, setWords] = useState<HerWords>(() => wordsOf(document));
  const newest = useRef(words);
  const told = useRef(onChanged);
  told.current = onChanged;

  const send = useCallback(async (sent: string): Promise<CallError | null> => {
    const now = JSON.parse(sent) as HerWords;
    const result = await ask('documents.amend', { id, ...now, title: now.title.trim() });
    if (!result.ok) return result.error;
    told.current();
    return null;
  }, [id]);
  const { state, save, saveSoon } = useKeeping(JSON.stringify(words), () => JSON.stringify(newest.current), send);
  const change = useCallback((part: Partial<HerWords>) => {
    newest.current = { ...newest.current, ...part };
    setWords(newest.current);
    saveSoon();
  }, [saveSoon]);
  return { words, change, leaveField: useCallback(() => void save(), [save]), state };
}
