import type { z } from 'zod';
import type { readingVaultCalls } from '../../../shared/vault-protocol/reading-calls';
import { endReading, takePages } from '../record/documents/document-words';
import { countWaiting, factsWaiting, putBack, readAgain, takeNext } from '../record/documents/document-readings';
import { noteFacts } from '../record/documents/documents';
import type { RecordContext } from '../record/record-context';

type ReadingCalls = typeof readingVaultCalls;
type ReadingAnswers = { readonly [N in keyof ReadingCalls]: (input: z.infer<ReadingCalls[N]['input']>) => Promise<z.infer<ReadingCalls[N]['output']>> };

/** What the shell asks while it has documents read. `whenFree` lets everything she does go first. */
export function readingAnswers(current: () => RecordContext, whenFree: () => Promise<void>): ReadingAnswers {
  return {
    'readings.next': async ({ steps, first }) => {
      await whenFree();
      return takeNext(current(), steps, first);
    },
    'readings.count': async ({ steps }) => countWaiting(current().store, steps),
    'readings.factsWaiting': async ({ documentIds }) => ({ readings: factsWaiting(current().store, documentIds) }),
    'readings.again': async (of) => {
      await readAgain(current(), of);
      return {};
    },
    'readings.putBack': async (of) => {
      await putBack(current(), of);
      return {};
    },
    'readings.end': async (ended) => {
      await endReading(current(), ended);
      return {};
    },
    'readings.takePages': async (taken) => {
      await whenFree();
      await takePages(current(), taken);
      return {};
    },
    'documents.noteFacts': async ({ id, ...facts }) => {
      await noteFacts(current(), id, facts);
      return {};
    },
  };
}
