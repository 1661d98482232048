import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../shared/contract/errors';
import { openStore } from '../../electron/vault/store/open-store';
import type { VaultStore } from '../../electron/vault/store/store';
import { changeByte } from '../proving/change-byte';
import type { Proof } from '../proving/proof';
import { makeSpecimen, specimenKey, type Part, type Specimen } from './tamper-work/specimen';

/** What became of one changed byte. `unnoticed` and `wrong` must never happen. */
type Outcome = 'refused' | 'readOnly' | 'tailSetAside' | 'repairedAndSaid' | 'evidenceRefused' | 'unnoticed' | 'wrong';

/** Whether every file of evidence reads as it was, or says that it does not; anything else is `wrong`. */
async function readEvidence(store: VaultStore, specimen: Specimen): Promise<'whole' | 'refused' | 'wrong'> {
  let result: 'whole' | 'refused' = 'whole';
  for (const { sealed, bytes } of specimen.evidence) {
    try {
      const reader = await store.evidence.open(sealed);
      try {
        if (Buffer.compare(await reader.read(0, sealed.sizeBytes), bytes) !== 0) return 'wrong';
      } finally {
        await reader.close();
      }
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'tampered')) throw error;
      result = 'refused';
    }
  }
  return result;
}

async function openAndJudge(folder: string, specimen: Specimen): Promise<Outcome> {
  let opened: Awaited<ReturnType<typeof openStore>>;
  try {
    opened = await openStore({ folder, key: specimenKey, mark: null });
  } catch (error) {
    if (error instanceof Refusal) return 'refused';
    throw error;
  }
  const { store, notices } = opened;
  try {
    const notes = store.all('SELECT text FROM note ORDER BY id').map((row) => row['text']);
    const begins = notes.every((text, i) => text === specimen.notes[i]);
    const isWhole = begins && notes.length === specimen.notes.length;
    const evidence = await readEvidence(store, specimen);
    if (!begins || evidence === 'wrong') return 'wrong';
    if (notices.includes('tampered-read-only')) return store.readOnly ? 'readOnly' : 'wrong';
    if (notices.includes('tail-set-aside')) return specimen.notes.length - notes.length === 1 ? 'tailSetAside' : 'wrong';
    if (!isWhole) return 'wrong';
    if (notices.includes('copy-repaired')) return 'repairedAndSaid';
    return evidence === 'refused' ? 'evidenceRefused' : 'unnoticed';
  } finally {
    await store.close();
  }
}

export const proof: Proof = {
  catches: 'one changed byte in header, root, journal, snapshot or evidence that opens as if nothing had happened',
  breaks: 'takes every tenth change back before opening, so that there is nothing to notice and the proof must say so',
  drivesProgram: false,
  async run({ isSmall, isBroken, say, scratch }) {
    const changes = isSmall ? 120 : 2000;
    const specimen = await makeSpecimen(scratch);
    const parts = Object.keys(specimen.files) as Part[];
    const counts: Record<Outcome, number> = { refused: 0, readOnly: 0, tailSetAside: 0, repairedAndSaid: 0, evidenceRefused: 0, unnoticed: 0, wrong: 0 };
    const failures: string[] = [];
    if ((await openAndJudgeCopy(specimen, join(scratch, 'unchanged'))) !== 'unnoticed') failures.push('the unchanged vault does not open without a notice');
    for (let i = 0; i < changes; i += 1) {
      const part = parts[i % parts.length] ?? 'header';
      const files = specimen.files[part];
      const file = files[Math.floor(Math.random() * files.length)];
      if (!file) throw new Error(`the specimen has no ${part}`);
      const at = Math.floor(Math.random() * file.bytes);
      const mask = 1 + Math.floor(Math.random() * 255);
      const outcome = await openAndJudgeCopy(specimen, join(scratch, `changed-${i}`), async (folder) => {
        await changeByte(join(folder, file.path), at, mask);
        if (isBroken && i % 10 === 0) await changeByte(join(folder, file.path), at, mask);
      });
      counts[outcome] += 1;
      if (outcome === 'unnoticed' || outcome === 'wrong') failures.push(`${part}: byte ${at} of ${file.bytes} changed by ${mask}: ${outcome}`);
      if ((i + 1) % 200 === 0) say(`${i + 1} changes`);
    }
    return { ok: failures.length === 0, figures: { changes, ...counts }, failures: failures.slice(0, 20) };
  },
};

async function openAndJudgeCopy(specimen: Specimen, folder: string, change?: (folder: string) => Promise<void>): Promise<Outcome> {
  await cp(specimen.folder, folder, { recursive: true });
  try {
    await change?.(folder);
    return await openAndJudge(folder, specimen);
  } finally {
    await rm(folder, { recursive: true });
  }
}
