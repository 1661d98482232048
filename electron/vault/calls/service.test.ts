import { writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NeutralMessage } from '../../../shared/importers/neutral';
import { wholeChronology } from '../../../shared/model/chronology';
import { emptyIncidentContent, type IncidentContent } from '../../../shared/model/incident';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const content = (change: Partial<IncidentContent>): IncidentContent => ({ ...emptyIncidentContent, ...change });
const on = (edtf: string): IncidentContent['happened'] => ({ typed: edtf, edtf, timeOfDay: '', timeApproximate: false, basis: null });
const refused = (code: string): object => ({ code });
const taskId = 'a'.repeat(32);

async function recorded(change: Partial<IncidentContent>): Promise<string> {
  const { id } = await vault.ask('incidents.begin', {});
  await vault.ask('incidents.saveDraft', { id, content: content(change) });
  await vault.ask('incidents.record', { id });
  return id;
}

async function added(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(vault.folder, `..`, `${path.basename(vault.folder)}-${name}`);
  await writeFile(file, bytes);
  return (await vault.askShell('documents.seal', { taskId, path: file, name, origin: 'added' })).document.id;
}

const message = (line: number, text: string, more: Partial<NeutralMessage> = {}): NeutralMessage => ({
  kind: 'message', sender: line % 2 ? 'Mara' : 'Craig', at: `2022-06-29T08:${String(line % 60).padStart(2, '0')}:00`, atAsWritten: '29/06/2022, 08:02', text,
  attachmentName: '', attachmentOmitted: false, flags: [], sourceLine: line, sourceOffset: line * 10, sourceLength: 10, ...more,
});

async function begunImport(name = 'chat.txt'): Promise<{ importId: string; sourceSha256: string }> {
  const file = path.join(vault.folder, '..', `${path.basename(vault.folder)}-${name}`);
  await writeFile(file, `source ${name}`);
  return vault.askShell('messages.beginImport', { taskId, path: file, name, title: 'Craig', dateOrder: 'dmy', meName: 'Mara' });
}

describe('incidents', () => {
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
    await vault.ask('incidents.link', { id: next.id, target: { kind: 'document', documentId: await added('letter.txt', Buffer.from('a letter')) } });
    expect([id, next.id]).not.toContain((await vault.ask('incidents.begin', {})).id);
  });

  it('keeps the original beside every amendment, each with its time and reason', async () => {
    const id = await recorded({ account: 'It was Friday.' });
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
    const other = await recorded({ account: 'x' });
    await expect(vault.ask('incidents.record', { id: other })).rejects.toMatchObject(refused('already-recorded'));
    await expect(vault.ask('incidents.saveDraft', { id: other, content: content({}) })).rejects.toMatchObject(refused('already-recorded'));
    await expect(vault.ask('incidents.amend', { id: other, content: content({}), reason: '  ' })).rejects.toMatchObject(refused('bad-call'));
  });

  it('erases the words and keeps that, when and why', async () => {
    const id = await recorded({ account: 'unrepeatable-words', title: 'gone-title' });
    const erased = await vault.ask('incidents.erase', { id, reason: 'He reads this computer.' });
    expect(erased).toMatchObject({ status: 'erased', versions: [], content: emptyIncidentContent, erased: { reason: 'He reads this computer.' } });
    await vault.reopen();
    expect((await vault.ask('search.find', { text: 'unrepeatable', offset: 0, limit: 10 })).total).toBe(0);
    const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 10 });
    expect(entries.map((entry) => [entry.kind, entry.payload === null])).toEqual([['incident-erased', false], ['incident-recorded', true], ['incident-begun', true]]);
    expect((await vault.ask('chronology.rows', { filter: wholeChronology, offset: 0, limit: 10 })).total).toBe(0);
  });
});

