import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInElectron } from '../proving/in-electron';
import type { Proof, ProofContext } from '../proving/proof';
import { joinSeconds } from './bundle-work/join-alone';
import { bundleFaults, readBundle, type ReadBundle } from './bundle-work/read-bundle';
import { mixedInputs, type MixedInput } from './bundle-work/mixed-inputs';

interface Figures { seconds: number; steps: Record<string, number>; assemblingSeconds: number; pageCount: number; notIncluded: { mark: string; name: string; reason: string }[]; peakMB: number }

export const proof: Proof = {
  catches: 'A court’s bundle of mixed files whose links, bookmarks, page labels and printed numbers do not agree, whose sections do not begin again at 1, or that lacks a page of a file without naming it, or is another file when it is made again, read with qpdf and poppler; making it in more than three times what qpdf takes just to merge the same pages; joining that takes more than three times as long as qpdf; memory beyond 1.5 GB',
  breaks: 'changes one bookmark, one printed number the words of one file and the last byte of the second making in what is compared',
  drivesProgram: true,
  run,
};

async function run(context: ProofContext) {
  const { isSmall, isBroken, say, root, appFolder } = context;
  const sampleFolder = join(root, 'assets/sample-case/files');
  const [count, pages] = isSmall ? [20, 60] : [300, 1000];
  const folder = await runInElectron(context, 'bundle', { count, pages, sampleFolder });
  const file = join(folder, 'bundle.pdf');
  const made = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as Figures;
  say(`${made.pageCount} pages of ${count} files in ${made.seconds.toFixed(1)} s; reading them with qpdf and poppler`);
  const inputs = await mixedInputs(count, pages, sampleFolder);
  const texts = pageTexts(file);
  const read = isBroken ? broken(readBundle(file)) : readBundle(file);
  const failures = [...complaints(file), ...(isSameFile(file, join(folder, 'again.pdf'), isBroken) ? [] : ['made once more, it is another file']), ...bundleFaults(read), ...sectionFaults(read), ...missingPages(texts, isBroken ? inputs.map((input, index) => (index === 0 ? { ...input, words: 'never-there' } : input)) : inputs, made), ...linkFaults(read)];
  const files = mergedFiles(inputs, folder);
  const merged = mergeSeconds(files, folder);
  const mergedWhole = mergeSeconds([...files, printedPages(file, texts, inputs, folder)], folder);
  const joined = await joinSeconds(inputs, join(appFolder, 'out/assets'));
  // Of so few pages starting a program is most of it.
  if (!isSmall && joined > mostTimesQpdf * merged) failures.push(`joining took ${rounded(joined)} s, qpdf ${rounded(merged)} s`);
  if (!isSmall && made.seconds > mostTimesQpdf * mergedWhole) failures.push(`making it took ${rounded(made.seconds)} s, qpdf ${rounded(mergedWhole)} s for the same pages`);
  if (made.peakMB > mostMB) failures.push(`all processes together held ${Math.round(made.peakMB)} MB`);
  return {
    ok: failures.length === 0, failures: failures.slice(0, 40),
    figures: {
      files: count, pages: made.pageCount, notWhole: made.notIncluded.length, links: read.links.length, bookmarks: read.bookmarks.length, seconds: rounded(made.seconds), assemblingSeconds: rounded(made.assemblingSeconds),
      readingSeconds: rounded(made.steps.pictures ?? 0), printingSeconds: rounded(made.steps.printing ?? 0),
      qpdfMergeSeconds: rounded(merged), joiningSeconds: rounded(joined), joiningTimesQpdf: rounded(joined / merged), wholeTimesQpdf: rounded(made.seconds / merged), qpdfMergeWholeSeconds: rounded(mergedWhole), wholeTimesQpdfWhole: rounded(made.seconds / mergedWhole), peakMB: Math.round(made.peakMB), bytes: readFileSync(file).length,
    },
  };
}

/** What joining may take, and making the whole, against qpdf with the same pages; and all processes of the program together. */
const mostTimesQpdf = 3;
const mostMB = 1536;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** `isBroken`: against one that lacks its last byte. */
function isSameFile(one: string, other: string, isBroken: boolean): boolean {
  return readFileSync(one).equals(readFileSync(other).subarray(0, isBroken ? -1 : undefined));
}

function complaints(file: string): string[] {
  try {
    execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
    return [];
  } catch (error) {
    return [`qpdf --check: ${String((error as { stderr?: unknown }).stderr ?? error)}`];
  }
}

