import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wholeChronology } from '../../../shared/model/chronology';
import { added, begunImport, bring, committed, imported, message, on, recorded, refused, say } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const names = async (state: 'waiting' | 'aside' | 'placed' | 'not-relevant' = 'waiting'): Promise<string[]> => (await vault.ask('inbox.list', { state, offset: 0, limit: 100 })).items.map(({ title }) => title);
const kinds = async (id: string): Promise<string[]> => (await vault.ask('history.list', { subjectId: id, offset: 0, limit: 50 })).entries.map(({ kind }) => kind);
const text = { mediaType: 'text/plain', form: 'text', picture: null } as const;

describe('what came in', () => {
  it('waits, the newest first, until she says what it is for; each decision is in the history and can be taken back', async () => {
    const first = await added(vault, 'first.txt', Buffer.from('one'));
    const second = await added(vault, 'second.txt', Buffer.from('two'));
    expect(await names()).toEqual(['second.txt', 'first.txt'].map((name) => expect.stringContaining(name)));
    const decided = await vault.ask('inbox.decide', { kind: 'document', id: first, state: 'not-relevant' });
    expect(decided).toMatchObject({ id: first, state: 'not-relevant', decidedUtc: expect.any(String) });
    expect(await vault.ask('inbox.counts', {})).toEqual({ waiting: 1, aside: 0, placed: 0, 'not-relevant': 1 });
    // Nothing about the document changed.
    expect(await vault.ask('documents.get', { id: first })).toMatchObject({ status: 'kept', title: '', note: '' });
    await vault.ask('inbox.decide', { kind: 'document', id: second, state: 'aside' });
    await vault.ask('inbox.decide', { kind: 'document', id: second, state: 'waiting' });
    await vault.ask('inbox.decide', { kind: 'document', id: second, state: 'waiting' });
    expect(await kinds(second)).toEqual(['inbox-decided', 'inbox-decided', 'document-added']);
    const { entries } = await vault.ask('history.list', { subjectId: second, offset: 0, limit: 1 });
    expect(JSON.parse(entries[0]!.payload!)).toMatchObject({ before: 'aside', after: 'waiting' });
    await vault.reopen();
    expect(await vault.ask('inbox.counts', {})).toEqual({ waiting: 1, aside: 0, placed: 0, 'not-relevant': 1 });
  });

  it('is placed when she links it, wherever she does', async () => {
    const id = await added(vault, 'photo.txt', Buffer.from('one'));
    await vault.ask('inbox.decide', { kind: 'document', id, state: 'aside' });
    const incident = await recorded(vault, { title: 'The car' });
    await vault.ask('incidents.link', { id: incident, target: { kind: 'document', documentId: id } });
    expect((await vault.ask('inbox.list', { state: 'placed', offset: 0, limit: 9 })).items).toMatchObject([{ id, state: 'placed', linkedIncidentIds: [incident] }]);
  });

  it('is a conversation once, and none of the files that came with it', async () => {
    const begun = await begunImport(vault);
    await say(vault, begun, [message(1, 'Look', { attachments: [{ name: 'a.jpg', file: 'a', absent: null }] })]);
    await bring(vault, begun, 'a', 'bytes of a picture');
    expect(await names()).toEqual([]);
    const { id } = await committed(vault, begun);
    const { items } = await vault.ask('inbox.list', { state: 'waiting', offset: 0, limit: 100 });
    expect(items).toEqual([expect.objectContaining({ id, title: 'Craig', about: { kind: 'conversation', messageCount: 1, firstAt: '2022-06-29T08:01:00', lastAt: '2022-06-29T08:01:00' } })]);
  });

  it('keeps nothing of what is erased: not in the inbox, not in a tag, not in the history', async () => {
    const id = await added(vault, 'private.txt', Buffer.from('one'));
    await vault.ask('tags.put', { kind: 'document', id, name: 'Clinic in Leeds' });
    const { tags: [tag] } = await vault.ask('tags.list', {});
    await vault.ask('tags.rename', { id: tag!.id, name: 'Clinic in York' });
    await vault.ask('documents.erase', { id, reason: 'not hers' });
    expect(await vault.ask('inbox.counts', {})).toEqual({ waiting: 0, aside: 0, placed: 0, 'not-relevant': 0 });
    await expect(vault.ask('inbox.decide', { kind: 'document', id, state: 'placed' })).rejects.toMatchObject(refused('not-found'));
    await expect(vault.ask('tags.put', { kind: 'document', id, name: 'again' })).rejects.toMatchObject(refused('erased'));
    expect((await vault.ask('tags.list', {})).tags).toEqual([]);
    const all = await vault.ask('history.list', { subjectId: null, offset: 0, limit: 100 });
    expect(JSON.stringify(all)).not.toContain('Clinic');
  });
});

