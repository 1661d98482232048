import { z } from 'zod';
import { NeedsOrder } from './bundle';
import { Id } from './identity';

/** Why something that belongs to an entry of a document is not in it: a court's rules want an order for it first; she left it out; or she left out the exhibits of every entry it belongs to. */
export const WhyNotHere = z.enum([...NeedsOrder.options, 'left-out', 'with-entries']);
export type WhyNotHere = z.infer<typeof WhyNotHere>;

/** Something that bears out an entry of a document and is not in it. For her eyes, before anything is saved: no page names or describes it, and it goes into no other process than the shell. `mark`: under which it was handed over before, '' of what never was; `entryNumbers`: the entries it belongs to. */
export const NotHere = z.object({ kind: z.enum(['document', 'excerpt', 'mail']), id: Id, name: z.string(), mark: z.string(), why: WhyNotHere, entryNumbers: z.array(z.number().int().positive()) });
export type NotHere = z.infer<typeof NotHere>;
