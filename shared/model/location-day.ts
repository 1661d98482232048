import { z } from 'zod';
import { Id } from './identity';
import { LocationClaim } from './location-claim';

const Count = z.number().int().nonnegative();

/** What is said of one day, counted. `day` by the clock it is shown by; '' of what has no time that can be read. */
export const LocationDay = z.object({ day: z.string(), visitCount: Count, journeyCount: Count, passedCount: Count, readingCount: Count });
export type LocationDay = z.infer<typeof LocationDay>;

/** A claim and the file it stands in: its place there is `sourceOffset` and `sourceLength`. */
export const PlacedClaim = z.object({ claim: LocationClaim, documentId: Id, entryName: z.string() });
export type PlacedClaim = z.infer<typeof PlacedClaim>;
