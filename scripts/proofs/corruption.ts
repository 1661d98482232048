import type { Proof } from '../proving/proof';
import { runWorker } from '../proving/run-worker';
import { noticed } from './corruption-work/judge';
import type { WorkerInput, WorkerReport } from './corruption.worker';

/** The longest that 25 corruptions may take on a machine that others use. */
const silentMs = 120_000;

export const proof: Proof = {
  catches: 'a vault damaged or exchanged in any way (bits, blocks, records, chunks, files, older and foreign ones, several at once) that crashes, hangs, is not noticed, or shows what is not so',
  breaks: 'every tenth change is made by somebody who holds the keys: evidence changed and sealed anew, which no tag can tell',
  drivesProgram: false,
  async run({ isSmall, isBroken, endsAtFirstFailure, say, scratch, partFile }) {
    const only = process.env['CORRUPTION_ONLY'];
    const from = Number(only ?? 0);
    const until = only === undefined ? Number(process.env['CORRUPTION_WANTED'] ?? (isSmall ? 200 : 20_000)) : from + 1;
    // Another course each time; seed and number are told, so that one can be made again.
    const seed = Number(process.env['CORRUPTION_SEED'] ?? Math.floor(Math.random() * 1e9));
    const input: WorkerInput = { scratch, seed, from, until, isBroken, mostFailures: endsAtFirstFailure ? 1 : 50 };
    let report: WorkerReport | null = null;
    let hangs: string | null = null;
    try {
      report = await runWorker<WorkerReport>(partFile('worker'), input, (told) => {
        if (told.done % 1000 === 0 && told.done > 0 && !told.isDone) say(`${told.done} corruptions`);
        report = told;
      }, silentMs);
    } catch (error) {
      hangs = `after corruption ${report === null ? from : from + (report as WorkerReport).done}, seed ${seed}: ${String(error)}`;
    }
    if (report === null) return { ok: false, figures: { seed }, failures: [hangs ?? ''] };
    const { counts, withoutMeaning, failures } = report;
    const figures = {
      corruptions: report.done, undetected: counts.undetected, wrong: counts.wrong, crashes: counts.crashed, hangs: hangs === null ? 0 : 1,
      ...Object.fromEntries(noticed.map((outcome) => [outcome, counts[outcome]])),
      withoutMeaning: counts.withoutMeaning, ...Object.fromEntries(Object.keys(withoutMeaning).sort((left, right) => left.localeCompare(right)).map((kind) => [`(${kind})`, withoutMeaning[kind] ?? 0])), seed,
    };
    const all = [...failures, ...(hangs === null ? [] : [hangs])].map((failure) => `${failure}; seed ${seed}`);
    return { ok: all.length === 0 && report.done === until - from, figures, failures: all.slice(0, 20) };
  },
};
