import { useCallback } from 'react';
import type { CallError } from '../../shared/contract/errors';
import type { Citation } from '../../shared/model/case/narrative';
import { ask } from './bridge';
import { placeOfCase } from './place-of-case';
import { usePlaces } from './places';

/** Goes to what a citation points at. Gives the refusal where it cannot, such as when it is gone. */
export function usePlaceOfCitation(): (citation: Citation) => Promise<CallError | null> {
  const { go } = usePlaces();
  return useCallback(async (citation: Citation) => {
    switch (citation.kind) {
      case 'incident': go({ name: 'chronology', open: { subject: 'incident', id: citation.incidentId } }); return null;
      case 'document': go({ name: 'documents', documentId: citation.documentId }); return null;
      case 'mail': go({ name: 'mail', mailId: citation.mailId }); return null;
      case 'excerpt': {
        const excerpt = await ask('excerpts.get', { id: citation.excerptId });
        if (excerpt.ok) go({ name: 'messages', conversationId: excerpt.value.conversationId, ordinal: excerpt.value.firstOrdinal });
        return excerpt.ok ? null : excerpt.error;
      }
      case 'case': {
        const entry = await ask('case.get', { id: citation.entryId });
        if (entry.ok) go(placeOfCase(entry.value.kind, citation.entryId));
        return entry.ok ? null : entry.error;
      }
    }
  }, [go]);
}
