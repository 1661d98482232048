import { z } from 'zod';
import { Id } from '../model/identity';
import { InboxCounts, InboxItem, InboxKind, InboxState, InboxSuggestions } from '../model/inbox';
import { Tag, Tagged } from '../model/tag';
import { ById, call, Count, None } from './call';

const Item = z.object({ kind: InboxKind, id: Id });
const Tags = z.object({ tags: z.array(Tag) });

/** What came in and what she says it is for, and her tags. */
export const inboxCalls = {
  /** The newest arrivals first; what came in at once, in its own order. */
  'inbox.list': call('vault', z.object({ state: InboxState, offset: Count, limit: z.number().int().min(1).max(500) }), z.object({ total: Count, items: z.array(InboxItem) })),
  'inbox.counts': call('vault', None, InboxCounts),
  'inbox.decide': call('vault', Item.extend({ state: InboxState }), InboxItem),
  'inbox.suggest': call('vault', Item, InboxSuggestions),

  /** By name, each with how many things carry it. */
  'tags.list': call('vault', None, z.object({ tags: z.array(Tag.extend({ count: Count })) })),
  'tags.of': call('vault', Tagged, Tags),
  /** Makes the tag where there is none of that name; capitals and accents do not tell two apart. Answers all tags of it. */
  'tags.put': call('vault', Tagged.extend({ name: z.string().trim().min(1).max(60) }), Tags),
  'tags.take': call('vault', Tagged.extend({ tagId: Id }), Tags),
  /** A name that another tag has makes them one. */
  'tags.rename': call('vault', z.object({ id: Id, name: z.string().trim().min(1).max(60) }), Tag),
  /** Takes it off everything. */
  'tags.end': call('vault', ById, None),
} as const;
