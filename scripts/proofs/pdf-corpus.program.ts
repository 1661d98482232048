import { app } from 'electron';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExport } from '../../electron/main/export/build-export';
import { readDocumentIn } from '../../electron/main/hosts/read-document-host';
import { place } from '../../shared/layouts/places';
import { firstMaking } from '../../shared/model/output';
import type { ExportPlan } from '../../shared/model/export-plan';
import type { FoundRedactionDecision } from '../../shared/model/redaction';
import { exportFilesOf, madeUpSource, proofProgram, readJob } from '../proving/proof-program';
import { documentOf } from './export/made-up-case';
import type { BatchMade, CorpusJob, FileRead, Program } from './pdf-corpus-work/job';

/** Runs in Electron: has the product's own reader read every file, and its own export take them in, some forty to a document; leaves the documents and what was answered. */
const job = readJob<CorpusJob>();

const pdfium = new Uint8Array(readFileSync(join(exportFilesOf(job).assets, 'pdfium.wasm')));

const peaks = { reader: 0, assembler: 0 };
setInterval(() => {
  for (const { name, memory } of app.getAppMetrics()) {
    const MB = Math.round(memory.workingSetSize / 1024);
    if (name === 'Tidemark reader') peaks.reader = Math.max(peaks.reader, MB);
    if (name === 'Tidemark pages') peaks.assembler = Math.max(peaks.assembler, MB);
  }
}, 100);

const named = (name: string) => documentOf(name, Uint8Array.from(readFileSync(job.files[name] ?? '')));

async function readIt(name: string): Promise<FileRead> {
  const bytes = readFileSync(job.files[name] ?? '');
  const startedAt = Date.now();
  const given = { sizeBytes: bytes.length, name, mediaType: 'application/pdf', fromPage: 1, password: null } as const;
  const by = { signal: new AbortController().signal, read: async (start: number, end: number) => Uint8Array.from(bytes.subarray(start, end)), onPages: async () => undefined };
  try {
    const facts = await readDocumentIn({ job: 'read-document', step: 'facts', ...given, pdfium: null }, by);
    const words = await readDocumentIn({ job: 'read-document', step: 'words', ...given, pdfium: pdfium.slice() }, by);
    if (facts.say !== 'facts' || words.say !== 'words-end') throw new Error('another answer');
    return { name, ms: Date.now() - startedAt, form: facts.facts.form, state: words.state, why: words.why, broke: null, findings: words.details?.paper?.findings.map(({ finding }) => finding) ?? [] };
  } catch (error) {
    return { name, ms: Date.now() - startedAt, form: '', state: '', why: '', broke: String(error), findings: [] };
  }
}

function planOf(names: readonly string[], foundRedactions: FoundRedactionDecision[]): ExportPlan {
  return {
    planId: '0'.repeat(32), making: firstMaking, narrative: null, talk: null, caseName: 'Odd files', preparedUtc: '2026-05-03T20:04:11.250Z', example: true, includesPrivileged: false, entries: [],
    exhibits: names.map((name, index) => ({ mark: `TM${index + 1}`, citedBy: [], thing: { kind: 'document', document: named(name), holdsPosition: false } })),
    selectionMark: '', notHere: [], redaction: null, foundRedactions, privateChildren: [], bundle: null, erasedCount: 0, sealCode: 'K7QF-2M9D-XA4T', historySequence: 1, historyHash: '0'.repeat(64), historyEntryCount: 1,
  };
}

/** One document of so many files. What comes out of order (a throw) is told of one file: a document that could not be made is made again in halves. */
async function make(names: readonly string[], number: string, foundRedactions: FoundRedactionDecision[] = []): Promise<BatchMade[]> {
  const plan = planOf(names, foundRedactions);
  const times: number[] = [];
  let last = Date.now();
  const lap = () => { times.push(Date.now() - last); last = Date.now(); };
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), job.limitSeconds * 1000 * Math.max(3, names.length));
  try {
    const bytesOf = new Map(plan.exhibits.map(({ thing }) => [thing.kind === 'document' ? thing.document.id : '', thing.kind === 'document' ? job.files[thing.document.originalName] ?? '' : '']));
    const source = madeUpSource(plan, (id) => Uint8Array.from(readFileSync(bytesOf.get(id) ?? '')));
    const built = await buildExport(plan, {
      source, signal: limit.signal, progress: (step) => { if (step === 'pictures') lap(); },
      files: exportFilesOf(job),
    });
    const covered = new Set<string>(built.foundRedactions.map(({ mark }) => mark));
    const decided = plan.exhibits.flatMap(({ mark, thing }) => (covered.has(mark) && thing.kind === 'document' ? [thing.document] : []));
    // Somebody covered words in these: they wait for her word. Here it is given, as a second document.
    const again = decided.length === 0 || foundRedactions.length > 0 ? [] : await make(decided.map(({ originalName }) => originalName), `${number}r`, decided.map(({ id }) => ({ documentId: id, decision: 'as-it-is', reason: 'A corpus is nobody’s.' })));
    writeFileSync(join(job.folder, `${number}.pdf`), built.bytes);
    const sheets = plan.exhibits.map(({ mark }) => built.pageOf.get(place.exhibit(mark)) ?? 0);
    return [{
      file: `${number}.pdf`, pageCount: built.pageCount,
      exhibits: names.map((name, index) => ({ name, mark: `TM${index + 1}`, sheet: sheets[index] ?? 0, ms: times[index + 1] ?? 0, waits: covered.has(`TM${index + 1}`) })),
      notIncluded: built.notIncluded.map(({ mark, reason }) => ({ mark, reason })), broke: null,
    }, ...again];
  } catch (error) {
    const [only] = names;
    if (names.length <= 1) return [{ file: '', pageCount: 0, exhibits: [{ name: only ?? '', mark: 'TM1', sheet: 0, ms: Date.now() - last, waits: false }], notIncluded: [], broke: String(error) }];
    const half = Math.ceil(names.length / 2);
    return [...(await make(names.slice(0, half), `${number}a`, foundRedactions)), ...(await make(names.slice(half), `${number}b`, foundRedactions))];
  } finally {
    clearTimeout(timer);
  }
}

async function run(): Promise<void> {
  const names = Object.keys(job.files);
  const read: FileRead[] = [];
  const made: BatchMade[] = [];
  for (let at = 0; at < names.length; at += job.together) {
    const some = names.slice(at, at + job.together);
    for (const name of some) read.push(await readIt(name));
    made.push(...(await make(some, String(at))));
    writeFileSync(join(job.folder, 'done.json'), JSON.stringify({ read, made, peaks } satisfies Program));
  }
}

proofProgram(job, run);
