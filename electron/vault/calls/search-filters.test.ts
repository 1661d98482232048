import { afterEach, beforeEach, expect, it } from 'vitest';
import { everywhere, type SearchFilter, type SearchHit } from '../../../shared/model/search';
import { openStore } from '../store/open-store';
import { added, begunImport, bring, committed, imported, message, on, recorded, refused, say } from './testing/made-record';
import { makeTestVault, type TestVault } from './testing/open-service';

let vault: TestVault;
beforeEach(async () => {
  vault = await makeTestVault();
});
afterEach(() => vault.remove());

const hitsOf = async (text: string, filter: Partial<SearchFilter>): Promise<SearchHit[]> => (await vault.ask('search.find', { text, filter: { ...everywhere, ...filter }, offset: 0, limit: 200 })).hits;
const titles = async (text: string, filter: Partial<SearchFilter>): Promise<string[]> => (await hitsOf(text, filter)).map(({ subject, title, ordinal }) => `${subject} ${title}${ordinal === null ? '' : ` ${ordinal}`}`);

it('narrows by period: a vague date by what it touches, a message by its day, whatever has no date not at all', async () => {
  await recorded(vault, { title: 'exact', account: 'the stairs', happened: on('2021-03-10') });
  await recorded(vault, { title: 'summer', account: 'the stairs', happened: on('2021-06/2021-09') });
  await recorded(vault, { title: 'undated', account: 'the stairs' });
  // More than one stretch of 512, and one message out of the order of time.
  const days = Array.from({ length: 1100 }, (_, i) => new Date(Date.UTC(2021, 0, 1) + (i === 3 ? 1000 : i) * 8_640_000).toISOString().slice(0, 19));
  await imported(vault, days.map((at, i) => message(i + 1, `stairs ${i}`, { at })));
  const within = async (fromDay: string, toDay: string): Promise<unknown[]> => (await hitsOf('stairs', { fromDay, toDay })).map(({ subject, title, ordinal }) => (subject === 'message' ? ordinal : title));
  const ordinals = (fromDay: string, toDay: string): number[] => days.flatMap((at, i) => (at.slice(0, 10) >= fromDay && at.slice(0, 10) <= toDay ? [i] : [])).reverse();
  expect(await within('2021-03-10', '2021-03-10')).toEqual(['exact', ...ordinals('2021-03-10', '2021-03-10')]);
  expect(await within('2021-04-10', '2021-04-11')).toEqual([...ordinals('2021-04-10', '2021-04-11')]);
  expect(ordinals('2021-04-10', '2021-04-11')).toContain(3);
  expect(await within('2021-09-01', '')).toEqual(['summer']);
  expect((await within('', '2021-01-01'))).toEqual(ordinals('', '2021-01-01'));
  expect(await within('2030-01-01', '')).toEqual([]);
});

it('narrows to one kind, to whom it concerns, and to what has a file', async () => {
  const { id: personId } = await vault.ask('people.add', { name: 'Craig Stairs', role: 'accused' });
  const alone = await recorded(vault, { title: 'alone', account: 'stairs' });
  const withHim = await recorded(vault, { title: 'with him', account: 'stairs', people: [{ personId, part: 'present' }] });
  const paper = await added(vault, 'stairs.bin', new Uint8Array(5000).fill(7));
  await added(vault, 'other stairs.bin', new Uint8Array(5000).fill(8));
  await vault.ask('incidents.link', { id: withHim, target: { kind: 'document', documentId: paper } });
  const begun = await begunImport(vault);
  await bring(vault, begun, 'a', 'bytes');
  await say(vault, begun, [message(1, 'stairs one'), message(2, 'stairs two', { attachments: [{ name: 'a.jpg', file: 'a', absent: null }] })]);
  const conversation = await committed(vault, begun);
  const excerpt = await vault.ask('excerpts.mark', { conversationId: conversation.id, firstOrdinal: 0, lastOrdinal: 0, shows: 'stairs' });
  await imported(vault, [message(1, 'stairs elsewhere')], 'second.txt');

  expect(await titles('stairs', { subjects: ['person', 'document'] })).toEqual(expect.arrayContaining(['person Craig Stairs', 'document stairs.bin', 'document other stairs.bin']));
  expect(await titles('stairs', { subjects: ['person', 'document'] })).toHaveLength(3);
  expect(await titles('stairs', { subjects: ['message'] })).toHaveLength(3);
  await vault.ask('conversations.amend', { id: conversation.id, title: 'With Craig', participants: conversation.participants.map((each) => (each.name === 'Craig' ? { ...each, personId } : each)) });
  const concerning = await hitsOf('stairs', { personId });
  expect(new Set(concerning.map(({ id }) => id))).toEqual(new Set([personId, withHim, paper, excerpt.id, ...concerning.filter(({ subject }) => subject === 'message').map(({ id }) => id)]));
  expect(concerning.filter(({ subject }) => subject === 'message').map(({ conversationId }) => conversationId)).toEqual([conversation.id, conversation.id]);
  const withFile = await hitsOf('stairs', { hasFile: true });
  expect(withFile.filter(({ subject }) => subject === 'message').map(({ ordinal }) => ordinal)).toEqual([1]);
  expect(withFile.filter(({ subject }) => subject === 'incident').map(({ id }) => id)).toEqual([withHim]);
  expect(withFile.some(({ id }) => id === alone || id === excerpt.id || id === personId)).toBe(false);
  expect(await hitsOf('stairs', { personId: 'f'.repeat(32) })).toEqual([]);

  const { groups } = await vault.ask('search.overview', { text: 'stairs', filter: everywhere, each: 2 });
  expect(groups.map(({ subject, total, more, hits }) => [subject, total, more, hits.length])).toEqual([['incident', 2, false, 2], ['excerpt', 1, false, 1], ['message', 3, false, 2], ['document', 2, false, 2], ['person', 1, false, 1]]);
});

