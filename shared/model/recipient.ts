import { z } from 'zod';
import { Id, UtcInstant } from './identity';

/** Who receives what she hands over (domain.md, "Recipients"). Words for each: shared/messages/en-gb/recipients.ts; ids never change. */
export const RecipientRole = z.enum([
  'solicitor', 'barrister', 'support-worker', 'iopc', 'professional-standards', 'force', 'neighbouring-force', 'family-court', 'civil-court', 'criminal-court', 'cafcass', 'social-services', 'doctor', 'mp', 'journalist', 'employer',
  'trusted-person', 'other',
]);
export type RecipientRole = z.infer<typeof RecipientRole>;

/** A police force, its own department, or the body that watches over it: what these were given is one list. */
export const policeRoles: ReadonlySet<RecipientRole> = new Set(['iopc', 'professional-standards', 'force', 'neighbouring-force']);

/** Those whom notes marked privileged are written for. */
export const lawyerRoles: ReadonlySet<RecipientRole> = new Set(['solicitor', 'barrister']);

const line = (most: number) => z.string().trim().max(most).overwrite((said) => said.replace(/\s+/gu, ' '));

/** Whom a copy is for, as she says it. It is printed on every page of the copy. */
export const RecipientSaid = z.object({
  name: line(120).min(1),
  role: RecipientRole,
  organisation: line(160),
  /** Theirs: a matter, crime or complaint number. */
  reference: line(120),
});
export type RecipientSaid = z.infer<typeof RecipientSaid>;

export const Recipient = z.object({ id: Id, ...RecipientSaid.shape, addedUtc: UtcInstant, /** How many copies they have had. */ copyCount: z.number().int().nonnegative() });
export type Recipient = z.infer<typeof Recipient>;

export const mostRecipients = 500;
