import type { PageRun } from '../../../shared/assemble-protocol';

/** What must not be parted when a document is cut into files: an exhibit's sheet and pages, with the divider before it; what follows the last exhibit goes with that. */
export function unitsOf(runs: readonly PageRun[]): PageRun[][] {
  const units: PageRun[][] = [];
  let waiting: PageRun[] = [];
  for (const run of runs) {
    const last = units.at(-1);
    if (run.exhibitMark === '') waiting.push(run);
    else if (waiting.length === 0 && last?.at(-1)?.exhibitMark === run.exhibitMark) last.push(run);
    else {
      units.push([...waiting, run]);
      waiting = [];
    }
  }
  const last = units.at(-1);
  if (last === undefined) return waiting.length === 0 ? [] : [waiting];
  last.push(...waiting);
  return units;
}

const pagesIn = (runs: readonly PageRun[]): number => runs.reduce((sum, { from, to }) => sum + to - from, 0);

/** Indices [from, to) in the finished document of its files' own pages. `starts`: of each file its first unit; `frontPages`: before the first unit; the first `repeated` of these stand in every file. */
export function partsOf(units: readonly (readonly PageRun[])[], starts: readonly number[], frontPages: number, repeated: number): { from: number; to: number }[] {
  let at = frontPages;
  return starts.map((start, index) => {
    const from = index === 0 ? repeated : at;
    at += units.slice(start, starts[index + 1]).reduce((sum, unit) => sum + pagesIn(unit), 0);
    return { from, to: at };
  });
}