describe('chronology', () => {
  it('orders by the earliest possible day, the vague before the exact, the undated last', async () => {
    for (const [title, edtf] of [['exact', '2019-06-01'], ['undated', ''], ['year', '2019'], ['month', '2019-06~'], ['later', '2020-01-01']] as const) await recorded({ title, account: 'x', happened: on(edtf) });
    const { rows, total } = await vault.ask('chronology.rows', { filter: wholeChronology, offset: 0, limit: 10 });
    expect(total).toBe(5);
    expect(rows.map((row) => row.title)).toEqual(['year', 'month', 'exact', 'later', 'undated']);
    const { years, undated } = await vault.ask('chronology.years', { filter: wholeChronology });
    expect(years).toEqual([
      { year: 2019, exact: 1, vague: 2, firstRow: 0, exactByMonth: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], vagueByMonth: [1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1] },
      { year: 2020, exact: 1, vague: 0, firstRow: 3, exactByMonth: [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], vagueByMonth: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] },
    ]);
    const rowOf = async (title: string, filter = wholeChronology): Promise<number | null> => (await vault.ask('chronology.rowOf', { filter, subject: 'incident', id: rows.find((row) => row.title === title)!.id })).row;
    expect(await rowOf('later')).toBe(3);
    expect(await rowOf('later', { ...wholeChronology, fromDay: '2019-07-01' })).toBe(1);
    expect(await rowOf('later', { ...wholeChronology, toDay: '2019-07-01' })).toBeNull();
    expect(undated).toBe(1);
  });

  it('filters by period, person, kind, evidence and words together', async () => {
    const craig = await vault.ask('people.add', { name: 'Craig', role: 'accused' });
    const id = await recorded({ title: 'A', account: 'the radiator', happened: on('2022-10-09'), kinds: ['physical'], people: [{ personId: craig.id, part: 'did-it' }] });
    await recorded({ title: 'B', account: 'the radiator again', happened: on('2023'), kinds: ['economic'] });
    const document = await added('a.txt', Buffer.from('paper'));
    await vault.ask('incidents.link', { id, target: { kind: 'document', documentId: document } });
    const titles = async (change: Partial<typeof wholeChronology>): Promise<string[]> => (await vault.ask('chronology.rows', { filter: { ...wholeChronology, ...change }, offset: 0, limit: 10 })).rows.map((row) => row.title);
    expect(await titles({ personIds: [craig.id] })).toEqual(['A']);
    expect(await titles({ kinds: ['economic', 'sexual'] })).toEqual(['B']);
    expect(await titles({ hasEvidence: true })).toEqual(['A']);
    expect(await titles({ hasEvidence: false })).toEqual(['B']);
    expect(await titles({ fromDay: '2023-06-01' })).toEqual(['B']);
    expect(await titles({ toDay: '2022-12-31' })).toEqual(['A']);
    expect(await titles({ text: 'radiat' })).toEqual(['A', 'B']);
    expect(await titles({ text: 'radiator -again' })).toEqual(['A']);
  });
});

describe('documents', () => {
  it('keeps the bytes, the hash and the name; notices the same bytes again; reads any range', async () => {
    const bytes = Buffer.from('a paper with words: Zażółć gęślą');
    const id = await added('Zażółć.txt', bytes);
    await vault.askShell('documents.noteFacts', { id, mediaType: 'text/plain', form: 'text', picture: null });
    const document = await vault.ask('documents.get', { id });
    expect(document).toMatchObject({ originalName: 'Zażółć.txt', sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), form: 'text' });
    const again = await vault.askShell('documents.seal', { taskId, path: path.join(vault.folder, '..', `${path.basename(vault.folder)}-Zażółć.txt`), name: 'other.txt', origin: 'added' });
    expect(again.duplicateOfId).toBe(id);
    expect(Buffer.from((await vault.askShell('documents.read', { id, start: 2, end: 7 })).bytes).toString()).toBe('paper');
    expect((await vault.ask('search.find', { text: 'gesla', offset: 0, limit: 5 })).hits.map((hit) => hit.id)).toEqual([id]);
  });

  it('says which file could not be read, and stores nothing', async () => {
    await expect(vault.askShell('documents.seal', { taskId, path: '/nowhere/at/all.pdf', name: 'all.pdf', origin: 'added' })).rejects.toMatchObject({ code: 'file-unreadable', file: 'all.pdf' });
    await expect(added('empty.txt', new Uint8Array())).rejects.toMatchObject({ code: 'file-empty', file: 'empty.txt' });
    expect((await vault.ask('documents.list', { offset: 0, limit: 10 })).total).toBe(0);
  });

  it('keeps in the history that a copy of the original went out', async () => {
    const id = await added('letter.txt', Buffer.from('a letter'));
    await vault.askShell('documents.noteSaved', { id, fileName: 'copy.txt' });
    const { entries } = await vault.ask('history.list', { subjectId: id, offset: 0, limit: 10 });
    expect(entries.map(({ kind }) => kind)).toEqual(['original-saved', 'document-added']);
    expect(JSON.parse(entries[0]!.payload!)).toMatchObject({ fileName: 'copy.txt', sizeBytes: 8 });
    await vault.ask('documents.erase', { id, reason: 'wrong file' });
    await expect(vault.askShell('documents.noteSaved', { id, fileName: 'copy.txt' })).rejects.toMatchObject(refused('erased'));
  });

  it('erases a document so that nothing opens it again', async () => {
    const id = await added('secret-name.txt', Buffer.from('secret paper'));
    const erased = await vault.ask('documents.erase', { id, reason: 'wrong file' });
    expect(erased).toMatchObject({ status: 'erased', originalName: '', erased: { reason: 'wrong file' } });
    await expect(vault.askShell('documents.read', { id, start: 0, end: 5 })).rejects.toMatchObject(refused('not-found'));
    expect((await vault.ask('search.find', { text: 'secret', offset: 0, limit: 5 })).total).toBe(0);
  });
});

