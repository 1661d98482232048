import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createStore, prepareCreate } from '../../electron/vault/store/open-store';
import type { Bench } from '../proving/bench';
import { middleOf } from './measuring/middle-of';

/** Sealed bytes of one such save: head, tag, and its payload padded to 256. */
const recordBytes = 16 + 16 + 1536;

export const bench: Bench = {
  measures: 'an acknowledged save of a 1.2 KB account against appending the same bytes and fdatasync, in turn',
  async run({ isSmall, isBroken, say, scratch }) {
    const rounds = isSmall ? 60 : 600;
    const folder = join(scratch, 'vault');
    const key = new Uint8Array(32).fill(3);
    const store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: key }] });
    await store.transact((t) => t.run('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)'));
    const file = await open(join(scratch, 'plain'), 'w');
    const plainBytes = new Uint8Array(recordBytes).fill(1);
    const saves: number[] = [];
    const appends: number[] = [];
    for (let i = 0; i < rounds; i += 1) {
      const text = `${i} ${'What happened, in her own words. '.repeat(38)}`;
      const startSave = performance.now();
      await store.transact((t) => t.run('INSERT INTO note (text) VALUES (?)', [text]));
      if (isBroken) await store.snapshot();
      saves.push(performance.now() - startSave);
      const startAppend = performance.now();
      await file.write(plainBytes, 0, plainBytes.length, i * plainBytes.length);
      await file.datasync();
      appends.push(performance.now() - startAppend);
    }
    await file.close();
    await store.close();
    const ratio = middleOf(saves) / middleOf(appends);
    say(`save ${middleOf(saves).toFixed(2)} ms, append and fdatasync ${middleOf(appends).toFixed(2)} ms`);
    return [
      { name: 'saveP50Ms', value: middleOf(saves) },
      { name: 'saveP95Ms', value: middleOf(saves, 0.95) },
      { name: 'appendP50Ms', value: middleOf(appends) },
      { name: 'saveAgainstAppendRatio', value: ratio, atMost: isSmall ? 8 : 2 },
    ];
  },
};
