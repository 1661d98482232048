import { z } from 'zod';
import { Id, UtcInstant } from '../identity';
import { Contact, Given } from './contact';
import { NamedEvidence } from './evidence';

/** Something she gave, with the proof that it was given: when, to whom, the receipt, the file and what bears the contact out. */
export const GivenThing = z.object({
  contactId: Id,
  /** When the contact, and so the giving, was first recorded. */
  firstRecordedUtc: UtcInstant,
  given: Given,
  /** null of what the record does not hold. */
  thing: NamedEvidence.nullable(),
  ...Contact.pick({ form: true, title: true, happened: true, reference: true }).shape,
  bodyName: z.string(),
  people: z.array(z.string()),
  evidence: z.array(NamedEvidence),
  /** Whether it was given before the list came: not known where a date is missing or vague. */
  before: z.enum(['yes', 'not-known']),
  /** To whom, held against whose list it is; perhaps another where the names do not tell (shared/disclosures/same-body.ts). */
  to: z.enum(['same-body', 'perhaps-another', 'another-body', 'not-said']),
});
export type GivenThing = z.infer<typeof GivenThing>;

/** Why a line of the list may be a thing she gave. `words`: what both have. */
export const MatchReason = z.object({ by: z.enum(['sha256', 'file-name', 'receipt', 'mark', 'reference', 'words', 'day']), words: z.string() });
export type MatchReason = z.infer<typeof MatchReason>;

/** A line that may be a thing she gave. Only offered: she alone says. */
export const MatchOffer = z.object({ givenId: Id, itemId: Id, why: z.array(MatchReason).min(1) });
export type MatchOffer = z.infer<typeof MatchOffer>;

/** What she gave up to the day on which a list came, and which of its lines may be which. `offers`: the likeliest first for each thing, at most three. */
export const DisclosureComparison = z.object({ things: z.array(GivenThing), offers: z.array(MatchOffer) });
export type DisclosureComparison = z.infer<typeof DisclosureComparison>;
