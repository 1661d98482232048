import { z } from 'zod';
import { Dated, undated } from '../dated';
import { Id } from '../identity';
import { Evidence, LongText } from './evidence';

/** "How did he know?": something that somebody knew and should not have, and where it may have been looked up. Suspected, never claimed. */
export const LookUp = z.object({
  kind: z.literal('look-up'),
  title: z.string().max(300),
  /** What was known. */
  known: LongText,
  /** When it showed that it was known. */
  happened: Dated,
  /** From when the thing could be known at all: when she moved, changed her number, bought the car. */
  knowableSince: Dated,
  /** Who knew it. */
  personId: Id.nullable(),
  /** How it showed. */
  howItShowed: LongText,
  /** Ids of shared/picklists/systems.ts: where it stood that they could have looked. */
  systems: z.array(z.string().max(80)).max(50),
  /** How else it could have been known. An honest answer here is what makes the rest believed. */
  otherWays: LongText,
  /** Who else could have looked or told: officers, staff, friends. */
  throughIds: z.array(Id).max(100),
  incidentIds: z.array(Id).max(500),
  evidence: Evidence,
  /** What may be looked for in the logs of a system, a line each: her name, a registration, an address of that time. She alone says which; nothing is taken from elsewhere. */
  searchTerms: z.string().max(5000).default(''),
  /** What a request may say of it. Her own words above may hold what others must not read, such as where she lives. */
  sayInRequest: z.string().max(5000).default(''),
  privilegedNote: LongText,
});
export type LookUp = z.infer<typeof LookUp>;

export const emptyLookUp: LookUp = {
  kind: 'look-up', title: '', known: '', happened: undated, knowableSince: undated, personId: null, howItShowed: '', systems: [], otherWays: '', throughIds: [], incidentIds: [], evidence: [], searchTerms: '', sayInRequest: '', privilegedNote: '',
};
