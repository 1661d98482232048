import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NeutralPart } from '../../shared/importers/parts';
import { Refusal } from '../../shared/contract/errors';
import type { Importer } from '../../shared/importers/reading';
import type { Source, SourceFile } from '../../shared/importers/source';
import { memorySource } from '../../shared/importers/testing/memory-source';
import type { Chance } from '../../electron/vault/store/testing/power-loss';
import { chanceFrom, oneOf, upTo } from '../proving/chance';
import { CpuClock } from '../proving/cpu-clock';
import { archiveOf } from './fuzz-work/archive-of';
import { BringingVault } from './fuzz-work/bring-in';
import { documentFamilies, everyDocumentSample, type DocumentFamily } from './fuzz-work/document-samples';
import { asItReads, readAll, type Reading } from './fuzz-work/judge';
import { readAsProgram } from './fuzz-work/judge-document';
import { judgeFiles } from './fuzz-work/judge-files';
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

export const families = ['sources', ...documentFamilies, 'archives'] as const;
export type Family = (typeof families)[number];

export interface WorkerReport {
  done: number;
  samples: number;
  /** Inputs of each family: `sources` are conversations, mail and positions; `archives`, those whose files become documents. */
  inputs: Record<Family, number>;
  documents: { facts: number; pages: number; failed: number; refused: number; kept: number };
  /** Archives that were read to their end, files in them, what was left out of them, archives that were refused. */
  archives: { read: number; files: number; leftOut: number; refused: number };
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

/** Of archives more: it is there that their files are cut short or left half. */
const keptEach = 4;

/** Of a hundred inputs. A PDF takes an instance of PDFium each time. */
const mix: Readonly<Record<Family, number>> = { sources: 50, pictures: 15, recordings: 13, papers: 14, pdf: 4, archives: 4 };

/** As electron/main/hosts/read-document-host.ts allows one reader; here the proof itself and a vault are in it. */
const mostMB = 1536;

/** Longer, an input of a few tens of kilobytes hangs. Processor time of the program's work on it alone, because others use the machine, and what the proof looks at afterwards grows with the vault. */
const hangMs = 5000;

process.on('disconnect', () => process.exit(0));
const given = await new Promise<WorkerInput>((resolve) => process.once('message', (input) => resolve(input as WorkerInput)));
const { root, scratch, seed, from, until, isBroken } = given;
const clock = new CpuClock();
const report: WorkerReport = {
  done: 0, samples: 0, inputs: { sources: 0, pictures: 0, recordings: 0, papers: 0, pdf: 0, archives: 0 }, documents: { facts: 0, pages: 0, failed: 0, refused: 0, kept: 0 },
  archives: { read: 0, files: 0, leftOut: 0, refused: 0 }, peakMB: 0,
  read: { parts: 0, messages: 0, mails: 0, claims: 0, notUnderstood: 0 }, slowestMs: 0, kept: 0, refused: 0, failures: [], isDone: false,
};

process.on('unhandledRejection', (error) => report.failures.push(`an error that nobody caught: ${String(error)}`));

const samples = await everySample(root);
const documents = await everyDocumentSample(root);
const pdfium = new Uint8Array(readFileSync(join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm')));
report.samples = samples.length + documents.length;
const sourceBytes = samples.flatMap(({ files }) => [...files.values()]);
const documentBytes = documents.map(({ bytes }) => bytes);
const everyByte = [...sourceBytes, ...documentBytes];

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

const vault = await BringingVault.make(join(scratch, `vault-${from}`), clock);
for (let number = from; number < until && report.failures.length < 20; number += 1) {
  const chance = chanceFrom(seed + number * 7919);
  const family = given.families === null ? familyOf(number) : given.families[number % given.families.length]!;
  const [name, bytes] = family === 'sources' ? await oneSource(number, chance) : family === 'archives' ? await oneArchive(number, chance) : await oneDocument(number, family, chance);
  const ms = clock.take();
  report.slowestMs = Math.max(report.slowestMs, Math.round(ms));
  if (ms > hangMs) fail(number, name, `took ${Math.round(ms)} ms`, bytes);
  const peakMB = Math.round(process.resourceUsage().maxRSS / 1024);
  if (peakMB > mostMB && report.peakMB <= mostMB) fail(number, name, `took ${peakMB} MB`, bytes);
  report.peakMB = peakMB;
  report.inputs[family] += 1;
  report.done += 1;
  if (report.done % 25 === 0) process.send?.(report);
}
await vault.end();
process.send?.({ ...report, isDone: true }, () => process.disconnect());

function familyOf(number: number): Family {
  let left = number % 100;
  return families.find((family) => (left -= mix[family]) < 0) ?? 'sources';
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
    const read = await clock.of(() => readAll(source, { kinds: [first, second], paths: [spoilt] }, isBroken ? carelessly : asItReads));
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
    const read = await clock.of(() => readAsProgram(bytes, sample.name, sample.mediaType, pdfium));
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

/** One archive whose files become documents, mostly spoilt; some of them are kept in the vault. */
async function oneArchive(number: number, chance: Chance): Promise<[string, Uint8Array]> {
  const sound = archiveOf(everyByte, chance);
  const bytes = chance() < 0.8 ? mutated(sound, everyByte, chance) : sound;
  try {
    const place = join(scratch, `archive-${from}`);
    writeFileSync(place, bytes);
    const read = await clock.of(() => judgeFiles(place));
    report.archives.read += 1;
    report.archives.files += read.files;
    report.archives.leftOut += read.leftOut;
    if (chance() * keptEach < 1) report[await vault.keepFiles(bytes, chance() < 0.25 ? upTo(chance, 4) : null)] += 1;
  } catch (error) {
    if (error instanceof Refusal) report.archives.refused += 1;
    else fail(number, 'archive', sayError(error), bytes);
  }
  return ['archive', bytes];
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
