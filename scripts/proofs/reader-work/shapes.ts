import { spawn } from 'node:child_process';
import { stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { MadeVault } from './made-vault';
import { partsOf } from './vault-parts';

/** How somebody opens a vault. */
export type Way = { typed: string } | { keyFile: string } | { shares: readonly string[] };

export interface Shape {
  name: string;
  folder: string;
  /** How the reader opens it; by default with the passphrase. */
  way?: Way;
  /** What the program opens it with, where that is not the usual passphrase. */
  passphrase?: string;
  /** What opened it once and opens it no longer. */
  ended?: Way;
}

export interface Given {
  scratch: string;
  isSmall: boolean;
  /** The process that saves until it is killed. */
  writer: string;
}

const story = (number: number): string => `Entry ${number}: أكتب بالعربية 🙂 é ${'and so it went on '.repeat((number * 37) % 60)}`;

/** Vaults of every shape the format has, made by the program. */
export const makers: readonly ((given: Given) => Promise<Shape>)[] = [
  async function small({ scratch }) {
    const vault = await MadeVault.create(join(scratch, 'small'));
    await vault.record(story(1));
    await vault.close();
    return { name: 'small', folder: vault.folder, way: { typed: vault.recoveryCode } };
  },

  async function neverClosed({ scratch }) {
    const vault = await MadeVault.create(join(scratch, 'never-closed'));
    await vault.record(story(1));
    await vault.addFile('note.txt', 5000);
    const folder = await vault.asKilled(join(scratch, 'never-closed-copy'));
    await vault.close();
    return { name: 'never closed', folder };
  },

  async function manySegments({ scratch, isSmall }) {
    let folder = join(scratch, 'segments-0');
    for (let life = 0; life < (isSmall ? 4 : 12); life++) {
      const vault = life === 0 ? await MadeVault.create(folder) : await MadeVault.open(folder);
      for (let entry = 0; entry < (isSmall ? 5 : 120); entry++) await vault.record(story(life * 1000 + entry));
      await vault.addFile(`file-${life}.bin`, 1 + life * 70_000);
      folder = await vault.asKilled(join(scratch, `segments-${life + 1}`));
      await vault.close();
    }
    return { name: 'saves over several segments', folder };
  },

  async function afterSnapshots({ scratch, isSmall }) {
    let vault = await MadeVault.create(join(scratch, 'snapshots'));
    const rounds = isSmall ? 2 : 4;
    for (let round = 0; round < rounds; round++) {
      // In full, enough for the program to make a snapshot by itself: 1,000 records.
      for (let entry = 0; entry < (isSmall ? 8 : 720); entry++) await vault.record(story(entry));
      await vault.addFile(`round-${round}.bin`, 300_000);
      if (round < rounds - 1) {
        await vault.close();
        vault = await MadeVault.open(vault.folder);
      }
    }
    const folder = await vault.asKilled(join(scratch, 'snapshots-copy'));
    await vault.close();
    return { name: 'after snapshots', folder };
  },

  async function afterDeletion({ scratch }) {
    const vault = await MadeVault.create(join(scratch, 'deletion'));
    const incidents = [await vault.record(story(1)), await vault.record(story(2))];
    const documents = [await vault.addFile('kept.bin', 40_000), await vault.addFile('erased.bin', 400_000)];
    await vault.ask('incidents.erase', { id: incidents[0]!, reason: 'It was somebody else’s to tell.' });
    await vault.ask('documents.erase', { id: documents[1]!, reason: 'Added by mistake.' });
    await vault.record(story(3));
    await vault.close();
    return { name: 'after deletion', folder: vault.folder };
  },

  async function largeEvidence({ scratch, isSmall }) {
    const vault = await MadeVault.create(join(scratch, 'large'));
    for (const size of [1, 4095, 4096, 4097, 262_144, 262_145, isSmall ? 3_000_000 : 300_000_000]) await vault.addFile(`${size}.bin`, size);
    await vault.close();
    return { name: 'large evidence', folder: vault.folder };
  },

  async function killed({ scratch, isSmall, writer }) {
    const folder = join(scratch, 'killed');
    for (let life = 0; life < (isSmall ? 2 : 40); life++) {
      await new Promise((resolve, reject) => {
        const child = spawn(process.execPath, [writer, folder, String(life)], { stdio: ['pipe', 'pipe', 'inherit'] });
        child.on('error', reject);
        child.on('close', resolve);
        // At its first sign of life it has opened the vault; from then on it may die at any moment.
        child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * 400));
      });
    }
    // Opened once more, so that what the last kill left half-written is set aside: that is the program's own statement.
    await (await MadeVault.open(folder)).close();
    return { name: 'after kills', folder };
  },

  async function tornTail({ scratch }) {
    const vault = await MadeVault.create(join(scratch, 'torn'));
    for (let entry = 0; entry < 6; entry++) await vault.record(story(entry));
    const folder = await vault.asKilled(join(scratch, 'torn-copy'));
    await vault.close();
    await cutNewest(folder, 100);
    const reopened = await MadeVault.open(folder);
    await reopened.record(story(7));
    const later = await reopened.asKilled(join(scratch, 'torn-later'));
    await reopened.close();
    return { name: 'a torn tail, set aside', folder: later };
  },

  async function setAside({ scratch }) {
    const vault = await MadeVault.create(join(scratch, 'set-aside'));
    const erased = await vault.addFile('erased.bin', 9000);
    await vault.ask('documents.erase', { id: erased, reason: 'Added by mistake.' });
    for (let entry = 0; entry < 3; entry++) await vault.record(story(entry));
    const folder = await vault.asKilled(join(scratch, 'set-aside-copy'));
    await vault.close();
    await cutNewest(folder, 300);
    for (let life = 0; life < 3; life++) {
      const reopened = await MadeVault.open(folder);
      await reopened.record(story(10 + life));
      await reopened.addFile(`life-${life}.bin`, 20_000);
      await reopened.close();
    }
    const last = await MadeVault.open(folder);
    await last.record(story(20));
    const killed = await last.asKilled(join(scratch, 'set-aside-last'));
    await last.close();
    return { name: 'a segment set aside after its generation went', folder: killed, way: { typed: vault.recoveryCode } };
  },
];

async function cutNewest(folder: string, bytes: number): Promise<void> {
  const [newest] = (await partsOf(folder)).newest;
  if (!newest) throw new Error('no segment is being written');
  const path = join(folder, newest.path);
  await truncate(path, (await stat(path)).size - bytes);
}