it('goes by the record as it is, however often it was asked before', async () => {
  const first = await recorded(vault, { title: 'first', account: 'stairs', happened: on('2020-01-01') });
  const filter = { hasFile: true, fromDay: '2020-01-01', toDay: '2020-12-31' };
  expect([await titles('stairs', {}), await titles('stairs', filter)]).toEqual([['incident first'], []]);
  const paper = await added(vault, 'photo.bin', new Uint8Array(5000).fill(7));
  await vault.ask('incidents.link', { id: first, target: { kind: 'document', documentId: paper } });
  await recorded(vault, { title: 'second', account: 'stairs', happened: on('2020-02-02') });
  expect([await titles('stairs', {}), await titles('stairs', filter)]).toEqual([['incident second', 'incident first'], ['incident first']]);
  await vault.ask('incidents.erase', { id: first, reason: 'not mine' });
  expect([await titles('stairs', {}), await titles('stairs', filter)]).toEqual([['incident second'], []]);
});

it('finds the words of pages, says which page and that a machine read it', async () => {
  const pdf = await added(vault, 'letter.pdf', new Uint8Array(5000).fill(1));
  const scan = await added(vault, 'scan.jpg', new Uint8Array(5000).fill(2));
  await vault.askShell('documents.noteFacts', { id: pdf, mediaType: 'application/pdf', form: 'pdf', picture: null });
  await vault.askShell('documents.noteFacts', { id: scan, mediaType: 'image/jpeg', form: 'image', picture: null });
  const { happened } = await vault.ask('documents.get', { id: pdf });
  await vault.ask('documents.amend', { id: pdf, title: 'From the force', happened: { ...happened, ...on('2020-05-05') }, note: '' });
  await vault.askShell('open.close', {});
  const { store } = await openStore({ folder: vault.folder, key: new Uint8Array(32).fill(1), mark: null });
  await store.transact((transaction) => {
    const number = (id: string): number => {
      transaction.run(`INSERT INTO document_number (document_id) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM document_number WHERE document_id = ?)`, [id, id]);
      return transaction.all<{ number: number }>(`SELECT number FROM document_number WHERE document_id = ?`, [id])[0]?.number ?? 0;
    };
    for (const [id, page, origin, text] of [[pdf, 1, 'file', 'Nothing here'], [pdf, 2, 'file', 'We take no further action, Sergeant'], [scan, 1, 'ocr', 'no further action']] as const) {
      const docid = number(id) * 2 ** 20 + page;
      transaction.run(`INSERT INTO document_page (docid, document_id, page, origin, text, signs, language, read_utc) VALUES (?, ?, ?, ?, ?, '', '', '2026-01-01T00:00:00.000Z')`, [docid, id, page, origin, text]);
      transaction.run(`INSERT INTO page_index (docid, text, signs) VALUES (?, ?, '')`, [docid, text]);
    }
  });
  await store.close();
  await vault.reopen();
  const found = await hitsOf('"further action"', { subjects: ['page'] });
  expect(found.map(({ id, page, isMachineRead, title, day, snippet, marks }) => [id, page, isMachineRead, title, day, marks.map(([start, end]) => snippet.slice(start, end))])).toEqual([
    [scan, null, true, 'scan.jpg', '', ['further', 'action']], [pdf, 2, false, 'From the force', '2020-05-05', ['further', 'action']],
  ]);
  expect((await hitsOf('further', { subjects: ['page'], fromDay: '2020-01-01' })).map(({ id }) => id)).toEqual([pdf]);
});

