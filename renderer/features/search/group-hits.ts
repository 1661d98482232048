import { SearchSubject, type SearchHit } from '../../../shared/model/search';

export type HitGroup = SearchSubject;

/** What was found, by kind, each group in the order the record gave it; empty groups are left out. */
export function groupHits(hits: readonly SearchHit[]): readonly { readonly group: HitGroup; readonly hits: readonly SearchHit[] }[] {
  return SearchSubject.options.map((group) => ({ group, hits: hits.filter((hit) => hit.subject === group) })).filter(({ hits: some }) => some.length > 0);
}
