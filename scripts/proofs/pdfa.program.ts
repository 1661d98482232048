import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssemblerHost } from '../../electron/main/export/assembler-host';
import { buildExport } from '../../electron/main/export/build-export';
import { cutIntoFiles } from '../../electron/main/export/cut-into-files';
import type { ExportPlan } from '../../shared/model/export-plan';
import { fromFirstPage } from '../../shared/model/page-numbering';
import { exportFilesOf, madeUpSource, proofProgram, readJob } from '../proving/proof-program';
import { documentOf, makeUpCase } from './export/made-up-case';
import type { KeptJob, KeptMade } from './pdfa-work/job';

/** Runs in Electron: has the product's own export make documents for keeping: the made-up case twice, cut into files, marked for a recipient; and strangers' odd files, some in each document. */
const job = readJob<KeptJob>();
const files = exportFilesOf(job);
const { signal } = new AbortController();
const forKeeping = (plan: ExportPlan): ExportPlan => ({ ...plan, making: { ...plan.making, forKeeping: true } });
const made: KeptMade[] = [];

function keep(name: string, bytes: Uint8Array, rest: Pick<KeptMade, 'faults' | 'drawnPages' | 'pageCount' | 'holds'>): void {
  writeFileSync(join(job.folder, `${name}.pdf`), bytes);
  made.push({ file: `${name}.pdf`, ...rest });
}

async function build(plan: ExportPlan, bytes: (id: string) => Uint8Array) {
  return buildExport(forKeeping(plan), { source: madeUpSource(plan, bytes), signal, progress: () => undefined, files });
}

async function run(): Promise<void> {
  const theirs = await makeUpCase(job);
  const first = await build(theirs.plan, (id) => theirs.files.get(id)!.bytes);
  const told = { faults: first.kept?.faults ?? [], drawnPages: first.kept?.drawnPages ?? 0, pageCount: first.pageCount, holds: [...theirs.files.values()].map(({ name }) => name) };
  keep('case', first.bytes, told);
  const again = await build(theirs.plan, (id) => theirs.files.get(id)!.bytes);
  keep('again', again.bytes, told);
  const half = Math.floor(first.pageCount / 2);
  const parts = await cutIntoFiles(first.bytes, { title: 'Example', repeated: 1, numbering: fromFirstPage, parts: [{ from: 1, to: half }, { from: half, to: first.pageCount }] }, { files, signal });
  for (const [index, part] of parts.entries()) keep(`part ${index + 1}`, part.bytes, { ...told, drawnPages: 0, pageCount: part.pageCount });
  const assembler = new AssemblerHost(files.assemble);
  const [stampFont, pdfiumWasm] = ['LiberationSans-Regular.ttf', 'pdfium.wasm'].map((name) => Uint8Array.from(readFileSync(join(files.assets, name))));
  const marked = await assembler.ask({ ask: 'mark', bytes: Uint8Array.from(first.bytes), stampFont: stampFont!, pdfiumWasm: pdfiumWasm!, mark: { code: '7K3F-M4XW', foot: 'Copy 1 for Example Solicitors', footBare: 'Copy 1', printed: first.printed.map(({ from, to }) => ({ from, to })) } }, 'marked');
  assembler.end();
  keep('marked', marked.bytes, told);
  const names = Object.keys(job.files);
  for (let at = 0; at < names.length; at += job.together) await odd(theirs.plan, names.slice(at, at + job.together), `odd ${at}`);
  writeFileSync(join(job.folder, 'made.json'), JSON.stringify(made));
}

/** One document of strangers' files and nothing else. */
async function odd(like: ExportPlan, names: readonly string[], name: string): Promise<void> {
  const read = new Map(names.map((one) => { const bytes = Uint8Array.from(readFileSync(job.files[one]!)); const document = documentOf(one, bytes); return [document.id as string, { document, bytes }] as const; }));
  const plan: ExportPlan = {
    ...like, entries: [], foundRedactions: [...read.keys()].map((documentId) => ({ documentId, decision: 'as-it-is', reason: 'A corpus is nobody’s.' })),
    exhibits: [...read.values()].map(({ document }, index) => ({ mark: `TM${index + 1}`, citedBy: [], thing: { kind: 'document', document, holdsPosition: false } })),
  };
  const built = await build(plan, (id) => read.get(id)!.bytes);
  keep(name, built.bytes, { faults: built.kept?.faults ?? [], drawnPages: built.kept?.drawnPages ?? 0, pageCount: built.pageCount, holds: names });
}

proofProgram(job, run);
