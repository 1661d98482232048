import type { LocationClaim } from '../../model/location-claim';
import type { LocationsFound } from '../../model/source-preview';

const countOf = { visit: 'visitCount', journey: 'journeyCount', passed: 'passedCount', reading: 'readingCount' } as const;

/** Counts the positions of a source as they are read. */
export class LocationSurvey {
  readonly #found = { claimCount: 0, visitCount: 0, journeyCount: 0, passedCount: 0, readingCount: 0, firstDay: '', lastDay: '' };

  add(claims: readonly LocationClaim[]): void {
    const found = this.#found;
    for (const { kind, from } of claims) {
      found.claimCount += 1;
      found[countOf[kind]] += 1;
      const day = from.at.slice(0, 10);
      if (day === '') continue;
      if (found.firstDay === '' || day < found.firstDay) found.firstDay = day;
      if (day > found.lastDay) found.lastDay = day;
    }
  }

  /** Null where there were none. */
  result(): LocationsFound | null {
    return this.#found.claimCount === 0 ? null : { ...this.#found };
  }
}
