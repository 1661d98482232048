import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyCaseContent } from '../../../shared/model/case/case-entry';
import { added, on, recorded } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const contact = async (title: string, more: object = {}): Promise<string> => {
  const { id } = await vault.ask('case.begin', { content: { ...emptyCaseContent.contact, title, happened: on('2022-03-01'), ...more } });
  await vault.ask('case.record', { id });
  return id;
};
const contacts = async (): Promise<string[]> => (await vault.ask('case.list', { kind: 'contact' })).rows.map(({ title }) => title);
const people = async (): Promise<string[]> => (await vault.ask('people.list', {})).people.map(({ name }) => name);
const gaps = async (): Promise<string[]> => (await vault.ask('case.gaps', { settled: false, offset: 0, limit: 50 })).gaps.map(({ title }) => title);

it('lists contacts as they are after each change, an erasure and a lock', async () => {
  const first = await contact('The desk');
  const second = await contact('A call');
  expect((await contacts()).sort()).toEqual(['A call', 'The desk']);
  await vault.ask('case.amend', { id: second, content: { ...emptyCaseContent.contact, title: 'A long call', happened: on('2022-03-02') }, reason: 'a slip' });
  expect(await contacts()).toEqual(['The desk', 'A long call']);
  await vault.ask('case.erase', { id: first, reason: 'Asked me to.' });
  expect(await contacts()).toEqual(['A long call']);
  await vault.reopen();
  expect(await contacts()).toEqual(['A long call']);
});

it('names people as they are after each change, an erasure and a lock', async () => {
  const { id } = await vault.ask('people.add', { name: 'PC Holt', role: 'police' });
  expect(await people()).toEqual(['PC Holt']);
  await vault.ask('people.amend', { id, name: 'Sergeant Holt' });
  expect(await people()).toEqual(['Sergeant Holt']);
  await vault.ask('people.erase', { id, reason: 'Asked me to.' });
  expect(await people()).toEqual([]);
  await vault.reopen();
  expect(await people()).toEqual([]);
});

it('says what has nothing attached as it is after each change, an erasure and a lock', async () => {
  const stairs = await recorded(vault, { title: 'The stairs', account: 'x', happened: on('2021-01-01') });
  const hall = await recorded(vault, { title: 'The hall', account: 'x', happened: on('2021-01-02') });
  expect(await gaps()).toEqual(['The stairs', 'The hall']);
  await vault.ask('incidents.link', { id: stairs, target: { kind: 'document', documentId: await added(vault, 'a.txt', Buffer.from('a')) } });
  expect(await gaps()).toEqual(['The hall']);
  await vault.ask('incidents.erase', { id: hall, reason: 'a slip' });
  expect(await gaps()).toEqual([]);
  await vault.reopen();
  expect(await gaps()).toEqual([]);
  expect(await vault.ask('case.gapsHidden', {})).toEqual({ isHidden: false });
  await vault.ask('case.hideGaps', { isHidden: true });
  expect(await vault.ask('case.gapsHidden', {})).toEqual({ isHidden: true });
});

it('holds a list against what was given as it is after each change, an erasure of the file and of the contact, and a lock', async () => {
  const documentId = await added(vault, 'letter.txt', Buffer.from('a letter'));
  const given = { id: '1'.repeat(32), what: 'a letter', target: { kind: 'document' as const, documentId }, manner: 'copy' as const, receipt: '' };
  const desk = await contact('The desk', { given: [given] });
  const { id } = await vault.ask('case.begin', { content: { ...emptyCaseContent.disclosure, title: 'The list', happened: on('2023-01-01') } });
  await vault.ask('case.record', { id });
  const things = async (): Promise<unknown[]> => (await vault.ask('case.compareDisclosure', { id, reading: 'kept' })).things.map(({ title, given: { what }, thing }) => [title, what, thing?.name, thing?.isGone]);
  expect(await things()).toEqual([['The desk', 'a letter', 'letter.txt', false]]);
  await vault.ask('case.amend', { id: desk, content: { ...emptyCaseContent.contact, title: 'The front desk', happened: on('2022-03-01'), given: [{ ...given, what: 'her letter' }] }, reason: 'a slip' });
  expect(await things()).toEqual([['The front desk', 'her letter', 'letter.txt', false]]);
  await vault.ask('documents.erase', { id: documentId, reason: 'Asked me to.' });
  expect(await things()).toEqual([['The front desk', 'her letter', '', true]]);
  await vault.ask('case.erase', { id: desk, reason: 'Asked me to.' });
  expect(await things()).toEqual([]);
  await vault.reopen();
  expect(await things()).toEqual([]);
});

it('lists drafts of what a chronology tells, and no others', async () => {
  await contact('The desk');
  const draft = async (content: Parameters<typeof vault.ask<'case.begin'>>[1]['content']): Promise<string> => (await vault.ask('case.begin', { content })).id;
  const half = await draft({ ...emptyCaseContent.contact, title: 'Half a call' });
  const claim = await draft({ ...emptyCaseContent['counter-allegation'], title: 'Half a claim' });
  await draft({ ...emptyCaseContent.deadline, title: 'No line of it' });
  const drafts = async (): Promise<string[]> => (await vault.ask('case.drafts', {})).rows.map(({ id }) => id);
  expect(await drafts()).toEqual([half, claim]);
  await vault.ask('case.discardDraft', { id: half });
  await vault.ask('case.record', { id: claim });
  expect(await drafts()).toEqual([]);
});
