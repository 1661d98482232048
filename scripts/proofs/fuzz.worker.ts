import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { NeutralPart } from '../../shared/importers/parts';
import type { Importer } from '../../shared/importers/reading';
import type { Source, SourceFile } from '../../shared/importers/source';
import { memorySource } from '../../shared/importers/testing/memory-source';
import type { Chance } from '../../electron/vault/store/testing/power-loss';
import { chanceFrom, oneOf, upTo } from '../proving/chance';
import { BringingVault } from './fuzz-work/bring-in';
import { documentFamilies, everyDocumentSample, type DocumentFamily } from './fuzz-work/document-samples';
import { asItReads, readAll, type Reading } from './fuzz-work/judge';
import { readAsProgram } from './fuzz-work/judge-document';
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
  /** Only these families; null: all, as `mix` says. */
  families: readonly Family[] | null;
}

export type Family = 'sources' | DocumentFamily;

export interface WorkerReport {
  done: number;
  samples: number;
  /** Inputs of each family: `sources` are conversations, mail and positions. */
  inputs: Record<Family, number>;
  documents: { facts: number; pages: number; failed: number; refused: number; kept: number };
  /** Most that the whole process took, in megabytes. */
  peakMB: number;
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

/** Of a hundred inputs. A PDF takes an instance of PDFium each time. */
const mix: Readonly<Record<Family, number>> = { sources: 52, pictures: 16, recordings: 14, papers: 14, pdf: 4 };

/** As electron/main/hosts/read-document-host.ts allows one reader; here the proof itself and two vaults are in it. */
const mostMB = 1536;

/** Longer, an input of a few tens of kilobytes hangs. Processor time, because others use the machine. */
const hangMs = 5000;

const { root, scratch, seed, from, until, isBroken, families } = workerData as WorkerInput;
const report: WorkerReport = {
  done: 0, samples: 0, inputs: { sources: 0, pictures: 0, recordings: 0, papers: 0, pdf: 0 }, documents: { facts: 0, pages: 0, failed: 0, refused: 0, kept: 0 }, peakMB: 0,
  read: { parts: 0, messages: 0, mails: 0, claims: 0, notUnderstood: 0 }, slowestMs: 0, kept: 0, refused: 0, failures: [], isDone: false,
};

process.on('unhandledRejection', (error) => report.failures.push(`an error that nobody caught: ${String(error)}`));

const samples = await everySample(root);
const documents = await everyDocumentSample(root);
const pdfium = new Uint8Array(readFileSync(join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm')));
report.samples = samples.length + documents.length;
const sourceBytes = samples.flatMap(({ files }) => [...files.values()]);
const documentBytes = documents.map(({ bytes }) => bytes);

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
  const family = families === null ? familyOf(number) : families[number % families.length]!;
  const began = process.cpuUsage();
  const [name, bytes] = family === 'sources' ? await oneSource(number, chance) : await oneDocument(number, family, chance);
  const { user, system } = process.cpuUsage(began);
  const ms = (user + system) / 1000;
  report.slowestMs = Math.max(report.slowestMs, Math.round(ms));
  if (ms > hangMs) fail(number, name, `took ${Math.round(ms)} ms`, bytes);
  const peakMB = Math.round(process.resourceUsage().maxRSS / 1024);
  if (peakMB > mostMB && report.peakMB <= mostMB) fail(number, name, `took ${peakMB} MB`, bytes);
  report.peakMB = peakMB;
  report.inputs[family] += 1;
  report.done += 1;
  if (report.done % 25 === 0) parentPort?.postMessage(report);
}
await vault.end();
parentPort?.postMessage({ ...report, isDone: true });

function familyOf(number: number): Family {
  let left = number % 100;
  return (['sources', ...documentFamilies] as const).find((family) => (left -= mix[family]) < 0) ?? 'sources';
}

/** One source of messages, mail or positions, in which one file is spoilt: its name and that file. */
async function oneSource(number: number, chance: Chance): Promise<[string, Uint8Array]> {
  const sample = oneOf(chance, samples)!;
  const files = new Map(sample.files);
  const spoilt = oneOf(chance, sample.recognised)!;
  const bytes = mutated(files.get(spoilt)!, sourceBytes, chance);
  files.set(spoilt, bytes);
  const [first = '', second = ''] = sample.name.split('/');
  try {
    const source = memorySource(sample.name, files, [1 << 16, 4096, 613, 7][upTo(chance, 4)]);
    const read = await readAll(source, { kinds: [first, second], paths: [spoilt] }, isBroken ? carelessly : asItReads);
    for (const name of Object.keys(read) as (keyof Reading)[]) report.read[name] += read[name];
  } catch (error) {
    fail(number, sample.name, sayError(error), bytes);
  }
  if (chance() * broughtInEach < 1) await bringIn(number, sample.name, files, chance);
  return [sample.name, bytes];
}

/** One picture, recording or paper, spoilt: its name and bytes. */
async function oneDocument(number: number, family: DocumentFamily, chance: Chance): Promise<[string, Uint8Array]> {
  const sample = oneOf(chance, documents.filter((each) => each.family === family))!;
  const bytes = sample.spoilt((sound) => mutated(sound, documentBytes, chance), chance);
  try {
    const read = await readAsProgram(bytes, sample.name, sample.mediaType, pdfium);
    if (read.facts === null) report.documents.refused += 1;
    else report.documents.facts += 1;
    for (const words of read.words) {
      if (words === null) report.documents.refused += 1;
      else if (words.end.state === 'failed') report.documents.failed += 1;
      else report.documents.pages += words.pages.length;
    }
    if (chance() * broughtInEach < 1) {
      await vault.keepDocument(sample.name, bytes, read);
      report.documents.kept += 1;
    }
  } catch (error) {
    fail(number, sample.name, sayError(error), bytes);
  }
  return [sample.name, bytes];
}

function sayError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message.slice(0, 300)}` : String(error);
}

/** The same input into a vault, as it is or packed; some archives are spoilt too, some imports broken off in the middle. */
async function bringIn(number: number, sample: string, files: ReadonlyMap<string, Uint8Array>, chance: Chance): Promise<void> {
  const wrapping = chance() < 0.5 ? 'as-it-is' : 'archive';
  const isSpoilt = chance() < 0.5;
  try {
    const ended = await vault.bringIn(files, wrapping, (archive) => (isSpoilt ? mutated(archive, sourceBytes, chance) : archive), chance() < 0.25 ? upTo(chance, 4) : null);
    report[ended] += 1;
  } catch (error) {
    fail(number, `brought in ${wrapping}, ${sample}`, sayError(error), Buffer.concat([...files.values()]));
  }
}

/** What breaks an importer is kept for a fixture. */
function fail(number: number, sample: string, what: string, bytes: Uint8Array): void {
  const kept = join(scratch, 'breaks');
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, `${number}-${sample.replaceAll('/', '-')}`), bytes);
  report.failures.push(`input ${number}, made from ${sample}: ${what}`);
}
