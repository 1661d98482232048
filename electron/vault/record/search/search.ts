import { SearchSubject, type SearchFilter, type SearchGroup, type SearchHit } from '../../../../shared/model/search';
import { isWanted, whatIsAsked, type Asked, type Found } from './asked';
import type { Searched } from './own-rows';
import { findMails } from './search-mail';
import { findMessages } from './search-messages';
import { findOwn, ownPage } from './search-own';
import { findPages } from './search-pages';

/** One part of the record, from an offset on. */
type Part = (offset: number, limit: number) => Found;

/**
 * Everything that holds what she typed: her own entries, people and papers first, then pages of documents, mail, and messages; each the newest first.
 * `more`: there are more pages, mails or messages than `total` counts.
 */
export function findEverywhere(from: Searched, query: { text: string; filter?: SearchFilter | undefined }, offset: number, limit: number): Found {
  const asked = whatIsAsked(query.text, query.filter);
  const all: Found = { total: 0, more: false, hits: [] };
  if (asked === null) return all;
  const own = findOwn(from, asked);
  const parts: Part[] = [(skip, room) => ownPage(from, own.all, asked.text, skip, room), ...countedParts(from, asked).map(({ find }) => find)];
  for (const find of parts) {
    const found = find(Math.max(0, offset - all.total), limit - all.hits.length);
    all.hits.push(...found.hits);
    all.total += found.total;
    all.more ||= found.more;
  }
  return all;
}

/** By kind, each with its first few, in the order of the work. */
export function findByKind(from: Searched, query: { text: string; filter: SearchFilter }, each: number): SearchGroup[] {
  const asked = whatIsAsked(query.text, query.filter);
  if (asked === null) return [];
  const own = findOwn(from, asked);
  const parts = new Map<SearchSubject, Part>([
    ...[...own.bySubject].map(([subject, docids]) => [subject, (skip: number, room: number) => ownPage(from, docids, asked.text, skip, room)] as const),
    ...countedParts(from, asked).map(({ subject, find }) => [subject, find] as const),
  ]);
  return SearchSubject.options.flatMap((subject) => {
    const found = parts.get(subject)?.(0, each);
    return found === undefined || found.total === 0 ? [] : [{ subject, ...found }];
  });
}

/** The parts that are counted no further than they must be. */
function countedParts(from: Searched, asked: Asked): { subject: SearchHit['subject']; find: Part }[] {
  const parts: { subject: SearchHit['subject']; find: Part }[] = [
    { subject: 'page', find: (offset, limit) => findPages(from, asked, offset, limit) },
    { subject: 'mail', find: (offset, limit) => findMails(from, asked, offset, limit) },
    { subject: 'message', find: (offset, limit) => findMessages(from, asked, offset, limit) },
  ];
  return parts.filter(({ subject }) => isWanted(asked, subject));
}
