import { chmodSync, copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runInElectron } from '../proving/in-electron';
import type { Proof, ProofContext, ProofResult } from '../proving/proof';
import { readPdf } from './accessible-work/read-pdf';
import { sampleFolderOf } from './export/sample-folder';
import { vendoredFiles, wholeCorpora } from './pdf-corpus-work/corpora';
import { amiss } from './pdf-corpus-work/poppler';
import { checkFile } from './pdfa-work/check-file';
import { checkPages } from './pdfa-work/check-pages';
import type { KeptJob, KeptMade } from './pdfa-work/job';

export const proof: Proof = {
  catches: 'a document that says it is PDF/A-2b and is not: a face that is not in the file or whose letters are of another width, inks without a profile, a mark without its looks, something that acts, a limit that is passed, metadata that disagrees; one that was to be and does not say so; two makings that differ (ISO 19005-2, clause by clause, by another reading of the file: qpdf, fontkit)',
  breaks: 'takes the profile of the colours away in what is read',
  drivesProgram: true,
  run,
};

async function run(context: ProofContext): Promise<ProofResult> {
  const { isSmall, isBroken, endsAtFirstFailure, scratch, root, say } = context;
  // Broken and small, the first document shows it.
  const corpus = endsAtFirstFailure ? [] : Object.entries(isSmall ? vendoredFiles(root) : await wholeCorpora(say)).filter((_, index) => !isSmall || index % 4 === 1);
  const job = { entries: isSmall ? 4 : 40, longer: 1, messages: isSmall ? 6 : 100, sampleFolder: sampleFolderOf(root), files: readable(corpus, scratch), together: 60 } satisfies KeptJob;
  say(`making ${Math.ceil(corpus.length / job.together) + 5} documents, of ${corpus.length} strangers’ files among others: it takes minutes`);
  const folder = await runInElectron(context, 'kept', job);
  const made = JSON.parse(readFileSync(join(folder, 'made.json'), 'utf8')) as KeptMade[];
  const failures: string[] = [];
  const counts = { drawn: 0, faces: 0, letters: 0, facesNotMeasured: 0 };
  if (!readFileSync(join(folder, 'case.pdf')).equals(readFileSync(join(folder, 'again.pdf')))) failures.push('made twice it is not the same');
  for (const { file, faults, holds } of made) {
    if (endsAtFirstFailure && failures.length > 0) break;
    say(`${file}: reading it`);
    failures.push(...faults.map(({ clause, about }) => `${file} (${holds.slice(0, 3).join(', ')} …): the program itself finds ${about} against ${clause}`));
    const checked = check(join(folder, file), join(scratch, 'streams'), isBroken, holds.flatMap((name) => job.files[name] ?? []));
    failures.push(...checked.wrong.map((line) => `${file}: ${line}`));
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) counts[key] += checked.counts[key];
  }
  const sum = (of: (one: KeptMade) => number) => made.reduce((all, one) => all + of(one), 0);
  return { ok: failures.length === 0, failures, figures: { documents: made.length, strangersFiles: corpus.length, pages: sum(({ pageCount }) => pageCount), pagesDrawn: sum(({ drawnPages }) => drawnPages), instructions: counts.drawn, faces: counts.faces, letters: counts.letters, facesNotMeasured: counts.facesNotMeasured } };
}

function check(file: string, streams: string, isBroken: boolean, files: readonly string[]): ReturnType<typeof checkPages> {
  rmSync(streams, { recursive: true, force: true });
  mkdirSync(streams);
  const pdf = readPdf(file, streams);
  const pages = checkPages(pdf);
  const wrong = [...checkFile(file, isBroken ? { ...pdf, catalog: { ...pdf.catalog, '/OutputIntents': [] } } : pdf), ...pages.wrong];
  // A picture's own code goes over as it is (docs/decisions/0031): what is amiss in it is amiss in the file.
  const found = amiss(file);
  const inFiles = found.length > 0 && files.some((given) => amiss(given).some((line) => line.includes('invalid jpeg data')));
  wrong.push(...found.filter((line) => !inFiles || !/invalid jpeg data|re-processed without filtering/.test(line)).map((line) => `qpdf: ${line}`));
  return { wrong, counts: pages.counts };
}

/** Copies that the program may read: it runs as nobody. */
function readable(files: readonly (readonly [string, string])[], scratch: string): Record<string, string> {
  const place = join(scratch, 'in');
  mkdirSync(place);
  chmodSync(place, 0o755);
  return Object.fromEntries(files.map(([name, path], index) => {
    const to = join(place, `${index}.pdf`);
    copyFileSync(path, to);
    chmodSync(to, 0o644);
    return [name, to];
  }));
}
