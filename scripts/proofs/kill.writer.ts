import { writeSync } from 'node:fs';
import { createStore, openStore, prepareCreate } from '../../electron/vault/store/open-store';
import type { VaultStore } from '../../electron/vault/store/store';
import { chanceFrom } from '../proving/chance';
import { bodyOf, evidenceOf, proofKey, vaultExists } from './kill-work/work';

/**
 * A process that saves until it is killed. Says on standard output, a line each: `have N` after opening, `ack N` after a save
 * is acknowledged, `snapshot` and `evidence` while at those. argv: folder, seed, and `too-early` to acknowledge before saving.
 */
const [folder = '', seedText = '0', mode = ''] = process.argv.slice(2);

// Written at once: a buffered line would die with the process, and an acknowledgement that nobody saw binds nobody.
const say = (line: string): void => void writeSync(1, `${line}\n`);

async function open(): Promise<VaultStore> {
  if (vaultExists(folder)) return (await openStore({ folder, key: proofKey, mark: null })).store;
  const parameters = await prepareCreate(folder, { quickKdf: true });
  const store = await createStore({ folder, parameters, slots: [{ kind: 'passphrase', secretKey: proofKey }] });
  return store;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function save(store: VaultStore, number: number, withEvidence: boolean): Promise<void> {
  const sealed = withEvidence ? await store.evidence.seal(once(evidenceOf(number)), { expectedBytes: evidenceOf(number).length }) : null;
  await store.transact((t) => {
    t.run('INSERT INTO saved (number, body) VALUES (?, ?)', [number, bodyOf(number)]);
    if (sealed) t.run('INSERT INTO evidence (number, object, file_key, size) VALUES (?, ?, ?, ?)', [number, sealed.objectName, sealed.key, sealed.sizeBytes]);
  });
}

const store = await open();
const random = chanceFrom(Number(seedText));
await store.transact((t) => {
  t.run('CREATE TABLE IF NOT EXISTS saved (number INTEGER PRIMARY KEY, body TEXT NOT NULL)');
  t.run('CREATE TABLE IF NOT EXISTS evidence (number INTEGER PRIMARY KEY, object TEXT NOT NULL, file_key BLOB NOT NULL, size INTEGER NOT NULL)');
});
let number = Number(store.all('SELECT coalesce(max(number), 0) AS newest FROM saved')[0]?.['newest'] ?? 0);
say(`have ${number}`);
for (;;) {
  number += 1;
  const dice = random();
  if (mode === 'too-early') {
    say(`ack ${number}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  if (dice < 0.03) {
    say('snapshot');
    await store.snapshot();
  }
  if (dice > 0.95) say('evidence');
  await save(store, number, dice > 0.95);
  if (mode !== 'too-early') say(`ack ${number}`);
}
