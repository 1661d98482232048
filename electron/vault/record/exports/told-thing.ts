import type { ChronologySubject } from '../../../../shared/model/chronology';
import type { PlannedEntry } from '../../../../shared/model/export-plan';
import type { Id } from '../../../../shared/model/identity';
import type { Queries } from '../rows';
import type { MarkedThing } from './exhibit-marks';

/** What an entry is told by in a document: its number, its exhibits, and where everything else stands in it. */
export interface ToldAs {
  readonly number: number;
  readonly exhibitMarks: string[];
  readonly includePrivileged: boolean;
  /** The mark of a thing in this document, and the number of an entry; null where it is not in it. */
  markOf(thing: MarkedThing): string | null;
  numberOf(id: Id): number | null;
}

/** How an export tells one kind of line of the chronology. */
export interface ToldThing {
  /** Whether it is of the record and may be printed. */
  mayGo(from: Queries, id: Id): boolean;
  /** What bears it out, which goes with it as exhibits, in the order in which it cites them. */
  evidence(from: Queries, id: Id): MarkedThing[];
  plan(from: Queries, id: Id, as: ToldAs): PlannedEntry;
}

export interface Line { readonly subject: ChronologySubject; readonly id: Id }
