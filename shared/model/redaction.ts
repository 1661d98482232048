import { z } from 'zod';
import { Id, UtcInstant } from './identity';

/** Why something is taken out. `covered-before`: somebody else had covered it already; not for her to choose. Ids stand in people's records and never change; what is printed on the black: shared/messages/en-gb/redaction.ts. */
export const RedactionReason = z.enum(['address', 'contact-details', 'refuge', 'child', 'another-person', 'school-or-work', 'health', 'private', 'not-relevant', 'covered-before']);
export type RedactionReason = z.infer<typeof RedactionReason>;

/** Words to be taken out wherever they stand. `isWholeWord`: only where no letter or figure stands directly before or after them. */
export const WordsToTakeOut = z.object({
  words: z.string().trim().min(2).max(500).regex(/[\p{L}\p{N}]/u),
  reason: RedactionReason,
  isWholeWord: z.boolean(),
});
export type WordsToTakeOut = z.infer<typeof WordsToTakeOut>;

const Share = z.number().min(0).max(1);

/** A place on a page, as shares (0 to 1) of the width and height of the page as it is seen: upright, within its crop box. */
export const PageArea = z.object({ left: Share, top: Share, width: Share, height: Share });
export type PageArea = z.infer<typeof PageArea>;

/** `page` from 1; a picture that has no pages is page 1. */
export const AreaToBlackOut = z.object({ documentId: Id, page: z.number().int().min(1).max(20_000), ...PageArea.shape, reason: RedactionReason });
export type AreaToBlackOut = z.infer<typeof AreaToBlackOut>;

export const mostListedWords = 500;
export const mostListedAreas = 5000;

/** What is taken out of copies, under a name, so that it can be used again for the next recipient. The originals in the vault are never changed by it. */
export const RedactionList = z.object({
  id: Id,
  name: z.string().trim().min(1).max(120),
  madeUtc: UtcInstant,
  words: z.array(z.object({ id: Id, ...WordsToTakeOut.shape })).max(mostListedWords),
  areas: z.array(z.object({ id: Id, ...AreaToBlackOut.shape })).max(mostListedAreas),
});
export type RedactionList = z.infer<typeof RedactionList>;

/**
 * What goes with a plan to where exhibits are rendered. The words of the record are gone from the plan already; a file's own bytes are as they were, so whoever draws them must be told what to look for.
 * `areas`: of the list, and where a machine read words of the list off a picture; all of a page, where they are on it and nobody knows where.
 * `notRead`: pictures, and PDF files with pages that are pictures, that no machine has read: nobody knows which words are on them.
 */
export const PlannedRedaction = z.object({
  listId: Id,
  words: z.array(WordsToTakeOut),
  areas: z.array(AreaToBlackOut),
  notRead: z.array(Id),
});
export type PlannedRedaction = z.infer<typeof PlannedRedaction>;

/** What she says of a file in which somebody else covered words that are still there. */
export const FoundRedactionDecision = z.object({ documentId: Id, decision: z.enum(['burn', 'as-it-is']), reason: z.string().max(2000) });
export type FoundRedactionDecision = z.infer<typeof FoundRedactionDecision>;
