import { z } from 'zod';
import { AsideTarget, AsideThing, KeptSearch, SearchFilter, SearchGroup, SearchHit, SearchQuery } from '../model/search';
import { Id } from '../model/identity';
import { ById, call, None } from './call';

const Name = z.string().trim().min(1).max(200);

/** Most searches that are kept, and most things put aside: lists that a person looks through. */
export const mostKeptSearches = 200;
export const mostAside = 20_000;

/** What the window asks of the search, of kept searches, and of what is put aside for the bundle. */
export const searchCalls = {
  /**
   * One list: her own entries, people and papers first, then pages, mail and messages: each the newest first. Her own are counted exactly, the others up to 1,000 or to the end of the page asked
   * for; `more`: there are more than `total` says. Pages go on past it.
   */
  'search.find': call('vault', z.object({ text: z.string().min(1).max(500), filter: SearchFilter.optional(), offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(200) }), z.object({ total: z.number().int(), more: z.boolean(), hits: z.array(SearchHit) })),
  /** By kind, each with its first few; kinds of which there is nothing are left out. */
  'search.overview': call('vault', z.object({ ...SearchQuery.shape, each: z.number().int().min(1).max(50) }), z.object({ groups: z.array(SearchGroup) })),

  /** The one kept last first. */
  'searches.list': call('vault', None, z.object({ searches: z.array(KeptSearch) })),
  /** Refuses `limit-exceeded` past 200. */
  'searches.keep': call('vault', z.object({ name: Name, query: SearchQuery }), KeptSearch),
  'searches.rename': call('vault', z.object({ id: Id, name: Name }), KeptSearch),
  'searches.remove': call('vault', ById, None),

  /** What she put aside for the bundle, in the order in which she did. */
  'aside.list': call('vault', None, z.object({ targets: z.array(AsideTarget) })),
  /** The same, with what each is called. */
  'aside.things': call('vault', None, z.object({ things: z.array(AsideThing) })),
  /** Putting aside twice changes nothing. Refuses `erased`, `not-found`, and `limit-exceeded` past 20,000. */
  'aside.put': call('vault', AsideTarget, z.object({ targets: z.array(AsideTarget) })),
  'aside.takeBack': call('vault', AsideTarget, z.object({ targets: z.array(AsideTarget) })),
} as const;