/** Each letter's pages begin at 1 and go on without a gap; letters follow one another; before them Roman numerals. */
function sectionFaults({ pages }: ReadBundle): string[] {
  const faults: string[] = [];
  let letter = '';
  let number = 0;
  pages.forEach(({ label }, index) => {
    const [, own, at] = /^([A-Z])(\d+)$/.exec(label) ?? [];
    if (own === undefined) {
      if (letter !== '' || !/^[ivxlc]+$/.test(label)) faults.push(`page ${index + 1} has the number ${label}`);
      return;
    }
    if (own !== letter) {
      if (own !== (letter === '' ? 'A' : String.fromCodePoint((letter.codePointAt(0) ?? 0) + 1))) faults.push(`section ${own} follows ${letter || 'the index'}`);
      letter = own;
      number = 0;
    }
    number += 1;
    if (Number(at) !== number) faults.push(`page ${index + 1} has the number ${label}, not ${own}${number}`);
  });
  return letter === '' ? ['there is no section'] : faults;
}

/** What each page says, by poppler. */
function pageTexts(file: string): string[] {
  return execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 29 }).split('\f').slice(0, -1);
}

/** Every page of every file is there once, one after another; a file that is not whole is named. */
function missingPages(texts: readonly string[], inputs: readonly MixedInput[], { notIncluded }: Figures): string[] {
  return inputs.flatMap(({ name, words, pages }) => {
    if (words === '') return [];
    const at = Array.from({ length: pages }, (_, page) => texts.findIndex((text) => new RegExp(`${words}\\s+${page + 1}(?!\\d)`).test(text)));
    if (at.every((page, index) => page >= 0 && page === (at[0] ?? 0) + index)) return [];
    return notIncluded.some((one) => one.name === name) ? [] : [`${name}: its pages are not all there, or not in order (${at.join(' ')})`];
  });
}

/** Every document's number in the index leads to its page: of links whose words are a number and nothing else there are at least as many as documents. */
function linkFaults({ links, bookmarks, pages }: ReadBundle): string[] {
  const faults: string[] = [];
  const documents = bookmarks.filter(({ title }) => title.startsWith('TM')).length;
  const ofNumbers = links.filter(({ told, says, toPage }) => told.startsWith('Go to') && toPage !== null && says === pages[toPage - 1]?.label).length;
  if (ofNumbers < documents) faults.push(`${ofNumbers} printed numbers lead to their page, of ${documents} documents`);
  return faults;
}

/** The PDFs among the files that are sound, as they were put in. */
function mergedFiles(inputs: readonly MixedInput[], folder: string): string[] {
  return inputs.filter(({ isMerged }) => isMerged).map(({ bytes }, index) => {
    const file = join(folder, `in-${index}.pdf`);
    writeFileSync(file, bytes);
    return file;
  });
}

/**
 * The pages of the bundle that are of no such PDF (index, chronology, sheets, pictures, text), as one PDF without tags and bookmarks: less work than the dozen that the program prints and joins. The pages of damaged PDFs are not
 * among them. With `mergedFiles` it is what qpdf merges into the same pages, but for those.
 */
function printedPages(file: string, texts: readonly string[], inputs: readonly MixedInput[], folder: string): string {
  const ofFiles = new RegExp(`(?:${inputs.filter(({ isMerged }) => isMerged).map(({ words }) => words).join('|')})\\s+\\d`);
  const printed = texts.flatMap((text, index) => (/^(?:Damaged|Torn|Lost) \d/m.test(text) || ofFiles.test(text) ? [] : [index + 1]));
  const into = join(folder, 'printed.pdf');
  execFileSync('qpdf', ['--empty', '--pages', file, printed.join(','), '--', into]);
  return into;
}

/** How long qpdf takes just to merge these; the shortest of three. */
function mergeSeconds(files: readonly string[], folder: string): number {
  return Math.min(...Array.from({ length: 3 }, () => {
    const started = performance.now();
    execFileSync('qpdf', ['--empty', '--pages', ...files, '--', join(folder, 'merged.pdf')]);
    return (performance.now() - started) / 1000;
  }));
}

/** In what is compared, never in what was made. */
function broken(read: ReadBundle): ReadBundle {
  return {
    ...read, bookmarks: read.bookmarks.map((bookmark, index) => (index === 1 ? { ...bookmark, page: bookmark.page + 1 } : bookmark)),
    pages: read.pages.map((page, index) => (index === 3 ? { ...page, printed: 'A999' } : page)),
  };
}
