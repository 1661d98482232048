import type { BuiltExport } from '../../../shared/model/export';
import type { SweepHit } from '../../../shared/model/sweep';

/** Of pages, what tells where an entry or exhibit begins in them. */
export type PagesOf = Pick<BuiltExport, 'sweepOwners' | 'entryPages' | 'exhibits'>;

/**
 * The same text for the same finding in pages made again: the same fact (or kind of find), in the same place of the same entry or exhibit, wherever that begins now. Where it is nobody's, the page itself is its place. `pages` null: it is in files of a bag, which are the same each time.
 * No word that was found is in it: a fact may have been taken off her list, and the key is kept.
 */
export function findingKey({ id, what, factId, part, place: { file, where, name, page } }: SweepHit, pages: PagesOf | null): string {
  // What is saved has another name with another name of the case.
  const within = pages === null ? file : file.slice(1);
  const owners = (pages?.sweepOwners ?? []).filter(({ hitId }) => hitId === id);
  const at = page === null ? null : placeIn(owners, page, pages);
  return JSON.stringify([what, factId, part, where, name, within, owners.map(({ ids }) => ids.join(' ')).toSorted((one, other) => (one < other ? -1 : 1)), at]);
}

/** On which page of an exhibit's own file, or on which of those that an entry or exhibit takes, from 0; of what is nobody's, or several may be, on which page of all. */
function placeIn(owners: PagesOf['sweepOwners'], page: number, pages: PagesOf | null): string {
  const [owner] = owners;
  if (pages === null || owner === undefined || owners.length > 1) return `page ${page}`;
  if (owner.at !== null) return `own ${owner.at.page}`;
  const begins = owner.exhibit === null ? pages.entryPages.find(({ id }) => owner.ids.includes(id))?.page : pages.exhibits.find(({ kind, id }) => kind === owner.exhibit?.kind && id === owner.exhibit.id)?.page;
  // An index names things before they begin: there the page is the index's own.
  return begins === undefined || begins === null || page < begins ? `page ${page}` : `from ${page - begins}`;
}
