import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { NeutralAttachment, NeutralMessage } from '../../../shared/importers/parts';
import type { ReadPart } from '../../../shared/importers/read-part';
import { madeMessage } from '../../../shared/importers/testing/made-parts';
import { added, begunImport, bring, committed, imported, message, refused, say, taskId } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const file = (name: string, id: string): NeutralAttachment => ({ name, file: id, absent: null });
const page = async (conversationId: string, firstOrdinal = 0) => (await vault.ask('messages.page', { conversationId, firstOrdinal, limit: 100 })).messages;

it('shows nothing until the whole import is in, then every message with its place in the source', async () => {
  const begun = await begunImport(vault);
  await say(vault, begun, [message(1, 'Where are you'), message(2, 'IMG', { attachments: [file('IMG-1.jpg', 'f1')] }), message(3, 'مرحبا بك')]);
  for (const [bytes, last] of [['first ', false], ['second', true]] as const) await vault.askShell('imports.addFile', { importId: begun.importId, id: 'f1', name: 'IMG-1.jpg', bytes: Buffer.from(bytes), last, isSound: true, modifiedUtc: null, mediaType: 'image/jpeg' });
  expect((await vault.ask('conversations.list', {})).conversations).toEqual([]);
  expect((await vault.ask('imports.list', {})).imports).toEqual([]);
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(0);
  expect((await vault.ask('search.find', { text: 'where', offset: 0, limit: 9 })).total).toBe(0);
  const conversation = await committed(vault, begun);
  expect(conversation).toMatchObject({
    kind: 'whatsapp', service: 'WhatsApp', messageCount: 3, callCount: 0, firstAt: '2022-06-29T08:01:00', lastAt: '2022-06-29T08:03:00', bases: ['as-written'], dateOrder: 'dmy', mayBeTruncated: false,
    participants: [{ name: 'Craig', handle: '', isMe: false, personId: null }, { name: 'Mara', handle: '', isMe: true, personId: null }],
  });
  const messages = await page(conversation.id, 1);
  expect(messages.map(({ ordinal, text, sourceNumber, sourceLine, sourceOffset }) => [ordinal, text, sourceNumber, sourceLine, sourceOffset])).toEqual([[1, 'IMG', 0, 2, 20], [2, 'مرحبا بك', 0, 3, 30]]);
  const attachment = messages[0]?.attachments[0]?.documentId ?? '';
  expect(Buffer.from((await vault.askShell('documents.read', { id: attachment, start: 0, end: 99 })).bytes).toString()).toBe('first second');
  expect((await vault.ask('messages.find', { conversationId: conversation.id, text: 'مرحبا' })).ordinals).toEqual([2]);
  const [entry] = (await vault.ask('history.list', { subjectId: conversation.id, offset: 0, limit: 1 })).entries;
  expect(JSON.parse(entry?.payload ?? '')).toMatchObject({ title: 'Craig', kind: 'whatsapp', messageCount: 3, sources: [{ documentId: conversation.sources[0]?.documentId, entryName: '', sha256: begun.read[0]?.sha256 }] });
});

it('refuses to show what is not what was sealed, and leaves nothing of an abandoned or interrupted import', async () => {
  const begun = await begunImport(vault);
  await say(vault, begun, [message(1, 'x', { attachments: [file('a.jpg', 'f1')] })]);
  await bring(vault, begun, 'f1', 'a picture');
  await expect(vault.askShell('imports.commit', { importId: begun.importId, read: [{ path: 'chat.txt', sha256: '0'.repeat(64) }], mayBeTruncated: [] })).rejects.toMatchObject(refused('file-changed'));
  await expect(vault.askShell('imports.commit', { importId: begun.importId, read: [], mayBeTruncated: [] })).rejects.toMatchObject(refused('file-changed'));
  await vault.askShell('imports.abandon', { importId: begun.importId });
  const second = await begunImport(vault, 'second.txt');
  await say(vault, second, [message(1, 'half', { attachments: [file('a.jpg', 'f1')] })]);
  await bring(vault, second, 'f1', 'a picture');
  await vault.reopen();
  expect((await vault.ask('conversations.list', {})).conversations).toEqual([]);
  expect(await vault.ask('vault.facts', {})).toMatchObject({ messageCount: 0, documentCount: 0 });
  expect((await vault.ask('search.find', { text: 'half', offset: 0, limit: 9 })).total).toBe(0);
  await expect(say(vault, second, [])).rejects.toMatchObject(refused('not-found'));
});

