import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createStore, prepareCreate } from '../../store/open-store';
import type { VaultStore } from '../../store/store';
import { migrate } from '../schema/migrate';

export interface MigratedStore {
  readonly store: VaultStore;
  /** Closes the store and removes its folder. */
  remove(): Promise<void>;
}

/** A store on the disk with every table of the record and nothing in them: for what is made straight in the tables, by the thousand. */
export async function makeMigratedStore(): Promise<MigratedStore> {
  const folder = await mkdtemp(join(tmpdir(), 'tidemark-record-'));
  const store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: new Uint8Array(32).fill(6) }] });
  await migrate(store);
  return {
    store,
    async remove() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
