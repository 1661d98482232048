import { z } from 'zod';
import { Dated, undated } from '../dated';
import { Id } from '../identity';
import { Evidence } from './evidence';

const Day = z.string().regex(/^(|\d{4}-\d{2}-\d{2})$/);

/** Which of her days it is: what the rule counts from, the second one, or the last day of one of her own. */
export const limitDays = ['fromDay', 'secondDay', 'ownDay'] as const;
export type LimitDay = (typeof limitDays)[number];

const asWritten = { fromDay: undated, secondDay: undated, ownDay: undated };

/** A time limit that runs from a day. The day it ends is worked out, never stored. */
export const Deadline = z.object({
  kind: z.literal('deadline'),
  /** Id of shared/deadlines/rules.ts; '' of one she sets herself, whose last day is `ownDay`. */
  rule: z.string().max(80),
  title: z.string().max(300),
  /** The day that the rule counts from, such as the date on the letter; and a second one where the rule needs two. */
  fromDay: Day,
  secondDay: Day,
  ownDay: Day,
  /** What she wrote for each of these days, which stand above only where that is one day. undated where a day came without words of hers (shared/deadlines/written-days.ts). */
  asWritten: z.object({ fromDay: Dated, secondDay: Dated, ownDay: Dated }).default(asWritten),
  /** What it is about: the contact it came from. */
  contactId: Id.nullable(),
  /** Once she has done it, or let it go. */
  settled: z.enum(['no', 'done', 'let-go']),
  settledOn: Dated,
  note: z.string().max(20_000),
  evidence: Evidence,
});
export type Deadline = z.infer<typeof Deadline>;

export const emptyDeadline: Deadline = { kind: 'deadline', rule: '', title: '', fromDay: '', secondDay: '', ownDay: '', asWritten, contactId: null, settled: 'no', settledOn: undated, note: '', evidence: [] };
