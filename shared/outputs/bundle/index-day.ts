import { sayDate } from '../../dates';
import { pages } from '../../messages/en-gb/pages';
import { pagesBundle } from '../../messages/en-gb/pages-bundle';
import type { PlannedEntry, PlannedExhibit } from '../../model/export-plan';
import { exhibitDay } from './exhibit-day';

/** Entries of the chronology that stands in a bundle, by their ids; none where there is none in it. */
export type EntriesHere = ReadonlyMap<string, Pick<PlannedEntry, 'number' | 'happened'>>;

/**
 * What an index has under "Date" of an exhibit: its own day. Of one that has none (a photograph that she never dated) that none is given, and with which entry of which day it goes: by that it is looked for. The entry's day is never said to be the exhibit's; it may have been taken on another, and it is not sorted by it.
 */
export function indexDay(exhibit: PlannedExhibit, entries: EntriesHere): string {
  const { says } = exhibitDay(exhibit);
  if (says !== '') return says;
  const dated = exhibit.citedBy.flatMap((id) => entries.get(id) ?? []).filter(({ happened }) => sayDate(happened) !== '').sort((a, b) => a.number - b.number);
  const [first] = dated;
  return first === undefined ? pages.entry.noDate : pagesBundle.index.withEntry(first.number, sayDate(first.happened), dated.length - 1);
}
