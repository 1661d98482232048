import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createStore, prepareCreate } from '../../store/open-store';
import type { VaultStore } from '../../store/store';
import { migrate, schemaVersion } from './migrate';

let folder: string;
let store: VaultStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-schema-'));
  store = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: new Uint8Array(32).fill(5) }] });
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const tables = (): unknown[] => store.all(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%index%' ORDER BY name`).map((row) => row['name']);

describe('migrate', () => {
  it('makes every table from nothing, once', async () => {
    await migrate(store);
    const made = tables();
    expect(made).toEqual(expect.arrayContaining(['incident', 'incident_version', 'history', 'document', 'message', 'excerpt', 'exhibit_mark', 'way_in', 'coming_in', 'backup_place']));
    expect(store.all(`SELECT value FROM setting WHERE name = 'schema'`)).toEqual([{ value: String(schemaVersion) }]);
    const { sequence } = store.mark();
    await migrate(store);
    expect(store.mark().sequence).toBe(sequence);
  });

  it('refuses what a later program wrote, and leaves it alone', async () => {
    await migrate(store);
    await store.transact((transaction) => transaction.run(`UPDATE setting SET value = ? WHERE name = 'schema'`, [String(schemaVersion + 1)]));
    const before = store.mark();
    await expect(migrate(store)).rejects.toMatchObject({ code: 'newer-format' });
    expect(store.mark()).toEqual(before);
  });

  it('has one numbered file for each version, and none of them imports code', async () => {
    const files = (await readdir(import.meta.dirname)).filter((name) => /^\d{4}-/.test(name)).sort();
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(Array.from({ length: schemaVersion }, (_, i) => i + 1));
    for (const file of files) expect(await readFile(join(import.meta.dirname, file), 'utf8')).not.toMatch(/^\s*import\b/m);
  });
});
