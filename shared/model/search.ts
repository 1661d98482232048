import { z } from 'zod';
import { CaseKind } from './case/case-entry';
import { Dated } from './dated';
import { Id, UtcInstant } from './identity';

/** What can be found, in the order of the work. `page`: words inside a document, as its file or a machine reading it gave them; `document`: its name and what she says of it. */
export const SearchSubject = z.enum(['incident', 'excerpt', 'message', 'mail', 'page', 'document', 'person', 'case']);
export type SearchSubject = z.infer<typeof SearchSubject>;

const Day = z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/);

/** What narrows a search. Empty means all. Days are inclusive; a vague date matches when its span touches the period, and what has no date is left out while there is one. */
export const SearchFilter = z.object({
  subjects: z.array(SearchSubject).max(SearchSubject.options.length),
  fromDay: Day,
  toDay: Day,
  /** Whoever it concerns: entries in which somebody appears with the documents linked to them, conversations they take part in, mail with an address she gave for them. */
  personId: Id.nullable(),
  /** Only what has a file with it: messages and mail with an attachment, entries with evidence, and the documents themselves. */
  hasFile: z.boolean(),
});
export type SearchFilter = z.infer<typeof SearchFilter>;
export const everywhere: SearchFilter = { subjects: [], fromDay: '', toDay: '', personId: null, hasFile: false };

/** The words, and what narrows them. */
export const SearchQuery = z.object({ text: z.string().min(1).max(500), filter: SearchFilter });
export type SearchQuery = z.infer<typeof SearchQuery>;

/** A found thing. `snippet` holds plain text; `marks` are [start, end) UTF-16 ranges within it to highlight. */
export const SearchHit = z.object({
  subject: SearchSubject,
  /** Of a page: its document's. */
  id: Id,
  /** For a message, and for the first of marked messages: its conversation and place. */
  conversationId: Id.nullable(),
  ordinal: z.number().int().nullable(),
  /** Of a page: which, counted from 1; null of a document that has no pages of its own. */
  page: z.number().int().positive().nullable(),
  /** Of an entry of the case: which kind. */
  caseKind: CaseKind.nullable(),
  /** A machine read these words off a picture: always to be said with them. */
  isMachineRead: z.boolean(),
  title: z.string(),
  snippet: z.string(),
  marks: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** Sort date `YYYY-MM-DD` or ''. */
  day: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

/** What was found of one kind: so many, or more than so many, and the first of them. */
export const SearchGroup = z.object({ subject: SearchSubject, total: z.number().int().nonnegative(), more: z.boolean(), hits: z.array(SearchHit) });
export type SearchGroup = z.infer<typeof SearchGroup>;

/** A search she keeps, to be asked again; what it finds is found anew each time. */
export const KeptSearch = z.object({ id: Id, name: z.string().min(1).max(200), query: SearchQuery, keptUtc: UtcInstant });
export type KeptSearch = z.infer<typeof KeptSearch>;

/** What can be put aside for the bundle. */
export const AsideTarget = z.object({ kind: z.enum(['incident', 'document', 'excerpt', 'mail']), id: Id });
export type AsideTarget = z.infer<typeof AsideTarget>;

/** A thing put aside, with what it takes to know it again. `opening`: her account's, her words on marked messages or else the messages' own. `canGo`: not a draft. */
export const AsideThing = z.object({ ...AsideTarget.shape, title: z.string(), opening: z.string(), happened: Dated, canGo: z.boolean() });
export type AsideThing = z.infer<typeof AsideThing>;
