import { parentPort, workerData } from 'node:worker_threads';
import type { Violation } from './crash-states-work/explorer';
import { Run, type RunInput, type RunTotals } from './crash-states-work/run';

export interface WorkerInput extends RunInput {
  /** Lives of one vault before the next one begins. */
  livesEach: number;
}

export interface WorkerReport extends RunTotals {
  vaults: number;
  states: number;
  looks: number;
  openings: number;
  tornTails: number;
  notYetVaults: number;
  violations: Violation[];
  isDone: boolean;
}

const input = workerData as WorkerInput;
const report: WorkerReport = { vaults: 0, states: 0, looks: 0, openings: 0, tornTails: 0, notYetVaults: 0, lives: 0, killed: 0, powerLost: 0, steps: 0, violations: [], isDone: false };

while (report.states < input.states && report.violations.length < 50) {
  const run = new Run({ ...input, seed: input.seed + report.vaults * 1000, states: input.states - report.states });
  for (let life = 0; life < input.livesEach && !run.explorer.isEnough; life += 1) {
    await run.live();
    parentPort?.postMessage({ ...report, states: report.states + run.explorer.states });
  }
  report.vaults += 1;
  report.states += run.explorer.states;
  report.looks += run.explorer.looks;
  report.openings += run.explorer.openings;
  report.tornTails += run.explorer.tornTails;
  report.notYetVaults += run.explorer.notYetVaults;
  for (const name of ['lives', 'killed', 'powerLost', 'steps'] as const) report[name] += run.totals[name];
  report.violations.push(...run.explorer.violations);
}
parentPort?.postMessage({ ...report, isDone: true });
