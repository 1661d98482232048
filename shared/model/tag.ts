import { z } from 'zod';
import { Id } from './identity';

/** A word of her own by which she sorts. Never printed and never handed over. */
export const Tag = z.object({ id: Id, name: z.string().min(1).max(60) });
export type Tag = z.infer<typeof Tag>;

/** Two spellings of one tag: without capitals and accents. Of scripts that have neither, the name as it is. */
export const foldTag = (name: string): string => name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().normalize('NFC') || name;

/** What can carry tags. */
export const TaggedKind = z.enum(['incident', 'document', 'conversation', 'mail-thread', 'location-history']);
export type TaggedKind = z.infer<typeof TaggedKind>;
export const Tagged = z.object({ kind: TaggedKind, id: Id });
export type Tagged = z.infer<typeof Tagged>;
