import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Refusal } from '../../../../shared/contract/errors';
import { emptyIncidentContent } from '../../../../shared/model/incident';
import { unlockVault } from '../../calls/open-vault';
import { createStore, prepareCreate } from '../../store/open-store';
import type { VaultStore } from '../../store/store';
import { beginIncident, eraseIncident, recordIncident, saveDraft } from '../incidents/incidents';
import { isPurgeDue } from './purge';
import { recordContext } from '../record-context';
import { migrate } from '../schema/migrate';

const key = new Uint8Array(32).fill(4);
let folder: string;
let store: VaultStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-purge-'));
  store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: key }] });
  await migrate(store);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const objects = async (): Promise<string[]> => (await readdir(join(folder, 'objects'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => entry.name);

/** The same store on a disk that fills up at the last step. */
const thatCannotPurge = (whole: VaultStore): VaultStore => Object.assign(Object.create(whole) as VaultStore, {
  transact: whole.transact.bind(whole), all: whole.all.bind(whole),
  purge: () => Promise.reject(new Refusal('disk-full')),
});

describe('an erasure that is cut short', () => {
  it('has gone for good after the next opening', async () => {
    const context = recordContext(store);
    const { id } = await beginIncident(context);
    await saveDraft(context, id, { ...emptyIncidentContent, account: 'unrepeatable' });
    await recordIncident(context, id);
    await store.snapshot();
    await expect(eraseIncident(recordContext(thatCannotPurge(store)), id, 'He reads this.')).rejects.toMatchObject({ code: 'disk-full' });
    expect(isPurgeDue(store)).toBe(true);
    const old = await objects();
    await store.close();
    store = (await unlockVault({ folder, key: key.slice(), marks: [], refusedUtc: [] })).context.store;
    expect(isPurgeDue(store)).toBe(false);
    // Segments and snapshots that held the words: none of them is left. Only the two copies of the root keep their names.
    expect((await objects()).filter((name) => old.includes(name))).toHaveLength(2);
    expect(store.all(`SELECT id FROM incident WHERE content LIKE '%unrepeatable%'`)).toEqual([]);
    expect(store.all(`SELECT docid FROM search_index WHERE search_index MATCH 'unrepeatable'`)).toEqual([]);
  });
});
