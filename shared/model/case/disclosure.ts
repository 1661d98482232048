import { z } from 'zod';
import { Dated, undated } from '../dated';
import { Id } from '../identity';
import { Evidence, ItemId, LongText } from './evidence';

/** One line of a list that came back. `text`: all of it, as it stands there; `compared`: the part that says what it is, by which it is compared with what she gave, '' where that is all of it; `number`: their own number of it, '' without. `givenIds`: which of the things she gave it is (Given.id), as she said; several where one line stands for several. */
export const DisclosedItem = z.object({ id: ItemId, text: z.string().max(5000), compared: z.string().max(5000).default(''), number: z.string().max(100).default(''), givenIds: z.array(Id).max(50) });
export type DisclosedItem = z.infer<typeof DisclosedItem>;

/** A reply to a subject access request, or a disclosure list: what they say they have, to be held against what she gave. */
export const Disclosure = z.object({
  kind: z.literal('disclosure'),
  title: z.string().max(300),
  form: z.enum(['subject-access', 'disclosure-list', 'court', 'other']),
  /** When it came. */
  happened: Dated,
  bodyId: Id.nullable(),
  reference: z.string().max(200),
  /** The contact by which it was asked for. */
  contactId: Id.nullable(),
  items: z.array(DisclosedItem).max(5000),
  /** Things given that this reply need not hold, by Given.id, and her reason. */
  notExpected: z.array(z.object({ givenId: Id, why: z.string().max(2000) })).max(1000),
  note: LongText,
  evidence: Evidence,
  privilegedNote: LongText,
});
export type Disclosure = z.infer<typeof Disclosure>;

export const emptyDisclosure: Disclosure = {
  kind: 'disclosure', title: '', form: 'subject-access', happened: undated, bodyId: null, reference: '', contactId: null, items: [], notExpected: [], note: '', evidence: [], privilegedNote: '',
};
