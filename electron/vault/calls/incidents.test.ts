import { afterEach, beforeEach, expect, it } from 'vitest';
import { wholeChronology } from '../../../shared/model/chronology';
import { emptyIncidentContent } from '../../../shared/model/incident';
import { added, content, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

it('keeps a half-finished draft through a lock', async () => {
  const { id } = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id, content: content({ account: 'half a sen' }) });
  await vault.reopen();
  const draft = await vault.ask('incidents.get', { id });
  expect(draft).toMatchObject({ status: 'draft', firstRecordedUtc: null, versions: [], content: { account: 'half a sen' } });
});

it('gives a page that was left blank out again, also after a lock, and one with a word or a link on it never', async () => {
  const { id } = await vault.ask('incidents.begin', {});
  await vault.reopen();
  expect((await vault.ask('incidents.begin', {})).id).toBe(id);
  await vault.ask('incidents.saveDraft', { id, content: content({ account: 'He' }) });
  const next = await vault.ask('incidents.begin', {});
  expect(next.id).not.toBe(id);
  await vault.ask('incidents.link', { id: next.id, target: { kind: 'document', documentId: await added(vault, 'letter.txt', Buffer.from('a letter')) } });
  expect([id, next.id]).not.toContain((await vault.ask('incidents.begin', {})).id);
});

it('takes a page begun for a link, and left blank, out of the chronology with that link, and gives it out again; never one with a word on it', async () => {
  const rows = async (): Promise<string[]> => (await vault.ask('chronology.rows', { filter: { ...wholeChronology, show: ['incident'] }, offset: 0, limit: 9 })).rows.map((row) => row.id);
  const target = { kind: 'document' as const, documentId: await added(vault, 'letter.txt', Buffer.from('a letter')) };
  const { id } = await vault.ask('incidents.begin', {});
  const linkOnce = async (): Promise<string> => (await vault.ask('incidents.link', { id, target })).links[0]!.id;
  const linkId = await linkOnce();
  expect(await rows()).toEqual([id]);
  await vault.ask('incidents.unlink', { id, linkId });
  expect(await rows()).toEqual([]);
  expect((await vault.ask('incidents.begin', {})).id).toBe(id);
  expect(await rows()).toEqual([id]);
  const again = await linkOnce();
  await vault.ask('incidents.saveDraft', { id, content: content({ account: 'He' }) });
  await vault.ask('incidents.unlink', { id, linkId: again });
  expect(await rows()).toEqual([id]);
});

it('keeps the original beside every amendment, each with its time and reason', async () => {
  const id = await recorded(vault, { account: 'It was Friday.' });
  const first = await vault.ask('incidents.get', { id });
  await vault.ask('incidents.saveAmendmentDraft', { id, content: content({ account: 'It was Thursday.' }) });
  await vault.reopen();
  expect((await vault.ask('incidents.get', { id })).pendingAmendment?.account).toBe('It was Thursday.');
  const after = await vault.ask('incidents.amend', { id, content: content({ account: 'It was Thursday.' }), reason: 'I found the letter.' });
  expect(after.versions.map(({ number, reason, content: said }) => [number, reason, said.account])).toEqual([[1, '', 'It was Friday.'], [2, 'I found the letter.', 'It was Thursday.']]);
  expect(after).toMatchObject({ firstRecordedUtc: first.firstRecordedUtc, pendingAmendment: null, content: { account: 'It was Thursday.' } });
});

it('keeps the words around half an emoji', async () => {
  const { id } = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id, content: content({ account: 'he sent \ud83d and a 🎆' }) });
  expect((await vault.ask('incidents.record', { id })).content.account).toBe('he sent \ufffd and a 🎆');
});

it('refuses an empty record, a second recording, a draft save of a record and an amendment without a reason', async () => {
  const { id } = await vault.ask('incidents.begin', {});
  await expect(vault.ask('incidents.record', { id })).rejects.toMatchObject(refused('nothing-to-record'));
  const other = await recorded(vault, { account: 'x' });
  await expect(vault.ask('incidents.record', { id: other })).rejects.toMatchObject(refused('already-recorded'));
  await expect(vault.ask('incidents.saveDraft', { id: other, content: content({}) })).rejects.toMatchObject(refused('already-recorded'));
  await expect(vault.ask('incidents.amend', { id: other, content: content({}), reason: '  ' })).rejects.toMatchObject(refused('bad-call'));
});

it('erases the words and keeps that, when and why', async () => {
  const id = await recorded(vault, { account: 'unrepeatable-words', title: 'gone-title' });
  const erased = await vault.ask('incidents.erase', { id, reason: 'He reads this computer.' });
  expect(erased).toMatchObject({ status: 'erased', versions: [], content: emptyIncidentContent, erased: { reason: 'He reads this computer.' } });
  await vault.reopen();
  expect((await vault.ask('search.find', { text: 'unrepeatable', offset: 0, limit: 10 })).total).toBe(0);
  const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 10 });
  expect(entries.map((entry) => [entry.kind, entry.payload === null])).toEqual([['incident-erased', false], ['incident-recorded', true], ['incident-begun', true]]);
  expect((await vault.ask('chronology.rows', { filter: wholeChronology, offset: 0, limit: 10 })).total).toBe(0);
});
