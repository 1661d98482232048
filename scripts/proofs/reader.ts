import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openStore, prepareOpen } from '../../electron/vault/store/open-store';
import type { Proof } from '../proving/proof';
import { damage } from './reader-work/damages';
import { passphrase, passphraseKey } from './reader-work/made-vault';
import { makers, type Shape } from './reader-work/shapes';
import { partsOf } from './reader-work/vault-parts';
import { wayMakers } from './reader-work/way-shapes';
import { disagreements, programSays, readerSays } from './reader-work/what-they-say';

/** Changes one entry of the history as only the program could: sealed, saved, and yet not what the chain says. */
async function changeHistory(folder: string, typed: string): Promise<void> {
  const { store } = await openStore({ folder, key: await passphraseKey((await prepareOpen(folder))[0], typed), mark: null });
  await store.transact((t) => t.run(`UPDATE history SET at_utc = '1999-01-01T00:00:00.000Z' WHERE sequence = 1`));
  await store.close();
}

export const proof: Proof = {
  catches: 'a vault of any shape, whole or damaged, of which the independent reader (docs/format) and the program do not say the same: verdict, history, evidence, seal code',
  breaks: 'changes an entry of each history through the store, so that only its hash chain can tell',
  drivesProgram: false,
  async run({ isSmall, isBroken, endsAtFirstFailure, say, scratch, root, partFile }) {
    const failures: string[] = [];
    const shapes: Shape[] = [];
    let entries = 0;
    let files = 0;
    let bytes = 0;
    for (const make of [...makers, ...wayMakers]) {
      if (endsAtFirstFailure && failures.length > 0) break;
      const shape = await make({ scratch, isSmall, writer: partFile('writer') });
      const typed = shape.passphrase ?? passphrase;
      shapes.push(shape);
      if (isBroken) await changeHistory(shape.folder, typed);
      // The reader first: it writes nothing, and the program mends what it opens.
      const reader = await readerSays(root, shape.folder, shape.way ?? { typed });
      const program = await onCopy(shape.folder, join(scratch, 'for-the-program'), (folder) => programSays(folder, typed));
      if (shape.ended && (await readerSays(root, shape.folder, shape.ended)).shown !== null) failures.push(`${shape.name}: the reader opens it with what was ended`);
      failures.push(...disagreements(shape.name, program, reader));
      if (!reader.isSound) failures.push(`${shape.name}: the reader does not find it sound: ${reader.words}`);
      entries += reader.shown?.history.length ?? 0;
      files += reader.shown?.evidence.length ?? 0;
      bytes += reader.shown?.evidence.reduce((sum, file) => sum + file.sizeBytes, 0) ?? 0;
      say(`${shape.name}: ${reader.shown?.history.length} entries, ${reader.shown?.evidence.length} files`);
    }

    // Those with few entries: each copy is opened twice.
    const toDamage = shapes.filter(({ name }) => ['never closed', 'after deletion', 'a torn tail, set aside', 'a segment set aside after its generation went'].includes(name));
    const damages = isBroken ? 0 : isSmall ? 12 : 300;
    let told = 0;
    for (let number = 0; number < damages; number++) {
      const shape = toDamage[number % toDamage.length]!;
      await onCopy(shape.folder, join(scratch, `damaged-${number}`), async (folder) => {
        const done = await damage(folder, await partsOf(shape.folder));
        const reader = await readerSays(root, folder, { typed: passphrase });
        const program = await programSays(folder, passphrase);
        failures.push(...disagreements(`${shape.name}, ${done}`, program, reader));
        if (!reader.isSound) told += 1;
      });
      if ((number + 1) % 50 === 0) say(`${number + 1} damaged copies`);
      if (failures.length > 20) break;
    }
    return { ok: failures.length === 0, figures: { vaults: shapes.length, historyEntries: entries, evidenceFiles: files, evidenceMB: Math.round(bytes / 1e6), damagedCopies: damages, foundDamagedByBoth: told }, failures: failures.slice(0, 20) };
  },
};

async function onCopy<T>(from: string, folder: string, work: (folder: string) => Promise<T>): Promise<T> {
  await cp(from, folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
