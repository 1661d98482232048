import { useCallback } from 'react';
import type { CaseContent, CaseEntry, CaseKind } from '../../../shared/model/case/case-entry';
import { ask } from '../../app/bridge';
import { type KeptWords, useKeptWords } from '../entry/use-kept-words';

export type ContentOf<K extends CaseKind> = Extract<CaseContent, { kind: K }>;

export type CaseDraft<K extends CaseKind> = KeptWords<ContentOf<K>>;

/** The words being written in an entry of the case: its draft, or a change of it. */
export function useCaseDraft<K extends CaseKind>(entry: CaseEntry & { kind: K }): CaseDraft<K> {
  const { id } = entry;
  const save = useCallback((content: ContentOf<K>) => ask('case.saveDraft', { id, content }), [id]);
  return useKeptWords(() => (entry.pending ?? entry.content) as ContentOf<K>, save);
}
