import { z } from 'zod';
import { DateOrder } from '../../../shared/model/conversation';
import { Dated } from '../../../shared/model/dated';
import { IncidentContent } from '../../../shared/model/incident';
import { notAnOfficer, Officer, PersonRole } from '../../../shared/model/person';
import { Key, WrittenEntry } from './case-entry-file';

/** The invented case as it is written down (assets/sample-case/case.json): things point at each other by keys of its own. */
const FileName = z.string().regex(/^[^/\\]+(\/[^/\\]+)*$/).refine((name) => !name.split('/').includes('..'));

const Content = IncidentContent.partial().extend({
  people: z.array(z.object({ person: Key, part: IncidentContent.shape.people.element.shape.part })).default([]),
});
export type CaseContent = z.infer<typeof Content>;

export const CaseFile = z.object({
  people: z.array(z.object({ key: Key, name: z.string(), role: PersonRole, handles: z.array(z.string()).default([]), note: z.string().default(''), aliases: z.array(z.string()).default([]), officer: Officer.default(notAnOfficer), organisation: z.string().default('') })),
  documents: z.array(z.object({ key: Key, file: FileName, title: z.string().default(''), happened: Dated, note: z.string().default('') })),
  conversations: z.array(z.object({
    key: Key, file: FileName, title: z.string(), dateOrder: DateOrder, meName: z.string().nullable(),
    /** Ordinals in the conversation, both inclusive. */
    excerpts: z.array(z.object({ key: Key, first: z.number().int(), last: z.number().int(), shows: z.string() })).default([]),
  })),
  incidents: z.array(z.object({
    key: Key,
    content: Content,
    /** Keys of documents and excerpts that bear it out. */
    links: z.array(Key).default([]),
    amendments: z.array(z.object({ reason: z.string(), content: Content })).default([]),
    /** True: left as a half-finished draft. */
    draft: z.boolean().default(false),
  })),
  /** In the order in which they are made; each points only at what stands before it. */
  caseEntries: z.array(WrittenEntry),
});
export type CaseFile = z.infer<typeof CaseFile>;
