import type { CaseRow } from '../../../shared/model/case/case-entry';
import { useAsk } from '../../app/use-ask';

const none: readonly CaseRow[] = [];

/** Entries of the case that would stand in the chronology if they were of the record. They are no lines of it, so they are asked for by themselves. */
export function useCaseDrafts(): readonly CaseRow[] {
  return useAsk('case.drafts', {}).value?.rows ?? none;
}