it('says why an attachment is not kept: left out, not there, not opened, never sent, erased; and keeps several of one message', async () => {
  const begun = await begunImport(vault);
  const absent = (name: string, because: NeutralAttachment['absent']): NeutralAttachment => ({ name, file: '', absent: because });
  await bring(vault, begun, 'early', 'a picture', { name: 'kept.jpg' });
  await say(vault, begun, [
    message(1, '', { attachments: [absent('never-there.jpg', 'not-there'), absent('', 'left-out'), absent('locked.jpg', 'not-opened')] }),
    message(2, '', { attachments: [file('kept.jpg', 'early'), file('never-sent.jpg', 'never')] }),
    message(3, '', { attachments: [file('cut-short.jpg', 'short'), file('again.jpg', 'early')] }),
  ]);
  const piece = { importId: begun.importId, id: 'short', name: 'cut-short.jpg', modifiedUtc: null, mediaType: 'image/jpeg' };
  await vault.askShell('imports.addFile', { ...piece, bytes: Buffer.from('half of'), last: false, isSound: true });
  await vault.askShell('imports.addFile', { ...piece, bytes: Buffer.alloc(0), last: true, isSound: false });
  await bring(vault, begun, 'nobody names it', 'a stray file');
  const { id } = await committed(vault, begun);
  const told = async (): Promise<unknown[]> => (await page(id)).map(({ attachments }) => attachments.map(({ name, documentId, absent: because }) => [name, documentId === null ? because : 'kept']));
  expect(await told()).toEqual([
    [['never-there.jpg', 'not-there'], ['', 'left-out'], ['locked.jpg', 'not-opened']],
    [['kept.jpg', 'kept'], ['never-sent.jpg', 'not-opened']],
    [['cut-short.jpg', 'not-opened'], ['again.jpg', 'kept']],
  ]);
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).documents.map(({ originalName, origin }) => `${originalName} ${origin}`).sort()).toEqual(['chat.txt message-source', 'kept.jpg message-attachment']);
  await vault.ask('documents.erase', { id: (await page(id, 1))[0]?.attachments[0]?.documentId ?? '', reason: 'Not mine.' });
  expect((await told()).slice(1)).toEqual([[['kept.jpg', 'erased'], ['never-sent.jpg', 'not-opened']], [['cut-short.jpg', 'not-opened'], ['again.jpg', 'erased']]]);
  await vault.reopen();
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).documents.map(({ originalName }) => originalName)).toEqual(['chat.txt']);
});

it('keeps the same picture once, however often it was sent', async () => {
  const kept = await added(vault, 'IMG-9.jpg', Buffer.from('a picture'));
  const begun = await begunImport(vault);
  await say(vault, begun, ['f1', 'f2', 'f3'].map((id, i) => message(i + 1, '', { attachments: [file(`${id}.jpg`, id)] })));
  for (const [i, text] of ['a picture', 'another', 'another'].entries()) await bring(vault, begun, `f${i + 1}`, text);
  const { id } = await committed(vault, begun);
  const held = (await page(id)).map((each) => each.attachments[0]?.documentId);
  expect(held[0]).toBe(kept);
  expect(held[1]).toBe(held[2]);
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(3);
  await vault.reopen();
  for (const [i, text] of ['a picture', 'another', 'another'].entries()) expect(Buffer.from((await vault.askShell('documents.read', { id: held[i] ?? '', start: 0, end: 99 })).bytes).toString()).toBe(text);
});

it('locks in the middle of an attachment without waiting for the rest of it', async () => {
  const begun = await begunImport(vault);
  await vault.askShell('imports.addFile', { importId: begun.importId, id: 'f1', name: 'a.mp4', bytes: Buffer.from('first part'), last: false, isSound: true, modifiedUtc: null, mediaType: 'video/mp4' });
  await vault.reopen();
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(0);
  await expect(committed(vault, begun)).rejects.toMatchObject(refused('not-found'));
});

const conversation = (key: string, more: Partial<Extract<ReadPart, { part: 'conversation' }>> = {}): ReadPart => ({ part: 'conversation', key, kind: 'messenger', title: '', service: 'Messenger', participants: [], ...more });
const says = (key: string, messages: NeutralMessage[], number = 0, entryName = ''): ReadPart => ({ part: 'messages', key, file: number, entryName, messages });
/** An instant of summer time, an hour ahead of UTC. */
const at = (time: string, said: Partial<NeutralMessage>): NeutralMessage => madeMessage(1, { at: `2023-07-01T${time}`, offsetMinutes: 60, basis: 'instant', ...said });

