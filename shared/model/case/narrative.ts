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

/** Most paragraphs of a narrative, UTF-16 units of one, and citations in one. */
export const mostParagraphs = 2000;
export const mostInParagraph = { units: 100_000, citations: 500 };

export const Paragraph = z.object({ id: ItemId, form: z.enum(['heading', 'text']), text: z.string().max(mostInParagraph.units), citations: z.array(Citation).max(mostInParagraph.citations) })
  .refine(({ text, citations }) => text.split(citationSign).length - 1 === citations.length, 'a sign for each citation');
export type Paragraph = z.infer<typeof Paragraph>;

/** Which reading of a thing she had before her when she cited it, or when she last said that she has read it again: the number of its newest version then; 0 of a draft. */
export const ReadAs = z.object({ citation: Citation, version: z.number().int().nonnegative() });
export type ReadAs = z.infer<typeof ReadAs>;

/** The pattern of behaviour as a story in her words, which cites her record. */
export const Narrative = z.object({ kind: z.literal('narrative'), title: z.string().max(300), paragraphs: z.array(Paragraph).max(mostParagraphs), readAs: z.array(ReadAs).max(20_000).default([]) });
export type Narrative = z.infer<typeof Narrative>;

export const emptyNarrative: Narrative = { kind: 'narrative', title: '', paragraphs: [], readAs: [] };

/** Tells citations of one thing together. */
export function keyOfCitation(citation: Citation): string {
  switch (citation.kind) {
    case 'incident': return `incident ${citation.incidentId}`;
    case 'case': return `case ${citation.entryId}`;
    case 'document': return `document ${citation.documentId}`;
    case 'excerpt': return `excerpt ${citation.excerptId}`;
    case 'mail': return `mail ${citation.mailId}`;
  }
}

/** A paragraph's text cut at its citations: words and citations as they follow each other; no words are left out, not even a line feed. */
export function piecesOf({ text, citations }: Pick<Paragraph, 'text' | 'citations'>): (string | Citation)[] {
  return text.split(citationSign).flatMap((words, index) => [...(index === 0 ? [] : citations.slice(index - 1, index)), ...(words === '' ? [] : [words])]);
}

/** A heading is printed as a bookmark, which has no links in it: one that cites is read as a paragraph. */
export function isHeading({ form, citations }: Pick<Paragraph, 'form' | 'citations'>): boolean {
  return form === 'heading' && citations.length === 0;
}

/** Everything cited, each once, in the order of first use. */
export function citedIn(paragraphs: readonly Paragraph[]): Citation[] {
  return [...new Map(paragraphs.flatMap(({ citations }) => citations).map((citation) => [keyOfCitation(citation), citation])).values()];
}