describe('conversations', () => {
  it('shows nothing until the whole import is in, then every message with its place in the source', async () => {
    const { importId, sourceSha256 } = await begunImport();
    await vault.askShell('messages.addBatch', { importId, messages: [message(1, 'Where are you'), message(2, 'IMG', { attachmentName: 'IMG-1.jpg' }), message(3, 'مرحبا بك')] });
    for (const [bytes, last] of [['first ', false], ['second', true]] as const) await vault.askShell('messages.addAttachment', { importId, name: 'IMG-1.jpg', bytes: Buffer.from(bytes), last, modifiedUtc: null, mediaType: 'image/jpeg' });
    expect((await vault.ask('conversations.list', {})).conversations).toEqual([]);
    expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(0);
    expect((await vault.ask('search.find', { text: 'where', offset: 0, limit: 9 })).total).toBe(0);
    const conversation = await vault.askShell('messages.commitImport', { importId, sourceSha256, sourceEntryName: '', mayBeTruncated: false });
    expect(conversation).toMatchObject({ messageCount: 3, firstAt: '2022-06-29T08:01:00', lastAt: '2022-06-29T08:03:00', participants: [{ name: 'Craig', isMe: false }, { name: 'Mara', isMe: true }] });
    const { messages } = await vault.ask('messages.page', { conversationId: conversation.id, firstOrdinal: 1, limit: 2 });
    expect(messages.map(({ ordinal, text, sourceLine, sourceOffset }) => [ordinal, text, sourceLine, sourceOffset])).toEqual([[1, 'IMG', 2, 20], [2, 'مرحبا بك', 3, 30]]);
    const attachment = messages[0]?.attachment?.documentId ?? '';
    expect(Buffer.from((await vault.askShell('documents.read', { id: attachment, start: 0, end: 99 })).bytes).toString()).toBe('first second');
    expect((await vault.ask('messages.find', { conversationId: conversation.id, text: 'مرحبا' })).ordinals).toEqual([2]);
  });

  it('refuses to show what is not what was sealed, and leaves nothing of an abandoned or interrupted import', async () => {
    const { importId } = await begunImport();
    await vault.askShell('messages.addBatch', { importId, messages: [message(1, 'x')] });
    await expect(vault.askShell('messages.commitImport', { importId, sourceSha256: '0'.repeat(64), sourceEntryName: '', mayBeTruncated: false })).rejects.toMatchObject(refused('file-changed'));
    await vault.askShell('messages.abandonImport', { importId });
    const second = await begunImport('second.txt');
    await vault.askShell('messages.addBatch', { importId: second.importId, messages: [message(1, 'half')] });
    await vault.reopen();
    expect((await vault.ask('conversations.list', {})).conversations).toEqual([]);
    expect(await vault.ask('vault.facts', {})).toMatchObject({ messageCount: 0, documentCount: 0 });
    await expect(vault.askShell('messages.addBatch', { importId: second.importId, messages: [] })).rejects.toMatchObject(refused('not-found'));
  });

  it('says why an attachment is not kept: not in the file, left out by the phone, not opened, erased', async () => {
    const { importId, sourceSha256 } = await begunImport();
    const names = ['never-there.jpg', '', 'locked.jpg', 'kept.jpg', 'locked.jpg'];
    await vault.askShell('messages.addBatch', { importId, messages: names.map((name, i) => message(i + 1, '', { attachmentName: name, attachmentOmitted: name === '' })) });
    await vault.askShell('messages.addAttachment', { importId, name: 'kept.jpg', bytes: Buffer.from('a picture'), last: true, modifiedUtc: null, mediaType: 'image/jpeg' });
    const { id } = await vault.askShell('messages.commitImport', { importId, sourceSha256, sourceEntryName: '', mayBeTruncated: false, notOpened: ['locked.jpg', 'kept.jpg', 'of another chat.jpg'] });
    const absent = async (): Promise<unknown[]> => (await vault.ask('messages.page', { conversationId: id, firstOrdinal: 0, limit: 9 })).messages.map(({ attachment }) => attachment?.absent);
    expect(await absent()).toEqual(['not-in-file', 'left-out-by-phone', 'not-opened', null, 'not-opened']);
    const { messages } = await vault.ask('messages.page', { conversationId: id, firstOrdinal: 3, limit: 1 });
    await vault.ask('documents.erase', { id: messages[0]?.attachment?.documentId ?? '', reason: 'Not mine.' });
    expect(await absent()).toEqual(['not-in-file', 'left-out-by-phone', 'not-opened', 'erased', 'not-opened']);
  });

  it('keeps the same picture once, however often it was sent', async () => {
    const kept = await added('IMG-9.jpg', Buffer.from('a picture'));
    const { importId, sourceSha256 } = await begunImport();
    const names = ['IMG-1.jpg', 'IMG-2.jpg', 'IMG-3.jpg'];
    await vault.askShell('messages.addBatch', { importId, messages: names.map((name, i) => message(i + 1, '', { attachmentName: name })) });
    for (const [i, text] of ['a picture', 'another', 'another'].entries()) await vault.askShell('messages.addAttachment', { importId, name: names[i] ?? '', bytes: Buffer.from(text), last: true, modifiedUtc: null, mediaType: 'image/jpeg' });
    const { id } = await vault.askShell('messages.commitImport', { importId, sourceSha256, sourceEntryName: '', mayBeTruncated: false });
    const { messages } = await vault.ask('messages.page', { conversationId: id, firstOrdinal: 0, limit: 9 });
    const held = messages.map((each) => each.attachment?.documentId);
    expect(held[0]).toBe(kept);
    expect(held[1]).toBe(held[2]);
    expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(3);
    await vault.reopen();
    for (const [i, text] of ['a picture', 'another', 'another'].entries()) expect(Buffer.from((await vault.askShell('documents.read', { id: held[i] ?? '', start: 0, end: 99 })).bytes).toString()).toBe(text);
  });

  it('locks in the middle of an attachment without waiting for the rest of it', async () => {
    const { importId } = await begunImport();
    await vault.askShell('messages.addAttachment', { importId, name: 'a.mp4', bytes: Buffer.from('first part'), last: false, modifiedUtc: null, mediaType: 'video/mp4' });
    await vault.reopen();
    expect((await vault.ask('documents.list', { offset: 0, limit: 9 })).total).toBe(0);
    await expect(vault.askShell('messages.commitImport', { importId, sourceSha256: '0'.repeat(64), sourceEntryName: '', mayBeTruncated: false })).rejects.toMatchObject(refused('not-found'));
  });

  it('marks a range, links it, and prints it with the same mark for ever', async () => {
    const { importId, sourceSha256 } = await begunImport();
    await vault.askShell('messages.addBatch', { importId, messages: [1, 2, 3, 4].map((line) => message(line, `message ${line}`)) });
    const conversation = await vault.askShell('messages.commitImport', { importId, sourceSha256, sourceEntryName: '', mayBeTruncated: true });
    const excerpt = await vault.ask('excerpts.mark', { conversationId: conversation.id, firstOrdinal: 1, lastOrdinal: 2, shows: 'He knew.' });
    expect((await vault.ask('chronology.rows', { filter: { ...wholeChronology, text: 'message 3' }, offset: 0, limit: 9 })).rows.map((row) => row.id)).toEqual([excerpt.id]);
    const document = await added('b.txt', Buffer.from('b'));
    const later = await recorded({ title: 'later', account: 'x', happened: on('2023-01-01'), privilegedNote: 'for my solicitor' });
    const earlier = await recorded({ title: 'earlier', account: 'x', happened: on('2022-01-01') });
    await vault.ask('incidents.link', { id: later, target: { kind: 'excerpt', excerptId: excerpt.id } });
    const choice = { caseName: 'Ellis', incidentIds: [later, earlier], documentIds: [], excerptIds: [], leaveOutExhibitOf: [], includePrivileged: false };
    const plan = await vault.askShell('exports.plan', { choice });
    expect(plan.entries.map((entry) => [entry.number, entry.title, entry.exhibitMarks])).toEqual([[1, 'earlier', []], [2, 'later', ['TM1']]]);
    expect(plan.entries[1]?.versions[0]?.content.privilegedNote).toBe('');
    expect(plan.exhibits[0]?.thing).toMatchObject({ kind: 'excerpt', messages: [{ text: 'message 2' }, { text: 'message 3' }] });
    await vault.askShell('exports.record', { planId: plan.planId, fileName: 'Ellis.pdf', pageCount: 9, sizeBytes: 99, sha256: 'f'.repeat(64) });
    await vault.ask('incidents.link', { id: earlier, target: { kind: 'document', documentId: document } });
    await vault.reopen();
    const next = await vault.askShell('exports.plan', { choice: { ...choice, includePrivileged: true } });
    expect(next.entries.map((entry) => entry.exhibitMarks)).toEqual([['TM2'], ['TM1']]);
    expect(next.entries[1]?.versions[0]?.content.privilegedNote).toBe('for my solicitor');
    expect(next.sealCode).not.toBe(plan.sealCode);
    expect((await vault.ask('exports.list', {})).exports[0]).toMatchObject({ fileName: 'Ellis.pdf', sealCode: plan.sealCode });
  });
});

