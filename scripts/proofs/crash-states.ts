import { availableParallelism } from 'node:os';
import type { Proof } from '../proving/proof';
import { runWorker } from '../proving/run-worker';
import type { WorkerInput, WorkerReport } from './crash-states.worker';
import { writeSources } from './crash-states-work/life';

export const proof: Proof = {
  catches: 'a save that was acknowledged and is missing, or anything half-done, after a loss of power at any step: every order and every tear that POSIX allows between syncs',
  breaks: 'the disk acknowledges fdatasync without keeping the bytes',
  drivesProgram: false,
  async run({ isSmall, isBroken, say, scratch, partFile }) {
    const wanted = Number(process.env['CRASH_STATES_WANTED'] ?? (isSmall ? (isBroken ? 1500 : 600) : 50_000));
    const workers = isSmall ? 1 : Math.min(2, availableParallelism());
    const sources = writeSources(scratch);
    // Another course each time; the seed is told, so that it can be followed again.
    const seed = Number(process.env['CRASH_STATES_SEED'] ?? Math.floor(Math.random() * 1e9));
    say(`seed ${seed}`);
    const states = Array<number>(workers).fill(0);
    let said = 0;
    const reports = await Promise.all(states.map((_, i) =>
      runWorker<WorkerReport>(partFile('worker'), { seed: seed + i * 1_000_000, sources, states: Math.ceil(wanted / workers), effort: 4, livesEach: isSmall ? 4 : 30, syncDoesNothing: isBroken } satisfies WorkerInput, (report) => {
        states[i] = report.states;
        const sum = states.reduce((left, right) => left + right, 0);
        if (sum - said < wanted / 20) return;
        said = sum;
        say(`${sum} states`);
      })));
    const total = (name: 'vaults' | 'states' | 'openings' | 'looks' | 'tornTails' | 'notYetVaults' | 'lives' | 'killed' | 'powerLost' | 'steps'): number => reports.reduce((sum, report) => sum + report[name], 0);
    const violations = reports.flatMap((report) => report.violations).sort((left, right) => left.files - right.files || left.bytes - right.bytes);
    const figures = {
      states: total('states'), violations: violations.length, openings: total('openings'), looks: total('looks'), steps: total('steps'), vaults: total('vaults'), lives: total('lives'), killed: total('killed'),
      powerLost: total('powerLost'), tornTails: total('tornTails'), notYetVaults: total('notYetVaults'), seed,
    };
    const failures = violations.slice(0, 20).map(({ what, after, left, files, bytes }) => `${what} (power lost after ${after}; left: ${left}; ${files} files, ${bytes} bytes)`);
    return { ok: violations.length === 0 && figures.states >= wanted, figures, failures };
  },
};
