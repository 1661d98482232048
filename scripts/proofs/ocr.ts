import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { MachineReading } from '../../shared/ocr/machine-reading';
import { runInElectron } from '../proving/in-electron';
import type { Proof, ProofContext } from '../proving/proof';
import { characterErrors } from './ocr-work/character-errors';
import { CommandLine, commandLineVersion } from './ocr-work/command-line';

export const proof: Proof = {
  catches: 'Words read off pictures worse than by Tesseract’s own program with the same language data, places that do not name their words, and how much slower that is',
  breaks: 'swaps two letters of the alphabet in everything the program read',
  drivesProgram: true,
  run,
};

const mediaTypes: Readonly<Record<string, string>> = { '.png': 'image/png', '.jpg': 'image/jpeg' };
/** What Tesseract 5.3.0 read off these very pictures with these very data (measured by this proof), for machines without it: errors, of all characters of the set. */
const recordedFile = 'command-line-5.3.0.json';
/** In the short run. */
const few = ['chat-dark-small', 'chat-light-small'];
/** Of a single picture: so many characters in a hundred may be worse than the command line's, in which chance has a part. */
const mostWorse = 0.03;

interface Read { file: string; reading: MachineReading | string; ms: number }

async function run(context: ProofContext) {
  const { isSmall, isBroken, say, scratch, root, appFolder } = context;
  const pictures = join(root, 'scripts/proofs/ocr-work/pictures');
  const files = readdirSync(pictures).filter((name) => extname(name) in mediaTypes && (!isSmall || few.includes(nameOf(name)))).sort();
  const read = await readByProgram(context, files.map((name) => ({ file: join(pictures, name), mediaType: mediaTypes[extname(name)]! })));
  const version = isSmall ? null : commandLineVersion();
  const commandLine = version === null ? null : new CommandLine(join(appFolder, 'out/assets/ocr'), scratch, ['eng', 'cym']);
  const recorded = JSON.parse(readFileSync(join(root, 'scripts/proofs/ocr-work', recordedFile), 'utf8')) as Record<string, number>;

  const failures: string[] = [];
  const sums = { characters: 0, ours: 0, theirs: 0, ourMs: 0, theirMs: 0, words: 0 };
  const measured: Record<string, number> = {};
  for (const { file, reading, ms } of read) {
    const name = nameOf(file);
    if (typeof reading === 'string') {
      failures.push(`${name}: not read (${reading})`);
      continue;
    }
    const real = readFileSync(join(pictures, `${name}.txt`), 'utf8');
    const ours = characterErrors(isBroken ? reading.text.replace(/[ae]/g, (letter) => (letter === 'a' ? 'e' : 'a')) : reading.text, real);
    const theirs = commandLine?.read(file) ?? null;
    measured[name] = theirs === null ? (recorded[name] ?? Infinity) : characterErrors(theirs.text, real).errors;
    failures.push(...checkPlaces(name, reading));
    if ((ours.errors - measured[name]) / ours.characters > mostWorse) failures.push(`${name}: ${ours.errors} of ${ours.characters} characters wrong, the command line has ${measured[name]}`);
    sums.characters += ours.characters;
    sums.ours += ours.errors;
    sums.theirs += measured[name];
    sums.words += reading.boxes.length;
    sums.ourMs += ms;
    sums.theirMs += theirs?.ms ?? 0;
    say(`${name}: ${ours.errors} of ${ours.characters} characters wrong (command line ${measured[name]}), ${Math.round(ms)} ms${theirs === null ? '' : ` (${Math.round(theirs.ms)} ms)`}, confidence ${reading.confidence}`);
  }
  if (sums.ours > sums.theirs) failures.push(`${sums.ours} characters wrong, the command line has ${sums.theirs}`);
  if (commandLine !== null) writeFileSync(join(scratch, recordedFile), JSON.stringify(measured, null, 2));
  return {
    ok: failures.length === 0, failures,
    figures: {
      pictures: read.length, characters: sums.characters, words: sums.words, accuracyPercent: percent(sums.ours, sums.characters), commandLineAccuracyPercent: percent(sums.theirs, sums.characters),
      commandLine: version ?? `not here: recorded of 5.3.0`, secondsAPicture: Math.round(sums.ourMs / read.length / 10) / 100, ...(commandLine === null ? {} : { timesCommandLine: Math.round((sums.ourMs / sums.theirMs) * 100) / 100 }),
    },
  };
}

const nameOf = (file: string): string => basename(file, extname(file));
const percent = (errors: number, of: number): number => Math.round((1 - errors / of) * 10_000) / 100;

/** Every word is named by one place, within the picture, and nothing of the text is left without. */
function checkPlaces(name: string, { text, boxes }: MachineReading): string[] {
  const named = boxes.map(({ start, end }) => text.slice(start, end)).join(' ');
  const isInside = boxes.every(({ left, top, width, height }) => left >= 0 && top >= 0 && width > 0 && height > 0 && left + width <= 1.00001 && top + height <= 1.00001);
  if (named !== text.replace(/\s+/g, ' ')) return [`${name}: places do not name the words of the text`];
  return isInside ? [] : [`${name}: a word lies outside the picture`];
}

async function readByProgram(context: ProofContext, pictures: { file: string; mediaType: string }[]): Promise<Read[]> {
  const folder = await runInElectron(context, 'ocr', { pictures });
  context.say(`${pictures.length} pictures were read`);
  return JSON.parse(readFileSync(join(folder, 'read.json'), 'utf8')) as Read[];
}