/** A folder beside the vault, with these files in it. */
async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = path.join(vault.folder, '..', `${path.basename(vault.folder)}-takeout`);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return folder;
}
const all = { dateOrder: null, columns: null, mail: null, locations: false, conversations: null };

it('names a folder that was cut short as a folder', async () => {
  const folder = await folderOf({ 'a.json': '{1}' });
  await vault.askShell('imports.begin', { taskId, path: folder, name: 'takeout', isFolder: true, files: ['a.json'], ...all });
  expect((await vault.reopen()).notKept).toEqual(['takeout/']);
});

it('brings in several conversations of a folder, with handles, quotes, reactions, calls and where each stands', async () => {
  const folder = await folderOf({ 'inbox/dan_1/message_1.json': '{1}', 'inbox/dan_1/message_2.json': '{2}', 'calls.xml': '<calls/>' });
  const files = ['inbox/dan_1/message_1.json', 'inbox/dan_1/message_2.json', 'calls.xml'];
  const { importId, seals } = await vault.askShell('imports.begin', { taskId, path: folder, name: 'takeout', isFolder: true, files, ...all });
  expect(seals.map((seal) => seal.path)).toEqual(files);
  await vault.askShell('imports.addParts', { importId, parts: [
    conversation('dan', { participants: [{ name: 'Dan', handle: '07700 900001', isOwner: false }, { name: 'Mara', handle: '', isOwner: true }] }),
    says('dan', [at('10:00:00', { sender: 'Dan', text: 'second file first' })], 1),
    conversation('calls', { kind: 'sms-backup', service: 'telephone', title: 'Calls' }),
    says('calls', [at('09:00:00', { sender: 'Dan', call: { kind: 'missed', isVideo: false, seconds: null }, line: 'SIM 2' })], 2),
    { part: 'not-understood', file: 2, entryName: '', text: '<strange/>', sourceLine: 3, sourceOffset: 4, sourceLength: 10 },
    { part: 'not-understood', file: 0, entryName: '', text: '', sourceLine: 1, sourceOffset: 0, sourceLength: 3, counts: { said: 9, read: 2 } },
    conversation('empty'),
  ] });
  await vault.askShell('imports.addParts', { importId, parts: [
    says('dan', [at('11:00:00', { sender: 'Mara', text: 'stop', flags: ['reply', 'edited'], quoted: { sender: 'Dan', text: 'I know where you are' }, reactions: [{ by: 'Dan', what: '👎' }] }), at('12:00:00', { sender: 'Eve', kind: 'not-understood', text: '{"x":1}' })], 0),
  ] });
  const { conversations } = await vault.askShell('imports.commit', { importId, read: seals, mayBeTruncated: ['dan'] });
  const [dan, calls] = conversations;
  expect(conversations.map(({ title, kind, service, messageCount, callCount, notUnderstoodCount, mayBeTruncated, bases, dateOrder }) => [title, kind, service, messageCount, callCount, notUnderstoodCount, mayBeTruncated, bases, dateOrder])).toEqual([
    ['Dan, Eve', 'messenger', 'Messenger', 3, 0, 1, true, ['instant'], null], ['Calls', 'sms-backup', 'telephone', 1, 1, 0, false, ['instant'], null],
  ]);
  expect(dan?.participants).toEqual([{ name: 'Dan', handle: '07700 900001', isMe: false, personId: null }, { name: 'Eve', handle: '', isMe: false, personId: null }, { name: 'Mara', handle: '', isMe: true, personId: null }]);
  const documents = new Map((await vault.ask('documents.list', { offset: 0, limit: 9 })).documents.map((document) => [document.id, document]));
  expect(dan?.sources.map(({ documentId, entryName }) => [documents.get(documentId)?.originalName, entryName, documents.get(documentId)?.mediaType])).toEqual([['message_2.json', files[1], 'application/json'], ['message_1.json', files[0], 'application/json']]);
  expect((await page(dan?.id ?? '')).map(({ text, isMe, sourceNumber, offsetMinutes, basis, flags, quoted, reactions }) => ({ text, isMe, sourceNumber, offsetMinutes, basis, flags, quoted, reactions }))).toEqual([
    { text: 'second file first', isMe: false, sourceNumber: 0, offsetMinutes: 60, basis: 'instant', flags: [], quoted: null, reactions: [] },
    { text: 'stop', isMe: true, sourceNumber: 1, offsetMinutes: 60, basis: 'instant', flags: ['reply', 'edited'], quoted: { sender: 'Dan', text: 'I know where you are' }, reactions: [{ by: 'Dan', what: '👎' }] },
    { text: '{"x":1}', isMe: false, sourceNumber: 1, offsetMinutes: 60, basis: 'instant', flags: [], quoted: null, reactions: [] },
  ]);
  expect((await page(calls?.id ?? ''))[0]).toMatchObject({ call: { kind: 'missed', isVideo: false, seconds: null }, line: 'SIM 2' });
  const [kept] = (await vault.ask('imports.list', {})).imports;
  expect(kept).toMatchObject({ id: importId, name: 'takeout', notUnderstoodCount: 2 });
  expect([...(kept?.conversationIds ?? [])].sort()).toEqual(conversations.map(({ id }) => id).sort());
  const unclear = await vault.ask('imports.notUnderstood', { id: importId, offset: 0, limit: 9 });
  expect(unclear.stretches.map(({ source, text, sourceLine, sourceOffset, sourceLength, counts }) => [source.entryName, text, sourceLine, sourceOffset, sourceLength, counts])).toEqual([['calls.xml', '<strange/>', 3, 4, 10, null], [files[0], '', 1, 0, 3, { said: 9, read: 2 }]]);
  await expect(vault.ask('documents.erase', { id: dan?.sources[1]?.documentId ?? '', reason: 'x' })).rejects.toMatchObject(refused('read-only'));
});

