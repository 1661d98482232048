import { z } from 'zod';
import type { Dated } from '../dated';
import { CaseContent, type CaseKind } from './case-entry';

/** The day by which an entry of the case stands in a chronology, and what day of it that is. */
export interface ToldDay {
  readonly day: Dated;
  readonly is: 'happened' | 'made' | 'learned';
}

type Content<K extends CaseKind> = Extract<CaseContent, { kind: K }>;

/**
 * Which kinds of entries a chronology tells, and on which day: those that have a day of their own and tell what happened on it. null: the kind is not told there; a tie lasts, a time limit is worked out, a list or a narrative speaks of
 * others. A new kind does not compile until it says which it is; what it needs besides, the compiler names (subjects of rows, their words, the fields that are printed).
 */
const tellers = {
  contact: ({ happened }: Content<'contact'>): ToldDay => ({ day: happened, is: 'happened' }),
  tie: null,
  // What is said to have happened is placed there, beside her own record of those days; without such a day, when it was claimed, else when she learned of it.
  'counter-allegation': ({ happened, made, learned }: Content<'counter-allegation'>): ToldDay =>
    isGiven(happened) ? { day: happened, is: 'happened' } : isGiven(made) ? { day: made, is: 'made' } : isGiven(learned) ? { day: learned, is: 'learned' } : { day: happened, is: 'happened' },
  'look-up': ({ happened }: Content<'look-up'>): ToldDay => ({ day: happened, is: 'happened' }),
  'turning-point': ({ happened }: Content<'turning-point'>): ToldDay => ({ day: happened, is: 'happened' }),
  disclosure: null,
  deadline: null,
  narrative: null,
  conduct: null,
} as const satisfies { readonly [K in CaseKind]: ((content: Content<K>) => ToldDay) | null };

/** The kinds of entries of the case that a chronology tells. */
export type ToldKind = { [K in CaseKind]: (typeof tellers)[K] extends null ? never : K }[CaseKind];

export const toldKinds: readonly ToldKind[] = (Object.keys(tellers) as CaseKind[]).filter(isToldKind);

export function isToldKind(kind: string): kind is ToldKind {
  return (tellers as Readonly<Record<string, unknown>>)[kind] instanceof Function;
}

/** What an entry says whose kind is told. */
export type ToldContent = Extract<CaseContent, { kind: ToldKind }>;
const [firstTold, ...otherTold] = CaseContent.options.filter(({ shape }) => isToldKind(shape.kind.value));
if (firstTold === undefined) throw new Error('no kind is told');
export const ToldContent = z.discriminatedUnion('kind', [firstTold, ...otherTold]) as unknown as z.ZodType<ToldContent>;

export function isToldContent(content: CaseContent): content is ToldContent {
  return isToldKind(content.kind);
}

/** Where an entry stands in a chronology; null of a kind that is not told there. */
export function toldDayOf(content: CaseContent): ToldDay | null {
  const teller = tellers[content.kind] as ((content: CaseContent) => ToldDay) | null;
  return teller === null ? null : teller(content);
}

function isGiven({ typed, edtf }: Dated): boolean {
  return edtf !== '' || typed !== '';
}
