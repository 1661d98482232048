import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PageRun } from '../../../shared/assemble-protocol';
import { Assembly } from '../../../electron/workers/assemble/assembly';
import type { MixedInput } from './mixed-inputs';

/**
 * How long the assembler takes for what qpdf does when it merges: the same PDFs read, joined and written. It cleans, numbers, labels and bookmarks each besides, which qpdf does not. `assets`: the program's own. In seconds, of the first time.
 */
export async function joinSeconds(inputs: readonly MixedInput[], assets: string): Promise<number> {
  const [wasm, font] = ['pdfium.wasm', 'LiberationSans-Regular.ttf'].map((file) => new Uint8Array(readFileSync(join(assets, file))));
  if (wasm === undefined || font === undefined) throw new Error('the program is not built');
  const files = inputs.filter(({ isMerged }) => isMerged).map(({ bytes }) => Uint8Array.from(bytes));
  const started = performance.now();
  const assembly = await Assembly.begin(wasm, font);
  const runs: PageRun[] = [];
  for (const [index, bytes] of files.entries()) {
    const part = `exhibit ${index}`;
    const added = await assembly.addExhibit(part, bytes, true);
    if (added.gave !== 'pages') throw new Error(`a sound file was not read: ${added.gave}`);
    runs.push({ part, from: 0, to: added.pageCount, exhibitMark: `Exhibit TM${index + 1}` });
  }
  await assembly.finish({ title: 'Joined', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: '', runs, bookmarks: [], pageNumbers: [] });
  return (performance.now() - started) / 1000;
}
