import { availableParallelism } from 'node:os';
import type { Proof } from '../proving/proof';
import { runProcess } from '../proving/run-worker';
import type { Family, WorkerInput, WorkerReport } from './fuzz.worker';

/** The longest that 25 inputs may take on a machine that others use. */
const silentMs = 120_000;

export const proof: Proof = {
  catches: 'an input made from a real one by mutation, of any importer (conversations, mail, locations) or reader of documents (pictures, recordings, papers, archives of them), that crashes it, hangs it, or makes it give a part that is not what is agreed, a place outside its file, a file that never comes, or something half-stored in the vault',
  breaks: 'one importer parses its files whole and lets the first fault through',
  drivesProgram: false,
  /** FUZZ_WANTED: how many inputs; FUZZ_SEED and FUZZ_ONLY: that one again; FUZZ_FAMILIES: only those (`sources`, `pictures`, `recordings`, `papers`, `pdf`, `archives`). */
  async run({ isSmall, isBroken, say, root, scratch, partFile }) {
    const only = process.env['FUZZ_ONLY'];
    const families = process.env['FUZZ_FAMILIES']?.split(',') as Family[] | undefined;
    const wanted = Number(process.env['FUZZ_WANTED'] ?? (isSmall ? 1500 : 100_000));
    // Other inputs each time; seed and number are told, so that one can be made again.
    const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 1e9));
    say(`seed ${seed}`);
    const workers = isSmall || only !== undefined ? 1 : Math.min(2, availableParallelism());
    const parts = Array.from({ length: workers }, (_, i) => (only === undefined ? { from: Math.floor((wanted * i) / workers), until: Math.floor((wanted * (i + 1)) / workers) } : { from: Number(only), until: Number(only) + 1 }));
    const failures: string[] = [];
    const newest: (WorkerReport | null)[] = parts.map(() => null);
    let said = 0;
    await Promise.all(parts.map(async (part, i) => {
      try {
        await runProcess<WorkerReport>(partFile('worker'), { root, scratch, seed, ...part, isBroken, families: families ?? null } satisfies WorkerInput, (report) => {
          newest[i] = report;
          const done = newest.reduce((sum, each) => sum + (each?.done ?? 0), 0);
          if (done - said < wanted / 20) return;
          said = done;
          say(`${done} inputs`);
        }, silentMs);
      } catch (error) {
        failures.push(`after input ${part.from + (newest[i]?.done ?? 0)}: ${String(error)}`);
      }
    }));
    const reports = newest.filter((report) => report !== null);
    failures.push(...reports.flatMap((report) => report.failures));
    const sum = (of: (report: WorkerReport) => number): number => reports.reduce((total, report) => total + of(report), 0);
    const inputs = sum(({ done }) => done);
    const figures = {
      inputs, ...Object.fromEntries((['sources', 'pictures', 'recordings', 'papers', 'pdf', 'archives'] as const).map((family) => [`of${family[0]?.toUpperCase()}${family.slice(1)}`, sum((report) => report.inputs[family])])),
      samples: reports[0]?.samples ?? 0, failures: failures.length, parts: sum(({ read }) => read.parts), messages: sum(({ read }) => read.messages), mails: sum(({ read }) => read.mails), claims: sum(({ read }) => read.claims),
      documentFacts: sum((report) => report.documents.facts), documentPages: sum((report) => report.documents.pages), wordsFailed: sum((report) => report.documents.failed), documentsRefused: sum((report) => report.documents.refused), documentsKept: sum((report) => report.documents.kept),
      archivesRead: sum((report) => report.archives.read), archiveFiles: sum((report) => report.archives.files), archiveLeftOut: sum((report) => report.archives.leftOut), archivesRefused: sum((report) => report.archives.refused),
      keptWhole: sum(({ kept }) => kept), refusedWhole: sum(({ refused }) => refused), notUnderstood: sum(({ read }) => read.notUnderstood), slowestCpuMs: Math.max(0, ...reports.map(({ slowestMs }) => slowestMs)), peakMB: Math.max(0, ...reports.map(({ peakMB }) => peakMB)), seed,
    };
    return { ok: failures.length === 0 && inputs === parts.reduce((total, { from, until }) => total + until - from, 0), figures, failures: failures.slice(0, 20).map((failure) => `${failure}; seed ${seed}`) };
  },
};
