import type { Dated } from '../../model/dated';
import type { PlannedThread } from '../../model/export-plan';
import type { Piece } from '../markup';

/** Finds what an entry points at, as it can be named in this document. */
export type ThreadsOfEntry = (kind: PlannedThread['kind'], id: string) => PlannedThread | null;

/**
 * One field as it is printed. `short`: in the list of facts; the others stand under their own heading. `reads`: what is compared between versions; a field that reads the same has not changed. `prints`: null when it is empty.
 * `place`: `heading`, it is the entry's heading or stands beside it; `lone`, it needs no heading where no other long field stands; `privileged`, for her solicitor alone.
 */
export interface PrintedField<C> {
  readonly label: string;
  readonly short: boolean;
  readonly place?: 'heading' | 'lone' | 'privileged';
  reads(content: C): unknown;
  prints(content: C, threadOf: ThreadsOfEntry): Piece;
}

/** What is not printed again in an amendment, only that it was changed: it stands above as it is now. */
export interface SaidChanged<C> {
  readonly label: string;
  readonly says: string;
  reads(content: C): unknown;
}

/** How one kind of entry is told in full: its fields in the order in which they print. */
export interface ToldFields<C> {
  readonly fields: readonly PrintedField<C>[];
  readonly saidChanged: readonly SaidChanged<C>[];
  /** What is printed where no long field has a word in it. */
  readonly noWords: string;
  /** The day with which the day of recording is compared for "made at the time"; null of a kind whose day is not one that she lived through. */
  lived(content: C): Dated | null;
}

export interface ToldVersion<C> { readonly number: number; readonly atUtc: string; readonly reason: string; readonly content: C }

/** Whether something reads differently in the later content. */
export function isChanged<C>(field: { reads(content: C): unknown }, earlier: C, later: C): boolean {
  return JSON.stringify(field.reads(earlier)) !== JSON.stringify(field.reads(later));
}
