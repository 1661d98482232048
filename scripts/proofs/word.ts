import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { outputFile } from '../../electron/main/export/output-file';
import { formatsOf, OutputName } from '../../shared/model/output';
import { outputOf } from '../../shared/outputs/outputs';
import { plainCharacters } from '../../shared/writers/plain-characters';
import { hostilePlan, madeInto } from '../../shared/outputs/testing/hostile-plan';
import type { Proof, ProofContext } from '../proving/proof';
import { paragraphsOf, plain } from './word-work/word-file';

export const proof: Proof = {
  catches: 'A Word file of any output that LibreOffice does not open, of which it shows or saves other words or another order of paragraphs than were written; or that lacks words of the paper it is made of',
  breaks: 'leaves out one paragraph of each file in what is compared',
  drivesProgram: false,
  run,
};

async function run({ isSmall, isBroken, scratch, say }: ProofContext) {
  const office = officeVersion();
  if (office === null && !isSmall) throw new Error('LibreOffice is not on this machine: apt-get install libreoffice-writer-nogui');
  const plan = await hostilePlan();
  const outputs = OutputName.options.filter((output) => formatsOf[output].includes('word'));
  const failures: string[] = [];
  const files: string[] = [];
  const written = new Map<string, string[]>();
  for (const output of outputs) {
    const made = madeInto(plan, output, 'word');
    const file = join(scratch, `${output}.docx`);
    writeFileSync(file, await outputFile(made));
    execFileSync('unzip', ['-tqq', file]);
    const paragraphs = paragraphsOf(file);
    const compared = isBroken ? paragraphs.filter((_, index) => index !== Math.floor(paragraphs.length / 2)) : paragraphs;
    const whole = compared.join(' ');
    const lost = wordsIn(outputOf(made).paper()).filter((words) => !whole.includes(words));
    failures.push(...lost.slice(0, 5).map((words) => `${output}: the file lacks “${words.slice(0, 60)}”`));
    files.push(file);
    written.set(basename(file, '.docx'), compared);
    say(`${output}: ${paragraphs.length} paragraphs`);
  }
  // LibreOffice is slow to start: in the short run it is left out where it is there as well.
  const withOffice = office !== null && !isSmall;
  if (withOffice) failures.push(...throughOffice(files, scratch, written));
  const paragraphs = [...written.values()].flat();
  return {
    ok: failures.length === 0, failures: failures.slice(0, 20),
    figures: { files: files.length, paragraphs: paragraphs.length, characters: paragraphs.reduce((sum, text) => sum + text.length, 0), libreOffice: withOffice ? office : 'not asked' },
  };
}

function officeVersion(): string | null {
  const { status, stdout } = spawnSync('soffice', ['--version'], { encoding: 'utf8' });
  return status === 0 ? (/\d+(?:\.\d+)+/.exec(stdout)?.[0] ?? 'of no known version') : null;
}

/** Opened and saved as Word again, and as text: the same paragraphs, in the same order. */
function throughOffice(files: readonly string[], scratch: string, written: ReadonlyMap<string, readonly string[]>): string[] {
  const [saved, text] = ['saved', 'text'].map((name) => join(scratch, name));
  if (saved === undefined || text === undefined) return [];
  for (const folder of [saved, text]) mkdirSync(folder);
  // A profile of its own: nothing of this machine's.
  const convert = (to: string, into: string) => execFileSync('soffice', [`-env:UserInstallation=${pathToFileURL(join(scratch, 'profile')).href}`, '--headless', '--convert-to', to, '--outdir', into, ...files], { stdio: 'pipe', timeout: 300_000 });
  convert('docx:MS Word 2007 XML', saved);
  convert('txt:Text (encoded):UTF8', text);
  return [...written].flatMap(([name, paragraphs]) => {
    const again = paragraphsOf(join(saved, `${name}.docx`)).map(asMeant);
    const shown = plain(readFileSync(join(text, `${name}.txt`), 'utf8').replace(/^\uFEFF/, ''));
    return [...differences(name, paragraphs.map(asMeant), again), ...notShown(name, paragraphs, shown)].slice(0, 5);
  });
}

/** LibreOffice writes what looks like its escape of a sign (`_x0041_`) escaped once more, and puts the number of pages that it counted. */
const asMeant = (text: string): string => text.replaceAll('_x005F_', '_').replace(/ \d+ \/ \d+$/, ' n / n');

function differences(name: string, written: readonly string[], again: readonly string[]): string[] {
  const at = written.findIndex((text, index) => text !== again[index]);
  if (at === -1 && written.length === again.length) return [];
  const first = at === -1 ? written.length : at;
  return [`${name}: saved by LibreOffice, paragraph ${first + 1} of ${written.length} is “${(again[first] ?? '').slice(0, 80)}”, not “${(written[first] ?? '').slice(0, 80)}” (${again.length} paragraphs)`];
}

/** As text, a list has its numbers and a page no foot: each paragraph must come after the one before it. */
function notShown(name: string, written: readonly string[], shown: string): string[] {
  let from = 0;
  for (const [index, text] of written.slice(0, -1).entries()) {
    const at = shown.indexOf(text, from);
    if (at === -1) return [`${name}: LibreOffice does not show paragraph ${index + 1} in its place: “${text.slice(0, 80)}”`];
    from = at + text.length;
  }
  return [];
}

/** Every stretch of words in a paper, however deep, as a file can hold it, a line each. */
function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'words' && typeof inner === 'string' ? plainCharacters(inner).split('\n').map(plain).filter(Boolean) : wordsIn(inner)));
}
