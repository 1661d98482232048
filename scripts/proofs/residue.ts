import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, findCanaries, makeCanary, type Sighting } from '../../e2e/support/canary';
import { PipeProgram } from '../proving/pipe-program';
import { drawnWord } from '../proving/everything-held';
import { writePlantedFiles } from '../proving/planted-files';
import { writePlantedSources } from '../proving/planted-sources';
import type { Proof, ProofContext, ProofResult } from '../proving/proof';
import { takeWholeJourney } from '../proving/whole-journey';
import { readWrittenFiles, writeTracing } from '../proving/written-files';

export const proof: Proof = {
  catches: 'Any readable trace of the record in any file that any process wrote, the export apart: after lock and after exit.',
  breaks: 'Loads a module into the shell that logs what every call is given, as a careless program would.',
  drivesProgram: true,
  run,
};

async function run(context: ProofContext): Promise<ProofResult> {
  const { scratch, say } = context;
  const { dist, launcher } = await context.ready();
  const display = await context.display();
  const homes = ['home', 'tmp', 'run', 'settings'].map((name) => join(scratch, name));
  for (const folder of homes) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const canaries = new Map<string, string>();
  const plant = (label: string): string => {
    const canary = canaries.get(label) ?? makeCanary(label);
    canaries.set(label, canary);
    return canary;
  };
  const files = writePlantedFiles(join(scratch, 'in'), join(context.appFolder, 'out/assets/sample-case'), plant);
  const held = { sources: writePlantedSources(join(scratch, 'in/held'), join(context.root, 'electron/workers/read-document/pictures/samples'), plant), pictureFile: join(scratch, 'in/drawn words.png') };
  // Planted in no file's bytes: a machine reads it off a picture.
  canaries.set('drawn', drawnWord);
  const trace = join(scratch, 'trace');
  const answersFile = join(scratch, 'answers.json');
  const exportFolder = join(scratch, 'out');
  const exportFile = join(exportFolder, 'export.pdf');
  mkdirSync(exportFolder);
  const program = new PipeProgram({
    launcher,
    appFolder: context.appFolder,
    before: ['strace', '-A', '-y', ...writeTracing, '-o', trace],
    switches: context.isBroken ? ['-r', writeCarelessLogger(scratch, join(scratch, 'home', 'program.log'))] : [],
    env: {
      ...display.env, ELECTRON_DIST: dist, HOME: join(scratch, 'home'), TMPDIR: join(scratch, 'tmp'), XDG_RUNTIME_DIR: join(scratch, 'run'),
      XDG_CONFIG_HOME: join(scratch, 'home/.config'), XDG_CACHE_HOME: join(scratch, 'home/.cache'), XDG_DATA_HOME: join(scratch, 'home/.local/share'),
      TIDEMARK_TEST: '1', TIDEMARK_USER_DATA: join(scratch, 'settings'), TIDEMARK_DIALOG_ANSWERS: answersFile, TIDEMARK_QUICK_KDF: '1',
    },
  });

  const sightings: (Sighting & { when: string })[] = [];
  let filesRead = 0;
  /** Everything below the places it could write to, the memory-backed folder of the run included, and everything that it did write. */
  const look = async (when: string): Promise<Set<string>> => {
    const written = await readWrittenFiles(trace);
    const places = new Set([...[...homes, exportFolder].flatMap((folder) => [...filesBelow(folder)]), ...sharedMemoryFiles(), ...[...written].filter((file) => existsSync(file))].filter(isOurs));
    filesRead += places.size;
    sightings.push(...findCanaries(places, [...canaries.values()]).map((sighting) => ({ ...sighting, when })));
    return written;
  };
  /** The planted files, the answers to dialogs and the trace are this proof's own; the export may say what it says. */
  const isOurs = (file: string): boolean => !file.startsWith(join(scratch, 'in')) && file !== trace && file !== answersFile && file !== exportFile;

  // What is broken shows in the first steps.
  const isShort = context.isSmall && context.isBroken;
  const { steps } = await takeWholeJourney({
    isShort, program, files, held, answersFile, exportFile, plant, say,
    whileLocked: async () => void (await look('after lock')),
  });
  await program.end();
  const written = await look('after exit');

  const homeless = [...written].filter((file) => isOurs(file) && ![...homes, exportFolder].some((home) => file.startsWith(`${home}/`)) && !file.startsWith('/dev/shm/') && !file.startsWith('/memfd:'));
  const failures = [
    ...sightings.map(({ when, canary, encoding, file }) => `${when}: ${[...canaries].find(([, text]) => text === canary)?.[0]} as ${encoding} in ${file.replace(scratch, '…')}`),
    ...homeless.map((file) => `wrote outside its places: ${file}`),
    ...readdirSync(join(scratch, 'run')).filter((name) => name.startsWith('tidemark-run-')).map((name) => `left ${name} behind`),
  ];
  const besideExport = readdirSync(exportFolder).filter((name) => name !== 'export.pdf');
  if (besideExport.length > 0) failures.push(`left beside the export: ${besideExport.join(', ')}`);
  if (!isShort && !existsSync(exportFile)) failures.push('the journey left no export');
  if (written.size < 5) failures.push(`only ${written.size} written files were traced: the tracer saw nothing`);
  return { ok: failures.length === 0, figures: { canaries: canaries.size, journeySteps: steps, filesWritten: written.size, filesSearched: filesRead, sightings: sightings.length }, failures };
}

function writeCarelessLogger(folder: string, log: string): string {
  const module = join(folder, 'careless.cjs');
  writeFileSync(module, `const { ipcMain } = require('electron');
const handle = ipcMain.handle.bind(ipcMain);
ipcMain.handle = (name, listener) => handle(name, (event, input) => {
  require('node:fs').appendFileSync(${JSON.stringify(log)}, JSON.stringify(input) + '\\n');
  return listener(event, input);
});`);
  return module;
}

function sharedMemoryFiles(): string[] {
  return existsSync('/dev/shm') ? [...filesBelow('/dev/shm')] : [];
}
