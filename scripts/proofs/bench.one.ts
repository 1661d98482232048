import { writeSync } from 'node:fs';
import type { Bench, BenchContext, Measurement } from '../proving/bench';

/** What this process is given as its one argument, as JSON. */
export type OneBench = Omit<BenchContext, 'say'> & { name: string };
/** What it says on standard output, a line of JSON each. */
export type Told = { say: string } | { measurements: readonly Measurement[] };

const benches = import.meta.glob<{ bench: Bench }>('../benches/*.ts');

const tell = (told: Told): void => void writeSync(1, `${JSON.stringify(told)}\n`);

const { name, ...context } = JSON.parse(process.argv[2] ?? '{}') as OneBench;
const load = benches[`../benches/${name}.ts`];
if (load === undefined) throw new Error(`there is no bench ${name}`);
const { bench } = await load();
if (bench.drivesProgram) throw new Error(`the bench ${name} drives the program`);
tell({ measurements: await bench.run({ ...context, say: (progress) => tell({ say: progress }) }) });
