import { z } from 'zod';
import { Dated, undated } from '../dated';
import { Id } from '../identity';
import { Evidence, EvidenceTarget, ItemId, LongText } from './evidence';

/** What kind of contact with the police or another body it was. */
export const ContactForm = z.enum(['report', 'call', 'visit', 'letter', 'statement', 'interview', 'complaint', 'subject-access', 'review', 'court', 'meeting', 'other']);
export type ContactForm = z.infer<typeof ContactForm>;

/** Which list of outcomes (shared/picklists/outcomes.ts). */
export const OutcomeList = z.enum(['recording', 'disposal', 'oversight', 'neighbouring-force', 'misconduct', 'protection']);
export type OutcomeList = z.infer<typeof OutcomeList>;

/** An outcome she was told of. `value`: an id of its list; one that a later version drops stays readable. `told`: when she was told. */
export const Outcome = z.object({ id: ItemId, list: OutcomeList, value: z.string().max(80), told: Dated, note: z.string().max(20_000) });
export type Outcome = z.infer<typeof Outcome>;

/**
 * Something she gave: the handover. `target`: the thing itself where this record holds it, whose SHA-256 is then known; null of what it does not hold, such as a telephone.
 * `manner`: whether they have the only one. `receipt`: what she has in proof, such as a property reference.
 */
export const Given = z.object({
  id: ItemId, what: z.string().max(2000), target: EvidenceTarget.nullable(), manner: z.enum(['original', 'copy', 'shown', 'told', 'not-said']), receipt: z.string().max(500),
});
export type Given = z.infer<typeof Given>;

/** Something that was promised. `by`: when it was to be done. */
export const Promised = z.object({ id: ItemId, what: z.string().max(5000), by: Dated, kept: z.enum(['not-said', 'yes', 'partly', 'no']) });
export type Promised = z.infer<typeof Promised>;

/** Somebody she dealt with, and as what. */
export const ContactPerson = z.object({ personId: Id, part: z.enum(['spoke-to', 'in-charge', 'supervisor', 'there', 'named']) });
export type ContactPerson = z.infer<typeof ContactPerson>;

/** One contact with the police or another body: what was said, promised, given, and what came of it. Every field may be empty. */
export const Contact = z.object({
  kind: z.literal('contact'),
  form: ContactForm.nullable(),
  title: z.string().max(300),
  happened: Dated,
  /** The force, court or other body: a person of the role `organisation`. */
  bodyId: Id.nullable(),
  people: z.array(ContactPerson).max(100),
  /** Crime reference, incident or log number, complaint number. */
  reference: z.string().max(200),
  /** What she said. */
  said: LongText,
  /** What she was told. */
  told: LongText,
  promised: z.array(Promised).max(200),
  given: z.array(Given).max(500),
  /** What came back of what was given, and in what state. */
  cameBack: LongText,
  outcomes: z.array(Outcome).max(100),
  /** The report that this belongs to, itself a contact; null of one that begins a story. */
  reportId: Id.nullable(),
  incidentIds: z.array(Id).max(500),
  evidence: Evidence,
  privilegedNote: LongText,
});
export type Contact = z.infer<typeof Contact>;

export const emptyContact: Contact = {
  kind: 'contact', form: null, title: '', happened: undated, bodyId: null, people: [], reference: '', said: '', told: '', promised: [], given: [], cameBack: '', outcomes: [], reportId: null, incidentIds: [], evidence: [],
  privilegedNote: '',
};
