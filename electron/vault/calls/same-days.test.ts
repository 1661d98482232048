import { afterEach, beforeEach, expect, it } from 'vitest';
import { emptyContact } from '../../../shared/model/case/contact';
import { added, claimed, imported, message, on, recorded, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

it('holds everything of the same days, and what she linked, each with when it was first recorded; no draft, nothing erased, nothing of another day', async () => {
  const same = await recorded(vault, { title: 'He pushed me', account: 'x', happened: on('2022-05-04') });
  const vague = await recorded(vault, { title: 'All that spring', account: 'x', happened: on('2022-05') });
  const other = await recorded(vault, { title: 'The day after', account: 'x', happened: on('2022-05-05') });
  const linked = await recorded(vault, { title: 'His threat to report me', account: 'x', happened: on('2021-01-01') });
  const gone = await recorded(vault, { title: 'Erased', account: 'x', happened: on('2022-05-04') });
  await vault.ask('incidents.erase', { id: gone, reason: 'x' });
  const { id: draft } = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id: draft, content: { ...(await vault.ask('incidents.get', { id: same })).content, title: 'Not finished' } });
  const documentId = await added(vault, 'photo.txt', Buffer.from('a bruise'));
  await vault.ask('documents.amend', { id: documentId, title: 'The bruise', happened: on('2022-05-04'), note: '' });
  const conversation = await imported(vault, [message(1, 'one')]);
  const excerpt = await vault.ask('excerpts.mark', { conversationId: conversation.id, firstOrdinal: 0, lastOrdinal: 0, shows: '' });
  const { id: contact } = await vault.ask('case.begin', { content: { ...emptyContact, title: 'I rang 101', happened: on('2022-05-04') } });
  await vault.ask('case.record', { id: contact });
  const id = await claimed(vault, { happened: on('2022-05-04'), incidentIds: [linked], evidence: [{ kind: 'excerpt', excerptId: excerpt.id }] });
  const { hasDate, things, more } = await vault.ask('case.sameDays', { id });
  expect([hasDate, more]).toEqual([true, 0]);
  const titles = things.map(({ title, subject, isLinked }) => [subject, title, isLinked]);
  expect(titles).toEqual(expect.arrayContaining([['incident', 'His threat to report me', true], ['incident', 'All that spring', false], ['incident', 'He pushed me', false], ['document', 'The bruise', false], ['case', 'I rang 101', false], ['excerpt', conversation.title, true]]));
  expect(things).toHaveLength(6);
  expect(things[0]).toMatchObject({ title: 'His threat to report me', citation: { kind: 'incident', incidentId: linked }, firstRecordedUtc: (await vault.ask('incidents.get', { id: linked })).firstRecordedUtc });
  expect(JSON.stringify(things)).not.toContain(other);
  expect(things.map(({ citation }) => citation)).toContainEqual({ kind: 'incident', incidentId: vague });
});

it('says what was recorded before she learned of it, by days in the United Kingdom, and nothing where that is not known', async () => {
  await recorded(vault, { title: 'He pushed me', account: 'x', happened: on('2022-05-04') });
  const before = async (learned: string): Promise<boolean[]> => (await vault.ask('case.sameDays', { id: await claimed(vault, { happened: on('2022-05-04'), ...(learned === '' ? {} : { learned: on(learned) }) }) })).things.map(({ isBeforeLearned }) => isBeforeLearned);
  const today = new Date().toISOString().slice(0, 10);
  expect([await before(''), await before('2022-06-01'), await before(today), await before('2199-01-01')]).toEqual([[false], [false], [false], [true]]);
  const { things } = await vault.ask('case.sameDays', { id: await claimed(vault, { happened: on('2022-05-04'), made: on('2199-01-01') }) });
  expect(things.map(({ isBeforeMade, isBeforeLearned }) => [isBeforeMade, isBeforeLearned])).toEqual([[true, false]]);
});

it('says that there is no date, and refuses what is no claim of anybody', async () => {
  expect(await vault.ask('case.sameDays', { id: await claimed(vault, {}) })).toEqual({ hasDate: false, things: [], more: 0 });
  const { id } = await vault.ask('case.begin', { content: { ...emptyContact, title: 'x' } });
  await expect(vault.ask('case.sameDays', { id })).rejects.toMatchObject(refused('not-found'));
});
