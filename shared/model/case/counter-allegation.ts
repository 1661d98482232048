import { z } from 'zod';
import { Dated, undated } from '../dated';
import { Id } from '../identity';
import { Outcome } from './contact';
import { Evidence, LongText } from './evidence';

/** What somebody else reported or claimed against her, beside which her own dated record of those days stands. */
export const CounterAllegation = z.object({
  kind: z.literal('counter-allegation'),
  title: z.string().max(300),
  /** When it is said to have happened. */
  happened: Dated,
  /** When it was reported or claimed. */
  made: Dated,
  /** When she learned of it. */
  learned: Dated,
  madeById: Id.nullable(),
  /** To whom: a force, a supervisor, a court. */
  madeTo: z.string().max(2000),
  reference: z.string().max(200),
  /** What is said, as nearly in its own words as she has it. */
  theirVersion: LongText,
  herAnswer: LongText,
  outcomes: z.array(Outcome).max(100),
  /** Entries of hers that speak to it, besides those of the same days. */
  incidentIds: z.array(Id).max(500),
  evidence: Evidence,
  privilegedNote: LongText,
});
export type CounterAllegation = z.infer<typeof CounterAllegation>;

export const emptyCounterAllegation: CounterAllegation = {
  kind: 'counter-allegation', title: '', happened: undated, made: undated, learned: undated, madeById: null, madeTo: '', reference: '', theirVersion: '', herAnswer: '', outcomes: [], incidentIds: [], evidence: [], privilegedNote: '',
};
