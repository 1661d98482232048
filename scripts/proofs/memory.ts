import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formsOf, makeCanary } from '../../e2e/support/canary';
import { deriveVaultKeys } from '../../electron/vault/crypto/vault-keys';
import { openSlots, readHeader } from '../../electron/vault/store/header/header';
import { deriveKey } from '../../electron/workers/derive-key';
import { writePlantedFiles } from '../proving/planted-files';
import type { Proof, ProofContext, ProofResult } from '../proving/proof';
import { passphrase, takeWholeJourney } from '../proving/whole-journey';
import { writeCarelessCache } from './memory-work/careless-cache';
import { makeNoisePicture } from './memory-work/noise-picture';
import { processesOf, searchMemory, type MemorySighting, type Needle } from './memory-work/process-memory';
import { QuietProgram } from './memory-work/quiet-program';

export const proof: Proof = {
  catches: 'Any trace of the record, of the passphrase or of a key in the memory of any process of the program after a lock and after quick exit; Linux',
  breaks: 'Keeps the shell at the lock, with a module in it that keeps what the calls are given, as a careless cache would.',
  drivesProgram: true,
  run,
};

/** In every canary, before and after what is its own: whatever part of one is left is found by it, and few needles are enough. */
const marker = makeCanary('').slice('canary'.length, 'canary'.length + 10);

async function run(context: ProofContext): Promise<ProofResult> {
  const { scratch, say } = context;
  const { dist, launcher } = await context.ready();
  const display = await context.display();
  const homes = ['home', 'tmp', 'run', 'settings'].map((name) => join(scratch, name));
  for (const folder of homes) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const answersFile = join(scratch, 'answers.json');
  const program = new QuietProgram({
    launcher,
    appFolder: context.appFolder,
    switches: context.isBroken ? ['-r', writeCarelessCache(scratch)] : [],
    env: {
      ...display.env, ELECTRON_DIST: dist, HOME: join(scratch, 'home'), TMPDIR: join(scratch, 'tmp'), XDG_RUNTIME_DIR: join(scratch, 'run'),
      XDG_CONFIG_HOME: join(scratch, 'home/.config'), XDG_CACHE_HOME: join(scratch, 'home/.cache'), XDG_DATA_HOME: join(scratch, 'home/.local/share'),
      ...(context.isBroken && { TIDEMARK_AT_LOCK: 'stay' }),
      TIDEMARK_TEST: '1', TIDEMARK_USER_DATA: join(scratch, 'settings'), TIDEMARK_DIALOG_ANSWERS: answersFile, TIDEMARK_QUICK_KDF: '1',
    },
  });
  program.planted.add(passphrase);
  const canaries = new Map<string, string>();
  const plant = (label: string): string => {
    const canary = canaries.get(label) ?? `${marker}${makeCanary(label).slice('canary'.length)}${marker}`;
    canaries.set(label, canary);
    program.planted.add(canary);
    return canary;
  };
  const files = writePlantedFiles(join(scratch, 'in'), join(context.appFolder, 'out/assets/sample-case'), plant);
  const picture = makeNoisePicture();
  writeFileSync(join(scratch, 'in/noise.png'), picture.file);
  files.documents.push(join(scratch, 'in/noise.png'));
  if (context.isSmall) files.documents.splice(2, files.documents.length - 3);

  const needlesOf = (text: string, name: string): Needle[] => formsOf(text).map(({ encoding, bytes }) => ({ name, encoding, bytes }));
  const words = [...needlesOf(marker, 'words'), ...needlesOf(passphrase, 'passphrase'), ...picture.needles];
  let keys: Needle[] = [];
  let processes = 0;
  let readBytes = 0;
  const look = async (when: string): Promise<MemorySighting[]> => {
    if (keys.length === 0) keys = await keysOf(join(scratch, 'settings/vault/head.0'));
    const found: MemorySighting[] = [];
    for (const each of processesOf(program.startedAs)) {
      const searched = searchMemory(each, [...words, ...keys]);
      processes += 1;
      readBytes += searched.readBytes;
      found.push(...searched.sightings);
    }
    say(`${when}: ${found.reduce((sum, { count }) => sum + count, 0)} sightings`);
    return found;
  };

  const left: { when: string; found: MemorySighting[] }[] = [];
  const looked = async (when: string): Promise<void> => void left.push({ when, found: await look(when) });
  let open: MemorySighting[] = [];
  await takeWholeJourney({
    program, files, answersFile, exportFile: join(scratch, 'export.pdf'), plant, say, isShort: context.isSmall,
    whileOpen: async () => void (open = await look('while open')),
    whileLocked: () => looked('after a lock'),
  });
  await looked('after quick exit');
  await program.end();

  const failures = left.flatMap(({ when, found }) => found.map(({ part, name, encoding, mapping, count, around }) => `${when}: ${name} as ${encoding}, ${count} times in ${part} ${mapping}: ${around}`));
  for (const name of ['words', 'picture', 'keys in use']) if (!open.some((each) => each.name === name)) failures.push(`while open, ${name} was found nowhere: this proves nothing`);
  const count = (sightings: readonly MemorySighting[]): number => sightings.reduce((sum, each) => sum + each.count, 0);
  return {
    ok: failures.length === 0,
    figures: {
      canaries: canaries.size, locks: left.length, processesSearched: processes, searchedMB: Math.round(readBytes / 1e6),
      sightingsWhileOpen: count(open), sightingsAfterLock: left.reduce((sum, { found }) => sum + count(found), 0),
    },
    failures,
  };
}

/** The key derived from the passphrase, the vault's own key and those made from it, as they lie in memory, each in two halves. */
async function keysOf(headerFile: string): Promise<Needle[]> {
  const reading = readHeader(readFileSync(headerFile));
  if (reading.state !== 'sound') throw new Error('the header does not read');
  const derived = await deriveKey(new TextEncoder().encode(passphrase), reading.header.parameters);
  const opened = openSlots(reading.header, derived);
  if (opened === null) throw new Error('the passphrase opens no slot');
  const inUse = Object.values(deriveVaultKeys(opened.vaultKey, reading.header.vaultId)).filter((key) => key instanceof Uint8Array && key.length === 32).map((key) => ['keys in use', key]);
  return [['derived key', derived], ['vault key', opened.vaultKey], ...inUse].flatMap(([name, key]) => [0, 16].map((at) => ({ name: String(name), encoding: `bytes ${at}`, bytes: Buffer.from((key as Uint8Array).subarray(at, at + 16)) })));
}
