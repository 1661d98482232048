import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { NeutralPart } from '../../shared/importers/parts';
import type { Importer } from '../../shared/importers/reading';
import type { Source, SourceFile } from '../../shared/importers/source';
import { memorySource } from '../../shared/importers/testing/memory-source';
import type { Chance } from '../../electron/vault/store/testing/power-loss';
import { chanceFrom, oneOf, upTo } from '../proving/chance';
import { BringingVault } from './fuzz-work/bring-in';
import { asItReads, readAll, type Reading } from './fuzz-work/judge';
import { mutated } from './fuzz-work/mutations';
import { everySample } from './fuzz-work/samples';

export interface WorkerInput {
  root: string;
  scratch: string;
  seed: number;
  /** Numbers of the inputs, from and until. */
  from: number;
  until: number;
  isBroken: boolean;
}

export interface WorkerReport {
  done: number;
  samples: number;
  read: Reading;
  slowestMs: number;
  /** Inputs that were also brought into a vault: all of them kept, or nothing. */
  kept: number;
  refused: number;
  failures: string[];
  isDone: boolean;
}

/** Each such input is also brought into a vault: saving takes the disk's time. */
const broughtInEach = 20;

/** Longer, an input of a few tens of kilobytes hangs. Processor time, because others use the machine. */
const hangMs = 5000;

const { root, scratch, seed, from, until, isBroken } = workerData as WorkerInput;
const report: WorkerReport = { done: 0, samples: 0, read: { parts: 0, messages: 0, mails: 0, claims: 0, notUnderstood: 0 }, slowestMs: 0, kept: 0, refused: 0, failures: [], isDone: false };

process.on('unhandledRejection', (error) => report.failures.push(`an error that nobody caught: ${String(error)}`));

const samples = await everySample(root);
report.samples = samples.length;
const allBytes = samples.flatMap(({ files }) => [...files.values()]);

/** As an importer that takes a file for what it says it is: parsed whole, the first fault ends it. */
async function* carelessly(importer: Importer, files: readonly SourceFile[], source: Source): AsyncGenerator<NeutralPart> {
  if (importer.kind === 'telegram') {
    for (const file of files) {
      const pieces: Uint8Array[] = [];
      for await (const piece of file.bytes()) pieces.push(piece);
      JSON.parse(new TextDecoder().decode(Buffer.concat(pieces)));
    }
  }
  yield* asItReads(importer, files, source);
}

const vault = await BringingVault.make(join(scratch, `vault-${from}`));
for (let number = from; number < until && report.failures.length < 20; number += 1) {
  const chance = chanceFrom(seed + number * 7919);
  const sample = samples[number % samples.length]!;
  const files = new Map(sample.files);
  const spoilt = oneOf(chance, sample.recognised)!;
  files.set(spoilt, mutated(files.get(spoilt)!, allBytes, chance));
  const [first = '', second = ''] = sample.name.split('/');
  const began = process.cpuUsage();
  try {
    const source = memorySource(sample.name, files, [1 << 16, 4096, 613, 7][upTo(chance, 4)]);
    const read = await readAll(source, { kinds: [first, second], paths: [spoilt] }, isBroken ? carelessly : asItReads);
    for (const name of Object.keys(read) as (keyof Reading)[]) report.read[name] += read[name];
  } catch (error) {
    fail(number, sample.name, error instanceof Error ? `${error.name}: ${error.message.slice(0, 300)}` : String(error), files.get(spoilt)!);
  }
  if (number % broughtInEach === 0) await bringIn(number, sample.name, files, chance);
  const { user, system } = process.cpuUsage(began);
  const ms = (user + system) / 1000;
  report.slowestMs = Math.max(report.slowestMs, Math.round(ms));
  if (ms > hangMs) fail(number, sample.name, `took ${Math.round(ms)} ms`, files.get(spoilt)!);
  report.done += 1;
  if (report.done % 25 === 0) parentPort?.postMessage(report);
}
await vault.end();
parentPort?.postMessage({ ...report, isDone: true });

/** The same input into a vault, as it is or packed; some archives are spoilt too, some imports broken off in the middle. */
async function bringIn(number: number, sample: string, files: ReadonlyMap<string, Uint8Array>, chance: Chance): Promise<void> {
  const wrapping = chance() < 0.5 ? 'as-it-is' : 'archive';
  const isSpoilt = chance() < 0.5;
  try {
    const ended = await vault.bringIn(files, wrapping, (archive) => (isSpoilt ? mutated(archive, allBytes, chance) : archive), chance() < 0.25 ? upTo(chance, 4) : null);
    report[ended] += 1;
  } catch (error) {
    fail(number, `brought in ${wrapping}, ${sample}`, error instanceof Error ? `${error.name}: ${error.message.slice(0, 300)}` : String(error), Buffer.concat([...files.values()]));
  }
}

/** What breaks an importer is kept for a fixture. */
function fail(number: number, sample: string, what: string, bytes: Uint8Array): void {
  const kept = join(scratch, 'breaks');
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, `${number}-${sample.replaceAll('/', '-')}`), bytes);
  report.failures.push(`input ${number}, made from ${sample}: ${what}`);
}
