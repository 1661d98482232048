import { z } from 'zod';
import { CaseFront, Gap, ListedDeadline } from '../model/case/case-front';
import { Conduct } from '../model/case/conduct';
import { ElementLine, ElementLines, ElementSummary } from '../model/case/course-of-conduct';
import { Patterns, PeriodDay } from '../model/case/patterns';
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
  /** Whether she turned that off. */
  'case.gapsHidden': call('vault', None, z.object({ isHidden: z.boolean() })),
  'case.settleGap': call('vault', z.object({ incidentId: Id, isSettled: z.boolean() }), None),
  'case.hideGaps': call('vault', z.object({ isHidden: z.boolean() }), None),
  /** What her record counts over time, beside reports, hearings and turning points. Days are inclusive, '' without a bound. */
  'case.patterns': call('vault', z.object({ fromDay: PeriodDay, toDay: PeriodDay }), Patterns),
  /** How each element of a course of conduct stands (shared/picklists/conduct-elements.ts). */
  'case.elements': call('vault', None, z.object({ summaries: z.array(ElementSummary) })),
  /** Incidents under one element, in the chronology's order. `only`: those that stand there so; null: all. */
  'case.elementLines': call('vault', z.object({ elementId: z.string().max(80), offset: Count, limit: z.number().int().min(1).max(200), only: ElementLine.shape.by.nullable() }), ElementLines),
  /** What she says of an incident and an element; kept as one entry of the case for the pair. Refuses `nothing-to-record` of a draft. */
  'case.chooseConduct': call('vault', z.object({ elementId: z.string().max(80), incidentId: Id, choice: Conduct.shape.choice, words: Conduct.shape.words }), None),
} as const;