describe('search', () => {
  it('finds any script, folds accents, and cannot be broken by what is typed', async () => {
    await recorded({ title: 'Łódź', account: 'Zażółć gęślą; سلام دنیا; 我们支持你，别怕; shouting 🎆 “quoted”' });
    const total = async (text: string): Promise<number> => (await vault.ask('search.find', { text, offset: 0, limit: 5 })).total;
    expect(await Promise.all(['zazołc', 'GĘŚLĄ', 'سلام', '支持', '🎆', 'shout', '"gesla سلام"'].map(total))).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(await Promise.all(['"سلام gesla"', 'nothere', '支援'].map(total))).toEqual([0, 0, 0]);
    for (const hostile of ['"', '""', '*', 'a*b', 'NEAR/3', 'title:x', '(', ') OR (', '-', '--', "'; DROP TABLE message", '\\', '%', '_', 'AND OR NOT']) await total(hostile);
    const { hits } = await vault.ask('search.find', { text: 'zazołc', offset: 0, limit: 5 });
    const [hit] = hits;
    expect(hit?.marks.map(([from, to]) => hit.snippet.slice(from, to))).toEqual(['Zażółć']);
  });
});

describe('what is shown of a found text', () => {
  it('keeps lines and fields apart, so that a place does not run into a date', async () => {
    await recorded({ title: 'A', account: 'the radiator\n\nby the door', where: 'By message', happened: on('2024-01-01') });
    const { hits } = await vault.ask('search.find', { text: 'radiator', offset: 0, limit: 5 });
    expect(hits[0]?.snippet).toMatch(/^the radiator · by the door · By message/);
    expect(hits[0]?.marks).toEqual([[4, 12]]);
  });
});

