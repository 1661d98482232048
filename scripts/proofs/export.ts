import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportPlan } from '../../shared/model/export-plan';
import { runInElectron } from '../proving/in-electron';
import type { Proof, ProofContext } from '../proving/proof';
import { checkDamaged, checkNames, checkPictures, checkPlaces, checkText } from './export/checks';
import { sampleFolderOf } from './export/sample-folder';

interface Figures { first: { seconds: number; pageCount: number; notIncluded: { mark: string; name: string; reason: string }[] } }

export const proof: Proof = {
  catches: 'An exported PDF whose words, links, bookmarks, page numbers, labels, pictures or SHA-256 sums are not what they should be, read with qpdf and poppler',
  breaks: 'changes one page label, one sum and one entry’s words in what is compared',
  drivesProgram: true,
  run,
};

async function run(context: ProofContext) {
  const { isSmall, isBroken, say, root } = context;
  const job = { entries: isSmall ? 16 : 60, longer: isSmall ? 1 : 3, messages: isSmall ? 16 : 200, sampleFolder: sampleFolderOf(root) };
  const folder = await runInElectron(context, 'export', job);

  const file = join(folder, 'first.pdf');
  const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as ExportPlan;
  const { first } = JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as Figures;
  if (isBroken) breakIt(plan);
  say(`${first.pageCount} pages in ${first.seconds.toFixed(1)} s; reading them with qpdf and poppler`);
  const failures: string[] = [];
  const check = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
  if (check.status !== 0) failures.push(`qpdf --check: ${check.stdout}${check.stderr}`.trim());
  failures.push(...checkText(file, plan, first.pageCount), ...checkPlaces(file, plan, first.pageCount, isBroken ? 2 : 1), ...checkPictures(file), ...checkDamaged(file, plan), ...checkNames(file));
  failures.push(...checkSums(file, plan, join(folder, 'originals')));
  const left = readdirSync(folder).filter((name) => name.endsWith('.part'));
  if (left.length > 0) failures.push('something was left beside the export');
  return {
    ok: failures.length === 0, failures,
    figures: { pages: first.pageCount, entries: plan.entries.length, exhibits: plan.exhibits.length, notIncluded: first.notIncluded.length, seconds: Math.round(first.seconds * 10) / 10, pagesPerSecond: Math.round(first.pageCount / first.seconds), bytes: readFileSync(file).length },
  };
}

function checkSums(file: string, plan: ExportPlan, originals: string): string[] {
  const text = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).replace(/\s/g, '');
  return plan.exhibits.flatMap(({ mark, thing }) => {
    if (thing.kind !== 'document') return (thing.kind === 'mail' ? [thing.source] : thing.sources).every(({ sha256 }) => text.includes(sha256)) ? [] : [`${mark}: a source’s SHA-256 is not printed`];
    const original = join(originals, thing.document.id);
    const own = createHash('sha256').update(readFileSync(original)).digest('hex');
    const theirs = execFileSync('sha256sum', [original], { encoding: 'utf8' }).slice(0, 64);
    return own === theirs && theirs === thing.document.sha256 && text.includes(theirs) ? [] : [`${mark}: the printed SHA-256 is not that of sha256sum`];
  });
}

/** In what is compared, never in what was made. */
function breakIt(plan: ExportPlan): void {
  const version = plan.entries.flatMap((entry) => (entry.subject === 'incident' ? entry.versions : []))[0];
  if (version !== undefined) version.content.account += ' words that were never there';
  const thing = plan.exhibits[0]?.thing;
  if (thing?.kind === 'document') thing.document.sha256 = thing.document.sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0'));
}

