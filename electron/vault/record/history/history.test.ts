import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyIncidentContent } from '../../../../shared/model/incident';
import type { VaultStore } from '../../store/store';
import { canonicalJson } from './canonical-json';
import { planExport } from '../exports/plan-export';
import { historyHead, verifyHistory } from './history';
import { amendIncident, beginIncident, eraseIncident, recordIncident, saveDraft } from '../incidents/incidents';
import { recordContext, type RecordContext } from '../record-context';
import { sealCode } from './seal-code';
import { makeMigratedStore } from '../testing/migrated-store';

let store: VaultStore;
let remove: () => Promise<void>;
let context: RecordContext;

beforeEach(async () => {
  ({ store, remove } = await makeMigratedStore());
  context = recordContext(store);
});
afterEach(() => remove());

async function recorded(account: string): Promise<string> {
  const { id } = await beginIncident(context);
  await saveDraft(context, id, { ...emptyIncidentContent, account });
  await recordIncident(context, id);
  return id;
}

describe('history', () => {
  it('is verified before its seal is printed', async () => {
    const id = await recorded('first');
    const choice = { caseName: 'A', incidentIds: [id], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [] };
    expect(planExport(context, choice).entries).toHaveLength(1);
    await store.transact((transaction) => transaction.run(`UPDATE history SET at_utc = '2019-01-01T00:00:00.000Z' WHERE kind = 'incident-recorded'`));
    expect(() => planExport(context, choice)).toThrow('tampered');
  });

  it('verifies, also after content was erased', async () => {
    const id = await recorded('first');
    await amendIncident(context, id, { ...emptyIncidentContent, account: 'second' }, 'I looked it up.');
    expect(verifyHistory(store)).toBeNull();
    await eraseIncident(context, id, 'not safe');
    expect(verifyHistory(store)).toBeNull();
    expect(historyHead(store).sequence).toBe(4);
    const digests = store.all(`SELECT payload_digest FROM history`).map((row) => row['payload_digest']);
    const guess = createHash('sha256').update(canonicalJson({ version: 1, content: { ...emptyIncidentContent, account: 'first' } })).digest('hex');
    expect(digests).not.toContain(guess);
  });

  it.each([
    ['a time', `UPDATE history SET at_utc = '2001-01-01T00:00:00.000Z' WHERE sequence = 2`, 2],
    ['a payload', `UPDATE history SET payload = '{}' WHERE sequence = 2`, 2],
    ['a subject', `UPDATE history SET subject_id = 'x' WHERE sequence = 3`, 3],
    ['a missing entry', `DELETE FROM history WHERE sequence = 2`, 2],
  ])('names the first entry that disagrees: %s', async (_what, sql, sequence) => {
    await recorded('one');
    await recorded('two');
    await store.transact((transaction) => transaction.run(sql));
    expect(verifyHistory(store)).toBe(sequence);
  });
});

describe('seal code', () => {
  it('binds the vault, the place and the hash, and can be checked when read aloud', () => {
    const head = { sequence: 12, hash: 'a'.repeat(64) };
    const code = sealCode('0'.repeat(32), head);
    expect(code).toMatch(/^12-([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(sealCode('0'.repeat(32), head)).toBe(code);
    for (const other of [sealCode('1'.repeat(32), head), sealCode('0'.repeat(32), { ...head, hash: 'b'.repeat(64) })]) expect(other).not.toBe(code);
    const values = [...code.slice(3).replaceAll('-', '')].map((letter) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter));
    expect(values.slice(0, 15).reduce((sum, value) => sum + value, 0) % 32).toBe(values[15]);
  });
});
