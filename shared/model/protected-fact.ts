import { z } from 'zod';
import { Id, UtcInstant } from './identity';

/** What kind of thing must never be in what she hands over; it says how tolerantly it is looked for (shared/sweep). Ids in records never change. */
export const ProtectedFactKind = z.enum(['address', 'postcode', 'phone', 'email', 'school', 'work', 'car', 'refuge', 'child', 'other']);
export type ProtectedFactKind = z.infer<typeof ProtectedFactKind>;

const Text = z.string().trim().min(1).max(500);

/** What she says of it. `alsoWritten`: other ways in which it may stand somewhere (a pet name, an old number plate, a name before a marriage). */
export const ProtectedFactSaid = z.object({ kind: ProtectedFactKind, text: Text, alsoWritten: z.array(Text).max(20) });
export type ProtectedFactSaid = z.infer<typeof ProtectedFactSaid>;

/** A fact she protects: looked for in everything that is about to leave, before it does. */
export const ProtectedFact = z.object({ id: Id, ...ProtectedFactSaid.shape, firstRecordedUtc: UtcInstant });
export type ProtectedFact = z.infer<typeof ProtectedFact>;

/** Most facts she can list: each is looked for in every word of every output. */
export const mostProtectedFacts = 200;

/** Something in her record that may be such a fact, for her to say. `from`: whose entry of People it stands in, and where there. */
export const ProtectedFactOffer = z.object({ kind: ProtectedFactKind, text: z.string().max(500), personId: Id, personName: z.string(), from: z.enum(['name', 'handle', 'note', 'organisation']) });
export type ProtectedFactOffer = z.infer<typeof ProtectedFactOffer>;
