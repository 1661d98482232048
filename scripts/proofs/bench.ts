import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Bench, type BenchContext, type Measurement, sayBroken } from '../proving/bench';
import type { Proof } from '../proving/proof';
import type { OneBench, Told } from './bench.one';

const benches = import.meta.glob<{ bench: Bench }>('../benches/*.ts', { eager: true });

export const proof: Proof = {
  catches: 'a save, an opening, a search, a sealing, the assembling of an export or a start that became slower than the design allows',
  breaks: 'slows each measured thing down inside the benches',
  drivesProgram: true,
  async run({ scratch, partFile, endsAtFirstFailure, ...context }) {
    const figures: Record<string, number> = {};
    const failures: string[] = [];
    for (const [path, { bench }] of Object.entries(benches)) {
      if (endsAtFirstFailure && failures.length > 0) break;
      const name = path.replace(/^.*\/(.*)\.ts$/, '$1');
      context.say(`${name}: ${bench.measures}`);
      const folder = join(scratch, name);
      mkdirSync(folder);
      const itsContext = { ...context, scratch: folder };
      const measurements = bench.drivesProgram ? await bench.run(itsContext) : await runAlone(partFile('one'), name, itsContext);
      for (const measurement of measurements) {
        figures[`${name}.${measurement.name}`] = Number(measurement.value.toPrecision(4));
        const broken = sayBroken(measurement);
        if (broken) failures.push(`${name}: ${broken}`);
      }
    }
    return { ok: failures.length === 0 && Object.keys(figures).length > 0, figures, failures };
  },
};

/** Runs one bench in a new process; throws when that ends without figures. */
async function runAlone(file: string, name: string, { isSmall, isBroken, scratch, root, say }: BenchContext): Promise<readonly Measurement[]> {
  const asked: OneBench = { name, isSmall, isBroken, scratch, root };
  const child = spawn(process.execPath, [file, JSON.stringify(asked)], { stdio: ['ignore', 'pipe', 'inherit'] });
  let measurements: readonly Measurement[] | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    const told = JSON.parse(line) as Told;
    if ('say' in told) say(told.say);
    else measurements = told.measurements;
  }
  if (measurements === null) throw new Error(`the bench ${name} ended without figures`);
  return measurements;
}
