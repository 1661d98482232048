import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInElectron } from '../proving/in-electron';
import type { Proof, ProofContext } from '../proving/proof';
import { sampleFolderOf } from './export/sample-folder';

/** The profiles whose documents are made twice; '' is the solicitor's pack. */
const profiles = ['', 'family', 'civil'] as const;

export const proof: Proof = {
  catches: 'An export that is not the same file, byte for byte, when it is made again of the same plan: in another window, process and second',
  breaks: 'gives the second making a plan prepared a minute later',
  drivesProgram: true,
  run,
};

async function run(context: ProofContext) {
  const { isSmall, isBroken, say, root } = context;
  const times = isSmall ? 2 : 4;
  const job = { entries: isSmall ? 8 : 60, longer: isSmall ? 1 : 3, messages: isSmall ? 8 : 200, sampleFolder: sampleFolderOf(root), profiles: isSmall ? profiles.slice(0, 2) : profiles, laterMs: isBroken ? 60_000 : 0 };
  const failures: string[] = [];
  let bytes = 0;
  let documents = 0;
  for (let time = 0; time < times; time += 1) {
    // A process of its own each time: what one remembers must not be what makes them alike.
    const folder = await runInElectron(context, 'repeatable', { ...job, name: String(time), laterMs: time === 0 ? 0 : job.laterMs });
    for (const profile of job.profiles) {
      const [first, own] = ['0', String(time)].map((name) => join(folder, `${profile || 'solicitor'}-${name}.pdf`));
      if (first === undefined || own === undefined) continue;
      documents += 1;
      bytes += readFileSync(own).length;
      if (!readFileSync(first).equals(readFileSync(own))) failures.push(`${profile || 'solicitor'}, made for the ${time + 1}. time: ${firstDifference(first, own)}`);
    }
    say(`made ${time + 1} of ${times} times`);
  }
  return { ok: failures.length === 0, failures, figures: { documents, madeTimes: times, bytes } };
}

/** The first line in which the two differ once qpdf has unpacked both. */
function firstDifference(first: string, second: string): string {
  const [one, two] = [first, second].map((file) => execFileSync('qpdf', ['--qdf', '--object-streams=disable', '--static-id', file, '-'], { maxBuffer: 1 << 29 }).toString('latin1').split('\n'));
  if (one === undefined || two === undefined) return '';
  const at = one.findIndex((line, index) => line !== two[index]);
  return at < 0 ? 'alike once unpacked: they are packed in different ways' : `line ${at + 1} unpacked: ${printable(one[at])} | ${printable(two[at])}; after ${printable(one.slice(Math.max(0, at - 3), at).join(' '))}`;
}

const printable = (line: string | undefined): string => (line ?? '').replace(/[^\x20-\x7e]/g, '?').slice(0, 160);
