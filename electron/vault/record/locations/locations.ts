import type { LocationDay, PlacedClaim } from '../../../../shared/model/location-day';
import { LocationClaim } from '../../../../shared/model/location-claim';
import { countOf, fromJson, type Queries } from '../rows';

const mostOfDay = 5000;

type DayRow = { day: string; visits: number; journeys: number; passed: number; readings: number };
type ClaimRow = { claim: string; document_id: string; entry_name: string };

/** Days of which something is said, the newest first; what has no time comes last. */
export function listLocationDays(from: Queries, offset: number, limit: number): { total: number; days: LocationDay[] } {
  const rows = from.all<DayRow>(
    `SELECT day, sum(kind = 'visit') AS visits, sum(kind = 'journey') AS journeys, sum(kind = 'passed') AS passed, sum(kind = 'reading') AS readings FROM location_claim WHERE ready = 1 GROUP BY day ORDER BY day DESC LIMIT ? OFFSET ?`, [limit, offset]);
  return {
    total: countOf(from, `(SELECT DISTINCT day FROM location_claim WHERE ready = 1)`),
    days: rows.map(({ day, visits, journeys, passed, readings }) => ({ day, visitCount: visits, journeyCount: journeys, passedCount: passed, readingCount: readings })),
  };
}

export function locationsOfDay(from: Queries, day: string): PlacedClaim[] {
  return from.all<ClaimRow>(`SELECT claim, document_id, entry_name FROM location_claim WHERE ready = 1 AND day = ? ORDER BY at, number LIMIT ${mostOfDay}`, [day])
    .map(({ claim, document_id: documentId, entry_name: entryName }) => ({ claim: fromJson(LocationClaim, claim), documentId, entryName }));
}
