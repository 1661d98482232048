import type { SearchHit } from '../../../shared/model/search';
import type { Place } from '../../app/places';

export type HitGroup = SearchHit['subject'];
/** Groups in the order of the work. */
export const groupOrder: readonly HitGroup[] = ['incident', 'message', 'excerpt', 'document', 'person'];

/** What was found, by kind, each group in the order the record gave it; empty groups are left out. */
export function groupHits(hits: readonly SearchHit[]): readonly { readonly group: HitGroup; readonly hits: readonly SearchHit[] }[] {
  return groupOrder.map((group) => ({ group, hits: hits.filter((hit) => hit.subject === group) })).filter(({ hits: some }) => some.length > 0);
}

/** Where a found thing is. */
export function placeOf(hit: SearchHit): Place {
  switch (hit.subject) {
    case 'incident': return { name: 'chronology', open: { subject: 'incident', id: hit.id } };
    case 'document': return { name: 'documents', documentId: hit.id };
    case 'person': return { name: 'people', personId: hit.id };
    case 'message': case 'excerpt':
      return { name: 'messages', ...(hit.conversationId === null ? {} : { conversationId: hit.conversationId }), ...(hit.ordinal === null ? {} : { ordinal: hit.ordinal }) };
  }
}
