import type { SearchHit } from '../../shared/model/search';
import { placeOfCase } from './place-of-case';
import type { Place } from './places';

/** Where a found thing is read. `find`: what was looked for, so that it is marked there. */
export function placeOfHit(hit: SearchHit, find: string): Place {
  switch (hit.subject) {
    case 'incident': return { name: 'chronology', open: { subject: 'incident', id: hit.id } };
    case 'document': return { name: 'documents', documentId: hit.id };
    case 'page': return { name: 'documents', documentId: hit.id, find, ...(hit.page === null ? {} : { page: hit.page }) };
    case 'mail': return { name: 'mail', mailId: hit.id, find };
    case 'person': return { name: 'people', personId: hit.id };
    case 'case': return placeOfCase(hit.caseKind, hit.id);
    case 'message': return { name: 'messages', find, ...whereSaid(hit) };
    case 'excerpt': return { name: 'messages', ...whereSaid(hit) };
  }
}

function whereSaid({ conversationId, ordinal }: SearchHit): { conversationId?: string; ordinal?: number } {
  return { ...(conversationId === null ? {} : { conversationId }), ...(ordinal === null ? {} : { ordinal }) };
}
