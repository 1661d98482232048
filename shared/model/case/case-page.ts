import { z } from 'zod';
import { Id, Sha256, UtcInstant } from '../identity';
import { Dated } from '../dated';
import { Citation } from './narrative';

/** Words with references in them. A reference prints as its exhibit mark, or as its number in the list of sources that ends the page. */
export const CitedText = z.array(z.discriminatedUnion('is', [
  z.object({ is: z.literal('words'), words: z.string() }),
  z.object({ is: z.literal('source'), citation: Citation }),
]));
export type CitedText = z.infer<typeof CitedText>;

export const CasePageTable = z.object({
  caption: z.string(),
  columns: z.array(z.object({ name: z.string(), width: z.enum(['narrow', 'middle', 'wide']) })).min(1),
  rows: z.array(z.array(CitedText)),
});
export type CasePageTable = z.infer<typeof CasePageTable>;

/** `hers`: her own words, set as an account is. `svg`: made by this program from numbers and names, never from a file; what it shows stands in `table` too, for whoever cannot see it. */
export const CasePageBlock = z.discriminatedUnion('block', [
  z.object({ block: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), words: z.string() }),
  z.object({ block: z.literal('paragraph'), look: z.enum(['plain', 'hers', 'quiet', 'notice']), text: CitedText }),
  z.object({ block: z.literal('facts'), facts: z.array(z.object({ name: z.string(), value: CitedText })) }),
  z.object({ block: z.literal('table'), table: CasePageTable }),
  z.object({ block: z.literal('beside'), left: z.object({ heading: z.string(), text: z.array(CitedText) }), right: z.object({ heading: z.string(), text: z.array(CitedText) }) }),
  z.object({ block: z.literal('figure'), svg: z.string(), describes: z.string(), table: CasePageTable }),
]);
export type CasePageBlock = z.infer<typeof CasePageBlock>;

/** What a page of the case says: made in the vault, printed by one layout (shared/layouts/case-page.ts), shown by the window before it is saved. */
export const CasePage = z.object({ title: z.string(), intro: z.string(), isLandscape: z.boolean(), blocks: z.array(CasePageBlock) });
export type CasePage = z.infer<typeof CasePage>;

/** Which page she asks for. */
export const CasePageRequest = z.discriminatedUnion('page', [
  z.object({ page: z.literal('conflict-map') }),
  z.object({ page: z.literal('told-and-happened'), contactId: Id }),
  z.object({ page: z.literal('given') }),
  z.object({ page: z.literal('missing'), disclosureId: Id }),
  z.object({ page: z.literal('deadlines') }),
  z.object({ page: z.literal('side-by-side'), entryId: Id }),
  z.object({ page: z.literal('look-ups'), entryIds: z.array(Id).min(1).max(200) }),
  z.object({ page: z.literal('patterns'), fromDay: z.string(), toDay: z.string() }),
  z.object({ page: z.literal('narrative'), entryId: Id }),
]);
export type CasePageRequest = z.infer<typeof CasePageRequest>;

/** One line of the list of sources. `mark`: of an exhibit, once issued it stays; `number`: of whatever has no mark, on this page alone. */
export const CasePageSource = z.object({
  citation: Citation,
  mark: z.string().nullable(),
  number: z.number().int().positive().nullable(),
  name: z.string(),
  happened: Dated.nullable(),
  firstRecordedUtc: UtcInstant.nullable(),
  amended: z.boolean(),
  sha256: Sha256.nullable(),
  isGone: z.boolean(),
});
export type CasePageSource = z.infer<typeof CasePageSource>;

export const CasePagePlan = z.object({
  planId: Id, caseName: z.string(), preparedUtc: UtcInstant, example: z.boolean(), page: CasePage,
  /** Every citation of the page once, in the order in which they are met. */
  sources: z.array(CasePageSource),
  sealCode: z.string(), historySequence: z.number().int(), historyHash: z.string(), historyEntryCount: z.number().int(),
});
export type CasePagePlan = z.infer<typeof CasePagePlan>;