it('seals nothing outside the folder she chose, and names the file that is gone', async () => {
  const folder = await folderOf({ 'a.json': 'a', 'in/b.json': 'b' });
  await symlink('/etc', path.join(folder, 'link'));
  await symlink(path.join(folder, 'a.json'), path.join(folder, 'c.json'));
  for (const [at, code] of [['../a.json', 'bad-call'], ['link/hostname', 'file-unreadable'], ['c.json', 'file-unreadable'], ['in', 'file-unreadable'], ['in//b.json', 'bad-call'], ['./a.json', 'bad-call'], ['in\\b.json', 'bad-call'], ['gone.json', 'file-gone']] as const) {
    await expect(vault.askShell('imports.begin', { taskId, path: folder, name: 'f', isFolder: true, files: ['a.json', at], ...all }), at).rejects.toMatchObject(refused(code));
  }
  expect((await vault.reopen()).notKept).toEqual([]);
  expect(await vault.ask('vault.facts', {})).toMatchObject({ documentCount: 0 });
});

it('takes only what she chose of a source, and the rest of it another time; the very same is refused', async () => {
  const choose = (keys: string[]) => ({ dateOrder: null, columns: null, mail: null, locations: false, conversations: keys.map((key) => ({ key, title: `her ${key}`, meName: 'Mara' })) });
  const folder = await folderOf({ 'chats.json': 'chats' });
  const begin = (choices: object) => vault.askShell('imports.begin', { taskId, path: path.join(folder, 'chats.json'), name: 'chats.json', isFolder: false, files: ['chats.json'], ...choices } as never);
  const whole = async (choices: object): Promise<string[]> => {
    const { importId, seals } = await begin(choices);
    try {
      for (const key of ['a', 'b', 'c']) await vault.askShell('imports.addParts', { importId, parts: [conversation(key, { title: key }), says(key, [at('10:00:00', { sender: 'Mara', text: `in ${key}` })])] });
      return (await vault.askShell('imports.commit', { importId, read: seals, mayBeTruncated: [] })).conversations.map(({ title }) => title);
    } catch (error) {
      await vault.askShell('imports.abandon', { importId });
      throw error;
    }
  };
  expect(await whole(choose(['b']))).toEqual(['her b']);
  expect((await vault.ask('search.find', { text: 'in', offset: 0, limit: 9 })).hits.filter(({ subject }) => subject === 'message').map(({ title }) => title)).toEqual(['her b · Mara']);
  await expect(begin(choose(['b']))).rejects.toMatchObject(refused('duplicate'));
  expect(await whole(choose(['a', 'b']))).toEqual(['her a']);
  expect(await whole(all)).toEqual(['c']);
  await expect(begin(all)).rejects.toMatchObject(refused('duplicate'));
  await expect(begin(choose(['a', 'b', 'c']))).rejects.toMatchObject(refused('duplicate'));
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(1);
});

