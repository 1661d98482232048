import { z } from 'zod';
import { call, None } from '../contract/call';
import { DocumentForm, PictureFacts } from '../model/document';
import { DocumentDetails } from '../model/document-details';
import { DocumentPage } from '../model/document-page';
import { ReadingCounts, ReadingState, ReadingStepName, ReadingWhy } from '../model/document-reading';
import { Id } from '../model/identity';

const Pages = z.number().int().nonnegative();

/** One step to be done. `place`: so many pages of it are done already. */
export const ReadingToDo = z.object({
  documentId: Id,
  step: ReadingStepName,
  place: Pages,
  total: Pages,
  originalName: z.string().max(1024),
  sizeBytes: z.number().int().nonnegative(),
  mediaType: z.string(),
  form: DocumentForm,
});
export type ReadingToDo = z.infer<typeof ReadingToDo>;

/** A page as it was read. */
export const PageRead = DocumentPage.pick({ page: true, origin: true, text: true, boxes: true, language: true, confidence: true });
export type PageRead = z.infer<typeof PageRead>;

/** Most pages in one `readings.takePages`. */
export const pagesAtOnce = 200;

/** Between the shell, which has documents read, and the vault, which keeps what comes of it. */
export const readingVaultCalls = {
  /**
   * The next step to be done of those named, `first` before all; null when nothing waits. It counts as tried: a step that was tried five times without one page coming of it is given up (`broke`). `counts`: of all
   * steps that wait, this one too.
   */
  'readings.next': call('vault', z.object({ steps: z.array(ReadingStepName), first: z.object({ documentId: Id, step: ReadingStepName }).nullable() }), z.object({ reading: ReadingToDo.nullable(), counts: ReadingCounts, failed: Pages, needsHer: Pages })),
  /** What waits of the steps named, without taking any. */
  'readings.count': call('vault', z.object({ steps: z.array(ReadingStepName) }), z.object({ counts: ReadingCounts, failed: Pages, needsHer: Pages })),
  /** Those of the documents named of which it is not known yet what they are, as they were kept. */
  'readings.factsWaiting': call('vault', z.object({ documentIds: z.array(Id) }), z.object({ readings: z.array(ReadingToDo) })),
  /** Sets a step of a document waiting again, from its beginning, whatever became of it. Refuses `not-found`, `erased`. */
  'readings.again': call('vault', z.object({ documentId: Id, step: ReadingStepName }), None),
  /** It was stopped for her sake, through no fault of the file's: not counted as tried. */
  'readings.putBack': call('vault', z.object({ documentId: Id, step: ReadingStepName }), None),
  /** A step has ended. What an erased document had to say is dropped without a word. */
  'readings.end': call('vault', z.object({ documentId: Id, step: ReadingStepName, state: ReadingState.exclude(['waiting']), why: ReadingWhy, details: DocumentDetails.nullable(), ocrToo: z.boolean() }), None),
  /** Pages of a step, as they come. `place`: so many pages are done with these; `isFirst`: the step begins, and pages of this origin from before go. */
  'readings.takePages': call('vault', z.object({ documentId: Id, step: ReadingStepName, isFirst: z.boolean(), pages: z.array(PageRead).max(pagesAtOnce), place: Pages, total: Pages }), None),
  /** Facts that a process without keys found by reading the bytes: ends the step `facts`, and lets the steps wait that this kind of file needs. */
  'documents.noteFacts': call('vault', z.object({ id: Id, mediaType: z.string(), form: DocumentForm, picture: PictureFacts.nullable(), details: DocumentDetails.default({}) }), None),
} as const;
