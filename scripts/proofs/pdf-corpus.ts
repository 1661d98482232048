import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInElectron } from '../proving/in-electron';
import type { Proof, ProofContext, ProofResult } from '../proving/proof';
import { sealOf, vendoredFiles, wholeCorpora } from './pdf-corpus-work/corpora';
import type { CorpusJob, Program } from './pdf-corpus-work/job';
import { judgeBatch, type Outcome } from './pdf-corpus-work/judge';
import { knownDifferences } from './pdf-corpus-work/known';

export const proof: Proof = {
  catches: 'a PDF of two public corpora of odd ones (the tests of pdf.js and qpdf) that crashes or stalls the reader or the export, goes beyond their memory, comes out with a page, word or picture missing or otherwise and nothing said, leaves in what acts, or spoils the finished document; held beside the file with qpdf and poppler',
  breaks: 'takes one file out of what is exported and puts another in its place, with nothing said',
  drivesProgram: true,
  run,
};

/** For one file on a busy machine. The reader yields to everything else on it; a reading that falls silent the shell ends by itself, and that is a failure here too. */
const limitSeconds = 180;
const readingLimitSeconds = 300;
/** As the shell has them: electron/main/hosts/read-document-host.ts, and far below electron/main/export/assembler-host.ts. */
const mostReaderMB = 1536;
const mostAssemblerMB = 2048;

async function run(context: ProofContext): Promise<ProofResult> {
  const { isSmall, isBroken, say, scratch, root } = context;
  const files = isSmall ? vendoredFiles(root) : await wholeCorpora(say);
  const job = { files: readable(isBroken ? exchanged(files) : files, scratch), together: isSmall ? 60 : 40, limitSeconds } satisfies CorpusJob;
  say(`${Object.keys(files).length} files`);
  const folder = await runInElectron(context, 'made', job);
  const made = JSON.parse(readFileSync(join(folder, 'done.json'), 'utf8')) as Program;

  const failures = made.read.flatMap(({ name, ms, broke }) => [...(broke === null ? [] : [`${name}: the reader broke: ${broke}`]), ...(ms > readingLimitSeconds * 1000 ? [`${name}: reading took ${Math.round(ms / 1000)} s`] : [])]);
  const outcomes: Outcome[] = [];
  for (const batch of made.made) {
    failures.push(...batch.exhibits.filter(({ ms }) => ms > limitSeconds * 1000).map(({ name, ms }) => `${name}: taking it in took ${Math.round(ms / 1000)} s`));
    if (batch.broke !== null) {
      failures.push(`${batch.exhibits[0]?.name}: no document could be made with it: ${batch.broke}`);
      continue;
    }
    const judged = judgeBatch(batch, (name) => files[name] ?? '', folder);
    failures.push(...judged.wrong);
    outcomes.push(...judged.outcomes);
    say(`${outcomes.length} files held beside what became of them`);
  }
  const known = outcomes.filter(({ name, wrong }) => wrong.length > 0 && name in knownDifferences);
  failures.push(...outcomes.filter((one) => !known.includes(one)).flatMap(({ name, wrong }) => wrong.map((line) => `${name}: ${line}`)));
  failures.push(...Object.keys(files).filter((name) => !outcomes.some((one) => one.name === name) && !failures.some((line) => line.startsWith(`${name}:`))).map((name) => `${name}: nothing became of it`));
  if (made.peaks.reader > mostReaderMB) failures.push(`the reader took ${made.peaks.reader} MB`);
  if (made.peaks.assembler > mostAssemblerMB) failures.push(`joining took ${made.peaks.assembler} MB`);
  const count = (is: (one: Outcome) => boolean) => outcomes.filter(is).length;
  const sum = (of: (one: Outcome) => number) => outcomes.reduce((all, one) => all + of(one), 0);
  return {
    ok: failures.length === 0, failures,
    figures: {
      files: Object.keys(files).length, corpus: sealOf(files), documents: made.made.length, includedWhole: count(({ became }) => became === 'included'), includedAndSaid: count(({ became }) => became === 'included-and-said'), ofThemAsPictures: count(({ asPictures, pages }) => asPictures && pages > 0),
      named: count(({ became }) => became === 'named'), ofThemLocked: count(({ became, reason }) => became === 'named' && reason.includes('password')), pages: sum(({ pages }) => pages), pagesCompared: sum(({ comparedPages }) => comparedPages), wordsCompared: sum(({ comparedWords }) => comparedWords),
      knownDifferences: known.length, crashes: made.made.filter(({ broke }) => broke !== null).length + made.read.filter(({ broke }) => broke !== null).length, slowestMs: Math.max(...made.read.map(({ ms }) => ms), ...made.made.flatMap(({ exhibits }) => exhibits.map(({ ms }) => ms))),
      readerPeakMB: made.peaks.reader, joiningPeakMB: made.peaks.assembler,
    },
  };
}

/** Copies that the program may read: it runs as nobody. */
function readable(files: Readonly<Record<string, string>>, scratch: string): Record<string, string> {
  const place = join(scratch, 'in');
  mkdirSync(place);
  chmodSync(place, 0o755);
  return Object.fromEntries(Object.entries(files).map(([name, path], index) => {
    const to = join(place, `${index}.pdf`);
    copyFileSync(path, to);
    chmodSync(to, 0o644);
    return [name, to];
  }));
}

function exchanged(files: Readonly<Record<string, string>>): Record<string, string> {
  const [first = '', second = ''] = Object.entries(files).filter(([name]) => breakWith.includes(name)).map(([name]) => name);
  return { ...files, [first]: files[second] ?? '' };
}
/** Two with other words on as many pages. */
const breakWith = ['qpdf good1.pdf', 'qpdf issue-449.pdf'];
