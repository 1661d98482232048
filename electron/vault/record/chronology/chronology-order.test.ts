import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wholeChronology } from '../../../../shared/model/chronology';
import { emptyIncidentContent } from '../../../../shared/model/incident';
import { createStore, openStore, prepareCreate } from '../../store/open-store';
import type { VaultStore } from '../../store/store';
import { failingFiles } from '../../store/testing/failing-files';
import { chronologyRows } from './chronology';
import { beginIncident, saveDraft } from '../incidents/incidents';
import { recordContext } from '../record-context';
import { migrate } from '../schema/migrate';

const key = new Uint8Array(32).fill(6);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tidemark-order-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** An entry begun and written on: a page left blank would be given out again. */
async function write(store: VaultStore): Promise<void> {
  const context = recordContext(store);
  await saveDraft(context, (await beginIncident(context)).id, { ...emptyIncidentContent, account: 'He waited outside.' });
}

it('does not keep what was read of a change that the disk then refused', async () => {
  const made = await createStore({ folder, parameters: await prepareCreate(folder, { quickKdf: true }), slots: [{ kind: 'passphrase', secretKey: key.slice() }] });
  await migrate(made);
  await write(made);
  await made.close();

  let isFull = false;
  const { store } = await openStore({ folder, key: key.slice(), mark: null }, { files: failingFiles(() => (isFull ? 'ENOSPC' : null)).files });
  const total = (): number => chronologyRows(store, wholeChronology, 0, 10).total;
  await write(store);
  expect(total()).toBe(2);
  isFull = true;
  const seen = new Set<number>();
  let isOver = false;
  const refused = beginIncident(recordContext(store)).finally(() => (isOver = true)).catch((error: { code: string }) => error.code);
  while (!isOver) {
    seen.add(total());
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await refused).toBe('disk-full');
  // It was there to be read while the disk was asked.
  expect(seen).toContain(3);
  expect(total()).toBe(2);
  isFull = false;
  await store.close();
});
