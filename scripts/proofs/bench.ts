import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Bench, sayBroken } from '../proving/bench';
import type { Proof } from '../proving/proof';

const benches = import.meta.glob<{ bench: Bench }>('../benches/*.ts', { eager: true });

export const proof: Proof = {
  catches: 'a save, an opening, a search, a sealing, the assembling of an export or a start that became slower than the design allows',
  breaks: 'slows each measured thing down inside the benches',
  drivesProgram: true,
  async run({ scratch, ...context }) {
    const figures: Record<string, number> = {};
    const failures: string[] = [];
    for (const [path, { bench }] of Object.entries(benches)) {
      const name = path.replace(/^.*\/(.*)\.ts$/, '$1');
      context.say(`${name}: ${bench.measures}`);
      const folder = join(scratch, name);
      mkdirSync(folder);
      for (const measurement of await bench.run({ ...context, scratch: folder })) {
        figures[`${name}.${measurement.name}`] = Number(measurement.value.toPrecision(4));
        const broken = sayBroken(measurement);
        if (broken) failures.push(`${name}: ${broken}`);
      }
    }
    return { ok: failures.length === 0 && Object.keys(figures).length > 0, figures, failures };
  },
};
