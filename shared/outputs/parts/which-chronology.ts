import { sayDate } from '../../dates';
import { periodOf } from '../../layouts/export/cover';
import { sayCount } from '../../layouts/say';
import { pages } from '../../messages/en-gb/pages';
import { pagesOutputs } from '../../messages/en-gb/pages-outputs';
import type { ExportPlan, PlannedCaseEntry, PlannedEntry } from '../../model/export-plan';

const words = pagesOutputs.selection;

/** Of a paper that cites entries by numbers which stand in another: which chronology that is. The same selection made again as a court's bundle may leave lines out, and then counts otherwise: the mark tells it, and every citation has its day beside the number. */
export function whichChronology({ entries, selectionMark }: Pick<ExportPlan, 'entries' | 'selectionMark'>): string {
  return words.which(sayCount(entries.length, 'entry', 'entries'), periodOf(entries), selectionMark);
}

/** The day of an entry for a citation. */
export function dayCited({ happened }: Pick<PlannedEntry, 'happened'>): string {
  return sayDate(happened) || pages.entry.noDate;
}

/** A contact whose other entries stand in another paper: each with its day. */
export function citedWithDays<E extends PlannedCaseEntry>(entry: E, entries: readonly PlannedEntry[]): E {
  const days = new Map(entries.map((one) => [one.number, dayCited(one)]));
  return { ...entry, threads: entry.threads.map((thread) => (thread.entryNumber === null ? thread : { ...thread, entryDay: days.get(thread.entryNumber) ?? '' })) };
}
