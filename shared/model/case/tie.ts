import { z } from 'zod';
import { Dated, undated } from '../dated';
import { Id } from '../identity';
import { Evidence, LongText } from './evidence';

/** How one person knows another. Of `supervised` and `trained` the first did it to the second; the others go both ways. */
export const TieKind = z.enum(['worked-with', 'supervised', 'trained', 'friend', 'married', 'partner', 'relative', 'neighbour', 'other']);
export type TieKind = z.infer<typeof TieKind>;

/** That two people know each other, since when, and how she knows. */
export const Tie = z.object({
  kind: z.literal('tie'),
  fromId: Id.nullable(),
  toId: Id.nullable(),
  tie: TieKind.nullable(),
  /** In her words. */
  words: z.string().max(5000),
  began: Dated,
  ended: Dated,
  /** How it is known: `toldById` where somebody told her. */
  known: z.enum(['not-said', 'own-knowledge', 'told', 'document', 'public']),
  toldById: Id.nullable(),
  source: z.string().max(5000),
  evidence: Evidence,
  privilegedNote: LongText,
});
export type Tie = z.infer<typeof Tie>;

export const emptyTie: Tie = { kind: 'tie', fromId: null, toId: null, tie: null, words: '', began: undated, ended: undated, known: 'not-said', toldById: null, source: '', evidence: [], privilegedNote: '' };
