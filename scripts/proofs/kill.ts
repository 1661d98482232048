import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openStore } from '../../electron/vault/store/open-store';
import type { VaultStore } from '../../electron/vault/store/store';
import type { Proof } from '../proving/proof';
import { bodyOf, evidenceOf, proofKey, vaultExists } from './kill-work/work';

interface Life {
  /** What it found on opening; null when it was killed before it could say. */
  found: number | null;
  acknowledged: number;
  /** What it was at when it died. */
  busyWith: 'opening' | 'saving' | 'snapshot' | 'evidence';
  complaint: string;
}

/** Starts a writer and kills it after a random time, counted from its start or from its first sign of life. */
function liveAndDie(program: string, folder: string, seed: number, mode: string): Promise<Life> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, folder, String(seed), mode], { stdio: ['ignore', 'pipe', 'pipe'] });
    const life: Life = { found: null, acknowledged: 0, busyWith: 'opening', complaint: '' };
    let unread = '';
    let armed = false;
    const killIn = (milliseconds: number): void => void setTimeout(() => child.kill('SIGKILL'), milliseconds);
    // One life in five may end while it opens; the others while they save.
    const earlyDeath = Math.random() < 0.2;
    if (earlyDeath) killIn(60 + Math.random() * 200);
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const lines = (unread + text).split('\n');
      unread = lines.pop() ?? '';
      for (const line of lines) {
        const [word, count] = line.split(' ');
        if (word === 'have') life.found = Number(count);
        if (word === 'ack') life.acknowledged = Number(count);
        life.busyWith = word === 'snapshot' || word === 'evidence' ? word : 'saving';
        if (!armed && !earlyDeath) killIn(Math.random() * 150);
        armed = true;
      }
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (life.complaint += text));
    child.on('error', reject);
    child.on('close', () => resolve(life));
  });
}

/** Everything saved is there, whole and in order. Returns how many. */
async function checkAll(store: VaultStore, failures: string[]): Promise<number> {
  const rows = store.all<{ number: number; body: string }>('SELECT number, body FROM saved ORDER BY number');
  rows.forEach((row, i) => {
    if (row.number !== i + 1) failures.push(`save ${i + 1} is missing`);
    if (row.body !== bodyOf(row.number)) failures.push(`save ${row.number} is not what was saved`);
  });
  for (const row of store.all<{ number: number; object: string; file_key: Uint8Array; size: number }>('SELECT * FROM evidence')) {
    const reader = await store.evidence.open({ objectName: row.object, key: row.file_key, sizeBytes: row.size });
    if (Buffer.compare(await reader.read(0, row.size), evidenceOf(row.number)) !== 0) failures.push(`evidence ${row.number} is not what was sealed`);
    await reader.close();
  }
  return rows.length;
}

export const proof: Proof = {
  catches: 'a save that was acknowledged and is missing after the process is killed (kill -9), or a vault that does not open again',
  breaks: 'the killed process acknowledges each save before making it',
  drivesProgram: false,
  async run({ isSmall, isBroken, say, scratch, partFile }) {
    const kills = isSmall ? 12 : 200;
    const folder = join(scratch, 'vault');
    mkdirSync(folder);
    const failures: string[] = [];
    const during = { opening: 0, saving: 0, snapshot: 0, evidence: 0 };
    let acknowledged = 0;
    let extra = 0;
    for (let kill = 1; kill <= kills; kill += 1) {
      const life = await liveAndDie(partFile('writer'), folder, kill, isBroken ? 'too-early' : '');
      during[life.busyWith] += 1;
      if (life.complaint) failures.push(`life ${kill} ended by itself: ${life.complaint.split('\n')[0]}`);
      if (life.found !== null) {
        if (life.found < acknowledged) failures.push(`life ${kill} found ${life.found} saves, ${acknowledged} were acknowledged`);
        if (life.found > acknowledged) extra += 1;
        if (life.found > acknowledged + 1) failures.push(`life ${kill} found ${life.found} saves, only ${acknowledged} could be there`);
        acknowledged = life.found;
      }
      acknowledged = Math.max(acknowledged, life.acknowledged);
      if (kill % 5 === 0 && vaultExists(folder)) {
        try {
          const { store, notices } = await openStore({ folder, key: proofKey, mark: null });
          if (notices.some((notice) => notice !== 'tail-set-aside')) failures.push(`after kill ${kill}: ${notices.join(', ')}`);
          if (acknowledged > 0) {
            const found = await checkAll(store, failures);
            if (found < acknowledged) failures.push(`after kill ${kill}: ${found} saves, ${acknowledged} were acknowledged`);
            acknowledged = found;
            await store.evidence.sweep(new Set(store.all('SELECT object FROM evidence').map((row) => String(row['object']))));
          }
          await store.close();
        } catch (error) {
          failures.push(`after kill ${kill} the vault did not open: ${String(error)}`);
        }
      }
      if (kill % 20 === 0) say(`${kill} kills, ${acknowledged} saves`);
      if (failures.length > 20) break;
    }
    const figures = {
      kills, saves: acknowledged, killedOpening: during.opening, killedSaving: during.saving, killedInSnapshot: during.snapshot,
      killedSealing: during.evidence, savedButNotYetAcknowledged: extra,
    };
    return { ok: failures.length === 0 && acknowledged > kills, figures, failures };
  },
};
