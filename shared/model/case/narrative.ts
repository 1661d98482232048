import { z } from 'zod';
import { Id } from '../identity';
import { EvidenceTarget, ItemId } from './evidence';

/** What a narrative points at: an entry of the record, of the case, or an exhibit. Kept by id, said by its number or mark of the day, so that it follows whatever is renumbered or amended. */
export const Citation = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('incident'), incidentId: Id }),
  z.object({ kind: z.literal('case'), entryId: Id }),
  ...EvidenceTarget.options,
]);
export type Citation = z.infer<typeof Citation>;

/** Where a citation stands in the text of its paragraph: U+FFFC OBJECT REPLACEMENT CHARACTER, the first for the first citation. */
export const citationSign = '\uFFFC';

export const Paragraph = z.object({ id: ItemId, form: z.enum(['heading', 'text']), text: z.string().max(100_000), citations: z.array(Citation).max(500) })
  .refine(({ text, citations }) => text.split(citationSign).length - 1 === citations.length, 'a sign for each citation');
export type Paragraph = z.infer<typeof Paragraph>;

/** The pattern of behaviour as a story in her words, which cites her record. */
export const Narrative = z.object({ kind: z.literal('narrative'), title: z.string().max(300), paragraphs: z.array(Paragraph).max(2000) });
export type Narrative = z.infer<typeof Narrative>;

export const emptyNarrative: Narrative = { kind: 'narrative', title: '', paragraphs: [] };
