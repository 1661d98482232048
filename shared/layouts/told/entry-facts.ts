import { spanOf } from '../../dates';
import { pages } from '../../messages/en-gb/pages';
import type { PlannedEntry } from '../../model/export-plan';
import { inName } from '../her-words';
import { compareRecording } from '../made-at-the-time';
import { html, type Piece } from '../markup';
import type { ToldFields, ToldVersion } from './told-fields';

type EntryWithPeople = Extract<PlannedEntry, { people: unknown }>;

/** Who was in it, each on a line; null of nobody. */
export function peopleOf({ people }: EntryWithPeople): Piece {
  return people.length === 0 ? null : people.map((person, index) => html`${index > 0 && html`<br>`}${inName(person.name)} <span class="quiet">(${personWords(person)})</span>`);
}

function personWords(person: EntryWithPeople['people'][number]): string {
  const role = pages.personRole[person.role];
  const part = (pages.part as Readonly<Record<string, string>>)[person.part];
  return part === undefined ? role : `${role}; ${part}`;
}

/** What its first recording is called. */
export function recordedLabel({ subject }: PlannedEntry): string {
  return subject === 'document' ? pages.entry.addedUtc : subject === 'excerpt' ? pages.entry.marked : pages.entry.recorded;
}

/** How the day of recording stands to the day it happened; null where nothing can be said. */
export function saysRecording<C>({ firstRecordedUtc }: PlannedEntry, told: ToldFields<C>, versions: readonly ToldVersion<C>[]): string | null {
  const [first, newest] = [versions[0], versions.at(-1)].map((version) => (version === undefined ? null : told.lived(version.content)));
  // What was first recorded decides: an amended date must not make an old record look as if made at the time, or the reverse.
  if (first == null || newest == null || first.edtf !== newest.edtf) return null;
  const recording = compareRecording(spanOf(newest.edtf), firstRecordedUtc);
  switch (recording.kind) {
    case 'unknown': return null;
    case 'before': return pages.entry.recordedBefore;
    case 'at-the-time': return recording.daysAfter === 0 ? pages.entry.madeAtTheTime : pages.entry.madeNextDay;
    case 'later': {
      const { longest, shortest } = recording;
      return pages.entry.recordedLater(shortest === longest ? longest : shortest === null ? `at most ${longest}` : `between ${shortest} and ${longest}`);
    }
  }
}
