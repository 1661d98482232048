import { z } from 'zod';
import { Id } from '../model/identity';
import { ProtectedFact, ProtectedFactOffer, ProtectedFactSaid } from '../model/protected-fact';
import { ById, call, None } from './call';

/** What must never be in what she hands over. */
export const protectedFactCalls = {
  'protectedFacts.list': call('vault', None, z.object({ facts: z.array(ProtectedFact) })),
  /** What in her record may be such a fact and is not listed, for her to say. */
  'protectedFacts.offers': call('vault', None, z.object({ offers: z.array(ProtectedFactOffer) })),
  'protectedFacts.add': call('vault', ProtectedFactSaid, ProtectedFact),
  'protectedFacts.amend': call('vault', z.object({ id: Id, ...ProtectedFactSaid.shape }), ProtectedFact),
  /** Destroys its words. That one of its kind was listed, and when it went, stays in the history. */
  'protectedFacts.remove': call('vault', ById, None),
} as const;
