import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FinishOrder } from '../../shared/assemble-protocol';
import { Assembly } from '../../electron/workers/assemble/assembly';
import { makePdf } from '../../electron/workers/assemble/testing/made-pdfs';
import type { Bench } from '../proving/bench';
import { middleOf } from './measuring/middle-of';

interface Part { readonly name: string; readonly bytes: Uint8Array; readonly file: string }

/** The invented case's own PDFs, over and over, until there are so many pages. */
async function partsOf(root: string, scratch: string, pages: number): Promise<Part[]> {
  const folder = join(root, 'assets/sample-case/files');
  const sound = readdirSync(folder).filter((name) => name.endsWith('.pdf') && name !== 'statement download.pdf').sort();
  const given = [await makePdf({ words: 'Form', form: true, lowText: true, pages: 4 }), ...sound.map((name) => new Uint8Array(readFileSync(join(folder, name))))];
  const parts: Part[] = [];
  for (let count = 0; count < pages; ) {
    const bytes = given[parts.length % given.length];
    if (bytes === undefined) throw new Error('the invented case has no PDFs');
    const file = join(scratch, `${parts.length}.pdf`);
    writeFileSync(file, bytes);
    parts.push({ name: `exhibit TM${parts.length + 1}`, bytes, file });
    count += Number(execFileSync('qpdf', ['--show-npages', file], { encoding: 'utf8' }));
  }
  return parts;
}

/** Processor time of qpdf joining the parts, in milliseconds: what `times` says of the shell's children. */
function qpdfMs(parts: readonly Part[], into: string): number {
  const said = execFileSync('sh', ['-c', 'qpdf --empty --pages "$@" -- "$0" && times', into, ...parts.map(({ file }) => file)], { encoding: 'utf8' });
  const times = [...(said.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  return times.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0);
}

/** Processor time of the program's assembler for the same parts, in milliseconds; it also cleans, flattens, looks for room, stamps, labels and tags. */
async function ownMs(parts: readonly Part[], data: { wasm: Uint8Array; font: Uint8Array }, isBroken: boolean): Promise<{ ms: number; pages: number }> {
  const started = process.cpuUsage();
  for (let time = 0; time < (isBroken ? 6 : 1); time += 1) {
    const assembly = await Assembly.begin(data.wasm, data.font);
    const runs: FinishOrder['runs'] = [];
    for (const { name, bytes } of parts) {
      const added = await assembly.addExhibit(name, bytes, false);
      if (added.gave !== 'pages') throw new Error(`${name}: ${added.gave}`);
      runs.push({ part: name, from: 0, to: added.pageCount, exhibitMark: name.replace('e', 'E') });
    }
    const { pageCount } = await assembly.finish({ title: 'Bench', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: '', runs, bookmarks: [], pageNumbers: [] });
    if (time === (isBroken ? 5 : 0)) {
      const { user, system } = process.cpuUsage(started);
      return { ms: (user + system) / 1000, pages: pageCount };
    }
  }
  throw new Error('nothing was put together');
}

/** Putting an export's exhibits together, the longest part of a large export beside printing; the `export` proof times a whole one. */
export const bench: Bench = {
  measures: 'putting the exhibits of an export together, against qpdf joining the same files',
  async run({ isSmall, isBroken, say, scratch, root }) {
    const parts = await partsOf(root, scratch, isSmall ? 40 : 350);
    const data = {
      wasm: new Uint8Array(readFileSync(join(root, 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm'))),
      font: new Uint8Array(readFileSync(join(root, 'node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'))),
    };
    const ratios: number[] = [];
    const speeds: number[] = [];
    let pages = 0;
    // The first round warms the compiler up and is not counted.
    for (let round = 0; round <= (isSmall ? 1 : 3); round += 1) {
      const theirs = qpdfMs(parts, join(scratch, 'joined.pdf'));
      const ours = await ownMs(parts, data, isBroken);
      pages = ours.pages;
      say(`${pages} pages: ${ours.ms.toFixed(0)} ms, qpdf ${theirs.toFixed(0)} ms of processor time`);
      if (round === 0) continue;
      ratios.push(ours.ms / theirs);
      speeds.push(pages / (ours.ms / 1000));
    }
    return [
      { name: 'assembledPages', value: pages },
      { name: 'assembledPagesPerCpuSecond', value: middleOf(speeds) },
      { name: 'assemblingAgainstQpdfRatio', value: middleOf(ratios), atMost: isSmall ? 40 : 20 },
    ];
  },
};
