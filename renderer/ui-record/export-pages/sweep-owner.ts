import type { BuiltExport } from '../../../shared/model/export';

/** What to leave out for a hit to be gone; `exhibit`: as which others may cite it; `at`: where it can be blacked out. */
export type SweepOwner = BuiltExport['sweepOwners'][number];

/** What is left out for a hit to be gone, whichever hit it was found by. */
export const keyOfOwner = ({ ids, exhibit }: SweepOwner): string => JSON.stringify([ids, exhibit]);