describe('search in messages', () => {
  const bring = async (texts: readonly string[]): Promise<string> => {
    const { importId, sourceSha256 } = await begunImport();
    await vault.askShell('messages.addBatch', { importId, messages: texts.map((text, i) => message(i + 1, text)) });
    await vault.askShell('messages.commitImport', { importId, sourceSha256, sourceEntryName: '', mayBeTruncated: false });
    return importId;
  };
  const ordinals = async (text: string, offset = 0): Promise<(number | null)[]> => (await vault.ask('search.find', { text, offset, limit: 50 })).hits.map((hit) => hit.ordinal);

  it('gives the newest first, counts to a thousand, and leafs on to the very first', async () => {
    await bring(Array.from({ length: 1203 }, (_, i) => `again ${i}`));
    const { total, more, hits } = await vault.ask('search.find', { text: 'again', offset: 0, limit: 50 });
    expect([total, more, hits[0]?.ordinal, hits.length]).toEqual([1000, true, 1202, 50]);
    expect((await vault.ask('search.find', { text: 'again', offset: 1100, limit: 50 }))).toMatchObject({ total: 1150, more: true });
    const last = await vault.ask('search.find', { text: 'again', offset: 1200, limit: 50 });
    expect([last.total, last.more, ...last.hits.map((hit) => hit.ordinal)]).toEqual([1203, false, 2, 1, 0]);
  });

  it('finds signs that stand side by side, and what is typed as it is written', async () => {
    const conversationId = await bring(['我们支持你', '持支', '支 持', 'hello 支持', '🎆🎆 👩‍👧', 'ภาษาไทย', 'i', 'island', 'né']);
    expect(await Promise.all(['支持', '持支', '支', 'hello 支持', '🎆', '👩‍👧', '👧', 'ษา', '们支持', '我持'].map((text) => ordinals(text)))).toEqual([[3, 0], [1], [3, 2, 1, 0], [3], [4], [4], [4], [5], [0], []]);
    expect(await vault.ask('messages.find', { conversationId, text: '支持' })).toEqual({ ordinals: [0, 3] });
    expect(await Promise.all(['i', 'is', 'ne'].map((text) => ordinals(text)))).toEqual([[6], [7], [8]]);
  });
});

