import { z } from 'zod';
import { Dated, DaySpan } from '../dated';
import { Id, UtcInstant } from '../identity';
import { NamedEvidence } from './evidence';

const Number0 = z.number().int().nonnegative();

/**
 * How one element stands. Incidents of her record alone. `chosen`: she said that they support it; `proposed`: only their kinds, or a field in which she wrote, do; `takenOut`: she said that they do not.
 * `days`: different days of the chosen and proposed that are known to the day; `undated`, `bare` (nothing attached), `before` (wholly before the law was in force): of the same.
 */
export const ElementSummary = z.object({ elementId: z.string(), chosen: Number0, proposed: Number0, takenOut: Number0, days: Number0, undated: Number0, bare: Number0, before: Number0 });
export type ElementSummary = z.infer<typeof ElementSummary>;

/** One incident under an element. `by`: who says so. `conductId`: her own entry about it, null while there is none. `proposedKinds`: of its kinds, those that propose it. */
export const ElementLine = z.object({
  incidentId: Id,
  by: z.enum(['chosen', 'proposed', 'taken-out']),
  conductId: Id.nullable(),
  words: z.string(),
  title: z.string(),
  opening: z.string(),
  happened: Dated,
  span: DaySpan,
  firstRecordedUtc: UtcInstant.nullable(),
  amended: z.boolean(),
  proposedKinds: z.array(z.string()),
  isByEffect: z.boolean(),
  evidence: z.array(NamedEvidence),
});
export type ElementLine = z.infer<typeof ElementLine>;

/** `kinds`: of the chosen and proposed, how many have each kind that proposes. */
export const ElementLines = z.object({ summary: ElementSummary, total: Number0, lines: z.array(ElementLine), kinds: z.array(z.object({ kind: z.string(), count: Number0 })) });
export type ElementLines = z.infer<typeof ElementLines>;
