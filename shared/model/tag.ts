import { z } from 'zod';
import { Id } from './identity';

/** A word of her own by which she sorts. Never printed and never handed over. */
export const Tag = z.object({ id: Id, name: z.string().min(1).max(60) });
export type Tag = z.infer<typeof Tag>;

/** What can carry tags. */
export const TaggedKind = z.enum(['incident', 'document', 'conversation', 'mail-thread', 'location-history']);
export type TaggedKind = z.infer<typeof TaggedKind>;
export const Tagged = z.object({ kind: TaggedKind, id: Id });
export type Tagged = z.infer<typeof Tagged>;