describe('opening', () => {
  it('confirms the recovery code by groups, once', async () => {
    const { groups } = await vault.ask('vault.askRecoveryCode', {});
    expect(await vault.ask('vault.confirmRecoveryCode', { typed: ['aaaaa', 'bbbbb'] })).toEqual({ confirmed: false });
    expect((await vault.reopen()).notices).toContain('recovery-code-unconfirmed');
    // Another day, on nothing but the passphrase: she may never have written it down.
    expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: '11111-22222-33333-44444-55555-66666' });
    const again = (await vault.ask('vault.askRecoveryCode', {})).groups;
    expect(groups).toHaveLength(2);
    const typed = again.map((group) => ['11111', '22222', '33333', '44444', '55555', '66666'][group]?.replaceAll('1', 'l') ?? '');
    expect(await vault.ask('vault.confirmRecoveryCode', { typed })).toEqual({ confirmed: true });
    expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: null });
    expect((await vault.reopen()).notices).not.toContain('recovery-code-unconfirmed');
    expect(await vault.ask('vault.pendingRecoveryCode', {})).toEqual({ recoveryCode: null });
  });

  it('enters refused attempts in the history, and answers nothing while locked', async () => {
    await vault.askShell('open.close', {});
    await expect(vault.ask('people.list', {})).rejects.toMatchObject(refused('locked'));
    const refusedUtc = ['2026-11-19T02:10:00.000Z', '2026-11-19T02:13:00.000Z'];
    await expect(vault.askShell('open.unlock', { folder: vault.folder, key: new Uint8Array(32).fill(9), marks: {}, refusedUtc })).rejects.toMatchObject(refused('wrong-secret'));
    await vault.askShell('open.unlock', { folder: vault.folder, key: new Uint8Array(32).fill(2), marks: {}, refusedUtc });
    const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 9 });
    expect(entries.map((entry) => entry.kind)).toEqual(['vault-opened', 'attempt-refused', 'attempt-refused', 'vault-created']);
    expect(JSON.parse(entries[1]?.payload ?? '{}')).toMatchObject({ atUtc: refusedUtc[1] });
  });

  it('keeps what an opening found in the history: the notice is shown once', async () => {
    const { vaultId } = await vault.askShell('open.mark', {});
    await vault.askShell('open.close', {});
    const mark = { sequence: 1_000_000, hash: 'a'.repeat(64), seenElsewhere: false };
    const unlock = (id: string) => vault.askShell('open.unlock', { folder: vault.folder, key: new Uint8Array(32).fill(2), marks: { [id]: mark }, refusedUtc: [] });
    expect((await unlock('f'.repeat(32))).notices).not.toContain('older-than-seen');
    await vault.askShell('open.close', {});
    expect((await unlock(vaultId)).notices).toContain('older-than-seen');
    const { entries } = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 1 });
    expect(JSON.parse(entries[0]?.payload ?? '{}')).toMatchObject({ notices: expect.arrayContaining(['older-than-seen']) });
  });

  it('answers only what the contract names', async () => {
    expect(await vault.service.handle('incidents.dropAll', {})).toEqual({ ok: false, error: { code: 'bad-call' } });
    expect(await vault.service.handle('incidents.get', { id: '../../etc' })).toEqual({ ok: false, error: { code: 'bad-call' } });
    expect(await vault.service.handle('toString', {})).toEqual({ ok: false, error: { code: 'bad-call' } });
  });
});
