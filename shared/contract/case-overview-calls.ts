import { z } from 'zod';
import { CaseFront, Gap, ListedDeadline } from '../model/case/case-front';
import { Id } from '../model/identity';
import { call, Count, None } from './call';

/** Worked out over many entries of the case and of the record. */
export const caseOverviewCalls = {
  /** Every time limit that is not erased, drafts among them, as they were begun. */
  'case.deadlines': call('vault', None, z.object({ deadlines: z.array(ListedDeadline) })),
  /** `today`: on her own calendar, by which time limits are put in order. */
  'case.front': call('vault', z.object({ today: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }), CaseFront),
  /** Incidents of her record to which nothing is attached, in the chronology's order. `settled`: those of which she said that there is nothing to find. `isHidden`: she turned this off. */
  'case.gaps': call('vault', z.object({ settled: z.boolean(), offset: Count, limit: z.number().int().min(1).max(200) }), z.object({ isHidden: z.boolean(), total: Count, settledTotal: Count, gaps: z.array(Gap) })),
  'case.settleGap': call('vault', z.object({ incidentId: Id, isSettled: z.boolean() }), None),
  'case.hideGaps': call('vault', z.object({ isHidden: z.boolean() }), None),
} as const;
