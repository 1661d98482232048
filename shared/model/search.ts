import { z } from 'zod';
import { Id } from './identity';

/** A found thing. `snippet` holds plain text; `marks` are [start, end) UTF-16 ranges within it to highlight. */
export const SearchHit = z.object({
  subject: z.enum(['incident', 'document', 'message', 'person', 'excerpt']),
  id: Id,
  /** For a message, and for the first of marked messages: its conversation and place. */
  conversationId: Id.nullable(),
  ordinal: z.number().int().nullable(),
  title: z.string(),
  snippet: z.string(),
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Sort date `YYYY-MM-DD` or ''. */
  day: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;
