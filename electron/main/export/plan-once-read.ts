import type { ExportChoice } from '../../../shared/model/export';
import { drawnDocumentsOf, type ExportPlan, filesOf } from '../../../shared/model/export-plan';
import type { ShellServices } from '../shell-services';
import type { RunningTask } from '../work/tasks';
import type { ExportSource } from './ports';

/**
 * The plan of what she chose, once it is known of every file in it what it is and what it says of itself (that a photograph holds a place, say): that is printed, and pages made before it is read would be outdated a moment later, though she
 * changed nothing. Files just brought in are read one after another while she does other things; those in the plan have their turn here. Refuses as `exports.plan`.
 */
export async function planOnceRead({ readings }: Pick<ShellServices, 'readings'>, source: Pick<ExportSource, 'plan'>, choice: ExportChoice, task: Pick<RunningTask, 'signal' | 'progress'>): Promise<ExportPlan> {
  const plan = await source.plan(choice);
  const inIt = new Set(plan.exhibits.flatMap((exhibit) => [...filesOf(exhibit).map(({ id }) => id), ...drawnDocumentsOf(exhibit)]));
  const wasUnread = await readings.readFactsOf([...inIt], task.signal, (done, total) => task.progress('reading', done, total, 'items'));
  return wasUnread ? source.plan(choice) : plan;
}
