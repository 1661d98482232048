import { z } from 'zod';
import { DocumentDetails } from '../model/document-details';
import { DocumentPage } from '../model/document-page';
import { DocumentReading, ReadingCounts, ReadingStepName } from '../model/document-reading';
import { Id } from '../model/identity';
import { ById, call, Count, None } from './call';

/** How far the reading of all documents is. `underWay`: what is being read this moment. */
export const ReadingsState = z.object({
  waiting: ReadingCounts,
  failed: Count,
  needsHer: Count,
  /** She paused it; kept over locks and starts until she goes on. */
  isPaused: z.boolean(),
  /** Files with pictures whose words were read, or given up, since none waited last. */
  picturesDone: Count,
  underWay: z.object({ documentId: Id, step: ReadingStepName, place: Count, total: Count }).nullable(),
});
export type ReadingsState = z.infer<typeof ReadingsState>;

/** What is read of documents after they are kept: their words page by page, and what they say of themselves. */
export const readingCalls = {
  'readings.state': call('main', None, ReadingsState),
  /** Nothing more is begun until she goes on, also after a lock or a new start, but for what `readings.readNow` asks for; what is under way stops at the next page. */
  'readings.pause': call('main', None, None),
  'readings.goOn': call('main', None, None),
  /** Reads a step of one document before all others, also one that failed before. Answers when it has begun to wait; the `readings` event tells the end. */
  'readings.readNow': call('main', z.object({ id: Id, step: ReadingStepName }), None),
  /** The password of a locked file: kept in memory alone, until the vault locks. Its words are then read with it; a wrong one leaves it waiting for her. */
  'readings.givePassword': call('main', z.object({ id: Id, password: z.string().min(1).max(1000) }), None),

  /** The steps of one document, and what was found in it. `within`: where it came from, when it lay in another file or a folder. */
  'documents.contents': call('vault', ById, z.object({ readings: z.array(DocumentReading), details: DocumentDetails, pagesWithWords: Count, within: z.object({ documentId: Id.nullable(), path: z.string() }).nullable() })),
  /** Pages that have words, from `fromPage` on; fewer than `limit` where they are long. `more`: there are others after these. */
  'documents.pages': call('vault', z.object({ id: Id, fromPage: z.number().int().positive(), limit: z.number().int().min(1).max(50) }), z.object({ pages: z.array(DocumentPage), more: z.boolean() })),
} as const;