it('finds letters people leave out or exchange, leaves open what ends in a star, and shuts out words and signs', async () => {
  await recorded(vault, { title: 'Łódź', account: 'Straße, Ærø; قَالَ لا; ہم کراچی; Siân a gŵyr; 支持 police' });
  const count = async (text: string): Promise<number> => (await hitsOf(text, {})).length;
  for (const text of ['lodz', 'łódź', 'ŁÓDŹ', 'Lod', 'strasse', 'aero', 'قال', 'هم', 'كراچي', 'ہم', 'sian gwyr', 'stra* sian', '“sian a”', '支持 sian']) expect([text, await count(text)]).toEqual([text, 1]);
  for (const text of ['stra sian', '-支持 sian', '支持 -police', 'lodz -strasse', '"a sian"']) expect([text, await count(text)]).toEqual([text, 0]);
  const [hit] = await hitsOf('lodz strasse 支持', {});
  expect(hit?.marks.map(([start, end]) => hit.snippet.slice(start, end))).toEqual(['Straße', '支持']);
});

it('keeps a search until she removes it, and then nothing of what she looked for', async () => {
  const query = { text: 'kitchen door', filter: { ...everywhere, subjects: ['message' as const], fromDay: '2020-01-01' } };
  const kept = await vault.ask('searches.keep', { name: 'About the door', query });
  await vault.ask('searches.rename', { id: kept.id, name: 'The door' });
  await vault.reopen();
  expect((await vault.ask('searches.list', {})).searches).toEqual([{ ...kept, name: 'The door', query }]);
  await vault.ask('searches.remove', { id: kept.id });
  expect((await vault.ask('searches.list', {})).searches).toEqual([]);
  const { entries } = await vault.ask('history.list', { subjectId: kept.id, offset: 0, limit: 10 });
  expect(entries.map(({ kind, payload }) => [kind, payload?.includes('door') ?? false])).toEqual([['search-removed', false], ['search-renamed', false], ['search-kept', false]]);
  await expect(vault.ask('searches.remove', { id: kept.id })).rejects.toMatchObject(refused('not-found'));
});

it('puts aside for the bundle once, in her order, and nothing that is erased', async () => {
  const first = { kind: 'incident' as const, id: await recorded(vault, { account: 'one' }) };
  const paper = { kind: 'document' as const, id: await added(vault, 'a.bin', new Uint8Array(5000).fill(7)) };
  const conversation = await imported(vault, [message(1, 'one')]);
  const marked = { kind: 'excerpt' as const, id: (await vault.ask('excerpts.mark', { conversationId: conversation.id, firstOrdinal: 0, lastOrdinal: 0, shows: '' })).id };
  for (const target of [paper, first, marked, first]) await vault.ask('aside.put', target);
  expect((await vault.ask('aside.list', {})).targets).toEqual([paper, first, marked]);
  await vault.ask('incidents.erase', { id: first.id, reason: 'A mistake.' });
  await vault.ask('excerpts.remove', { id: marked.id, reason: 'A mistake.' });
  expect((await vault.ask('aside.list', {})).targets).toEqual([paper]);
  await vault.ask('documents.erase', { id: paper.id, reason: 'A mistake.' });
  expect((await vault.ask('aside.list', {})).targets).toEqual([]);
  await expect(vault.ask('aside.put', first)).rejects.toMatchObject(refused('erased'));
  await expect(vault.ask('aside.put', { kind: 'excerpt', id: marked.id })).rejects.toMatchObject(refused('not-found'));
  const again = await recorded(vault, { account: 'two' });
  await vault.ask('aside.put', { kind: 'incident', id: again });
  expect((await vault.ask('aside.takeBack', { kind: 'incident', id: again })).targets).toEqual([]);
});
