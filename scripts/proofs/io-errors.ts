import { availableParallelism } from 'node:os';
import type { Proof } from '../proving/proof';
import { runWorker } from '../proving/run-worker';
import { writeSources } from './io-errors-work/sitting';
import { Trial, type Failure, type Fault } from './io-errors-work/trial';
import type { WorkerInput, WorkerReport } from './io-errors.worker';

export const proof: Proof = {
  catches: 'a failing disk (full, short write, I/O error, forbidden) at any single write call that loses what was acknowledged, keeps half of something, is not said, or stops her for good',
  breaks: 'a write that fails says that it did not',
  drivesProgram: false,
  async run({ isSmall, isBroken, endsAtFirstFailure, say, scratch, partFile }) {
    const sources = writeSources(scratch);
    const sound = await new Trial({ at: 0, how: 'EIO', lasts: 'once' }, sources, false).run();
    const kinds: Failure[] = ['ENOSPC', 'EIO', 'EACCES'];
    // The last sitting is on a disk that works again.
    const all = sound.steps.flatMap((step, i) =>
      [...kinds, ...(step === 'write' ? (['short'] as const) : [])].flatMap((how) => (['once', 'until closed'] as const).map((lasts): Fault => ({ at: i + 1, how, lasts }))));
    const each = Number(process.env['IO_ERRORS_EACH'] ?? (isSmall ? Math.ceil(all.length / 20) : 1));
    const faults = all.filter((_, i) => i % each === 0);
    say(`${sound.steps.length} write calls, ${faults.length} faults`);
    const workers = isSmall ? 1 : Math.min(2, availableParallelism());
    let said = 0;
    const done = Array<number>(workers).fill(0);
    const reports = await Promise.all(done.map((_, n) =>
      runWorker<WorkerReport>(partFile('worker'), { sources, faults: faults.filter((_fault, i) => i % workers === n), isSilent: isBroken, mostViolations: endsAtFirstFailure ? 1 : 50 } satisfies WorkerInput, ({ trials }) => {
        done[n] = trials;
        const sum = done.reduce((left, right) => left + right, 0);
        if (sum - said < faults.length / 20) return;
        said = sum;
        say(`${sum} faults`);
      })));
    const violations = [...sound.violations, ...reports.flatMap((report) => report.violations)];
    const sum = (name: 'trials' | 'refused' | 'states'): number => reports.reduce((total, report) => total + report[name], 0);
    const figures = { writeCalls: sound.steps.length, faults: sum('trials'), refusals: sum('refused'), statesReopened: sum('states'), violations: violations.length };
    return { ok: violations.length === 0 && figures.faults === faults.length, figures, failures: violations.slice(0, 20).map(({ what, after, left }) => `${what}: ${after}; left: ${left}`) };
  },
};
