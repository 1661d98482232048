import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportPlan } from '../../shared/model/export-plan';
import { runInElectron } from '../proving/in-electron';
import type { Proof, ProofContext, ProofResult } from '../proving/proof';
import { checkTags } from './accessible-work/check-tags';
import { checkReadingOrder } from './accessible-work/reading-order';
import { readPdf } from './accessible-work/read-pdf';
import { wordsOnPictures } from './export/made-up-case';
import { sampleFolderOf } from './export/sample-folder';

export const proof: Proof = {
  catches: 'a finished document that a screen reader cannot read as it is meant: something drawn that is in no tag, a picture without words, a heading or a table that skips, a link that does not say where to, no title or language, words in another order than they are told (ISO 14289-1, as far as a program can judge; qpdf and poppler)',
  breaks: 'takes one alternative text away and turns two entries round in what is compared',
  drivesProgram: true,
  run,
};

async function run(context: ProofContext): Promise<ProofResult> {
  const { isSmall, isBroken, scratch, root, say } = context;
  const streams = join(scratch, 'streams');
  mkdirSync(streams);
  const folder = await runInElectron(context, 'export', { entries: isSmall ? 8 : 60, longer: 1, messages: isSmall ? 12 : 200, sampleFolder: sampleFolderOf(root) });
  const file = join(folder, 'first.pdf');
  const plan = JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as ExportPlan;
  say('the document is made; reading its tags');
  const pdf = readPdf(file, streams);
  const { failures, alternatives, counts } = checkTags(pdf, theirPages(pdf.pages.length, JSON.parse(readFileSync(join(folder, 'figures.json'), 'utf8')) as Figures), isBroken);
  const told = execFileSync('pdfinfo', ['-struct-text', '-enc', 'UTF-8', file], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const found = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (wordsOnPictures.split(' ').some((word) => !found.includes(word))) failures.push('what a machine read on a picture cannot be found in the document');
  const all = [...failures, ...checkReadingOrder(told, alternatives, isBroken ? { ...plan, entries: plan.entries.toReversed() } : plan)];
  return { ok: all.length === 0, failures: all, figures: { pages: pdf.pages.length, ...counts } };
}

interface Figures { first: { printed: { from: number; to: number }[] } }

/** Pages that we did not set ourselves, from 1. */
function theirPages(pageCount: number, { first }: Figures): Set<number> {
  return new Set(Array.from({ length: pageCount }, (_, index) => index).filter((index) => !first.printed.some(({ from, to }) => index >= from && index < to)).map((index) => index + 1));
}
