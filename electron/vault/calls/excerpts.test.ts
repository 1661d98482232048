import { afterEach, beforeEach, expect, it } from 'vitest';
import { wholeChronology } from '../../../shared/model/chronology';
import { added, begunImport, committed, message, on, recorded, say } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

it('marks a range, links it, and prints it with the same mark for ever', async () => {
  const begun = await begunImport(vault);
  await say(vault, begun, [1, 2, 3, 4].map((line) => message(line, `message ${line}`)));
  const conversation = await committed(vault, begun, ['chat']);
  expect(conversation.mayBeTruncated).toBe(true);
  const excerpt = await vault.ask('excerpts.mark', { conversationId: conversation.id, firstOrdinal: 1, lastOrdinal: 2, shows: 'He knew.' });
  expect((await vault.ask('chronology.rows', { filter: { ...wholeChronology, text: 'message 3' }, offset: 0, limit: 9 })).rows.map((row) => row.id)).toEqual([excerpt.id]);
  const document = await added(vault, 'b.txt', Buffer.from('b'));
  const later = await recorded(vault, { title: 'later', account: 'x', happened: on('2023-01-01'), privilegedNote: 'for my solicitor' });
  const earlier = await recorded(vault, { title: 'earlier', account: 'x', happened: on('2022-01-01') });
  await vault.ask('incidents.link', { id: later, target: { kind: 'excerpt', excerptId: excerpt.id } });
  const choice = { caseName: 'Ellis', incidentIds: [later, earlier], caseIds: [], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], aside: [], includePrivileged: false, redactionListId: null, foundRedactions: [] };
  const plan = await vault.askShell('exports.plan', { choice });
  expect(plan.entries.map((entry) => [entry.number, entry.title, entry.exhibitMarks])).toEqual([[1, 'earlier', []], [2, 'later', ['TM1']]]);
  expect(plan.entries[1]).toHaveProperty('versions.0.content.privilegedNote', '');
  expect(plan.exhibits[0]?.thing).toMatchObject({ kind: 'excerpt', messages: [{ text: 'message 2' }, { text: 'message 3' }] });
  await vault.askShell('exports.record', { planId: plan.planId, fileName: 'Ellis.pdf', pageCount: 9, sizeBytes: 99, sha256: 'f'.repeat(64) });
  await vault.ask('incidents.link', { id: earlier, target: { kind: 'document', documentId: document } });
  await vault.reopen();
  const next = await vault.askShell('exports.plan', { choice: { ...choice, includePrivileged: true } });
  expect(next.entries.map((entry) => entry.exhibitMarks)).toEqual([['TM2'], ['TM1']]);
  expect(next.entries[1]).toHaveProperty('versions.0.content.privilegedNote', 'for my solicitor');
  expect(next.sealCode).not.toBe(plan.sealCode);
  expect((await vault.ask('exports.list', {})).exports[0]).toMatchObject({ fileName: 'Ellis.pdf', sealCode: plan.sealCode });
});
