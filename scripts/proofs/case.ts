import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVaultService } from '../../electron/vault/calls/service';
import { prepareOpen } from '../../electron/vault/store/open-store';
import { deriveKey } from '../../electron/workers/derive-key';
import { middleOf } from '../benches/measuring/middle-of';
import { PipeProgram } from '../proving/pipe-program';
import type { Proof, ProofContext } from '../proving/proof';
import { callsOf } from './case-work/calls';
import { makeVault, type CaseSizes, type MadeVault } from './case-work/made-vault';
import { take, timeView } from './case-work/time-view';
import { nowhere, viewsOf } from './case-work/views';

const passphrase = 'seven calm otters by the estuary';
const whole: CaseSizes = { incidents: 5000, people: 300, contacts: 1000, documents: 500, ties: 200, others: 60 };
const small: CaseSizes = { incidents: 150, people: 60, contacts: 80, documents: 40, ties: 40, others: 12 };
const atMostMs = 100;
/** A small case on a machine where others work: shows that every view opens, and that time which is lost is seen. */
const smallAtMostMs = 2000;

export const proof: Proof = {
  catches: 'a view of her case that takes longer than 100 ms from the key to its content painted, or a call of one that takes the vault longer, with 5,000 incidents, 300 people and 1,000 contacts',
  breaks: 'loses time in the page after each key, and before each call is answered',
  drivesProgram: true,
  /** CASE_ONLY: only these views, by name, and no call. CASE_VAULT: a folder in which the case is kept once it is made, and taken from the next time. */
  async run(context) {
    const { isSmall, isBroken, endsAtFirstFailure, say, scratch } = context;
    const sizes = isSmall ? small : whole;
    const bound = isSmall ? smallAtMostMs : atMostMs;
    const only = process.env['CASE_ONLY']?.split(',');
    const folder = join(scratch, 'settings', 'vault');
    mkdirSync(folder, { recursive: true });
    const made = await madeIn(folder, sizes, say);
    const failures: string[] = [];
    const figures: Record<string, number> = { ...sizes, entries: made.entries };
    const note = (name: string, ms: number, what: string): void => {
      figures[name] = Number(ms.toFixed(1));
      if (ms > bound) failures.push(`${what} takes ${ms.toFixed(0)} ms`);
    };
    // Broken, one call and one view: each of the others would be as slow.
    const calls = only ? new Map<string, number>() : await timeCalls(folder, made, isBroken ? 2 * bound : 0, endsAtFirstFailure);
    for (const [name, ms] of calls) note(`${name}CpuMs`, ms, `${name} in the vault`);
    if (!only) say(`slowest calls: ${[...calls].sort(([, a], [, b]) => b - a).slice(0, 4).map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`).join(', ')}`);

    const program = await openProgram(context);
    try {
      const rounds = isSmall ? 2 : 7;
      const views = viewsOf(sizes.people).filter(({ name }) => only?.includes(name) ?? true);
      if (views.length === 0) throw new Error('CASE_ONLY names no view');
      for (const view of endsAtFirstFailure ? views.slice(0, 1) : views) {
        const times: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
          await take(program, nowhere);
          times.push(await timeView(program, view, isBroken ? 2 * bound : 0));
        }
        // The first round is told and not judged: the code of a view is compiled in it, once in a sitting.
        const [first = 0, ...warm] = times;
        say(`${view.name}: quickest ${Math.min(...warm).toFixed(0)} ms, middle ${middleOf(warm).toFixed(0)} ms, the first time ${first.toFixed(0)} ms`);
        note(`${view.name}Ms`, Math.min(...warm), `the view ${view.name}`);
      }
    } finally {
      program.abandon();
    }
    return { ok: failures.length === 0, failures, figures };
  },
};

/** The case of this size in a folder that is still empty; a copy of one that CASE_VAULT kept, where it is of this size. */
async function madeIn(folder: string, sizes: CaseSizes, say: (progress: string) => void): Promise<MadeVault> {
  const kept = process.env['CASE_VAULT'];
  if (kept === undefined) return makeVault(folder, passphrase, sizes, say);
  const note = join(kept, 'made.json');
  if (existsSync(note)) {
    const { of, made } = JSON.parse(readFileSync(note, 'utf8')) as { of: CaseSizes; made: MadeVault };
    if (JSON.stringify(of) !== JSON.stringify(sizes)) throw new Error('CASE_VAULT keeps a case of another size');
    cpSync(join(kept, 'vault'), folder, { recursive: true });
    return made;
  }
  const made = await makeVault(folder, passphrase, sizes, say);
  cpSync(folder, join(kept, 'vault'), { recursive: true });
  writeFileSync(note, JSON.stringify({ of: sizes, made }));
  return made;
}

/** Processor time of each call, the quickest of some runs: these calls wait for nothing. */
async function timeCalls(folder: string, made: MadeVault, loseMs: number, isOne: boolean): Promise<Map<string, number>> {
  const service = createVaultService(() => undefined);
  const ask = async (name: string, input: unknown): Promise<unknown> => {
    const result = await service.handle(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.code}`);
    return result.value;
  };
  const [parameters] = await prepareOpen(folder);
  await ask('open.unlock', { folder, key: await deriveKey(new TextEncoder().encode(passphrase), parameters), marks: [], refusedUtc: [] });
  const took = new Map<string, number>();
  for (const [name, input] of isOne ? callsOf(made).slice(0, 1) : callsOf(made)) {
    const runs: number[] = [];
    for (let run = 0; run < (isOne ? 1 : 7); run += 1) {
      const before = process.cpuUsage();
      for (const until = performance.now() + loseMs; performance.now() < until;);
      await ask(name, input);
      const { user, system } = process.cpuUsage(before);
      runs.push((user + system) / 1000);
    }
    const called = 'kind' in input && name === 'case.list' ? `${name} ${String(input.kind)}` : name;
    took.set(called, Math.max(took.get(called) ?? 0, Math.min(...runs)));
  }
  await ask('open.close', {});
  return took;
}

/** The real program with the vault open and its window in front. */
async function openProgram({ scratch, appFolder, ready, display }: ProofContext): Promise<PipeProgram> {
  const { dist, launcher } = await ready();
  const { env } = await display();
  const settings = join(scratch, 'settings');
  writeFileSync(join(settings, 'settings.json'), JSON.stringify({ lastVaultFolder: join(settings, 'vault') }));
  writeFileSync(join(scratch, 'answers.json'), '{}');
  const program = new PipeProgram({ launcher, appFolder, env: { ...process.env as Record<string, string>, ...env, ELECTRON_DIST: dist, TIDEMARK_TEST: '1', TIDEMARK_USER_DATA: settings, TIDEMARK_DIALOG_ANSWERS: join(scratch, 'answers.json'), TIDEMARK_QUICK_KDF: '1' } });
  try {
    await program.findPage();
    await program.takeFocus();
    const opened = await program.evaluate<{ ok: boolean; error?: { code: string } }>(`tidemark.calls['vault.unlock']({ folder: null, secret: { kind: 'passphrase', bytes: new TextEncoder().encode(${JSON.stringify(passphrase)}) } })`);
    if (!opened.ok) throw new Error(`the vault did not open: ${opened.error?.code}`);
    // What an opening leaves to do afterwards is done.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    return program;
  } catch (error) {
    program.abandon();
    throw error;
  }
}
