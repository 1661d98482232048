import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NeutralMessage } from '../../../shared/importers/parts';
import { madeMessage } from '../../../shared/importers/testing/made-parts';
import type { FindingKind } from '../../../shared/model/same-conversation';
import { imported, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

type Line = [at: string, sender: string, text: string, more?: Partial<NeutralMessage>];
const lines = (said: readonly Line[]): NeutralMessage[] => said.map(([at, sender, text, more], i) => madeMessage(i + 1, { at: `2023-03-${at}:00`, atAsWritten: at, sender, text, ...more }));
/** One export after another, each its own file. */
const bring = async (...exports: (readonly Line[])[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const [i, said] of exports.entries()) ids.push((await imported(vault, lines(said), `export ${i}.txt`)).id);
  return ids;
};
const shown = async (olderId: string, newerId: string, kind: FindingKind): Promise<unknown[]> =>
  (await vault.ask('conversations.findings', { olderId, newerId, kind, offset: 0, limit: 99 })).findings.map(({ older, newer, differences }) => [older?.text ?? null, newer?.text ?? null, ...differences]);

const before: Line[] = [['01T09:00', 'Craig', 'the oldest of them'], ['01T09:01', 'Mara', 'ok'], ['01T09:01', 'Mara', 'ok']];
const both: Line[] = [['02T10:00', 'Craig', 'I know where you live'], ['02T10:00', 'Mara', 'ok'], ['02T10:05', 'Mara', 'please stop writing']];

it('finds what the newer export lacks although it covers that time, apart from what it does not cover', async () => {
  const [older = '', newer = ''] = await bring(
    [...before, ...both, ['03T08:00', 'Craig', 'you will be sorry for this'], ['03T08:00', 'Craig', 'ok'], ['04T12:00', 'Craig', 'I am outside the school'], ['05T12:00', 'Mara', 'leave']],
    [...both, ['03T08:00', 'Craig', 'ok'], ['04T12:00', 'Craig', 'This message was deleted', { flags: ['deleted'] }], ['04T13:00', 'Mara', 'slipped in between'], ['05T12:00', 'Mara', 'leave'], ['06T12:00', 'Craig', 'later']],
  );
  expect(await vault.ask('conversations.compare', { olderId: older, newerId: newer })).toEqual({
    olderId: older, newerId: newer, sameCount: 5, counts: { missing: 1, added: 1, changed: 1, before: 3, after: 1 }, renamed: [], shifts: [],
  });
  expect(await shown(older, newer, 'missing')).toEqual([['you will be sorry for this', null]]);
  expect(await shown(older, newer, 'added')).toEqual([[null, 'slipped in between']]);
  expect(await shown(older, newer, 'changed')).toEqual([['I am outside the school', 'This message was deleted', 'text', 'flags']]);
  expect(await shown(older, newer, 'before')).toEqual([['the oldest of them', null], ['ok', null], ['ok', null]]);
  expect(await shown(older, newer, 'after')).toEqual([[null, 'later']]);
  await expect(vault.ask('conversations.compare', { olderId: older, newerId: older })).rejects.toMatchObject(refused('bad-call'));
});

it('tells a person renamed and a phone in another zone from messages changed', async () => {
  const said = Array.from({ length: 40 }, (_, i): Line => [`10T10:${String(i).padStart(2, '0')}`, i % 2 ? 'Mara' : 'Craig', i % 5 === 0 ? 'ok' : `a message of its own, number ${i}`]);
  const [older = '', newer = '', moved = ''] = await bring(said, said.map(([at, sender, text]) => [at, sender === 'Craig' ? 'Do not answer' : sender, text]), said.map(([at, sender, text]) => [at.replace('T10', 'T11'), sender, text]));
  expect(await vault.ask('conversations.compare', { olderId: older, newerId: newer })).toMatchObject({ sameCount: 40, renamed: [{ older: 'Craig', newer: 'Do not answer', count: 20 }], shifts: [], counts: { changed: 0, missing: 0, added: 0 } });
  expect(await vault.ask('conversations.compare', { olderId: older, newerId: moved })).toMatchObject({ sameCount: 40, renamed: [], shifts: [{ minutes: 60, count: 40 }], counts: { changed: 0, missing: 0, added: 0 } });
});

it('takes a time without seconds, and a picture left out, for no difference', async () => {
  const picture = { name: 'IMG-1.jpg', file: '', absent: 'not-there' as const };
  const older = await imported(vault, [madeMessage(1, { at: '2023-03-01T10:00:41', atAsWritten: '10:00:41', sender: 'Craig', text: 'x', attachments: [picture] }), madeMessage(2, { at: '2023-03-01T10:02:41', atAsWritten: '10:02:41', sender: 'Craig', text: 'y' })], 'a.txt');
  const newer = await imported(vault, [madeMessage(1, { at: '2023-03-01T10:00:00', atAsWritten: '10:00', sender: 'Craig', text: 'x', attachments: [{ ...picture, name: '', absent: 'left-out' }] }), madeMessage(2, { at: '2023-03-01T10:02:00', atAsWritten: '10:02', sender: 'Craig', text: 'y' })], 'b.txt');
  expect(await vault.ask('conversations.compare', { olderId: older.id, newerId: newer.id })).toMatchObject({ sameCount: 2, counts: { missing: 0, added: 0, changed: 0 } });
});

it('reads a group merged: each message once, in order, saying where it stands and what lacks it', async () => {
  const [a = '', b = '', c = ''] = await bring([...before, ...both], [...both, ['03T08:00', 'Craig', 'only the second has this'], ['04T08:00', 'Craig', 'the end of it']], [both[0]!, both[2]!, ['04T08:00', 'Craig', 'the end of it'], ['05T08:00', 'Craig', 'the newest']]);
  const { id, conversationIds } = await vault.ask('conversations.group', { conversationIds: [c, a] });
  expect(conversationIds).toEqual([a, c]);
  expect((await vault.ask('conversations.group', { conversationIds: [b, a] })).conversationIds).toEqual([a, b, c]);
  const { total, messages } = await vault.ask('conversations.merged', { groupId: id, offset: 0, limit: 99 });
  expect(total).toBe(9);
  const named = new Map([[a, 'a'], [b, 'b'], [c, 'c']]);
  expect(messages.map(({ message, stands, missingFrom }) => [message.text, stands.map(({ conversationId, ordinal }) => `${named.get(conversationId)}${ordinal}`).join(' '), missingFrom.map((each) => named.get(each)).join(' ')])).toEqual([
    ['the oldest of them', 'a0', ''], ['ok', 'a1', ''], ['ok', 'a2', ''], ['I know where you live', 'a3 b0 c0', ''], ['ok', 'a4 b1', 'c'], ['please stop writing', 'a5 b2 c1', ''],
    ['only the second has this', 'b3', 'c'], ['the end of it', 'b4 c2', ''], ['the newest', 'c3', ''],
  ]);
  expect((await vault.ask('conversations.merged', { groupId: id, offset: 4, limit: 2 })).messages.map(({ message }) => message.text)).toEqual(['ok', 'please stop writing']);
  await vault.ask('conversations.ungroup', { id: b });
  expect((await vault.ask('conversations.groups', {})).groups.map((group) => group.conversationIds)).toEqual([[a, c]]);
  await vault.ask('conversations.ungroup', { id: c });
  await vault.reopen();
  expect((await vault.ask('conversations.groups', {})).groups).toEqual([]);
  await expect(vault.ask('conversations.merged', { groupId: id, offset: 0, limit: 9 })).rejects.toMatchObject(refused('not-found'));
});

it('suggests exports of one and people of the same number, and acts on neither', async () => {
  const [a = '', b = ''] = await bring(both, [...both, ['06T12:00', 'Craig', 'later']]);
  expect(await vault.ask('conversations.groups', {})).toEqual({ groups: [], suggested: [{ conversationIds: expect.arrayContaining([a, b]) as string[], because: 'participants' }] });
  await vault.ask('conversations.keepApart', { conversationIds: [b, a] });
  expect((await vault.ask('conversations.groups', {})).suggested).toEqual([]);
  const participantsOf = async (id: string) => (await vault.ask('conversations.list', {})).conversations.find((each) => each.id === id)?.participants ?? [];
  const participants = await participantsOf(a);
  await vault.ask('conversations.amend', { id: a, title: 'Craig', participants: participants.map((each) => (each.name === 'Craig' ? { ...each, handle: '+44 7700 900123' } : each)) });
  const person = await vault.ask('people.add', { name: 'C. Hale', role: 'accused' });
  await vault.ask('people.amend', { id: person.id, name: 'C. Hale', role: 'accused', handles: ['07700 900123'], note: '' });
  for (const handle of ['+44 (0)7700 900123', '0044 7700 900 123', '(07700) 900-123']) {
    await vault.ask('conversations.amend', { id: a, title: 'Craig', participants: participants.map((each) => (each.name === 'Craig' ? { ...each, handle } : each)) });
    expect((await vault.ask('conversations.suggestPeople', { id: a })).suggestions).toEqual([{ participant: 'Craig', personId: person.id, because: 'handle' }]);
  }
  const mara = await vault.ask('people.add', { name: 'mara', role: 'me' });
  expect((await vault.ask('conversations.suggestPeople', { id: a })).suggestions).toEqual([{ participant: 'Craig', personId: person.id, because: 'handle' }, { participant: 'Mara', personId: mara.id, because: 'name' }]);
  expect((await participantsOf(a)).map(({ personId }) => personId)).toEqual([null, null]);
});
