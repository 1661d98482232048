import { parentPort, workerData } from 'node:worker_threads';
import { upTo, chanceFrom } from '../proving/chance';
import { anatomyOf } from './corruption-work/anatomy';
import { corrupt, type Ground } from './corruption-work/corruptions';
import { judge, outcomes, type Outcome, type Verdict } from './corruption-work/judge';
import { resealed } from './corruption-work/resealed';
import { makeSpecimen, type Moment } from './corruption-work/specimen';

export interface WorkerInput {
  scratch: string;
  seed: number;
  /** Numbers of the corruptions, from and until. */
  from: number;
  until: number;
  isBroken: boolean;
  /** Ends with so many. */
  mostFailures: number;
}

export interface WorkerReport {
  done: number;
  counts: Record<Outcome, number>;
  /** How often the bytes of each kind that carries nothing were all that was changed. */
  withoutMeaning: Record<string, number>;
  failures: string[];
  isDone: boolean;
}

const { scratch, seed, from, until, isBroken, mostFailures } = workerData as WorkerInput;
const report: WorkerReport = { done: 0, counts: Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>, withoutMeaning: {}, failures: [], isDone: false };

process.on('unhandledRejection', (error) => {
  report.counts.crashed += 1;
  report.failures.push(`an error that nobody caught: ${String(error)}`);
});

const specimen = await makeSpecimen(scratch, seed);
const foreign = { image: specimen.foreign, anatomy: await anatomyOf(specimen.foreign) };
const grounds: { ground: Ground; moment: Moment }[] = [];
// As a kill leaves it, which has every shape, and closed.
for (const [moment, before] of [[specimen.moments.at(-2), -2], [specimen.moments.at(-1), -1]] as const) {
  if (moment === undefined) throw new Error('the specimen has no moments');
  const older = specimen.moments.slice(0, before).map(({ image }) => image);
  const ground: Ground = { image: moment.image, anatomy: await anatomyOf(moment.image), older, beforeClosing: grounds[0]?.ground ?? null, foreign };
  const unchanged = await judge(moment.image, ground, specimen, moment, moment.mark, true);
  if (unchanged.outcome !== 'withoutMeaning' || unchanged.words !== '') report.failures.push(`the unchanged vault: ${unchanged.outcome} ${unchanged.words}`);
  grounds.push({ ground, moment });
}

function note(number: number, how: string, { outcome, words }: Verdict): void {
  report.done += 1;
  report.counts[outcome] += 1;
  if (outcome === 'withoutMeaning') for (const kind of words.split(' + ')) report.withoutMeaning[kind] = (report.withoutMeaning[kind] ?? 0) + 1;
  if (['undetected', 'wrong', 'crashed'].includes(outcome)) report.failures.push(`number ${number}, ${outcome}: ${words} (${how})`);
}

for (let number = from; number < until && report.failures.length < mostFailures; number += 1) {
  const chance = chanceFrom(seed + number * 7919);
  const { ground, moment } = grounds[chance() < 0.75 ? 0 : 1] ?? { ground: undefined, moment: undefined };
  if (ground === undefined || moment === undefined) throw new Error('there is no ground');
  const { image, how } = isBroken && number % 10 === 0 ? await resealed(ground, chance) : corrupt(ground, chance);
  const mark = chance() < 0.6 ? moment.mark : null;
  note(number, `${mark ? 'mark remembered' : 'no mark'}; ${how}`, await judge(image, ground, specimen, moment, mark, upTo(chance, 6) === 0));
  if (report.done % 25 === 0) parentPort?.postMessage(report);
}
parentPort?.postMessage({ ...report, isDone: true });
