import { z } from 'zod';
import { CaseKind } from './case-entry';
import { Drawing } from './drawing';
import { Id, Sha256, UtcInstant } from '../identity';
import { Dated } from '../dated';
import { Citation } from './narrative';
import { PeriodDay } from './patterns';
import { PrivateChildrenThing } from '../private-children';

/** Words with references in them. A reference prints as its exhibit mark, or as its number in the list of sources that ends the page; `mark`: an exhibit by its mark alone. */
export const CitedText = z.array(z.discriminatedUnion('is', [
  z.object({ is: z.literal('words'), words: z.string() }),
  z.object({ is: z.literal('source'), citation: Citation }),
  z.object({ is: z.literal('mark'), mark: z.string() }),
]));
export type CitedText = z.infer<typeof CitedText>;

export const CasePageTable = z.object({
  caption: z.string(),
  columns: z.array(z.object({ name: z.string(), width: z.enum(['narrow', 'middle', 'wide']) })).min(1),
  rows: z.array(z.array(CitedText)),
});
export type CasePageTable = z.infer<typeof CasePageTable>;

/** One of two columns: things under each other, each with a title where it has one. */
export const CasePageColumn = z.object({ heading: z.string(), parts: z.array(z.object({ title: CitedText, text: CitedText })) });
export type CasePageColumn = z.infer<typeof CasePageColumn>;

/**
 * `hers`: her own words, set as an account is; `label`: names what follows it; `corner`: at the upper right, as the marking of a statement; `centred`: as a court's title; `line`: a line to sign or write on.
 * `number`: of a paragraph, as in a statement. `new-page`: what follows begins a page. `drawing`: shapes and names, never markup; what it shows stands in `table` too, for whoever cannot see it, and `describes` says it in a sentence.
 */
export const CasePageBlock = z.discriminatedUnion('block', [
  z.object({ block: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), words: z.string() }),
  z.object({ block: z.literal('paragraph'), look: z.enum(['plain', 'hers', 'quiet', 'notice', 'label', 'corner', 'centred', 'line']), text: CitedText, number: z.number().int().positive().optional() }),
  z.object({ block: z.literal('new-page') }),
  z.object({ block: z.literal('facts'), facts: z.array(z.object({ name: z.string(), value: CitedText })) }),
  z.object({ block: z.literal('table'), table: CasePageTable }),
  z.object({ block: z.literal('beside'), left: CasePageColumn, right: CasePageColumn }),
  z.object({ block: z.literal('figure'), drawing: Drawing, describes: z.string(), table: CasePageTable }),
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
  z.object({ page: z.literal('patterns'), fromDay: PeriodDay, toDay: PeriodDay }),
  z.object({ page: z.literal('course-of-conduct') }),
  z.object({ page: z.literal('narrative'), entryId: Id }),
]);
export type CasePageRequest = z.infer<typeof CasePageRequest>;

/** What she asks for. `caseName`: the case's short name, on the page and in the name of its file; never an address. `redactionListId`: what is taken out of this copy; null: nothing. */
export const CasePageWanted = z.object({ caseName: z.string().min(1).max(120), request: CasePageRequest, redactionListId: Id.nullable() });
export type CasePageWanted = z.infer<typeof CasePageWanted>;

export const CasePageName = z.enum(['conflict-map', 'told-and-happened', 'given', 'missing', 'deadlines', 'side-by-side', 'look-ups', 'patterns', 'course-of-conduct', 'narrative']) satisfies z.ZodType<CasePageRequest['page']>;
export type CasePageName = z.infer<typeof CasePageName>;

/** One line of the list of sources. `mark`: of an exhibit, once issued it stays; `number`: of whatever has no mark, on this page alone. */
export const CasePageSource = z.object({
  citation: Citation,
  /** What it is; `case`: an entry of the case that is not there any more, of a kind that nobody knows. */
  what: z.enum(['incident', 'document', 'excerpt', 'mail', 'case', ...CaseKind.options]),
  mark: z.string().nullable(),
  number: z.number().int().positive().nullable(),
  /** '' of what is gone, and of a draft: its words are no record yet. */
  name: z.string(),
  happened: Dated.nullable(),
  /** null of a draft, which is not in the record yet, and of what is gone. */
  firstRecordedUtc: UtcInstant.nullable(),
  amended: z.boolean(),
  sha256: Sha256.nullable(),
  /** Of messages and mail: the files in which they stand. */
  foundIn: z.array(z.object({ name: z.string(), sha256: Sha256 })),
  /** Erased, or taken out of the record. */
  isGone: z.boolean(),
});
export type CasePageSource = z.infer<typeof CasePageSource>;

/** A source as a screen says it, with the number of its newest reading: 0 of a draft and of what is gone, 1 of what is never amended. */
export const CitedThing = z.object({ ...CasePageSource.shape, version: z.number().int().nonnegative() });
export type CitedThing = z.infer<typeof CitedThing>;

export const CasePagePlan = z.object({
  planId: Id, caseName: z.string(), preparedUtc: UtcInstant, example: z.boolean(), page: CasePage,
  /** Every citation of the page once, in the order in which they are met. */
  sources: z.array(CasePageSource),
  /** What it cites that she tagged as belonging to private proceedings about a child (shared/outputs/gates/private-children.ts). */
  privateChildren: z.array(PrivateChildrenThing),
  sealCode: z.string(), historySequence: z.number().int(), historyHash: z.string(), historyEntryCount: z.number().int(),
});
export type CasePagePlan = z.infer<typeof CasePagePlan>;
