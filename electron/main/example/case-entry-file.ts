import { z } from 'zod';
import { Contact, ContactPerson, Given, Outcome, Promised } from '../../../shared/model/case/contact';
import { CounterAllegation } from '../../../shared/model/case/counter-allegation';
import { Deadline } from '../../../shared/model/case/deadline';
import { Disclosure, DisclosedItem } from '../../../shared/model/case/disclosure';
import { LookUp } from '../../../shared/model/case/look-up';
import { Narrative, Paragraph } from '../../../shared/model/case/narrative';
import { Tie } from '../../../shared/model/case/tie';

/** Entries of the case as the invented one is written down: the model's fields, with keys of its own in the place of ids. What a kind leaves out is as in an entry that was just begun. */
export const Key = z.string().min(1).max(80);
const Keys = z.array(Key).default([]);
const OneKey = Key.nullable().default(null);

const WrittenOutcome = Outcome.omit({ id: true }).strict();
const outcomes = z.array(WrittenOutcome).default([]);
export type WrittenOutcome = z.infer<typeof WrittenOutcome>;

const WrittenContact = Contact.pick({ form: true, title: true, happened: true, reference: true, said: true, told: true, cameBack: true, privilegedNote: true }).partial().extend({
  kind: Contact.shape.kind, body: OneKey, people: z.array(z.tuple([Key, ContactPerson.shape.part])).default([]), promised: z.array(Promised.omit({ id: true }).strict()).default([]),
  /** `key`: by which a list says that one of its lines is this thing. */
  given: z.array(Given.omit({ id: true, target: true }).extend({ key: Key, thing: OneKey }).strict()).default([]),
  outcomes, report: OneKey, incidents: Keys, evidence: Keys,
}).strict();

const WrittenTie = Tie.pick({ tie: true, words: true, began: true, ended: true, known: true, source: true, privilegedNote: true }).partial().extend({ kind: Tie.shape.kind, from: Key, to: Key, toldBy: OneKey, evidence: Keys }).strict();

const WrittenCounterAllegation = CounterAllegation.pick({ title: true, happened: true, made: true, learned: true, madeTo: true, reference: true, theirVersion: true, herAnswer: true, privilegedNote: true }).partial()
  .extend({ kind: CounterAllegation.shape.kind, madeBy: OneKey, outcomes, incidents: Keys, evidence: Keys }).strict();

const WrittenLookUp = LookUp.pick({ title: true, known: true, happened: true, knowableSince: true, howItShowed: true, systems: true, otherWays: true, privilegedNote: true }).partial()
  .extend({ kind: LookUp.shape.kind, person: OneKey, through: Keys, incidents: Keys, evidence: Keys }).strict();

const WrittenDisclosure = Disclosure.pick({ title: true, form: true, happened: true, reference: true, note: true, privilegedNote: true }).partial().extend({
  kind: Disclosure.shape.kind, body: OneKey, contact: OneKey, evidence: Keys,
  items: z.array(DisclosedItem.pick({ text: true }).extend({ given: Keys }).strict()).default([]), notExpected: z.array(z.strictObject({ given: Key, why: z.string() })).default([]),
}).strict();

const WrittenDeadline = Deadline.pick({ rule: true, title: true, fromDay: true, secondDay: true, ownDay: true, settled: true, settledOn: true, note: true }).partial().extend({ kind: Deadline.shape.kind, contact: OneKey, evidence: Keys }).strict();

/** In a paragraph's text `{key}` is a citation. */
const WrittenNarrative = Narrative.pick({ title: true }).partial().extend({ kind: Narrative.shape.kind, paragraphs: z.array(z.strictObject({ form: Paragraph.shape.form, text: z.string() })) }).strict();

export const WrittenContent = z.discriminatedUnion('kind', [WrittenContact, WrittenTie, WrittenCounterAllegation, WrittenLookUp, WrittenDisclosure, WrittenDeadline, WrittenNarrative]);
export type WrittenContent = z.infer<typeof WrittenContent>;

/** One entry. An amendment says only what is changed. */
export const WrittenEntry = z.strictObject({
  key: Key, content: WrittenContent, amendments: z.array(z.strictObject({ reason: z.string(), change: z.record(z.string(), z.unknown()) })).default([]),
});
export type WrittenEntry = z.infer<typeof WrittenEntry>;
