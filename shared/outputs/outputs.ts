import type { ExportPlan } from '../model/export-plan';
import { formatsOf, type OutputFormat, type OutputName } from '../model/output';
import type { Paper } from '../model/paper';
import type { Sheet } from '../model/sheet';
import { allegations } from './allegations';
import { chronology } from './chronology';
import { complaint } from './complaint';
import { messageSchedule } from './message-schedule';
import type { Output } from './output';
import { statement } from './statement';

/** Everything that a selection can be made into. */
const outputs: { readonly [Name in OutputName]: Output<Name> } = { chronology, allegations, statement, messages: messageSchedule, complaint };

/** An output with the plan it is asked of: what is wanted is always of its own kind. */
export interface PlannedOutput extends Pick<Output, 'withExhibits'> {
  readonly formats: readonly OutputFormat[];
  isEmpty(): boolean;
  paper(): Paper;
  sheets(): readonly Sheet[];
}

export function outputOf(plan: ExportPlan): PlannedOutput {
  const { wanted } = plan.making;
  const output = outputs[wanted.output] as Output;
  return { formats: formatsOf[wanted.output], withExhibits: output.withExhibits, isEmpty: () => output.isEmpty(plan, wanted), paper: () => output.paper(plan, wanted), sheets: () => output.sheets(plan, wanted) };
}
