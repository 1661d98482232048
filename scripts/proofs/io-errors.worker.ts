import { parentPort, workerData } from 'node:worker_threads';
import type { Violation } from './crash-states-work/explorer';
import type { Sources } from './io-errors-work/sitting';
import { Trial, type Fault } from './io-errors-work/trial';

export interface WorkerInput {
  sources: Sources;
  faults: Fault[];
  isSilent: boolean;
  /** Ends with so many. */
  mostViolations: number;
}

export interface WorkerReport {
  trials: number;
  refused: number;
  states: number;
  violations: Violation[];
  isDone: boolean;
}

const { sources, faults, isSilent, mostViolations } = workerData as WorkerInput;
const report: WorkerReport = { trials: 0, refused: 0, states: 0, violations: [], isDone: false };
for (const fault of faults) {
  const { refused, states, violations } = await new Trial(fault, sources, isSilent).run();
  report.trials += 1;
  report.refused += refused;
  report.states += states;
  report.violations.push(...violations);
  if (report.violations.length >= mostViolations) break;
  if (report.trials % 20 === 0) parentPort?.postMessage(report);
}
parentPort?.postMessage({ ...report, isDone: true });
