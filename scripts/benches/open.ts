import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { createStore, openStore, prepareCreate } from '../../electron/vault/store/open-store';
import type { Bench } from '../proving/bench';

const key = new Uint8Array(32).fill(3);

async function makeVault(folder: string, megabytes: number, records: number): Promise<void> {
  const store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: key }] });
  await store.transact((t) => t.run('CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL)'));
  const text = 'x'.repeat(1000);
  for (let i = 0; i < megabytes; i += 1) {
    await store.transact((t) => {
      for (let row = 0; row < 1000; row += 1) t.run('INSERT INTO note (text) VALUES (?)', [text]);
    });
  }
  await store.snapshot();
  for (let i = 0; i < records; i += 1) await store.transact((t) => t.run('INSERT INTO note (text) VALUES (?)', [text]));
  // As after a kill: the journal is still to be replayed.
  await cp(folder, `${folder}-killed`, { recursive: true, filter: (path) => !path.endsWith('lock') });
  await store.close();
}

export const bench: Bench = {
  measures: 'opening after the key derivation: a database of 200 MB, its reserve, and a journal of 1,500 records to replay',
  async run({ isSmall, isBroken, say, scratch }) {
    const megabytes = isSmall ? 10 : 200;
    const folder = join(scratch, 'vault');
    await makeVault(folder, megabytes, isSmall ? 100 : 1500);
    const times: Record<string, number> = {};
    for (const [name, place] of [['openAfterKillMs', `${folder}-killed`], ['openMs', folder]] as const) {
      const started = performance.now();
      const { store } = await openStore({ folder: place, key, mark: null });
      if (isBroken) await new Promise((resolve) => setTimeout(resolve, 3000));
      times[name] = performance.now() - started;
      say(`${name} ${times[name].toFixed(0)}`);
      await store.close();
    }
    return Object.entries(times).map(([name, value]) => ({ name, value, atMost: 2000 }));
  },
};
