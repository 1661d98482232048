import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Assembly } from '../../electron/workers/assemble/assembly';
import { nothingTakenOut, type ExhibitRedaction } from '../../shared/assemble-protocol';
import { CasePagePlan } from '../../shared/model/case/case-page';
import { ExportPlan } from '../../shared/model/export-plan';
import { finderOf } from '../../shared/redaction/find-words';
import { keptFields, redactIn } from '../../shared/redaction/redact-in';
import { redactWords } from '../../shared/redaction/redact-words';
import { valuesOf } from '../../shared/redaction/testing/values-of-schema';
import type { Proof, ProofContext, ProofResult } from '../proving/proof';
import { hidingPlaces, keptWords, makePlain, secret } from './redaction-work/hiding-places';

export const proof: Proof = {
  catches: 'a word or a part of a page that was taken out and is still in a copy: in a field of the plan, or in a PDF’s text, streams, strings, pictures, names or notes, read with qpdf and poppler',
  breaks: 'Takes out another word than the one that was planted.',
  drivesProgram: false,
  run,
};

async function run(context: ProofContext): Promise<ProofResult> {
  const failures: string[] = [];
  const words = [{ words: context.isBroken ? 'another word' : secret, reason: 'address', isWholeWord: false } as const];
  const plan = lookThroughPlans(words, failures);
  if (context.endsAtFirstFailure && failures.length > 0) return { ok: false, figures: plan, failures };
  let looked = 0;
  let pictures = 0;
  const places = Object.entries(hidingPlaces);
  for (const [name, make] of context.isSmall ? places.slice(0, 4) : places) {
    for (const how of ['words', 'area'] as const) {
      // An area covers what is seen of the first page; what is hidden elsewhere is found by words.
      const redact: ExhibitRedaction = how === 'words' ? { ...nothingTakenOut, words } : { ...nothingTakenOut, words: [], areas: [{ page: 1, left: 0, top: 0, width: 1, height: 0.5, reason: 'child' }] };
      if (how === 'area' && (context.isBroken || name !== 'text')) continue;
      const file = join(context.scratch, `${name} ${how}.pdf`);
      writeFileSync(file, await copyOf(context, await make(), redact));
      pictures += lookThroughCopy(context, file, failures);
      looked += 1;
    }
    context.say(`${name}: looked through`);
    if (context.endsAtFirstFailure && failures.length > 0) break;
  }
  return { ok: failures.length === 0, figures: { ...plan, copies: looked, picturesInCopies: pictures, traces: failures.length }, failures };
}

/** Every string of a plan holds the word, and none does afterwards, but those that hold no words of a person. */
function lookThroughPlans(words: ExhibitRedaction['words'], failures: string[]): { fieldsPlanted: number } {
  let fieldsPlanted = 0;
  const find = finderOf(words);
  for (const schema of [ExportPlan, CasePagePlan]) {
    for (const value of valuesOf(schema, (path) => `${secret} at ${path}`)) {
      const count = (part: unknown, path: string): number => {
        if (typeof part === 'string') return Number(part.includes(secret) && !keptFields.has(path));
        if (Array.isArray(part)) return part.reduce((sum: number, one) => sum + count(one, path), 0);
        return typeof part === 'object' && part !== null ? Object.entries(part).reduce((sum, [key, one]) => sum + (key === 'redaction' ? 0 : count(one, key)), 0) : 0;
      };
      fieldsPlanted += count(value, '');
      const left = count(redactIn(schema as typeof ExportPlan, value as ExportPlan, (text) => redactWords(text, find)), '');
      if (left > 0) failures.push(`${left} fields of a plan hold the word still`);
    }
  }
  return { fieldsPlanted };
}

async function copyOf({ root }: ProofContext, exhibit: Uint8Array, redact: ExhibitRedaction): Promise<Uint8Array> {
  const data = (path: string) => new Uint8Array(readFileSync(join(root, 'node_modules', path)));
  const assembly = await Assembly.begin(data('@embedpdf/pdfium/dist/pdfium.wasm'), data('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'));
  const front = await assembly.addPrinted('front', await makePlain('front'));
  const own = await assembly.addExhibit('exhibit', exhibit, false, redact);
  if (own.gave !== 'pages') throw new Error(`the exhibit did not go: ${own.gave}`);
  const runs = [{ part: 'front', from: 0, to: front.pageCount, exhibitMark: '' }, { part: 'exhibit', from: 0, to: own.pageCount, exhibitMark: 'TM1' }];
  return (await assembly.finish({ title: 'A case', preparedUtc: '2026-05-03T20:04:11.250Z', frontPart: 'front', runs, bookmarks: [], pageNumbers: [] })).bytes;
}

/** By other people's programs. How many pictures there were to look through. */
function lookThroughCopy({ scratch }: ProofContext, file: string, failures: string[]): number {
  const name = file.split('/').at(-1) ?? file;
  execFileSync('qpdf', ['--check', file], { stdio: 'pipe' });
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' });
  const told = execFileSync('pdfinfo', ['-meta', file], { encoding: 'utf8' }) + execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const streams = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { maxBuffer: 1 << 28 }).toString('latin1').toLowerCase();
  for (const word of secret.toLowerCase().split(' ').filter((part) => part.length > 3)) {
    const wide = Buffer.from(word, 'utf16le').swap16();
    if (text.toLowerCase().includes(word)) failures.push(`${name}: the text says ${word}`);
    if (told.toLowerCase().includes(word)) failures.push(`${name}: what the file says of itself has ${word}`);
    for (const form of [word, wide.toString('latin1'), wide.toString('hex'), Buffer.from(word).toString('hex')]) if (streams.includes(form)) failures.push(`${name}: a stream or string has ${word}`);
  }
  for (const kept of keptWords) if (!text.includes(kept)) failures.push(`${name}: ${kept} is gone, which was to stay`);
  execFileSync('pdfimages', ['-all', file, join(scratch, 'image')]);
  const images = readdirSync(scratch).filter((one) => one.startsWith('image'));
  for (const image of images) if (/exif|ns\.adobe|rose lane/i.test(readFileSync(join(scratch, image)).toString('latin1'))) failures.push(`${name}: a picture says something of itself`);
  return images.length;
}
