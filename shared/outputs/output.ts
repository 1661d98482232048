import type { ExportPlan } from '../model/export-plan';
import type { OutputName, OutputWanted } from '../model/output';
import type { Paper } from '../model/paper';
import type { Sheet } from '../model/sheet';

export type WantedOf<Name extends OutputName> = Extract<OutputWanted, { output: Name }>;

/**
 * One thing that a selection can be made into: all that is to be said of it. Pure: from the plan alone. It looks nothing up, and proposes no mark. To add one, write it in a file of its own and name it in the list (outputs.ts).
 */
export interface Output<Name extends OutputName = OutputName> {
  /** Whether the pages of the exhibits follow it where it is a PDF. */
  readonly withExhibits: boolean;
  /** Whether there is nothing in the plan of which it could be made. */
  isEmpty(plan: ExportPlan, wanted: WantedOf<Name>): boolean;
  paper(plan: ExportPlan, wanted: WantedOf<Name>): Paper;
  /** The same as tables, the first of which is the CSV; none of what is no table. */
  sheets(plan: ExportPlan, wanted: WantedOf<Name>): readonly Sheet[];
}