describe('tags', () => {
  it('are one whatever the capitals and accents, are counted, and go when nothing carries them', async () => {
    const id = await added(vault, 'a.txt', Buffer.from('one'));
    const incident = await recorded(vault, { title: 'The car' });
    await vault.ask('tags.put', { kind: 'document', id, name: '  Café   meeting ' });
    expect((await vault.ask('tags.put', { kind: 'incident', id: incident, name: 'CAFE MEETING' })).tags).toEqual([{ id: expect.any(String), name: 'Café meeting' }]);
    const { tags: [tag] } = await vault.ask('tags.list', {});
    expect(tag).toMatchObject({ name: 'Café meeting', count: 2 });
    expect((await vault.ask('tags.take', { kind: 'document', id, tagId: tag!.id })).tags).toEqual([]);
    expect(await kinds(id)).toEqual(['tag-taken', 'tag-put', 'document-added']);
    await vault.ask('incidents.erase', { id: incident, reason: 'mine to erase' });
    expect((await vault.ask('tags.list', {})).tags).toEqual([]);
  });

  it('become one when one is given the name of another, and come off everything when ended', async () => {
    const [a, b] = [await added(vault, 'a.txt', Buffer.from('one')), await added(vault, 'b.txt', Buffer.from('two'))];
    await vault.ask('tags.put', { kind: 'document', id: a, name: 'money' });
    await vault.ask('tags.put', { kind: 'document', id: a, name: 'bank' });
    const { tags: [bank] } = await vault.ask('tags.put', { kind: 'document', id: b, name: 'bank' });
    const one = await vault.ask('tags.rename', { id: bank!.id, name: 'Money' });
    expect(one.name).toBe('money');
    expect((await vault.ask('tags.list', {})).tags).toEqual([{ id: one.id, name: 'money', count: 2 }]);
    await vault.ask('tags.end', { id: one.id });
    expect((await vault.ask('tags.of', { kind: 'document', id: a })).tags).toEqual([]);
    expect((await vault.ask('tags.list', {})).tags).toEqual([]);
  });

  it('narrow the list of documents, and the chronology to messages marked in a conversation that carries one', async () => {
    const [a] = [await added(vault, 'a.txt', Buffer.from('one')), await added(vault, 'b.txt', Buffer.from('two'))];
    const { tags: [tag] } = await vault.ask('tags.put', { kind: 'document', id: a, name: 'money' });
    const listed = async (tagId: string) => { const { total, documents } = await vault.ask('documents.list', { offset: 0, limit: 9, tagId }); return [total, documents.map(({ id }) => id)]; };
    expect(await listed(tag!.id)).toEqual([1, [a]]);
    expect(await listed('f'.repeat(32))).toEqual([0, []]);
    const conversation = await imported(vault, [message(1, 'first'), message(2, 'second')]);
    const excerpt = await vault.ask('excerpts.mark', { conversationId: conversation.id, firstOrdinal: 0, lastOrdinal: 0, shows: 'what it shows' });
    const { tags: [talk] } = await vault.ask('tags.put', { kind: 'conversation', id: conversation.id, name: 'talk' });
    expect((await vault.ask('chronology.rows', { filter: { ...wholeChronology, tagIds: [talk!.id] }, offset: 0, limit: 9 })).rows.map(({ subject, id }) => [subject, id])).toEqual([['excerpt', excerpt.id]]);
  });

  it('tells names of other scripts apart', async () => {
    const id = await added(vault, 'a.txt', Buffer.from('one'));
    for (const name of ['गुस्सा', 'गसस', 'شرطة', '👮', '学校']) await vault.ask('tags.put', { kind: 'document', id, name });
    expect((await vault.ask('tags.list', {})).tags).toHaveLength(5);
    await expect(vault.ask('tags.put', { kind: 'document', id, name: '\u202e\u200b' })).rejects.toMatchObject(refused('bad-call'));
  });
});

