import { afterEach, beforeEach, expect, it } from 'vitest';
import { added, begunImport, message, refused } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

it('shows nothing until the whole import is in, then every message with its place in the source', async () => {
  const { importId, sourceSha256 } = await begunImport(vault);
  await vault.askShell('messages.addBatch', { importId, messages: [message(1, 'Where are you'), message(2, 'IMG', { attachmentName: 'IMG-1.jpg' }), message(3, 'مرحبا بك')] });
  for (const [bytes, last] of [['first ', false], ['second', true]] as const) await vault.askShell('messages.addAttachment', { importId, name: 'IMG-1.jpg', bytes: Buffer.from(bytes), last, modifiedUtc: null, mediaType: 'image/jpeg' });
  expect((await vault.ask('conversations.list', {})).conversations).toEqual([]);
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(0);
  expect((await vault.ask('search.find', { text: 'where', offset: 0, limit: 9 })).total).toBe(0);
  const conversation = await vault.askShell('messages.commitImport', { importId, sourceSha256, sourceEntryName: '', mayBeTruncated: false, notOpened: [] });
  expect(conversation).toMatchObject({ messageCount: 3, firstAt: '2022-06-29T08:01:00', lastAt: '2022-06-29T08:03:00', participants: [{ name: 'Craig', isMe: false }, { name: 'Mara', isMe: true }] });
  const { messages } = await vault.ask('messages.page', { conversationId: conversation.id, firstOrdinal: 1, limit: 2 });
  expect(messages.map(({ ordinal, text, sourceLine, sourceOffset }) => [ordinal, text, sourceLine, sourceOffset])).toEqual([[1, 'IMG', 2, 20], [2, 'مرحبا بك', 3, 30]]);
  const attachment = messages[0]?.attachments[0]?.documentId ?? '';
  expect(Buffer.from((await vault.askShell('documents.read', { id: attachment, start: 0, end: 99 })).bytes).toString()).toBe('first second');
  expect((await vault.ask('messages.find', { conversationId: conversation.id, text: 'مرحبا' })).ordinals).toEqual([2]);
});

it('refuses to show what is not what was sealed, and leaves nothing of an abandoned or interrupted import', async () => {
  const { importId } = await begunImport(vault);
  await vault.askShell('messages.addBatch', { importId, messages: [message(1, 'x')] });
  await expect(vault.askShell('messages.commitImport', { importId, sourceSha256: '0'.repeat(64), sourceEntryName: '', mayBeTruncated: false, notOpened: [] })).rejects.toMatchObject(refused('file-changed'));
  await vault.askShell('messages.abandonImport', { importId });
  const second = await begunImport(vault, 'second.txt');
  await vault.askShell('messages.addBatch', { importId: second.importId, messages: [message(1, 'half')] });
  await vault.reopen();
  expect((await vault.ask('conversations.list', {})).conversations).toEqual([]);
  expect(await vault.ask('vault.facts', {})).toMatchObject({ messageCount: 0, documentCount: 0 });
  await expect(vault.askShell('messages.addBatch', { importId: second.importId, messages: [] })).rejects.toMatchObject(refused('not-found'));
});

it('says why an attachment is not kept: not in the file, left out by the phone, not opened, erased', async () => {
  const { importId, sourceSha256 } = await begunImport(vault);
  const names = ['never-there.jpg', '', 'locked.jpg', 'kept.jpg', 'locked.jpg'];
  await vault.askShell('messages.addBatch', { importId, messages: names.map((name, i) => message(i + 1, '', { attachmentName: name, attachmentOmitted: name === '' })) });
  await vault.askShell('messages.addAttachment', { importId, name: 'kept.jpg', bytes: Buffer.from('a picture'), last: true, modifiedUtc: null, mediaType: 'image/jpeg' });
  const { id } = await vault.askShell('messages.commitImport', { importId, sourceSha256, sourceEntryName: '', mayBeTruncated: false, notOpened: ['locked.jpg', 'kept.jpg', 'of another chat.jpg'] });
  const absent = async (): Promise<unknown[]> => (await vault.ask('messages.page', { conversationId: id, firstOrdinal: 0, limit: 9 })).messages.map(({ attachments }) => attachments[0]?.absent);
  expect(await absent()).toEqual(['not-there', 'left-out', 'not-opened', null, 'not-opened']);
  const { messages } = await vault.ask('messages.page', { conversationId: id, firstOrdinal: 3, limit: 1 });
  await vault.ask('documents.erase', { id: messages[0]?.attachments[0]?.documentId ?? '', reason: 'Not mine.' });
  expect(await absent()).toEqual(['not-there', 'left-out', 'not-opened', 'erased', 'not-opened']);
});

it('keeps the same picture once, however often it was sent', async () => {
  const kept = await added(vault, 'IMG-9.jpg', Buffer.from('a picture'));
  const { importId, sourceSha256 } = await begunImport(vault);
  const names = ['IMG-1.jpg', 'IMG-2.jpg', 'IMG-3.jpg'];
  await vault.askShell('messages.addBatch', { importId, messages: names.map((name, i) => message(i + 1, '', { attachmentName: name })) });
  for (const [i, text] of ['a picture', 'another', 'another'].entries()) await vault.askShell('messages.addAttachment', { importId, name: names[i] ?? '', bytes: Buffer.from(text), last: true, modifiedUtc: null, mediaType: 'image/jpeg' });
  const { id } = await vault.askShell('messages.commitImport', { importId, sourceSha256, sourceEntryName: '', mayBeTruncated: false, notOpened: [] });
  const { messages } = await vault.ask('messages.page', { conversationId: id, firstOrdinal: 0, limit: 9 });
  const held = messages.map((each) => each.attachments[0]?.documentId);
  expect(held[0]).toBe(kept);
  expect(held[1]).toBe(held[2]);
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(3);
  await vault.reopen();
  for (const [i, text] of ['a picture', 'another', 'another'].entries()) expect(Buffer.from((await vault.askShell('documents.read', { id: held[i] ?? '', start: 0, end: 99 })).bytes).toString()).toBe(text);
});

it('locks in the middle of an attachment without waiting for the rest of it', async () => {
  const { importId } = await begunImport(vault);
  await vault.askShell('messages.addAttachment', { importId, name: 'a.mp4', bytes: Buffer.from('first part'), last: false, modifiedUtc: null, mediaType: 'video/mp4' });
  await vault.reopen();
  expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(0);
  await expect(vault.askShell('messages.commitImport', { importId, sourceSha256: '0'.repeat(64), sourceEntryName: '', mayBeTruncated: false, notOpened: [] })).rejects.toMatchObject(refused('not-found'));
});