it('puts in order what an export tells backwards, and leaves clock times that go back now and then as they stand', async () => {
  const folder = await folderOf({ 'a.json': 'a' });
  const { importId, seals } = await vault.askShell('imports.begin', { taskId, path: path.join(folder, 'a.json'), name: 'a.json', isFolder: false, files: ['a.json'], ...all });
  const times = ['12:00:00', '11:00:00', '10:00:00'];
  await vault.askShell('imports.addParts', { importId, parts: [conversation('newest first', { title: 'x' }), says('newest first', times.map((time, i) => at(time, { sender: 'Dan', text: `word${i}`, attachments: [file('p.jpg', `f${i}`)] })))] });
  // The hour that comes twice: half past one in summer time is before half past one in winter time.
  await vault.askShell('imports.addParts', { importId, parts: [conversation('twice', { title: 'y' }), says('twice', [[60, 'first'], [0, 'third'], [60, 'second']].map(([offsetMinutes, text], i) => madeMessage(i + 1, { at: `2023-10-29T01:${i === 2 ? '40' : '30'}:00`, offsetMinutes: Number(offsetMinutes), basis: 'instant', sender: 'Dan', text: String(text) })))] });
  await vault.askShell('imports.addParts', { importId, parts: [says('newest first', [at('09:00:00', { sender: 'Dan', text: 'word3' }), { ...at('09:00:00', { text: 'undated' }), at: '' }])] });
  for (const i of [0, 1, 2]) await bring(vault, { importId, read: seals }, `f${i}`, `picture ${i}`);
  const { conversations } = await vault.askShell('imports.commit', { importId, read: seals, mayBeTruncated: [] });
  const [backwards, twice] = conversations.map(({ id }) => id);
  expect((await page(backwards ?? '')).map(({ ordinal, text, sourceLine }) => [ordinal, text, sourceLine])).toEqual([[0, 'word3', 1], [1, 'undated', 1], [2, 'word2', 1], [3, 'word1', 1], [4, 'word0', 1]]);
  expect((await page(twice ?? '')).map(({ text }) => text)).toEqual(['first', 'second', 'third']);
  expect(await Promise.all(['word0', 'word2', 'word3'].map(async (text) => (await vault.ask('messages.find', { conversationId: backwards ?? '', text })).ordinals))).toEqual([[4], [2], [0]]);
  const pictures = await Promise.all((await page(backwards ?? '')).map(async ({ attachments }) => (attachments[0]?.documentId ? Buffer.from((await vault.askShell('documents.read', { id: attachments[0].documentId, start: 0, end: 9 })).bytes).toString() : '')));
  expect(pictures).toEqual(['', '', 'picture 2', 'picture 1', 'picture 0']);
  const clock = await imported(vault, ['10:00', '10:05', '09:30', '10:10'].map((time, i) => madeMessage(i + 1, { at: `2023-01-01T${time}:00`, sender: 'Dan', text: time })), 'clock.txt');
  expect((await page(clock.id)).map(({ text }) => text)).toEqual(['10:00', '10:05', '09:30', '10:10']);
});

it('refuses parts that are no parts, of files not sealed, of conversations not begun, and goes no further with what failed', async () => {
  for (const parts of [[{ part: 'other' }], [says('chat', [message(1, 'x')], 1)], [says('nobody', [message(1, 'x')])], [says('chat', [{ ...message(1, 'x'), at: 'yesterday' }])]] as unknown[][]) {
    const begun = await begunImport(vault);
    await say(vault, begun, [message(1, 'good')]);
    await expect(vault.askShell('imports.addParts', { importId: begun.importId, parts })).rejects.toMatchObject(refused('bad-call'));
    await vault.askShell('imports.abandon', { importId: begun.importId });
  }
  for (const bad of [[{ part: 'other' }], [says('nobody', [message(1, 'x')])]] as unknown[][]) {
    const begun = await begunImport(vault);
    await say(vault, begun, [message(1, 'good')]);
    // The second stands at the door before the first is refused.
    const outcomes = await Promise.allSettled([bad, [says('chat', [message(2, 'behind it')])]].map((parts) => vault.askShell('imports.addParts', { importId: begun.importId, parts })));
    expect(outcomes).toMatchObject([{ reason: refused('bad-call') }, { reason: refused('not-found') }]);
    await expect(committed(vault, begun)).rejects.toMatchObject(refused('not-found'));
    await vault.askShell('imports.abandon', { importId: begun.importId });
  }
  const empty = await begunImport(vault);
  await expect(committed(vault, empty)).rejects.toMatchObject(refused('not-understood'));
  await vault.askShell('imports.abandon', { importId: empty.importId });
  expect(await vault.ask('vault.facts', {})).toMatchObject({ messageCount: 0, documentCount: 0 });
});
