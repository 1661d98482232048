import { useMemo } from 'react';
import type { CallError } from '../../../shared/contract/errors';
import type { CitedThing } from '../../../shared/model/case/case-page';
import { citedIn, type Narrative } from '../../../shared/model/case/narrative';
import { useAsk } from '../../app/use-ask';

/** What a narrative refers to, with the marks of today; asked anew when it cites something else or in another order, never for a word. */
export function useCited({ paragraphs }: Pick<Narrative, 'paragraphs'>): { things: readonly CitedThing[]; error: CallError | null } {
  const citations = useMemo(() => citedIn(paragraphs), [paragraphs]);
  const { value, error } = useAsk('case.cited', citations.length === 0 ? null : { citations });
  return { things: citations.length === 0 ? none : value?.things ?? none, error };
}

const none: readonly CitedThing[] = [];
