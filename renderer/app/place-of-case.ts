import type { CaseKind } from '../../shared/model/case/case-entry';
import type { Id } from '../../shared/model/identity';
import type { Place } from './places';

/** Where an entry of the case is read. */
export function placeOfCase(kind: CaseKind | null, id: Id): Place {
  switch (kind) {
    case 'contact': return { name: 'police', view: 'contacts', entryId: id };
    case 'disclosure': return { name: 'police', view: 'disclosures', entryId: id };
    case 'tie': return { name: 'people', view: 'ties', entryId: id };
    case 'deadline': return { name: 'case', view: 'deadlines', entryId: id };
    case 'counter-allegation': return { name: 'case', view: 'counter-allegations', entryId: id };
    case 'look-up': return { name: 'case', view: 'look-ups', entryId: id };
    case 'narrative': return { name: 'case', view: 'narrative', entryId: id };
    case 'turning-point': return { name: 'case', view: 'patterns', part: 'turning-points', entryId: id };
    case 'conduct': return { name: 'case', view: 'patterns', part: 'conduct', entryId: id };
    case null: return { name: 'case', view: 'front' };
  }
}
