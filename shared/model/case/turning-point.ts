import { z } from 'zod';
import { Dated, undated } from '../dated';
import { Evidence, LongText } from './evidence';

/** What changed. Several of one kind are usual: she may have left more than once. */
export const TurningPointWhat = z.enum(['separated', 'moved-out', 'moved-back', 'told-over', 'order-made', 'hearing', 'child-born', 'arrest-or-charge', 'bail-ended', 'other']);
export type TurningPointWhat = z.infer<typeof TurningPointWhat>;

/** A day on which something changed: what lies before and after it is counted apart, and nothing is concluded from it. */
export const TurningPoint = z.object({
  kind: z.literal('turning-point'),
  what: TurningPointWhat.nullable(),
  happened: Dated,
  /** In her words. */
  words: LongText,
  evidence: Evidence,
  privilegedNote: LongText,
});
export type TurningPoint = z.infer<typeof TurningPoint>;

export const emptyTurningPoint: TurningPoint = { kind: 'turning-point', what: null, happened: undated, words: '', evidence: [], privilegedNote: '' };