describe('suggestions', () => {
  it('gives dates from the name and the words, entries of those days and people named; and does nothing by itself', async () => {
    const near = await recorded(vault, { title: 'He came to the door', happened: on('2021-03-04') });
    const nearer = await recorded(vault, { title: 'Two days later', happened: on('2021-03-06') });
    await recorded(vault, { title: 'That whole year', happened: on('2021') });
    await recorded(vault, { title: 'Long before', happened: on('2019-03-04') });
    const craig = await vault.ask('people.add', { name: 'Craig Dawson', role: 'other' });
    const smith = await vault.ask('people.add', { name: 'PC Smith', role: 'other' });
    await vault.ask('people.amend', { ...smith, handles: ['+44 7700 900123'] });
    await vault.ask('people.add', { name: 'Mark Hale', role: 'other' });
    await vault.ask('people.add', { name: 'Mara', role: 'me' });
    const id = await added(vault, 'Screenshot_20210304-210433.txt', Buffer.from('words'));
    await vault.askShell('documents.noteFacts', { id, ...text });
    const page = { page: 1, origin: 'file', boxes: null, language: '', confidence: null, text: 'Mara, call 07700 900 123. Craig says it was on 03/04/2021, mark my words, see 12th May 2020.' } as const;
    await vault.askShell('readings.takePages', { documentId: id, step: 'words', isFirst: true, pages: [page], place: 1, total: 1 });
    const before = (await vault.ask('history.list', { subjectId: null, offset: 0, limit: 1 })).total;
    const { dates, incidents, people } = await vault.ask('inbox.suggest', { kind: 'document', id });
    expect(dates.filter(({ foundIn }) => foundIn !== 'file-date')).toEqual([
      { written: '20210304-210433', foundIn: 'name', readings: [{ edtf: '2021-03-04', timeOfDay: '21:04', basis: null }] },
      { written: '03/04/2021', foundIn: 'words', readings: [{ edtf: '2021-04-03', timeOfDay: '', basis: null }, { edtf: '2021-03-04', timeOfDay: '', basis: null }] },
      { written: '12th May 2020', foundIn: 'words', readings: [{ edtf: '2020-05-12', timeOfDay: '', basis: null }] },
    ]);
    expect(incidents.map(({ id: each, daysApart, near: day }) => [each, daysApart, day])).toEqual([[near, 0, '2021-03-04'], [nearer, 2, '2021-03-04']]);
    expect(people).toEqual([{ personId: craig.id, name: 'Craig Dawson', as: 'Craig', foundIn: 'words' }, { personId: smith.id, name: 'PC Smith', as: '+44 7700 900123', foundIn: 'words' }]);
    expect((await vault.ask('history.list', { subjectId: null, offset: 0, limit: 1 })).total).toBe(before);
    expect((await vault.ask('inbox.list', { state: 'waiting', offset: 0, limit: 100 })).items.find((item) => item.id === id)).toMatchObject({ state: 'waiting', linkedIncidentIds: [], about: { happened: { edtf: '' } } });
    await vault.ask('incidents.link', { id: near, target: { kind: 'document', documentId: id } });
    expect((await vault.ask('inbox.suggest', { kind: 'document', id })).incidents.map((each) => each.id)).toEqual([nearer]);
  });

  it('takes a picture’s own date first, with its basis', async () => {
    const id = await added(vault, 'IMG_20200101_100000.jpg', Buffer.from('picture'));
    const claim = (says: 'taken' | 'satellite' | 'changed', clock: string, offset: string) => ({ says, block: 'exif' as const, name: 'x', asWritten: `${clock} as written`, clock, offset, place: null });
    const times = [claim('taken', '2021-03-04T21:04:33', ''), claim('satellite', '2021-06-30T23:30:00', 'Z'), claim('changed', '2022-01-01T10:00:00', '')];
    const picture = { fields: [], times, position: null, device: '', software: '', contentIdentifier: '', pageCount: 1, isAnimated: false, screenshotSigns: [], notRead: [] };
    await vault.askShell('documents.noteFacts', { id, mediaType: 'image/jpeg', form: 'image', picture: null, details: { picture } });
    const [first, satellite, second, ...rest] = (await vault.ask('inbox.suggest', { kind: 'document', id })).dates;
    expect(satellite).toEqual({ written: '2021-06-30T23:30:00 as written', foundIn: 'own-data-utc', readings: [{ edtf: '2021-07-01', timeOfDay: '00:30', basis: 'photo-data' }] });
    expect(rest.filter(({ foundIn }) => foundIn !== 'file-date')).toEqual([]);
    expect(first).toEqual({ written: '2021-03-04T21:04:33 as written', foundIn: 'own-data', readings: [{ edtf: '2021-03-04', timeOfDay: '21:04', basis: 'photo-data' }] });
    expect(second).toMatchObject({ foundIn: 'name', readings: [{ edtf: '2020-01-01' }] });
  });

  it('takes a day that a screen names, counted from when the picture was taken, and sets none', async () => {
    const id = await added(vault, 'Screenshot_20240303-221004.png', Buffer.from('picture of a screen'));
    const picture = { fields: [], times: [], position: null, device: '', software: '', contentIdentifier: '', pageCount: 1, isAnimated: false, screenshotSigns: ['named-so' as const], notRead: [] };
    await vault.askShell('documents.noteFacts', { id, mediaType: 'image/png', form: 'image', picture: null, details: { picture } });
    await vault.askShell('readings.takePages', { documentId: id, step: 'ocr', isFirst: true, pages: [{ page: 1, origin: 'ocr', text: 'Mark\nYesterday 21:04\nI saw you on Tuesday', boxes: [], language: 'eng', confidence: 90 }], place: 1, total: 1 });
    const { dates } = await vault.ask('inbox.suggest', { kind: 'document', id });
    expect(dates.filter(({ foundIn }) => foundIn !== 'file-date')).toEqual([
      { written: '20240303-221004', foundIn: 'name', readings: [{ edtf: '2024-03-03', timeOfDay: '22:10', basis: null }] },
      { written: 'Yesterday 21:04', foundIn: 'screen', readings: [{ edtf: '2024-03-02', timeOfDay: '21:04', basis: 'other' }] },
    ]);
    expect((await vault.ask('documents.get', { id })).happened.edtf).toBe('');
  });

  it('gives of a conversation the entries from a day with messages', async () => {
    const day = await recorded(vault, { title: 'The argument', happened: on('2022-06-29') });
    await recorded(vault, { title: 'A quiet day', happened: on('2022-06-30') });
    const begun = await begunImport(vault);
    await say(vault, begun, [message(1, 'one'), message(2, 'two', { at: '2022-07-02T08:00:00' })]);
    const { id } = await committed(vault, begun);
    const craig = await vault.ask('people.add', { name: 'Craig', role: 'other' });
    const { incidents, people, dates } = await vault.ask('inbox.suggest', { kind: 'conversation', id });
    expect(incidents.map((each) => each.id)).toEqual([day]);
    expect(people).toEqual([{ personId: craig.id, name: 'Craig', as: 'Craig', foundIn: 'name' }]);
    expect(dates).toEqual([]);
  });
});
